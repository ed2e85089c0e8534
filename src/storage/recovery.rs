//! A way on from a damaged file: it is put aside, and what can be read of it goes into a new one.

use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};

use super::{
    backup::backups,
    derived::rebuild,
    error::StoreError,
    log::{Log, open_for_reading},
    presence::Presence,
    rows::{find_like, insert},
    salvage::{every_draft, every_row, read_in_spite_of_damage},
};
use crate::{
    domain::Moment,
    progress::{Line, MINUTES_PER_DAY},
};

impl Log {
    /// Opens the log at `path`, making the file and its folders where there are none.
    ///
    /// A file of another program or of a newer version is refused and left as it is; one of an older version is copied
    /// and brought up to date. A damaged one is put aside as `progress-damaged-MILLISECONDS.db`, what can be read of it
    /// goes into a new file, and [`Log::notice`] says so; while another process has it open, it is left alone.
    pub fn open(path: &Path, now: Moment) -> Result<Self, StoreError> {
        match Self::open_sound(path, now) {
            Err(StoreError::Damaged { reason, .. }) => Self::recover(path, &reason, now),
            opened => opened,
        }
    }

    /// Opens the log at `path`, or one in memory where that place cannot be written to; [`Log::notice`] says so then.
    /// A file of another program or of a newer version is still refused.
    pub fn open_or_in_memory(path: &Path, now: Moment) -> Result<Self, StoreError> {
        match Self::open(path, now) {
            Err(error @ (StoreError::Foreign { .. } | StoreError::Newer { .. })) => Err(error),
            Err(error) => {
                let mut log = Self::in_memory()?;
                log.notice = Some(format!("nothing is kept beyond this session: {error}"));
                Ok(log)
            }
            opened => opened,
        }
    }

    /// Puts the file at `path` aside, sound or not, and reads what can be read of it into a new one; refused while
    /// another process has it open.
    pub fn repair(path: &Path, now: Moment) -> Result<Self, StoreError> {
        if let Err(error @ (StoreError::Foreign { .. } | StoreError::Newer { .. })) =
            Self::open_sound(path, now)
        {
            return Err(error);
        }
        Self::recover(path, "a repair was asked for", now)
    }

    /// Opens a damaged log, for [`Log::export`] only: what can be read is written out, row by row. Writes nothing.
    pub fn open_damaged(path: &Path) -> Result<Self, StoreError> {
        let refused = |source| StoreError::of("progress", path, source);
        let connection = open_for_reading(path).map_err(refused)?;
        read_in_spite_of_damage(&connection).map_err(refused)?;
        Ok(Self {
            connection,
            path: path.to_owned(),
            device: String::new(),
            presence: Presence::default(),
            notice: Some("the progress file is damaged".to_owned()),
            daily_minutes: MINUTES_PER_DAY,
        })
    }

    fn recover(path: &Path, reason: &str, now: Moment) -> Result<Self, StoreError> {
        let presence = Presence::alone(path)?;
        let aside = put_aside(path, now).map_err(|source| StoreError::Folder {
            path: path.to_owned(),
            source,
        })?;
        presence.share();
        let mut log = Self::open_present(path, now, Some(presence))?;
        let (kept, lost) = log.take_from(&aside)?;
        let mut notice = format!(
            "the progress file was damaged ({reason}); it lies at `{}`, {kept} of its records are in a new one, {lost} could not be read",
            aside.display()
        );
        // What could not be read may have been copied before.
        if let Some(copy) = backups(path).first()
            && let (more @ 1.., _) = log.take_from(&copy.path)?
        {
            let _ = write!(
                notice,
                "; {more} more came from the copy `{}`",
                copy.path.display()
            );
        }
        log.notice = Some(notice);
        Ok(log)
    }

    /// Goes back to the copy `from`, or to the newest one, and takes over what can be read of the present file, which is
    /// put aside; refused while another process has it open.
    pub fn restore(path: &Path, from: Option<&Path>, now: Moment) -> Result<Self, StoreError> {
        let newest = || backups(path).into_iter().next().map(|copy| copy.path);
        let copy = from.map(Path::to_owned).or_else(newest);
        let Some(copy) = copy else {
            return Err(StoreError::NoCopy {
                path: path.to_owned(),
            });
        };
        let is_one = Self::open_read_only(&copy)?
            .is_some_and(|log| log.faults().is_ok_and(|faults| faults.is_empty()));
        if !is_one {
            return Err(StoreError::NoCopy {
                path: path.to_owned(),
            });
        }
        let failed = |source| StoreError::Folder {
            path: path.to_owned(),
            source,
        };
        let presence = Presence::alone(path)?;
        let aside = if path.exists() {
            Some(put_aside(path, now).map_err(failed)?)
        } else {
            None
        };
        fs::copy(&copy, path).map_err(failed)?;
        presence.share();
        let mut log = Self::open_present(path, now, Some(presence))?;
        let mut notice = format!("restored from `{}`", copy.display());
        if let Some(aside) = aside {
            let (kept, lost) = log.take_from(&aside)?;
            let ending = if kept == 1 { "" } else { "s" };
            let _ = write!(
                notice,
                "; {kept} record{ending} more came from the file before, which lies at `{}`, {lost} could not be read",
                aside.display()
            );
        }
        log.notice = Some(notice);
        Ok(log)
    }

    /// Takes over what can be read of the file at `aside`; how many records that was, and how many were lost.
    fn take_from(&mut self, aside: &Path) -> Result<(u64, u64), StoreError> {
        let refused = self.refused("what could be read of the damaged file");
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let Ok(damaged) = Connection::open_with_flags(aside, flags) else {
            return Ok((0, 0));
        };
        read_in_spite_of_damage(&damaged).map_err(&refused)?;
        let transaction = self.connection.transaction().map_err(&refused)?;
        let (mut kept, mut unfit) = (0, 0);
        let mut full = None;
        let lost = every_row(&damaged, |line| match keep(&transaction, line) {
            Ok(true) => kept += 1,
            Ok(false) => unfit += 1,
            Err(error) => full = Some(error),
        });
        if let Some(error) = full {
            return Err(refused(error));
        }
        rebuild(&transaction, &mut || {}).map_err(&refused)?;
        transaction.commit().map_err(&refused)?;
        for draft in every_draft(&damaged) {
            self.save_draft(&draft)?;
        }
        Ok((kept, lost + unfit))
    }
}

/// Keeps a record that was read, unless damage made it contradict the schema or another record.
fn keep(connection: &Connection, line: &Line) -> rusqlite::Result<bool> {
    if find_like(connection, line)?.is_some() {
        return Ok(false);
    }
    match insert(connection, line) {
        Ok(()) => Ok(true),
        Err(rusqlite::Error::SqliteFailure(error, _))
            if error.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// Renames the file together with what belongs to it; where it lies now.
fn put_aside(path: &Path, now: Moment) -> io::Result<PathBuf> {
    let aside = path.with_file_name(format!("progress-damaged-{}.db", now.wall_ms));
    fs::rename(path, &aside)?;
    for ending in ["-wal", "-shm"] {
        let with_ending = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        match fs::rename(with_ending(path), with_ending(&aside)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(aside)
}
