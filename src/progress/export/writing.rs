//! Writing a line of exported progress, its fields in a fixed order.

use serde_json::{Map, Value};

use super::{
    line::{AttemptLine, EventLine, ExportHeader, Line, RunLine},
    records::CARD_FIELDS,
    time::write_time,
    wordless::{wordless_attempt, wordless_event, wordless_run},
};

/// Writes `line` without a line break; without `answers` what the learner wrote is left out, wherever it may stand. `None` where
/// nothing is left of it.
pub fn write_line(line: &Line, answers: bool) -> Option<String> {
    let fields = match line {
        Line::Header(header) => header_fields(header),
        Line::Run(run) if answers => run_fields(run),
        Line::Run(run) => run_fields(&wordless_run(run)),
        Line::Attempt(attempt) if answers => attempt_fields(attempt),
        Line::Attempt(attempt) => attempt_fields(&wordless_attempt(attempt)),
        Line::Event(event) if answers => event_fields(event),
        Line::Event(event) => event_fields(&wordless_event(event)),
        Line::Other(other) => {
            return answers.then(|| Value::Object(other.object.clone()).to_string());
        }
    };
    let fields = fields
        .iter()
        .map(|(name, value)| format!("{}:{value}", Value::from(name.as_str())))
        .collect::<Vec<_>>();
    Some(format!("{{{}}}", fields.join(",")))
}

type Fields = Vec<(String, Value)>;

fn fields<const COUNT: usize>(named: [(&str, Value); COUNT], extra: &Map<String, Value>) -> Fields {
    named
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .chain(extra.clone())
        .collect()
}

fn header_fields(header: &ExportHeader) -> Fields {
    fields(
        [
            ("record", "firedrill-export".into()),
            ("version", header.version.into()),
            ("device", header.device.as_str().into()),
            ("learner", header.learner.clone().into()),
            ("exported_at", write_time(header.exported_at)),
            ("program", header.program.as_str().into()),
            ("answers", header.answers.into()),
        ],
        &Map::new(),
    )
}

fn run_fields(run: &RunLine) -> Fields {
    fields(
        [
            ("record", "run".into()),
            ("id", run.id.as_str().into()),
            ("device", run.device.as_str().into()),
            ("purpose", run.purpose.as_str().into()),
            ("plan", run.plan.clone()),
            ("started_at", write_time(run.started_at)),
            ("utc_offset", run.utc_offset.into()),
        ],
        &run.extra,
    )
}

fn attempt_fields(attempt: &AttemptLine) -> Fields {
    let mut written = fields(
        [
            ("record", "attempt".into()),
            ("id", attempt.id.as_str().into()),
            ("run", attempt.run.as_str().into()),
            ("scenario", attempt.scenario.as_str().into()),
            ("step", attempt.step.as_str().into()),
            ("part", attempt.part.as_str().into()),
            ("parent", attempt.parent.clone().into()),
            ("criterion", attempt.criterion.clone().into()),
            ("register", attempt.register.clone().into()),
        ],
        &Map::new(),
    );
    if let Some(answer) = &attempt.answer {
        written.push(("answer".to_owned(), answer.as_str().into()));
    }
    written.extend(fields(
        [
            ("submitted_at", write_time(attempt.submitted_at)),
            ("utc_offset", attempt.utc_offset.into()),
            ("active_ms", attempt.active_ms.into()),
            ("hints", attempt.hints.into()),
            ("template", attempt.template.into()),
            ("timed_out", attempt.timed_out.into()),
        ],
        &Map::new(),
    ));
    if !attempt.scheduled {
        written.push(("scheduled".to_owned(), false.into()));
    }
    written.push(("engine".to_owned(), attempt.engine.as_str().into()));
    written.push(("rubric".to_owned(), attempt.rubric.as_str().into()));
    for name in CARD_FIELDS {
        if let Some(value) = attempt.card.get(name) {
            written.push((name.to_owned(), value.clone()));
        }
    }
    written.extend(attempt.extra.clone());
    written
}

fn event_fields(event: &EventLine) -> Fields {
    fields(
        [
            ("record", "event".into()),
            ("id", event.id.as_str().into()),
            ("run", event.run.clone().into()),
            ("attempt", event.attempt.clone().into()),
            ("scenario", event.scenario.clone().into()),
            ("step", event.step.clone().into()),
            ("kind", event.kind.as_str().into()),
            ("at", write_time(event.at)),
            ("active_ms", event.active_ms.into()),
            ("data", event.data.clone()),
        ],
        &event.extra,
    )
}
