//! What of the derived tables an append makes stale.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _};

use super::rules::{Rules, StepName};
use crate::progress::{EventLine, Line, LocalDay};

/// What has to be worked out again.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Renames and resets change how everything is read.
    pub everything: bool,
    /// Attempts whose criteria results are stale, by their number.
    pub attempts: BTreeSet<i64>,
    /// Steps whose memory is stale, by their present names.
    pub steps: BTreeSet<StepName>,
    /// Days whose tallies are stale.
    pub days: BTreeSet<LocalDay>,
}

impl Touched {
    /// Notes what `line`, which has just been kept, makes stale.
    pub fn note(
        &mut self,
        connection: &Connection,
        rules: &Rules,
        line: &Line,
    ) -> rusqlite::Result<()> {
        match line {
            Line::Run(run) => self.note_run(connection, rules, &run.id),
            Line::Attempt(attempt) => self.note_attempt(connection, rules, &attempt.id),
            Line::Event(event) => self.note_event(connection, rules, event),
            Line::Header(_) | Line::Other(_) => Ok(()),
        }
    }

    /// Notes a run: what its attempts mean depends on its purpose, and they may have arrived before it.
    fn note_run(
        &mut self,
        connection: &Connection,
        rules: &Rules,
        run: &str,
    ) -> rusqlite::Result<()> {
        let attempts = connection
            .prepare_cached("SELECT id FROM attempt WHERE run = ?")?
            .query_map([run], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>()?;
        for attempt in attempts {
            self.note_attempt(connection, rules, &attempt)?;
        }
        Ok(())
    }

    /// Notes an attempt, if the log has it.
    fn note_attempt(
        &mut self,
        connection: &Connection,
        rules: &Rules,
        id: &str,
    ) -> rusqlite::Result<()> {
        let found = connection
            .prepare_cached(
                "SELECT number, scenario, step, submitted_at, utc_offset FROM attempt WHERE id = ?",
            )?
            .query_row([id], |row| {
                Ok((
                    row.get(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, String>(2)?,
                    LocalDay::of(row.get(3)?, row.get(4)?),
                ))
            })
            .optional()?;
        if let Some((number, scenario, step, day)) = found {
            self.attempts.insert(number);
            self.steps.insert(rules.present(&scenario, &step));
            self.days.insert(day);
        }
        Ok(())
    }

    fn note_event(
        &mut self,
        connection: &Connection,
        rules: &Rules,
        event: &EventLine,
    ) -> rusqlite::Result<()> {
        match (event.kind.as_str(), &event.attempt) {
            ("reset" | "renamed", _) => self.everything = true,
            ("rated" | "disputed" | "self-assessed", Some(attempt)) => {
                self.note_attempt(connection, rules, attempt)?;
            }
            ("queued", _) => {
                if let (Some(scenario), Some(step)) = (&event.scenario, &event.step) {
                    self.steps.insert(rules.present(scenario, step));
                }
            }
            (kind, _) if kind.starts_with("phrase-") => {
                if let (Some(scenario), Some(step)) = (&event.scenario, &event.step) {
                    self.steps.insert(rules.present(scenario, step));
                }
            }
            _ => {}
        }
        Ok(())
    }
}
