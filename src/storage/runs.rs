//! Reading a run back, to carry it on.

use rusqlite::OptionalExtension as _;

use super::{
    attempts::{COLUMNS, attempt},
    error::StoreError,
    log::Log,
};
use crate::progress::{Attempt, Purpose, Run};

impl Log {
    /// The run `id`; `None` where nothing of it is in the log.
    pub fn run(&self, id: &str) -> Result<Option<Run>, StoreError> {
        let sql = "SELECT id, device, purpose, plan, started_at, utc_offset FROM run WHERE id = ?";
        self.connection
            .prepare_cached(sql)
            .and_then(|mut statement| {
                let run = statement.query_row([id], |row| {
                    let purpose = row.get::<_, String>(2)?;
                    Ok(Run {
                        id: row.get(0)?,
                        device: row.get(1)?,
                        purpose: Purpose::parse(&purpose).unwrap_or(Purpose::Drill),
                        plan: row.get(3)?,
                        started_at: row.get(4)?,
                        utc_offset: row.get(5)?,
                    })
                });
                run.optional()
            })
            .map_err(self.refused("the run"))
    }

    /// The attempts of the run `id`, oldest first.
    pub fn attempts_of(&self, id: &str) -> Result<Vec<Attempt>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM attempt WHERE run = ? ORDER BY submitted_at, id");
        let read = || {
            self.connection
                .prepare_cached(&sql)?
                .query_map([id], attempt)?
                .filter_map(Result::transpose)
                .collect::<rusqlite::Result<Vec<_>>>()
        };
        read().map_err(self.refused("the run"))
    }

    /// The mock interviews, the newest first.
    pub fn interviews(&self) -> Result<Vec<Run>, StoreError> {
        let sql = "SELECT id FROM run WHERE purpose IN ('mock', 'facilitated') ORDER BY started_at DESC, id DESC";
        let read = || {
            self.connection
                .prepare_cached(sql)?
                .query_map([], |row| row.get::<_, String>(0))?
                .collect::<rusqlite::Result<Vec<_>>>()
        };
        let ids = read().map_err(self.refused("the interviews"))?;
        let runs = ids.iter().map(|id| self.run(id));
        Ok(runs
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    /// How often the clock of the run `id` was stopped, by leaving it too.
    pub fn pauses_of(&self, id: &str) -> Result<usize, StoreError> {
        self.connection
            .prepare_cached(
                "SELECT count(*) FROM event WHERE run = ? AND kind IN ('pause', 'left')",
            )
            .and_then(|mut statement| statement.query_row([id], |row| row.get::<_, u32>(0)))
            .map(|count| count as usize)
            .map_err(self.refused("the run"))
    }
}
