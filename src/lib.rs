//! Firedrill rehearses incidents and interviews in the terminal.
//!
//! The modules below are layers, lowest first: a module uses only the ones above it in this list,
//! and `tests/architecture` proves it. Pure code decides; the clock, the disk and the terminal
//! are touched in [`storage`], [`runtime`] and [`cli`] only.

// What a scenario is made of.
pub mod domain;

// How an incident is worked: commands in, what they show and what becomes of the world out.
pub mod incident;

// How an answer earns points, and by which of its words.
pub mod scoring;

// How YAML becomes scenarios, and what is said when it cannot.
pub mod library;

// What the learner has done so far, and what follows from it.
pub mod progress;

// One drill or mock interview being played.
pub mod session;

// The rules an author's scenario is held to.
pub mod check;

// What is told about a mock interview: one value, as Markdown, JSON and HTML.
pub mod report;

// What is on the screen and what a key does.
pub mod tui;

// Where progress and scenarios lie on the disk.
pub mod storage;

// Where time, keys and signals enter, and effects leave.
pub mod runtime;

// The command line: one file per command, exit codes, printing.
pub mod cli;
