//! Reading what can be read of a damaged log, row by row.

use rusqlite::Connection;

use super::{
    drafts::draft,
    rows::{By, Table, find},
};
use crate::progress::{Draft, Line};

/// How many rows are looked for in a table that cannot say how many it has.
const PROBED_ROWS: i64 = 200_000;

/// The most rows that are looked for, whatever a damaged table says of itself.
const MOST_ROWS: i64 = 2_000_000;

/// Lets SQLite read a file that is shorter than it says; otherwise it refuses all of it.
pub fn read_in_spite_of_damage(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "writable_schema", true)
}

/// Hands every row of the log that can be read to `each`; returns how many are known to be lost.
pub fn every_row(connection: &Connection, mut each: impl FnMut(&Line)) -> u64 {
    if connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .is_err()
    {
        return 0;
    }
    Table::ALL
        .into_iter()
        .map(|table| rows_of(connection, table, &mut each))
        .sum()
}

fn rows_of(connection: &Connection, table: Table, each: &mut impl FnMut(&Line)) -> u64 {
    let sql = format!("SELECT max(rowid) FROM {}", table.name());
    let newest = connection
        .query_row(&sql, [], |row| row.get::<_, Option<i64>>(0))
        .map(|newest| newest.unwrap_or(0).min(MOST_ROWS));
    let mut gone = 0;
    // Rows are never deleted: one that is missing before one that is there was lost.
    let mut gap = 0;
    for number in 1..=*newest.as_ref().unwrap_or(&PROBED_ROWS) {
        if let Ok(Some(line)) = find(connection, table, By::Row(number)) {
            gone += std::mem::take(&mut gap);
            each(&line);
        } else {
            gap += 1;
        }
    }
    if newest.is_ok() { gone + gap } else { gone }
}

/// The drafts that can be read.
pub fn every_draft(connection: &Connection) -> Vec<Draft> {
    let read = || {
        connection
            .prepare(
                "SELECT run, scenario, step, field, text, caret, active_ms, saved_at FROM draft",
            )?
            .query_map([], draft)
            .map(|rows| rows.flatten().flatten().collect())
    };
    read().unwrap_or_default()
}
