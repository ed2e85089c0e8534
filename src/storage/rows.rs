//! Records as rows of the log.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde_json::{Map, Value};

use crate::{
    progress::{AttemptLine, EventLine, Line, OtherLine, RunLine},
    scoring::Verdict,
};

/// Keeps one record; the first line of an export is none.
pub fn insert(connection: &Connection, line: &Line) -> rusqlite::Result<()> {
    match line {
        Line::Header(_) => Ok(()),
        Line::Run(run) => insert_run(connection, run),
        Line::Attempt(attempt) => insert_attempt(connection, attempt),
        Line::Event(event) => insert_event(connection, event),
        Line::Other(other) => insert_other(connection, other),
    }
}

/// The four tables of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Play-throughs.
    Run,
    /// Submitted answers.
    Attempt,
    /// Anything else that happened.
    Event,
    /// Records of kinds that this program does not know.
    Other,
}

impl Table {
    /// Every table, in the order in which their records come at the same time.
    pub const ALL: [Self; 4] = [Self::Run, Self::Attempt, Self::Event, Self::Other];

    /// Its name in the schema.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Attempt => "attempt",
            Self::Event => "event",
            Self::Other => "other",
        }
    }
}

/// By what a record is looked for.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// Its identity.
    Identity(&'a str),
    /// The number of its row.
    Row(i64),
}

/// The record of `table` that `by` names.
pub fn find(connection: &Connection, table: Table, by: By<'_>) -> rusqlite::Result<Option<Line>> {
    match table {
        Table::Run => one(connection, RUN, table, by, run),
        Table::Attempt => one(connection, ATTEMPT, table, by, attempt),
        Table::Event => one(connection, EVENT, table, by, event),
        Table::Other => one(connection, OTHER, table, by, other),
    }
}

/// The record of the same kind and identity as `line`, if there is one.
pub fn find_like(connection: &Connection, line: &Line) -> rusqlite::Result<Option<Line>> {
    let (table, id) = match line {
        Line::Header(_) => return Ok(None),
        Line::Run(run) => (Table::Run, &run.id),
        Line::Attempt(attempt) => (Table::Attempt, &attempt.id),
        Line::Event(event) => (Table::Event, &event.id),
        Line::Other(other) => (Table::Other, &other.id),
    };
    find(connection, table, By::Identity(id))
}

fn one(
    connection: &Connection,
    columns: &str,
    table: Table,
    by: By<'_>,
    read: fn(&Row<'_>) -> rusqlite::Result<Line>,
) -> rusqlite::Result<Option<Line>> {
    let table = table.name();
    match by {
        By::Identity(id) => connection
            .prepare_cached(&format!("SELECT {columns} FROM {table} WHERE id = ?"))?
            .query_row([id], read)
            .optional(),
        By::Row(number) => connection
            .prepare_cached(&format!("SELECT {columns} FROM {table} WHERE rowid = ?"))?
            .query_row([number], read)
            .optional(),
    }
}

const RUN: &str = "id, device, purpose, plan, started_at, utc_offset, extra";

const ATTEMPT: &str = "id, run, scenario, step, part, parent, criterion, register, submitted_at, utc_offset, active_ms,
    hints, template, timed_out, scheduled, engine, rubric, score, verdict, extra, answer, card";

const EVENT: &str = "id, run, attempt, scenario, step, kind, at, active_ms, data, extra";

const OTHER: &str = "id, at, line";

fn insert_run(connection: &Connection, run: &RunLine) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO run (id, device, purpose, plan, started_at, utc_offset, extra) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            run.id,
            run.device,
            run.purpose,
            run.plan.to_string(),
            run.started_at,
            run.utc_offset,
            extra_text(&run.extra)
        ])?;
    Ok(())
}

fn run(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line::Run(RunLine {
        id: text(row, 0)?,
        device: text(row, 1)?,
        purpose: text(row, 2)?,
        plan: json(row, 3)?,
        started_at: row.get(4)?,
        utc_offset: row.get(5)?,
        extra: object(row, 6)?,
    }))
}

fn insert_attempt(connection: &Connection, attempt: &AttemptLine) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO attempt (id, run, scenario, step, part, parent, criterion, register, submitted_at,
               utc_offset, active_ms, hints, template, timed_out, scheduled, engine, rubric, score, verdict,
               structure, communication, extra, answer, card)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            attempt.id,
            attempt.run,
            attempt.scenario,
            attempt.step,
            attempt.part,
            attempt.parent,
            attempt.criterion,
            attempt.register,
            attempt.submitted_at,
            attempt.utc_offset,
            i64::try_from(attempt.active_ms).unwrap_or(i64::MAX),
            attempt.hints,
            attempt.template,
            attempt.timed_out,
            attempt.scheduled,
            attempt.engine,
            attempt.rubric,
            attempt.score,
            attempt.verdict.number(),
            attempt.mark("structure"),
            attempt.mark("communication"),
            extra_text(&attempt.extra),
            attempt.answer.as_deref().unwrap_or_default(),
            Value::Object(attempt.card.clone()).to_string()
        ])?;
    Ok(())
}

fn attempt(row: &Row<'_>) -> rusqlite::Result<Line> {
    let number = row.get::<_, u8>(18)?;
    let verdict = Verdict::ALL
        .into_iter()
        .find(|verdict| verdict.number() == number);
    Ok(Line::Attempt(Box::new(AttemptLine {
        id: text(row, 0)?,
        run: text(row, 1)?,
        scenario: text(row, 2)?,
        step: text(row, 3)?,
        part: text(row, 4)?,
        parent: optional_text(row, 5)?,
        criterion: optional_text(row, 6)?,
        register: optional_text(row, 7)?,
        submitted_at: row.get(8)?,
        utc_offset: row.get(9)?,
        active_ms: count(row, 10)?,
        hints: row.get(11)?,
        template: row.get(12)?,
        timed_out: row.get(13)?,
        scheduled: row.get(14)?,
        engine: text(row, 15)?,
        rubric: text(row, 16)?,
        score: row.get(17)?,
        verdict: verdict.unwrap_or(Verdict::StrongNoHire),
        extra: object(row, 19)?,
        answer: Some(text(row, 20)?),
        card: object(row, 21)?,
    })))
}

fn insert_event(connection: &Connection, event: &EventLine) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO event (id, run, attempt, scenario, step, kind, at, active_ms, data, extra)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            event.id,
            event.run,
            event.attempt,
            event.scenario,
            event.step,
            event.kind,
            event.at,
            i64::try_from(event.active_ms).unwrap_or(i64::MAX),
            event.data.to_string(),
            extra_text(&event.extra)
        ])?;
    Ok(())
}

fn event(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line::Event(EventLine {
        id: text(row, 0)?,
        run: optional_text(row, 1)?,
        attempt: optional_text(row, 2)?,
        scenario: optional_text(row, 3)?,
        step: optional_text(row, 4)?,
        kind: text(row, 5)?,
        at: row.get(6)?,
        active_ms: count(row, 7)?,
        data: json(row, 8)?,
        extra: object(row, 9)?,
    }))
}

fn insert_other(connection: &Connection, other: &OtherLine) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO other (id, at, line) VALUES (?, ?, ?)")?
        .execute(params![
            other.id,
            other.at,
            Value::Object(other.object.clone()).to_string()
        ])?;
    Ok(())
}

fn other(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line::Other(OtherLine {
        id: text(row, 0)?,
        at: row.get(1)?,
        object: object(row, 2)?,
    }))
}

/// A text; what a damaged file left that is no text is replaced, so that the rest of the row can still be read.
fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<String> {
    let bytes = row.get_ref(column)?.as_bytes()?;
    Ok(String::from_utf8_lossy(bytes).into_owned())
}

fn optional_text(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    let bytes = row.get_ref(column)?.as_bytes_or_null()?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}

fn count(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(u64::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
}

fn json(row: &Row<'_>, column: usize) -> rusqlite::Result<Value> {
    let text = text(row, column)?;
    Ok(serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

fn object(row: &Row<'_>, column: usize) -> rusqlite::Result<Map<String, Value>> {
    let object = optional_text(row, column)?
        .and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok());
    Ok(object.unwrap_or_default())
}

fn extra_text(extra: &Map<String, Value>) -> Option<String> {
    (!extra.is_empty()).then(|| Value::Object(extra.clone()).to_string())
}
