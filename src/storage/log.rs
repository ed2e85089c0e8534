//! The progress file, opened: checked, brought up to date, and never taken for what it is not.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, OptionalExtension as _, TransactionBehavior};

use super::{
    derived::catch_up,
    error::StoreError,
    founding::{bring_up, is_founding},
    places::fresh_seed,
    presence::Presence,
    schema::{APPLICATION_ID, MIGRATIONS},
};
use crate::{
    domain::Moment,
    progress::{Identities, MINUTES_PER_DAY},
};

/// A file of less than this many bytes is checked whenever it is opened; a larger one when it was not left cleanly.
const SMALL: u64 = 4 << 20;

/// How long an attempt waits for another process to finish writing.
pub const ATTEMPT_PATIENCE: Duration = Duration::from_secs(2);

/// Where a log lies that is in no file; SQLite's name for it.
const IN_MEMORY: &str = ":memory:";

/// The append-only log of everything the learner did, and the drafts in hand.
#[derive(Debug)]
pub struct Log {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pub(super) device: String,
    pub(super) notice: Option<String>,
    /// The minutes of review that a day may ask for.
    pub(super) daily_minutes: u32,
    #[expect(dead_code, reason = "it counts for as long as it is there")]
    pub(super) presence: Presence,
}

impl Log {
    /// The same log, with an agenda of so many minutes a day.
    #[must_use]
    pub const fn with_daily_minutes(mut self, minutes: u32) -> Self {
        self.daily_minutes = minutes;
        self
    }

    /// Opens a sound log at `path`, making the file and its folders where there are none.
    ///
    /// A file of another program or of a newer version is refused and left as it is; one of an older version
    /// is copied to `progress-vN-MILLISECONDS.db` beside it and then brought up to date.
    pub(super) fn open_sound(path: &Path, now: Moment) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|source| StoreError::Folder {
                path: folder.to_owned(),
                source,
            })?;
        }
        Self::open_present(path, now, None)
    }

    /// The same under a claim that was made before, if there was one.
    pub(super) fn open_present(
        path: &Path,
        now: Moment,
        presence: Option<Presence>,
    ) -> Result<Self, StoreError> {
        let refused = |source| StoreError::of("progress", path, source);
        let looks_left_cleanly = !journal(path).exists();
        let mut connection = Connection::open(path).map_err(refused)?;
        connection.busy_timeout(ATTEMPT_PATIENCE).map_err(refused)?;
        let version = version(&connection, path)?;
        // Only now: beside another program's file nothing is put.
        let presence = presence.map_or_else(|| Presence::shared(path), Ok)?;
        if !looks_left_cleanly || fs::metadata(path).is_ok_and(|file| file.len() < SMALL) {
            quick_check(&connection, path)?;
        }
        connection
            .pragma_update(None, "journal_mode", "WAL")
            .map_err(refused)?;
        connection
            .pragma_update(None, "synchronous", "FULL")
            .map_err(refused)?;
        if version > 0 && version < newest_version() {
            let copy = path.with_file_name(format!("progress-v{version}-{}.db", now.wall_ms));
            connection
                .execute("VACUUM INTO ?1", [copy.to_string_lossy()])
                .map_err(refused)?;
        }
        migrate(&mut connection, MIGRATIONS).map_err(refused)?;
        let log = Self::start(connection, path, now)?;
        Ok(Self { presence, ..log })
    }

    /// Opens the log at `path` for reading only; `None` where there is no file. Writes nothing.
    pub fn open_read_only(path: &Path) -> Result<Option<Self>, StoreError> {
        if !path.exists() {
            return Ok(None);
        }
        let refused = |source| StoreError::of("progress", path, source);
        let connection = open_for_reading(path).map_err(refused)?;
        connection.busy_timeout(ATTEMPT_PATIENCE).map_err(refused)?;
        if version(&connection, path)? == 0 {
            return Ok(None);
        }
        if is_founding(&connection).map_err(refused)? {
            return Err(StoreError::Early {
                path: path.to_owned(),
            });
        }
        let device = device(&connection).map_err(refused)?.unwrap_or_default();
        Ok(Some(Self {
            connection,
            path: path.to_owned(),
            device,
            notice: None,
            daily_minutes: MINUTES_PER_DAY,
            presence: Presence::default(),
        }))
    }

    /// A log that lasts as long as this value.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = Path::new(IN_MEMORY);
        let refused = |source| StoreError::of("progress", path, source);
        let mut connection = Connection::open_in_memory().map_err(refused)?;
        migrate(&mut connection, MIGRATIONS).map_err(refused)?;
        Self::start(connection, path, Moment::default())
    }

    /// The identity of this store, which its runs carry.
    pub fn device(&self) -> &str {
        &self.device
    }

    /// What the learner has to know about this log, if anything: that it was mended, or that it will not last.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// Whether what is kept here outlives this value.
    pub fn lasts(&self) -> bool {
        self.path != Path::new(IN_MEMORY)
    }

    /// Where the log lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn start(connection: Connection, path: &Path, now: Moment) -> Result<Self, StoreError> {
        let refused = |source| StoreError::of("progress", path, source);
        let transaction = connection.unchecked_transaction().map_err(refused)?;
        catch_up(&transaction).map_err(refused)?;
        transaction.commit().map_err(refused)?;
        let device = match device(&connection).map_err(refused)? {
            Some(device) => device,
            None => new_device(&connection, now).map_err(refused)?,
        };
        Ok(Self {
            connection,
            path: path.to_owned(),
            device,
            notice: None,
            daily_minutes: MINUTES_PER_DAY,
            presence: Presence::default(),
        })
    }

    /// Names SQLite's reason for not keeping or reading `what`.
    pub(super) fn refused(
        &self,
        what: &'static str,
    ) -> impl Fn(rusqlite::Error) -> StoreError + use<> {
        let path = self.path.clone();
        move |source| StoreError::of(what, &path, source)
    }
}

/// The newest schema this program knows.
pub fn newest_version() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The schema version of the file, 0 for an empty one; refuses foreign and newer files.
fn version(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let refused = |source| StoreError::of("progress", path, source);
    let number = |pragma: &str| {
        connection
            .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
            .map_err(refused)
    };
    let application = number("application_id")?;
    let found = number("user_version")?;
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(refused)?;
    if application != APPLICATION_ID && (application != 0 || found != 0 || tables != 0) {
        return Err(StoreError::Foreign {
            path: path.to_owned(),
        });
    }
    if found > newest_version() {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known: newest_version(),
        });
    }
    Ok(found)
}

/// Applies what is missing of `migrations` in one transaction.
fn migrate(connection: &mut Connection, migrations: &[&str]) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let done = usize::try_from(found).unwrap_or(0);
    if let (1, Some(schema)) = (done, migrations.first())
        && is_founding(&transaction)?
    {
        bring_up(&transaction, schema)?;
    }
    for statements in migrations.iter().skip(done) {
        transaction.execute_batch(statements)?;
    }
    if done < migrations.len() {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(
            None,
            "user_version",
            i64::try_from(migrations.len()).unwrap_or(i64::MAX),
        )?;
    }
    transaction.commit()
}

/// Opens a file without changing a byte of its folder. A log that was closed properly has no `-wal` file beside it,
/// and is read as it is; with one, the readers' locks of SQLite are needed.
pub fn open_for_reading(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if journal(path).exists() {
        return Connection::open_with_flags(path, flags);
    }
    let mut name = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        let _ = write!(name, "%{byte:02x}");
    }
    name.push_str("?immutable=1");
    Connection::open_with_flags(name, flags | OpenFlags::SQLITE_OPEN_URI)
}

/// Where SQLite keeps what is not in the file itself yet.
pub fn journal(path: &Path) -> PathBuf {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    journal.into()
}

/// Refuses a file whose structure is broken.
fn quick_check(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let found: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|source| StoreError::of("progress", path, source))?;
    if found == "ok" {
        return Ok(());
    }
    Err(StoreError::Damaged {
        path: path.to_owned(),
        reason: found,
    })
}

fn device(connection: &Connection) -> rusqlite::Result<Option<String>> {
    connection
        .query_row(
            "SELECT value FROM setting WHERE key = 'device'",
            [],
            |row| row.get(0),
        )
        .optional()
}

/// Gives the store an identity, unless another process was quicker.
fn new_device(connection: &Connection, now: Moment) -> rusqlite::Result<String> {
    let fresh = Identities::new(fresh_seed()).next(now);
    connection.execute(
        "INSERT OR IGNORE INTO setting (key, value) VALUES ('device', ?1)",
        [&fresh],
    )?;
    Ok(device(connection)?.unwrap_or(fresh))
}

#[cfg(test)]
mod tests {
    use super::{Connection, Log, MIGRATIONS, Moment, migrate};
    use crate::progress::Catalogue;

    #[test]
    fn a_file_of_the_first_version_can_be_read_without_changing_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.db");
        let mut connection = Connection::open(&path).unwrap();
        migrate(&mut connection, &MIGRATIONS[..1]).unwrap();
        drop(connection);
        let log = Log::open_read_only(&path).unwrap().unwrap();
        let overview = log.overview(&Catalogue::default(), Moment::default());
        assert_eq!(overview.unwrap().phrases, []);
    }
}
