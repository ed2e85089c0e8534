//! Records as lines.

use serde_json::{Map, Value};

use super::line::{AttemptLine, EventLine, Line, RunLine};
use crate::scoring::{Scorecard, Verdict};

use super::super::record::{Attempt, Event, Record, Run};

/// The fields of an attempt's line that are its scorecard.
pub const CARD_FIELDS: [&str; 12] = [
    "score",
    "verdict",
    "confidence",
    "marks",
    "criteria",
    "red_flags",
    "notes",
    "guards",
    "remarks",
    "review",
    "incident",
    "sheet",
];

/// Reads the name of a verdict.
pub fn verdict(value: &Value) -> Option<Verdict> {
    serde_json::from_value(value.clone()).ok()
}

impl From<&Record> for Line {
    fn from(record: &Record) -> Self {
        match record {
            Record::Run(run) => Self::Run(run.into()),
            Record::Attempt(attempt) => Self::Attempt(Box::new(attempt.as_ref().into())),
            Record::Event(event) => Self::Event(event.into()),
        }
    }
}

impl From<&Run> for RunLine {
    fn from(run: &Run) -> Self {
        Self {
            id: run.id.clone(),
            device: run.device.clone(),
            purpose: run.purpose.name().to_owned(),
            plan: json(&run.plan),
            started_at: run.started_at,
            utc_offset: run.utc_offset,
            extra: Map::new(),
        }
    }
}

impl From<&Attempt> for AttemptLine {
    fn from(attempt: &Attempt) -> Self {
        Self {
            id: attempt.id.clone(),
            run: attempt.run.clone(),
            scenario: attempt.scenario.to_string(),
            step: attempt.step.clone(),
            part: attempt.part.name().to_owned(),
            parent: attempt.parent.clone(),
            criterion: attempt.criterion.clone(),
            register: attempt.register.clone(),
            answer: Some(attempt.answer.clone()),
            submitted_at: attempt.submitted_at,
            utc_offset: attempt.utc_offset,
            active_ms: attempt.active_ms,
            hints: attempt.hints,
            template: attempt.template,
            timed_out: attempt.timed_out,
            scheduled: attempt.scheduled,
            engine: attempt.engine.clone(),
            rubric: attempt.rubric.clone(),
            score: attempt.card.score,
            verdict: attempt.card.verdict,
            card: card(&attempt.card),
            extra: Map::new(),
        }
    }
}

impl From<&Event> for EventLine {
    fn from(event: &Event) -> Self {
        Self {
            id: event.id.clone(),
            run: event.run.clone(),
            attempt: event.attempt.clone(),
            scenario: event.scenario.as_ref().map(ToString::to_string),
            step: event.step.clone(),
            kind: event.kind.clone(),
            at: event.at,
            active_ms: event.active_ms,
            data: json(&event.data),
            extra: Map::new(),
        }
    }
}

/// Reads a JSON text; one that is none is kept as a text.
fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

fn card(card: &Scorecard) -> Map<String, Value> {
    match serde_json::to_value(card) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
