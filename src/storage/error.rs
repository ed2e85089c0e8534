//! What could not be kept or read, where, why, and what to do about it.

use std::{
    io,
    path::{Path, PathBuf},
};

use rusqlite::ErrorCode;
use thiserror::Error;

/// Something the store refused. Nothing that was kept before is touched by it.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The platform names no place for data.
    #[error(
        "this system names no folder for data; give one with `--data-dir DIR` or `FIREDRILL_DATA_DIR`"
    )]
    NoPlace,
    /// A path that was asked for is not there.
    #[error("there is no `{}`", path.display())]
    NoSuchPath {
        /// The path.
        path: PathBuf,
    },
    /// The folder cannot be made.
    #[error(
        "cannot make the folder `{}`: {source}; give another with `--data-dir DIR`",
        path.display()
    )]
    Folder {
        /// The folder.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The file belongs to another program.
    #[error(
        "`{}` is not a Firedrill file, and was left alone; move it away or give another folder with `--data-dir DIR`",
        path.display()
    )]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a newer program.
    #[error(
        "`{}` was written by a newer Firedrill (its schema is {found}, this one knows {known}), and was left alone; use the newer one",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The schema of the file.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// The file is not a whole database any more.
    #[error(
        "`{}` is damaged: {reason}; `firedrill doctor --repair` puts it aside and reads what can be read into a new one",
        path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// There is no copy of the file.
    #[error("there is no copy of `{}` to go back to; give one with `firedrill doctor --restore FILE`", path.display())]
    NoCopy {
        /// The file.
        path: PathBuf,
    },
    /// The file is from the founding days and has to be brought up to date before it can be read.
    #[error("`{}` was written by an early Firedrill; `firedrill doctor --rebuild` brings it up to date", path.display())]
    Early {
        /// The file.
        path: PathBuf,
    },
    /// The file would have to be put aside while another process works with it.
    #[error(
        "`{}` is damaged or to be repaired, but another Firedrill has it open and was left alone; leave that one first, then try again",
        path.display()
    )]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error(
        "the disk is full: cannot keep {what} in `{}`; free some space, saving is tried again",
        path.display()
    )]
    Full {
        /// What was to be kept.
        what: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// The system does not write or read the file, though it allows it.
    #[error(
        "the disk refuses ({reason}): cannot keep or read {what} in `{}`; see to its space and its health, saving is tried again",
        path.display()
    )]
    Disk {
        /// What was to be kept or read.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// SQLite's reason.
        reason: String,
    },
    /// Another process holds the file.
    #[error(
        "cannot keep {what} in `{}`: another Firedrill is writing to it; saving is tried again",
        path.display()
    )]
    Busy {
        /// What was to be kept.
        what: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// The file or its folder cannot be written to.
    #[error(
        "cannot keep {what} in `{}`: it cannot be written to ({reason}); give another folder with `--data-dir DIR`",
        path.display()
    )]
    NotWritable {
        /// What was to be kept.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// SQLite's reason.
        reason: String,
    },
    /// Any other refusal.
    #[error("cannot keep or read {what} in `{}`: {source}", path.display())]
    Refused {
        /// What was to be kept or read.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// SQLite's reason.
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// Sorts SQLite's reason by what can be done about it. `what` is what was to be kept or read.
    pub(super) fn of(what: &'static str, path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full { what, path },
            Some(ErrorCode::SystemIoFailure) => Self::Disk {
                what,
                path,
                reason: source.to_string(),
            },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { what, path },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::NotWritable {
                    what,
                    path,
                    reason: source.to_string(),
                }
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged {
                path,
                reason: source.to_string(),
            },
            _ => Self::Refused { what, path, source },
        }
    }

    /// Whether trying again later may help without anybody doing anything.
    pub const fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Busy { .. } | Self::Full { .. } | Self::Disk { .. }
        )
    }
}
