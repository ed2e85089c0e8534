//! The records of one run: who is who, what belongs to what, and the run itself before its first record.

use std::{collections::BTreeMap, time::Duration};

use crate::domain::{Moment, Scenario};
use crate::progress::{Attempt, Event, Identities, Part, Purpose, Record, Run};
use crate::scoring::{ENGINE_VERSION, Glossary, Scorecard, must_fingerprint, rubric_fingerprint};

use super::turn::Turn;

/// How an answer came about.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// Time with the question in front.
    pub active: Duration,
    /// Hints taken.
    pub hints: u32,
    /// Whether the template was opened.
    pub template: bool,
    /// When it was handed in.
    pub now: Moment,
}

/// Makes the records of one run.
#[derive(Clone, Debug)]
pub struct Ledger {
    identities: Identities,
    run: Run,
    is_logged: bool,
}

impl Ledger {
    /// The ledger of a run through `scenario` that begins now.
    pub fn open(scenario: &Scenario, mut identities: Identities, now: Moment) -> Self {
        let plan = serde_json::json!({
            "scenarios": [scenario.header.id.to_string()],
            "must": must(scenario),
        });
        Self {
            run: Run {
                id: identities.next(now),
                device: String::new(),
                purpose: Purpose::Drill,
                plan: plan.to_string(),
                started_at: now.wall_ms,
                utc_offset: now.utc_offset_minutes,
            },
            identities,
            is_logged: false,
        }
    }

    /// Goes on with `run`, which is in the log already if `is_logged`.
    pub fn go_on_with(&mut self, run: Run, is_logged: bool) {
        self.run = run;
        self.is_logged = is_logged;
    }

    /// The run.
    pub const fn run(&self) -> &Run {
        &self.run
    }

    /// An answer to the step of `turn`.
    pub fn attempt(
        &mut self,
        scenario: &Scenario,
        glossary: &Glossary,
        turn: Turn,
        (answer, card): (String, Scorecard),
        how: Circumstances,
    ) -> Attempt {
        let step = &scenario.steps[turn.step];
        let limit = step.limits.seconds.map(u64::from).map(Duration::from_secs);
        Attempt {
            id: self.identities.next(how.now),
            run: self.run.id.clone(),
            scenario: scenario.header.id.clone(),
            step: step.id.to_string(),
            part: Part::Answer,
            parent: None,
            criterion: None,
            register: turn.register.map(|register| register.name().to_owned()),
            answer,
            submitted_at: how.now.wall_ms,
            utc_offset: how.now.utc_offset_minutes,
            active_ms: milliseconds(how.active),
            hints: how.hints,
            template: how.template,
            timed_out: limit.is_some_and(|limit| how.active > limit),
            scheduled: true,
            engine: ENGINE_VERSION.to_owned(),
            rubric: rubric_fingerprint(step, glossary),
            card,
        }
    }

    /// Something else that happened, in the unit of [`Event`].
    pub fn event(
        &mut self,
        kind: &str,
        (scenario, turn): (&Scenario, Turn),
        attempt: Option<String>,
        data: &serde_json::Value,
        how: Circumstances,
    ) -> Event {
        Event {
            id: self.identities.next(how.now),
            run: Some(self.run.id.clone()),
            attempt,
            scenario: Some(scenario.header.id.clone()),
            step: Some(scenario.steps[turn.step].id.to_string()),
            kind: kind.to_owned(),
            at: how.now.wall_ms,
            active_ms: milliseconds(how.active),
            data: data.to_string(),
        }
    }

    /// `record`, after the run it belongs to if that is not in the log yet.
    pub fn logged(&mut self, record: Record) -> Vec<Record> {
        if self.is_logged {
            return vec![record];
        }
        self.is_logged = true;
        vec![Record::Run(self.run.clone()), record]
    }
}

/// By step, the fingerprint of the points that must be made, by which a pass is told to be stale later.
pub fn must(scenario: &Scenario) -> BTreeMap<String, String> {
    let steps = scenario.steps.iter();
    steps
        .map(|step| (step.id.to_string(), must_fingerprint(step)))
        .collect()
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
