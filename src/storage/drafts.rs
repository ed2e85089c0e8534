//! Text that has not been submitted yet: kept while it is typed, forgotten when it is submitted or discarded.

use std::time::Duration;

use rusqlite::{Connection, Row, params};

use super::{
    error::StoreError,
    log::{ATTEMPT_PATIENCE, Log},
};
use crate::{
    domain::ScenarioId,
    progress::{Draft, DraftKey},
};

/// A draft does not make the learner wait; the next second tries again.
const DRAFT_PATIENCE: Duration = Duration::from_millis(50);

impl Log {
    /// Keeps `draft` in place of what was kept of the same field.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let refused = self.refused("the draft");
        self.connection
            .busy_timeout(DRAFT_PATIENCE)
            .map_err(&refused)?;
        let kept = put_draft(&self.connection, draft).map_err(&refused);
        self.connection
            .busy_timeout(ATTEMPT_PATIENCE)
            .map_err(&refused)?;
        kept
    }

    /// Forgets what `key` names.
    pub fn discard_draft(&mut self, key: &DraftKey) -> Result<(), StoreError> {
        delete_draft(&self.connection, key).map_err(self.refused("the end of the draft"))
    }

    /// Every draft, the newest first.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        drafts(&self.connection).map_err(self.refused("the drafts"))
    }
}

fn put_draft(connection: &Connection, draft: &Draft) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO draft (run, scenario, step, field, text, caret, active_ms, saved_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            draft.run,
            draft.scenario.to_string(),
            draft.step,
            draft.field,
            draft.text,
            i64::try_from(draft.caret).unwrap_or(i64::MAX),
            i64::try_from(draft.active_ms).unwrap_or(i64::MAX),
            draft.saved_at
        ])?;
    Ok(())
}

/// Deletes the drafts that `key` names; part of the transaction that keeps the answer.
pub(super) fn delete_draft(connection: &Connection, key: &DraftKey) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM draft WHERE run = ?1 AND step = ?2 AND (?3 IS NULL OR field = ?3)",
        )?
        .execute(params![key.run, key.step, key.field])?;
    Ok(())
}

fn drafts(connection: &Connection) -> rusqlite::Result<Vec<Draft>> {
    let mut statement = connection.prepare_cached(
        "SELECT run, scenario, step, field, text, caret, active_ms, saved_at FROM draft
         ORDER BY saved_at DESC, run, step, field",
    )?;
    statement
        .query_map([], draft)?
        .filter_map(Result::transpose)
        .collect()
}

/// Reads one draft; `None` where its scenario has no name.
pub(super) fn draft(row: &Row<'_>) -> rusqlite::Result<Option<Draft>> {
    let Some(scenario) = ScenarioId::parse(&row.get::<_, String>(1)?) else {
        return Ok(None);
    };
    Ok(Some(Draft {
        run: row.get(0)?,
        scenario,
        step: row.get(2)?,
        field: row.get(3)?,
        text: row.get(4)?,
        caret: usize::try_from(row.get::<_, i64>(5)?).unwrap_or(0),
        active_ms: u64::try_from(row.get::<_, i64>(6)?).unwrap_or(0),
        saved_at: row.get(7)?,
    }))
}
