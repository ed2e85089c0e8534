//! Where things lie, as every command may be told.

use std::path::PathBuf;

use clap::Args;

use crate::{library::Library, storage};

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
        let data_dir = storage::data_dir(self.data_dir.clone())?;
        Ok(Library::load(storage::packs(&data_dir, &self.pack)))
    }
}
