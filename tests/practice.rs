//! Practice made up for tests: runs, attempts and events with as little said as possible.

use firedrill::{
    domain::{Moment, ScenarioId},
    progress::{Attempt, Draft, Event, Part, Purpose, Run},
    scoring::{Finding, Marks, Scorecard, State, Verdict},
};

/// 2026-11-23T09:00:00Z, a Monday.
pub const MONDAY: i64 = 1_795_424_400_000;

/// A day in milliseconds.
pub const DAY: i64 = 86_400_000;

/// A folder for many small logs, in memory where the system has a place for that: every commit waits for its disk.
pub fn quick_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}

/// The moment `wall_ms`, at UTC.
pub fn at(wall_ms: i64) -> Moment {
    Moment {
        wall_ms,
        ..Moment::default()
    }
}

/// A drill begun on Monday.
pub fn run(id: &str) -> Run {
    Run {
        id: id.into(),
        device: String::new(),
        purpose: Purpose::Drill,
        plan: "{}".into(),
        started_at: MONDAY,
        utc_offset: 0,
    }
}

/// An answer to the opening of `builtin/retry` that came to `score`, given at `submitted_at`.
pub fn attempt(id: &str, submitted_at: i64, score: f64) -> Attempt {
    Attempt {
        id: id.into(),
        run: "run".into(),
        scenario: ScenarioId::new("builtin", "retry"),
        step: "opening".into(),
        part: Part::Answer,
        parent: None,
        criterion: None,
        register: None,
        answer: "Retries need jitter — 抖动.".into(),
        submitted_at,
        utc_offset: 0,
        active_ms: 90_000,
        hints: 0,
        template: false,
        timed_out: false,
        scheduled: true,
        engine: "1".into(),
        rubric: "b3:0".into(),
        card: card(score),
    }
}

/// A scorecard with one finding of the skill `asks-for-jitter`, hit from .6 on.
pub fn card(score: f64) -> Scorecard {
    Scorecard {
        score,
        verdict: Verdict::of(score),
        confidence: 0.9,
        marks: Marks {
            content: Some(score),
            structure: Some(1.0),
            communication: None,
        },
        criteria: vec![Finding {
            id: "jitter".into(),
            state: if score >= 0.6 {
                State::Hit
            } else {
                State::Missed
            },
            credit: if score >= 0.6 { 1.0 } else { 0.0 },
            weight: 2.0,
            skill: Some("asks-for-jitter".into()),
            spans: Vec::new(),
            closeness: 0.0,
            near: Vec::new(),
        }],
        red_flags: Vec::new(),
        notes: Vec::new(),
        guards: Vec::new(),
        remarks: Vec::new(),
        review: None,
        incident: None,
        sheet: None,
    }
}

/// An event about `attempt`.
pub fn event(id: &str, kind: &str, attempt: &str, at: i64, data: &str) -> Event {
    Event {
        id: id.into(),
        run: Some("run".into()),
        attempt: Some(attempt.into()),
        scenario: Some(ScenarioId::new("builtin", "retry")),
        step: Some("opening".into()),
        kind: kind.into(),
        at,
        active_ms: 0,
        data: data.into(),
    }
}

/// A draft of the opening in `run`.
pub fn draft(run: &str, text: &str, saved_at: i64) -> Draft {
    Draft {
        run: run.into(),
        scenario: ScenarioId::new("builtin", "retry"),
        step: "opening".into(),
        field: "answer".into(),
        text: text.into(),
        caret: 3,
        active_ms: 1_000,
        saved_at,
    }
}
