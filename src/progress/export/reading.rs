//! Reading a line of exported progress.

use serde_json::{Map, Value};
use thiserror::Error;

use super::{
    fields::Fields,
    line::{AttemptLine, EXPORT_VERSION, EventLine, ExportHeader, Line, OtherLine, RunLine},
    records::{CARD_FIELDS, verdict},
};

/// Why a line is not taken.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LineProblem {
    /// It is not an object of JSON.
    #[error("not a JSON object: {0}")]
    NotJson(String),
    /// A field is missing or has another form.
    #[error("{0}")]
    Field(String),
    /// The file was written by a newer program.
    #[error(
        "written by a newer Firedrill (format {found}, this one reads {EXPORT_VERSION}); use the newer one"
    )]
    Newer {
        /// The version of the file.
        found: u64,
    },
}

/// Reads one line.
pub fn read_line(text: &str) -> Result<Line, LineProblem> {
    let object = match serde_json::from_str(text) {
        Ok(Value::Object(object)) => object,
        Ok(_) => return Err(LineProblem::NotJson("it is a bare value".to_owned())),
        Err(error) => return Err(LineProblem::NotJson(error.to_string())),
    };
    let whole = object.clone();
    let mut fields = Fields(object);
    let record = fields.text("record").map_err(LineProblem::Field)?;
    let line = match record.as_str() {
        "firedrill-export" => return header(fields),
        "run" => run(fields).map(Line::Run),
        "attempt" => attempt(fields).map(|attempt| Line::Attempt(Box::new(attempt))),
        "event" => event(fields).map(Line::Event),
        _ => other(whole, fields).map(Line::Other),
    };
    line.map_err(LineProblem::Field)
}

fn header(mut fields: Fields) -> Result<Line, LineProblem> {
    let version = fields.count("version").map_err(LineProblem::Field)?;
    if version > EXPORT_VERSION {
        return Err(LineProblem::Newer { found: version });
    }
    let mut read = || -> Result<ExportHeader, String> {
        Ok(ExportHeader {
            version,
            device: fields.text("device")?,
            learner: fields.optional_text("learner")?,
            exported_at: fields.time("exported_at")?,
            program: fields.text("program")?,
            answers: fields.flag("answers", true)?,
        })
    };
    read().map(Line::Header).map_err(LineProblem::Field)
}

fn run(mut fields: Fields) -> Result<RunLine, String> {
    Ok(RunLine {
        id: fields.text("id")?,
        device: fields.text("device")?,
        purpose: fields.text("purpose")?,
        plan: fields.value("plan")?,
        started_at: fields.time("started_at")?,
        utc_offset: fields.offset("utc_offset")?,
        extra: fields.0,
    })
}

fn attempt(mut fields: Fields) -> Result<AttemptLine, String> {
    let mut card = Map::new();
    for name in CARD_FIELDS {
        if let Some(value) = fields.0.remove(name) {
            card.insert(name.to_owned(), value);
        }
    }
    let score = card.get("score").and_then(Value::as_f64);
    let verdict = card.get("verdict").and_then(verdict);
    Ok(AttemptLine {
        id: fields.text("id")?,
        run: fields.text("run")?,
        scenario: fields.text("scenario")?,
        step: fields.text("step")?,
        part: fields.text("part")?,
        parent: fields.optional_text("parent")?,
        criterion: fields.optional_text("criterion")?,
        register: fields.optional_text("register")?,
        answer: fields.optional_text("answer")?,
        submitted_at: fields.time("submitted_at")?,
        utc_offset: fields.offset("utc_offset")?,
        active_ms: fields.count("active_ms")?,
        hints: u32::try_from(fields.count("hints")?).map_err(|_| "`hints` is too large")?,
        template: fields.flag("template", false)?,
        timed_out: fields.flag("timed_out", false)?,
        scheduled: fields.flag("scheduled", true)?,
        engine: fields.text("engine")?,
        rubric: fields.text("rubric")?,
        score: score
            .filter(|score| (0.0..=1.0).contains(score))
            .ok_or("`score` is not a number from 0 to 1")?,
        verdict: verdict
            .ok_or("`verdict` is none of strong-no-hire, no-hire, hire, strong-hire")?,
        card,
        extra: fields.0,
    })
}

fn event(mut fields: Fields) -> Result<EventLine, String> {
    Ok(EventLine {
        id: fields.text("id")?,
        run: fields.optional_text("run")?,
        attempt: fields.optional_text("attempt")?,
        scenario: fields.optional_text("scenario")?,
        step: fields.optional_text("step")?,
        kind: fields.text("kind")?,
        at: fields.time("at")?,
        active_ms: fields.count("active_ms")?,
        data: fields.value("data")?,
        extra: fields.0,
    })
}

fn other(object: Map<String, Value>, mut fields: Fields) -> Result<OtherLine, String> {
    Ok(OtherLine {
        id: fields.text("id")?,
        at: fields.time("at").unwrap_or(0),
        object,
    })
}
