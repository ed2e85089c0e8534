//! What may be typed after `firedrill`, and which file does it.

use std::io::Write;

use clap::{Parser, Subcommand};

use super::{check, grade, list, match_pattern, outcome::Outcome, places::Places, show};

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
    /// Grade answers without a screen
    Grade(grade::Grade),
    /// List the scenarios
    List(list::List),
    /// Say what a pattern finds in a text
    Match(match_pattern::MatchPattern),
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
            Some(Command::Grade(grade)) => grade.run(&self.places, output),
            Some(Command::Match(pattern)) => pattern.run(&self.places, output),
            Some(Command::List(list)) => list.run(&self.places, output),
            Some(Command::Show(show)) => show.run(&self.places, output),
            Some(Command::Check(check)) => check.run(&self.places, output),
        }
    }
}
