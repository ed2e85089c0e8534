//! What may be typed after `firedrill`, and which file does it.

use std::io::Write;

use clap::{Parser, Subcommand};

use super::{check, list, outcome::Outcome, places::Places, show};

/// Rehearse incidents and interviews in the terminal, offline.
#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true)]
pub struct Arguments {
    #[command(flatten)]
    places: Places,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The commands, in the order help lists them.
#[derive(Debug, Subcommand)]
enum Command {
    /// List the scenarios
    List(list::List),
    /// Show a scenario as plain text
    Show(show::Show),
    /// Find everything wrong with scenario files, and run their samples
    Check(check::Check),
}

impl Arguments {
    /// Does what was asked, printing to `output`.
    pub fn run(self, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        match self.command {
            None => {
                output.flush()?;
                Ok(Outcome::Done)
            }
            Some(Command::List(list)) => list.run(&self.places, output),
            Some(Command::Show(show)) => show.run(&self.places, output),
            Some(Command::Check(check)) => check.run(&self.places, output),
        }
    }
}
