//! How a command ended, and the exit code that says so.

use std::{io, process::ExitCode};

use crate::runtime::NoTerminal;

/// How a command ended when nothing stood in its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done; exit code 0.
    Done,
    /// Done, and what it looked at is not in order; exit code 1.
    Failed,
    /// Asked in a way that cannot be answered; exit code 2.
    Usage,
}

/// Turns the end of a command into the exit code, and says on stderr what went wrong.
#[expect(
    clippy::print_stderr,
    reason = "the one place where errors are printed"
)]
pub fn exit_code(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::FAILURE,
        Ok(Outcome::Usage) => ExitCode::from(2),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) if error.is::<NoTerminal>() => {
            eprintln!("firedrill: {error:#}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("firedrill: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the reader went away, as `| head` does.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
