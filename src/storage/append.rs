//! Keeping what happened: records, and the end of the draft they came from, in one transaction.

use rusqlite::{Connection, TransactionBehavior, params};

use super::{
    derived::{Rules, Touched, refresh},
    drafts::delete_draft,
    error::StoreError,
    log::Log,
};
use crate::progress::{Attempt, DraftKey, Event, Record, Run};

impl Log {
    /// Keeps `records` and what follows from them, and forgets the draft they finish: all of it, or nothing. On
    /// return it is on the disk.
    pub fn append(
        &mut self,
        records: &[Record],
        finished: Option<&DraftKey>,
    ) -> Result<(), StoreError> {
        let refused = self.refused("the answer");
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(&refused)?;
        keep(&transaction, records, &self.device).map_err(&refused)?;
        if let Some(key) = finished {
            delete_draft(&transaction, key).map_err(&refused)?;
        }
        transaction.commit().map_err(&refused)
    }
}

fn keep(connection: &Connection, records: &[Record], device: &str) -> rusqlite::Result<()> {
    for record in records {
        insert(connection, record, device)?;
    }
    let rules = Rules::read(connection)?;
    let mut touched = Touched::default();
    for record in records {
        touched.note(connection, &rules, record)?;
    }
    refresh(connection, &touched)
}

fn insert(connection: &Connection, record: &Record, device: &str) -> rusqlite::Result<()> {
    match record {
        Record::Run(run) => insert_run(connection, run, device),
        Record::Attempt(attempt) => insert_attempt(connection, attempt),
        Record::Event(event) => insert_event(connection, event),
    }
}

fn insert_run(connection: &Connection, run: &Run, device: &str) -> rusqlite::Result<()> {
    let device = if run.device.is_empty() {
        device
    } else {
        &run.device
    };
    connection
        .prepare_cached(
            "INSERT INTO run (id, device, purpose, plan, started_at, utc_offset) VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            run.id,
            device,
            run.purpose.name(),
            run.plan,
            run.started_at,
            run.utc_offset
        ])?;
    Ok(())
}

fn insert_attempt(connection: &Connection, attempt: &Attempt) -> rusqlite::Result<()> {
    let card = serde_json::to_string(&attempt.card)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    connection
        .prepare_cached(
            "INSERT INTO attempt (id, run, scenario, step, part, parent, criterion, register, submitted_at,
               utc_offset, active_ms, hints, template, timed_out, scheduled, engine, rubric, score, verdict,
               structure, communication, answer, card)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            attempt.id,
            attempt.run,
            attempt.scenario.to_string(),
            attempt.step,
            attempt.part.name(),
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
            attempt.card.score,
            attempt.card.verdict.number(),
            attempt.card.marks.structure,
            attempt.card.marks.communication,
            attempt.answer,
            card
        ])?;
    Ok(())
}

fn insert_event(connection: &Connection, event: &Event) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO event (id, run, attempt, scenario, step, kind, at, active_ms, data)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            event.id,
            event.run,
            event.attempt,
            event.scenario.as_ref().map(ToString::to_string),
            event.step,
            event.kind,
            event.at,
            i64::try_from(event.active_ms).unwrap_or(i64::MAX),
            event.data
        ])?;
    Ok(())
}
