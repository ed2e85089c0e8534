//! Reading attempts back.

use rusqlite::{OptionalExtension as _, Row};

use super::{error::StoreError, log::Log};
use crate::{
    domain::ScenarioId,
    progress::{Attempt, Part},
    scoring::Scorecard,
};

pub(super) const COLUMNS: &str =
    "id, run, scenario, step, part, parent, criterion, register, submitted_at, utc_offset,
    active_ms, hints, template, timed_out, scheduled, engine, rubric, answer, card";

impl Log {
    /// The attempt `id`; `None` where there is none, or where its scorecard was written by a newer program in a
    /// way this one cannot show.
    pub fn attempt(&self, id: &str) -> Result<Option<Attempt>, StoreError> {
        self.connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM attempt WHERE id = ?"))
            .and_then(|mut statement| statement.query_row([id], attempt).optional())
            .map(Option::flatten)
            .map_err(self.refused("an answer"))
    }

    /// The attempts at one step, oldest first, probes and retypes among them.
    pub fn attempts_at(
        &self,
        scenario: &ScenarioId,
        step: &str,
    ) -> Result<Vec<Attempt>, StoreError> {
        let scenario = scenario.to_string();
        let read = || {
            self.connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} FROM attempt WHERE scenario = ? AND step = ? ORDER BY submitted_at, id"
                ))?
                .query_map([scenario.as_str(), step], attempt)?
                .filter_map(Result::transpose)
                .collect::<rusqlite::Result<Vec<_>>>()
        };
        read().map_err(self.refused("the answers"))
    }
}

/// Reads one row of [`COLUMNS`].
pub(super) fn attempt(row: &Row<'_>) -> rusqlite::Result<Option<Attempt>> {
    let (Some(scenario), Some(part), Ok(card)) = (
        ScenarioId::parse(&row.get::<_, String>(2)?),
        Part::parse(&row.get::<_, String>(4)?),
        serde_json::from_str::<Scorecard>(&row.get::<_, String>(18)?),
    ) else {
        return Ok(None);
    };
    Ok(Some(Attempt {
        id: row.get(0)?,
        run: row.get(1)?,
        scenario,
        step: row.get(3)?,
        part,
        parent: row.get(5)?,
        criterion: row.get(6)?,
        register: row.get(7)?,
        submitted_at: row.get(8)?,
        utc_offset: row.get(9)?,
        active_ms: u64::try_from(row.get::<_, i64>(10)?).unwrap_or(0),
        hints: row.get(11)?,
        template: row.get(12)?,
        timed_out: row.get(13)?,
        scheduled: row.get(14)?,
        engine: row.get(15)?,
        rubric: row.get(16)?,
        answer: row.get(17)?,
        card,
    }))
}
