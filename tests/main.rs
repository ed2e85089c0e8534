//! The one test binary: each file below holds one kind of test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should stop"
)]

mod answers;
mod architecture;
mod behaviours;
mod closeness;
mod configuration;
mod console;
mod console_screen;
mod disk_faults;
mod engine_properties;
mod engine_version;
mod facilitator;
mod flows;
mod founding_day;
mod gaming;
mod grade_agreement;
mod grade_batch;
mod grade_command;
mod handing_over;
mod incident_keys;
mod incident_rules;
mod incident_transcripts;
mod incident_values;
mod incidents;
mod kept_kinds;
mod kills;
mod learners;
mod library;
mod mock;
mod mock_page;
mod mock_screens;
mod negation;
mod packaging;
mod panics;
mod pattern_examples;
mod pattern_faults;
mod phrase_book;
mod phrases;
mod picture;
mod plain;
mod play;
mod practice;
mod previews;
mod progress_commands;
mod progress_copies;
mod progress_faults;
mod progress_laws;
mod progress_log;
mod progress_migrations;
mod progress_transfer;
mod properties;
mod readme;
mod rehearsal;
mod remarks;
mod renames;
mod review;
mod review_places;
mod review_screens;
mod review_typed;
mod rubric;
mod scenarios;
mod screens;
mod sentence_modes;
mod sheet;
mod spellings;
mod storm;
mod team;
mod team_shown;
mod terminal;
mod tracks;
mod watching;
mod year;
