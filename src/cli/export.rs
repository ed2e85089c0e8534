//! `firedrill export`: all progress as text.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use clap::Args;

use super::{outcome::Outcome, places::Places};
use crate::{
    library::on_one_line,
    progress::{EXPORT_VERSION, ExportHeader},
    runtime::{Clock, SystemClock},
    storage::{Log, StoreError},
};

/// What to write out, and where to.
#[derive(Debug, Args)]
pub struct Export {
    /// Write to this file instead of printing
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// One row per criterion, for spreadsheets; such a file cannot be imported
    #[arg(long)]
    csv: bool,
    /// Leave out what was written, for sharing with a team; such a file cannot be imported
    #[arg(long, conflicts_with = "csv")]
    without_answers: bool,
    /// Say in the export who practised, such as for a team
    #[arg(long = "as", visible_alias = "learner", value_name = "NAME")]
    learner: Option<String>,
}

impl Export {
    /// Writes the export.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let path = places.progress_file()?;
        let log = match Log::open_read_only(&path) {
            Ok(Some(log)) => log,
            Ok(None) => Log::in_memory()?,
            Err(StoreError::Damaged { .. }) => Log::open_damaged(&path)?,
            Err(error) => return Err(error.into()),
        };
        let lost = match &self.output {
            None => self.write(&log, output)?,
            Some(path) => self.write_file(&log, path)?,
        };
        if lost > 0 || log.notice().is_some() {
            anyhow::bail!(
                "`{}` is damaged: {lost} records or more could not be read and are not in the export",
                log.path().display()
            );
        }
        Ok(Outcome::Done)
    }

    fn write_file(&self, log: &Log, path: &Path) -> anyhow::Result<u64> {
        let written = || -> anyhow::Result<u64> {
            let mut file = BufWriter::new(File::create(path)?);
            let lost = self.write(log, &mut file)?;
            file.into_inner()?.sync_all()?;
            Ok(lost)
        };
        written().with_context(|| format!("cannot write `{}`", path.display()))
    }

    fn write(&self, log: &Log, output: &mut dyn Write) -> anyhow::Result<u64> {
        if self.csv {
            return Ok(log.export_csv(output)?);
        }
        let header = ExportHeader {
            version: EXPORT_VERSION,
            device: log.device().to_owned(),
            learner: self.learner.as_deref().map(on_one_line),
            exported_at: SystemClock::default().now().wall_ms,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            answers: !self.without_answers,
        };
        Ok(log.export(&header, output)?)
    }
}
