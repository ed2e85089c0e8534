//! Where progress is kept, and the seed for its identities.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use uuid::{NoContext, Timestamp, Uuid};

use super::error::StoreError;

/// The folder for progress: the one asked for, else the platform's data directory.
pub fn data_dir(asked: Option<PathBuf>) -> Result<PathBuf, StoreError> {
    match asked {
        Some(folder) => Ok(folder),
        None => ProjectDirs::from("", "", "firedrill")
            .map(|places| places.data_dir().to_owned())
            .ok_or(StoreError::NoPlace),
    }
}

/// The progress file in `folder`.
pub fn progress_file(folder: &Path) -> PathBuf {
    folder.join("progress.db")
}

/// A seed nobody can guess, for [`Identities`](crate::progress::Identities).
pub fn fresh_seed() -> u64 {
    // The low half of a UUID version 7 is random from the operating system.
    let timestamp = Timestamp::from_unix(NoContext, 0, 0);
    Uuid::new_v7(timestamp).as_u64_pair().1
}
