//! The command line: one file per command; the only place for exit codes and printing.

mod agreement_report;
mod answer_lines;
mod arguments;
mod check;
mod completions;
mod config;
mod counted;
mod doctor;
mod due;
mod export;
mod facilitator;
mod forget;
mod gradable;
mod grade;
mod grade_report;
mod import;
mod list;
mod look;
mod manual;
mod match_pattern;
mod mock;
mod new;
mod orphans;
mod outcome;
mod pack;
mod phrases;
mod places;
mod play;
mod preview;
mod progress_bar;
mod report;
mod reset;
mod scenario_json;
mod schedule;
mod schema;
mod show;
mod stats;
mod stats_json;
mod stats_text;
mod team;
mod track;
mod track_text;
mod version;
mod watch;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

use arguments::Arguments;
pub use outcome::Outcome;

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut output = io::stdout().lock();
    let result = arguments.run(&mut output).and_then(|outcome| {
        output.flush()?;
        Ok(outcome)
    });
    outcome::exit_code(result)
}
