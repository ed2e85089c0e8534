//! The last tries at each point.

use rusqlite::{Connection, params};

use super::rules::Rules;
use crate::{
    domain::ScenarioId,
    progress::{MADE, TRIES, Tries},
};

/// Works the tries at the point `key` out again.
pub fn refresh_misses(connection: &Connection, rules: &Rules, key: &str) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT result.credit, attempt.scenario, attempt.step FROM criterion_result AS result
         JOIN attempt ON attempt.number = result.attempt
         WHERE result.key = ?1 AND NOT result.disputed
         ORDER BY result.at DESC, attempt.id DESC, result.criterion LIMIT ?2",
    )?;
    let mut rows = statement.query(params![key, i64::try_from(TRIES).unwrap_or(i64::MAX)])?;
    let mut recent = Vec::new();
    let mut tried_last = None;
    let mut missed_last = None;
    while let Some(row) = rows.next()? {
        let missed = row.get::<_, f64>(0)? < MADE;
        recent.push(if missed { 'x' } else { '.' });
        let scenario = rules
            .present(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?)
            .0;
        if missed && missed_last.is_none() {
            missed_last = Some(scenario);
        } else if tried_last.is_none() {
            tried_last = Some(scenario);
        }
    }
    if recent.is_empty() {
        connection
            .prepare_cached("DELETE FROM miss WHERE key = ?")?
            .execute([key])?;
    } else {
        let recent = recent.into_iter().rev().collect::<String>();
        connection
            .prepare_cached("INSERT OR REPLACE INTO miss (key, recent, scenario) VALUES (?, ?, ?)")?
            .execute(params![key, recent, missed_last.or(tried_last)])?;
    }
    Ok(())
}

/// The last tries at every point that was missed more than once.
pub fn tries(connection: &Connection) -> rusqlite::Result<Vec<Tries>> {
    connection
        .prepare_cached("SELECT key, recent, scenario FROM miss WHERE recent LIKE '%x%x%'")?
        .query_map([], |row| {
            Ok(Tries {
                key: row.get(0)?,
                missed: row
                    .get::<_, String>(1)?
                    .chars()
                    .map(|outcome| outcome == 'x')
                    .collect(),
                scenario: row
                    .get::<_, Option<String>>(2)?
                    .as_deref()
                    .and_then(ScenarioId::parse),
            })
        })?
        .collect()
}
