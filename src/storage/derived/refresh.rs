//! Bringing the derived tables up to date: what was touched, or everything.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _};

use super::{
    days::refresh_day,
    memories::refresh_memory,
    misses::refresh_misses,
    phrases::{refresh_phrases, steps_with_phrases},
    results::refresh_results,
    rules::Rules,
    touched::Touched,
};
use crate::progress::{LocalDay, Scheduler};

/// Works out again what was touched; part of the transaction that touched it.
pub fn refresh(connection: &Connection, touched: &Touched) -> rusqlite::Result<()> {
    if touched.everything {
        return rebuild(connection, &mut || {});
    }
    let rules = Rules::read(connection)?;
    derive(connection, &rules, touched, &mut || {})
}

/// The rules by which the derived tables are worked out; raised with every change of them.
const RULES: &str = "2";

/// Works everything out again where an older program kept it by other rules; part of opening a log to write.
pub fn catch_up(connection: &Connection) -> rusqlite::Result<()> {
    let kept: Option<String> = connection
        .query_row(
            "SELECT value FROM setting WHERE key = 'derived_by'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    if kept.as_deref() == Some(RULES) {
        return Ok(());
    }
    rebuild(connection, &mut || {})
}

/// Drops everything that is derived and works it out from the log.
pub fn rebuild(connection: &Connection, tell: &mut dyn FnMut()) -> rusqlite::Result<()> {
    connection.execute_batch(
        "DELETE FROM criterion_result; DELETE FROM miss; DELETE FROM memory; DELETE FROM day;
         DELETE FROM phrase;",
    )?;
    let rules = Rules::read(connection)?;
    let mut touched = Touched::default();
    let mut statement = connection
        .prepare_cached("SELECT number, scenario, step, submitted_at, utc_offset FROM attempt")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        touched.attempts.insert(row.get(0)?);
        let step = rules.present(row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
        touched.steps.insert(step);
        touched.days.insert(LocalDay::of(row.get(3)?, row.get(4)?));
    }
    let mut statement = connection.prepare_cached(
        "SELECT scenario, step FROM event
         WHERE kind = 'queued' AND scenario IS NOT NULL AND step IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let step = rules.present(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
        touched.steps.insert(step);
    }
    touched
        .steps
        .extend(steps_with_phrases(connection, &rules)?);
    derive(connection, &rules, &touched, tell)?;
    connection.execute(
        "INSERT OR REPLACE INTO setting (key, value) VALUES ('derived_by', ?)",
        [RULES],
    )?;
    Ok(())
}

fn derive(
    connection: &Connection,
    rules: &Rules,
    touched: &Touched,
    tell: &mut dyn FnMut(),
) -> rusqlite::Result<()> {
    let mut keys = BTreeSet::new();
    for number in &touched.attempts {
        refresh_results(connection, rules, *number, &mut keys)?;
        tell();
    }
    for key in &keys {
        refresh_misses(connection, rules, key)?;
    }
    if !touched.steps.is_empty()
        && let Some(scheduler) = scheduler(connection)?
    {
        for step in &touched.steps {
            refresh_memory(connection, rules, &scheduler, step)?;
            refresh_phrases(connection, rules, &scheduler, step)?;
            tell();
        }
    }
    for day in &touched.days {
        refresh_day(connection, rules, *day)?;
    }
    Ok(())
}

/// The scheduler with the learner's own parameters, or with the average learner's where there are none that are sound.
fn scheduler(connection: &Connection) -> rusqlite::Result<Option<Scheduler>> {
    let mut statement =
        connection.prepare_cached("SELECT value FROM setting WHERE key = 'schedule'")?;
    let mut rows = statement.query([])?;
    let own = match rows.next()? {
        Some(row) => serde_json::from_str::<Vec<f32>>(row.get_ref(0)?.as_str()?).ok(),
        None => None,
    };
    Ok(own
        .and_then(|parameters| Scheduler::new(&parameters))
        .or_else(|| Scheduler::new(&[])))
}
