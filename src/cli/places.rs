//! Where things lie, as every command may be told.

use std::path::PathBuf;

use clap::Args;

use crate::{
    domain::Moment,
    library::Library,
    storage::{self, Extent, LibraryPlace, Log},
};

/// Where things lie; every command takes these.
#[derive(Clone, Debug, Args)]
pub struct Places {
    /// Keep progress here instead of in the platform's data directory
    #[arg(long, global = true, env = "FIREDRILL_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Also load this folder of scenarios; may be given again
    #[arg(long, global = true, value_name = "DIR")]
    pub pack: Vec<PathBuf>,
}

impl Places {
    /// The scenarios that can be reached from here.
    pub fn library(&self) -> anyhow::Result<Library> {
        self.read(Extent::Whole)
    }

    /// Where [`Self::library`] reads from.
    pub fn library_place(&self) -> anyhow::Result<LibraryPlace> {
        Ok(LibraryPlace::Everything {
            data_dir: storage::data_dir(self.data_dir.clone())?,
            given: self.pack.clone(),
        })
    }

    /// The same for a listing: the steps are not there.
    pub fn listing(&self) -> anyhow::Result<Library> {
        self.read(Extent::Heads)
    }

    fn read(&self, extent: Extent) -> anyhow::Result<Library> {
        let data_dir = storage::data_dir(self.data_dir.clone())?;
        Ok(Library::load(storage::packs(&data_dir, &self.pack, extent)))
    }

    /// The file in which progress is kept.
    pub fn progress_file(&self) -> anyhow::Result<PathBuf> {
        let folder = storage::data_dir(self.data_dir.clone())?;
        Ok(storage::progress_file(&folder))
    }

    /// The log, for reading only; an empty one where nothing has been kept yet.
    pub fn read_log(&self) -> anyhow::Result<Log> {
        match Log::open_read_only(&self.progress_file()?)? {
            Some(log) => Ok(log),
            None => Ok(Log::in_memory()?),
        }
    }

    /// The log, for writing.
    pub fn open_log(&self, now: Moment) -> anyhow::Result<Log> {
        Ok(Log::open(&self.progress_file()?, now)?)
    }
}
