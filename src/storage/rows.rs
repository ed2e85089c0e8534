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

/// The record of the same kind and identity as `line`, if there is one.
pub fn find_like(connection: &Connection, line: &Line) -> rusqlite::Result<Option<Line>> {
    match line {
        Line::Header(_) => Ok(None),
        Line::Run(run) => find_run(connection, &run.id),
        Line::Attempt(attempt) => find_attempt(connection, &attempt.id),
        Line::Event(event) => find_event(connection, &event.id),
        Line::Other(other) => find_other(connection, &other.id),
    }
}

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

/// The run `id`.
pub fn find_run(connection: &Connection, id: &str) -> rusqlite::Result<Option<Line>> {
    connection
        .prepare_cached(
            "SELECT id, device, purpose, plan, started_at, utc_offset, extra FROM run WHERE id = ?",
        )?
        .query_row([id], |row| {
            Ok(Line::Run(RunLine {
                id: text(row, 0)?,
                device: text(row, 1)?,
                purpose: text(row, 2)?,
                plan: json(row, 3)?,
                started_at: row.get(4)?,
                utc_offset: row.get(5)?,
                extra: object(row, 6)?,
            }))
        })
        .optional()
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

/// The attempt `id`.
pub fn find_attempt(connection: &Connection, id: &str) -> rusqlite::Result<Option<Line>> {
    connection
        .prepare_cached(
            "SELECT id, run, scenario, step, part, parent, criterion, register, submitted_at, utc_offset, active_ms,
               hints, template, timed_out, scheduled, engine, rubric, score, verdict, extra, answer, card
             FROM attempt WHERE id = ?",
        )?
        .query_row([id], |row| {
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
        })
        .optional()
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

/// The event `id`.
pub fn find_event(connection: &Connection, id: &str) -> rusqlite::Result<Option<Line>> {
    connection
        .prepare_cached(
            "SELECT id, run, attempt, scenario, step, kind, at, active_ms, data, extra FROM event WHERE id = ?",
        )?
        .query_row([id], |row| {
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
        })
        .optional()
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

/// The record `id` of a kind that this program does not know.
pub fn find_other(connection: &Connection, id: &str) -> rusqlite::Result<Option<Line>> {
    connection
        .prepare_cached("SELECT id, at, line FROM other WHERE id = ?")?
        .query_row([id], |row| {
            Ok(Line::Other(OtherLine {
                id: text(row, 0)?,
                at: row.get(1)?,
                object: object(row, 2)?,
            }))
        })
        .optional()
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
