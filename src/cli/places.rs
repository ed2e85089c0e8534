//! Where things lie, as every command may be told.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;

use crate::{
    domain::Moment,
    library::Library,
    storage::{self, LibraryPlace, Log, Settings},
};

/// Where things lie; every command takes these.
#[derive(Clone, Debug, Args)]
pub struct Places {
    /// Keep progress here instead of in the platform's data directory
    #[arg(long, global = true, env = "FIREDRILL_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Read this configuration file instead of the one in the platform's configuration directory
    #[arg(long, global = true, env = "FIREDRILL_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Also load this folder of scenarios; may be given again
    #[arg(long, global = true, value_name = "DIR")]
    pub pack: Vec<PathBuf>,
}

impl Places {
    /// The scenarios that can be reached from here, each read to its end when it is asked for.
    pub fn library(&self) -> anyhow::Result<Library> {
        Ok(self.library_place()?.listing()?)
    }

    /// Where [`Self::library`] reads from.
    pub fn library_place(&self) -> anyhow::Result<LibraryPlace> {
        Ok(LibraryPlace::Everything {
            data_dir: storage::data_dir(self.data_dir.clone())?,
            given: self.given()?,
        })
    }

    /// The folders of scenarios that were configured and given.
    fn given(&self) -> anyhow::Result<Vec<PathBuf>> {
        let mut given = self.settings()?.packs.value;
        given.extend(self.pack.iter().cloned());
        Ok(given)
    }

    /// The configuration file, whether it is there or not.
    pub fn configuration_file(&self) -> anyhow::Result<PathBuf> {
        Ok(storage::configuration_file(self.config.clone())?)
    }

    /// What the configuration file and the environment set. A file that was asked for has to be there.
    pub fn settings(&self) -> anyhow::Result<Settings> {
        // Where the platform has no place for a configuration there is none.
        let file = self.configuration_file().unwrap_or_default();
        if self.config.is_some() && !file.exists() {
            bail!("there is no configuration file `{}`", file.display());
        }
        let settings = storage::read_settings(&file);
        settings.with_context(|| format!("cannot read `{}`", file.display()))
    }

    /// The file in which progress is kept.
    pub fn progress_file(&self) -> anyhow::Result<PathBuf> {
        let folder = storage::data_dir(self.data_dir.clone())?;
        Ok(storage::progress_file(&folder))
    }

    /// The log, for reading only; an empty one where nothing has been kept yet.
    pub fn read_log(&self) -> anyhow::Result<Log> {
        if let Some(given) = &self.data_dir {
            anyhow::ensure!(
                !given.exists() || given.is_dir(),
                "`{}` is no folder; `--data-dir` is where progress lies",
                given.display()
            );
        }
        let log = match Log::open_read_only(&self.progress_file()?)? {
            Some(log) => log,
            None => Log::in_memory()?,
        };
        Ok(log.with_daily_minutes(self.settings()?.daily_minutes.value))
    }

    /// The log, for writing.
    pub fn open_log(&self, now: Moment) -> anyhow::Result<Log> {
        Ok(Log::open(&self.progress_file()?, now)?)
    }
}
