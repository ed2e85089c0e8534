//! `firedrill import`: unites progress with an export.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::PathBuf,
};

use anyhow::Context as _;
use clap::Args;

use super::{counted::counted, outcome::Outcome, places::Places};
use crate::runtime::{Clock, SystemClock};

/// How many problems are printed; the rest is counted.
const PRINTED: usize = 20;

/// What to import.
#[derive(Debug, Args)]
pub struct Import {
    /// A file that `firedrill export` wrote, or `-` for standard input
    file: PathBuf,
}

impl Import {
    /// Imports the file, and says what was new.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let lines: Box<dyn BufRead> = if self.file.as_os_str() == "-" {
            Box::new(io::stdin().lock())
        } else {
            let file = File::open(&self.file)
                .with_context(|| format!("cannot read `{}`", self.file.display()))?;
            Box::new(BufReader::new(file))
        };
        let mut log = places.open_log(SystemClock::default().now())?;
        let merge = log.import(lines)?;
        for (line, problem) in merge.problems.iter().take(PRINTED) {
            writeln!(output, "{}:{line}: {problem}", self.file.display())?;
        }
        if merge.problems.len() > PRINTED {
            writeln!(output, "and {} more", merge.problems.len() - PRINTED)?;
        }
        writeln!(
            output,
            "{}, {} of them attempts; {} were here already; {} not taken",
            counted(merge.added, "new record"),
            merge.attempts,
            merge.known,
            counted(merge.problems.len() as u64, "line")
        )?;
        Ok(if merge.problems.is_empty() {
            Outcome::Done
        } else {
            Outcome::Failed
        })
    }
}
