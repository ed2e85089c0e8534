//! Copies of the progress file beside it: one a day at most, the newest ones kept.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{error::StoreError, log::Log};
use crate::domain::Moment;

/// How many copies are kept.
const KEPT: usize = 3;

/// A copy is made when the newest one is this many milliseconds old: a day.
const AGE: u64 = 86_400_000;

/// What the name of a copy begins with; the milliseconds since 1970 follow.
const NAME: &str = "progress-backup-";

/// A copy of the progress file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made, in milliseconds since 1970, UTC.
    pub made_at: i64,
}

impl Log {
    /// Copies the file if something was kept since the newest copy and that is a day old; says where the copy lies.
    pub fn back_up(&self, now: Moment) -> Result<Option<Backup>, StoreError> {
        let newest = backups(self.path()).into_iter().next();
        let is_fresh = newest.is_some_and(|newest| newest.made_at.abs_diff(now.wall_ms) < AGE);
        if !self.lasts() || is_fresh {
            return Ok(None);
        }
        let refused = self.refused("a copy of the progress");
        let kept = self.kept_so_far().map_err(&refused)?;
        if kept.is_empty() || Some(&kept) == self.kept_at_backup().map_err(&refused)?.as_ref() {
            return Ok(None);
        }
        let path = self
            .path()
            .with_file_name(format!("{NAME}{}.db", now.wall_ms));
        let part = path.with_extension("part");
        let failed = |source| StoreError::Folder {
            path: path.clone(),
            source,
        };
        remove(&part).map_err(failed)?;
        self.connection
            .execute("VACUUM INTO ?1", [part.to_string_lossy()])
            .map_err(&refused)?;
        fs::rename(&part, &path).map_err(failed)?;
        self.connection
            .execute(
                "INSERT OR REPLACE INTO setting (key, value) VALUES ('backed_up', ?)",
                [kept],
            )
            .map_err(&refused)?;
        for old in backups(self.path()).into_iter().skip(KEPT) {
            remove(&old.path).map_err(failed)?;
        }
        let made_at = now.wall_ms;
        Ok(Some(Backup { path, made_at }))
    }

    /// How far the log goes, as text; empty for an empty one.
    fn kept_so_far(&self) -> rusqlite::Result<String> {
        let sql = "SELECT (SELECT max(rowid) FROM attempt), (SELECT max(rowid) FROM event)";
        self.connection.query_row(sql, [], |row| {
            let ends: [Option<i64>; 2] = [row.get(0)?, row.get(1)?];
            Ok(match ends {
                [None, None] => String::new(),
                [attempts, events] => format!("{attempts:?} {events:?}"),
            })
        })
    }

    fn kept_at_backup(&self) -> rusqlite::Result<Option<String>> {
        let sql = "SELECT max(value) FROM setting WHERE key = 'backed_up'";
        self.connection.query_row(sql, [], |row| row.get(0))
    }
}

/// The copies of the progress file at `path`, the newest first.
pub fn backups(path: &Path) -> Vec<Backup> {
    let folder = path.parent().map(fs::read_dir);
    let Some(Ok(entries)) = folder else {
        return vec![];
    };
    let mut backups: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str()?;
            let time = name.strip_prefix(NAME)?.strip_suffix(".db")?;
            let made_at = time.parse().ok()?;
            Some(Backup { path, made_at })
        })
        .collect();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.made_at));
    backups
}

/// Removes a file, if it is there.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
