//! What may be typed after `firedrill`, and which file does it.

use std::{io::Write, path::PathBuf};

use clap::{Args, Parser, Subcommand};

use super::outcome::Outcome;

/// Rehearse incidents and interviews in the terminal, offline.
#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true)]
pub struct Arguments {
    #[command(flatten)]
    places: Places,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Where things lie; every command takes these.
#[derive(Clone, Debug, Args)]
pub struct Places {
    /// Keep progress here instead of in the platform's data directory
    #[arg(long, global = true, env = "FIREDRILL_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
}

/// The commands, in the order help lists them.
#[derive(Debug, Subcommand)]
enum Command {}

impl Arguments {
    /// Does what was asked, printing to `output`.
    pub fn run(self, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        match self.command {
            None => {
                output.flush()?;
                Ok(Outcome::Done)
            }
            Some(command) => match command {},
        }
    }
}
