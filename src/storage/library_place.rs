//! Where a library is read from, so that it can be read again.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    error::StoreError,
    scenario_folders::{Extent, pack_root, packs, packs_of, read_file, yaml_files},
};
use crate::library::{Library, Problem, Source};

/// What a library is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryPlace {
    /// Everything that can be reached: built in, in the data directory, and in folders given by hand.
    Everything {
        /// Where the learner's own scenarios and the installed packs lie.
        data_dir: PathBuf,
        /// Folders given by hand.
        given: Vec<PathBuf>,
    },
    /// Some files and folders, with the packs around them and what is built in.
    Around(Vec<PathBuf>),
}

/// A library, and which of its files were meant.
#[derive(Debug)]
pub struct LibraryReading {
    /// The library.
    pub library: Library,
    /// The names of the files that were asked for; `None` where that is all of them.
    pub files: Option<BTreeSet<String>>,
}

/// When each file was changed last, and how long it is in bytes.
pub type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl LibraryPlace {
    /// Reads everything anew.
    pub fn read(&self) -> Result<LibraryReading, StoreError> {
        Ok(match self {
            Self::Everything { data_dir, given } => LibraryReading {
                library: Library::load(packs(data_dir, given, Extent::Whole)),
                files: None,
            },
            Self::Around(paths) => {
                let asked = packs_of(paths)?;
                LibraryReading {
                    library: Library::load(asked.packs),
                    files: Some(asked.files),
                }
            }
        })
    }

    /// Reads everything anew as far as a listing needs; the steps of a scenario are read when they are asked for.
    pub fn listing(&self) -> Result<Library, StoreError> {
        Ok(match self {
            Self::Everything { data_dir, given } => {
                Library::load_heads(packs(data_dir, given, Extent::Heads), read_whole)
            }
            Self::Around(_) => self.read()?.library,
        })
    }

    /// The state of every file that reading would read, without reading one.
    pub fn stamps(&self) -> Stamps {
        let mut files = Vec::new();
        for root in self.roots() {
            if root.is_dir() {
                files.extend(yaml_files(&root));
            } else {
                files.push(root);
            }
        }
        files.into_iter().filter_map(stamp).collect()
    }

    fn roots(&self) -> Vec<PathBuf> {
        match self {
            Self::Everything { data_dir, given } => {
                let own = [data_dir.join("scenarios"), data_dir.join("packs")];
                own.into_iter().chain(given.iter().cloned()).collect()
            }
            Self::Around(paths) => {
                let root = |path: &PathBuf| pack_root(path).unwrap_or_else(|| path.clone());
                paths.iter().map(root).collect()
            }
        }
    }
}

fn read_whole(name: &str) -> Result<Source, Box<Problem>> {
    read_file(Path::new(name), Extent::Whole)
}

/// `None` for a file that is not there, as it is for a moment while an editor puts a new one in its place.
fn stamp(path: PathBuf) -> Option<(PathBuf, (Option<SystemTime>, u64))> {
    let about = fs::metadata(Path::new(&path)).ok()?;
    Some((path, (about.modified().ok(), about.len())))
}
