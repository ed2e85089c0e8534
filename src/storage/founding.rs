//! Files of the founding days: they say version 1, and their attempts have no numbers yet.

use rusqlite::Connection;

/// What the learner did and has in hand; all else is derived.
const KEPT: [&str; 6] = ["run", "attempt", "event", "other", "draft", "setting"];

/// Whether the file has attempts without numbers.
pub fn is_founding(connection: &Connection) -> rusqlite::Result<bool> {
    let columns =
        "SELECT count(*), coalesce(sum(name = 'number'), 0) FROM pragma_table_info('attempt')";
    connection.query_row(columns, [], |row| {
        let (columns, numbers): (i64, i64) = (row.get(0)?, row.get(1)?);
        Ok(columns > 0 && numbers == 0)
    })
}

/// Takes everything over into the tables of version 1 as `schema` makes them; part of a transaction.
pub fn bring_up(connection: &Connection, schema: &str) -> rusqlite::Result<()> {
    for (kind, name) in objects(
        connection,
        "type IN ('trigger', 'index') AND sql IS NOT NULL",
    )? {
        connection.execute_batch(&format!("DROP {kind} {name}"))?;
    }
    let tables = objects(connection, "type = 'table' AND name NOT LIKE 'sqlite_%'")?;
    for (_, table) in &tables {
        connection.execute_batch(&format!("ALTER TABLE {table} RENAME TO founding_{table}"))?;
    }
    connection.execute_batch(schema)?;
    for (_, table) in &tables {
        if KEPT.contains(&table.as_str()) {
            let columns = columns(connection, &format!("founding_{table}"))?.join(", ");
            connection.execute_batch(&format!(
                "INSERT INTO {table} ({columns}) SELECT {columns} FROM founding_{table}"
            ))?;
        }
        connection.execute_batch(&format!("DROP TABLE founding_{table}"))?;
    }
    Ok(())
}

fn objects(connection: &Connection, which: &str) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare(&format!(
            "SELECT type, name FROM sqlite_schema WHERE {which}"
        ))?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare("SELECT name FROM pragma_table_info(?)")?
        .query_map([table], |row| row.get(0))?
        .collect()
}
