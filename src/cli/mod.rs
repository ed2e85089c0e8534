//! The command line: one file per command; the only place for exit codes and printing.

mod arguments;
mod check;
mod list;
mod outcome;
mod places;
mod scenario_json;
mod show;

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
