//! The records of the append-only log.

use crate::{domain::ScenarioId, scoring::Scorecard};

/// Why a run was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Chosen by the learner.
    Drill,
    /// Brought back by the schedule.
    Review,
    /// Practice that leaves the schedule alone.
    Cram,
    /// A mock interview.
    Mock,
    /// With a person as interviewer.
    Facilitated,
}

impl Purpose {
    /// Every purpose, in the order the export format lists them.
    pub const ALL: [Self; 5] = [
        Self::Drill,
        Self::Review,
        Self::Cram,
        Self::Mock,
        Self::Facilitated,
    ];

    /// The name in the log and in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Drill => "drill",
            Self::Review => "review",
            Self::Cram => "cram",
            Self::Mock => "mock",
            Self::Facilitated => "facilitated",
        }
    }

    /// Reads the name in the log and in exports.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }

    /// Whether somebody is interviewed in such a run, alone or by a person.
    pub const fn is_interview(self) -> bool {
        matches!(self, Self::Mock | Self::Facilitated)
    }

    /// Whether answers of such a run move the schedule; cramming and interviews leave it alone.
    pub const fn moves_schedule(self) -> bool {
        matches!(self, Self::Drill | Self::Review)
    }
}

/// One play-through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// UUID version 7, as text.
    pub id: String,
    /// The store that wrote it; empty in a new run, and filled in by the store when it is kept.
    pub device: String,
    /// Why it was begun.
    pub purpose: Purpose,
    /// JSON: scenarios and steps in order, seed, minutes.
    pub plan: String,
    /// Milliseconds since 1970, UTC.
    pub started_at: i64,
    /// Minutes east of UTC.
    pub utc_offset: i32,
}

/// What an attempt answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The step itself.
    Answer,
    /// One missed point, said again.
    Retype,
    /// An interviewer's question about a missed point.
    Probe,
    /// A follow-up.
    FollowUp,
    /// A model typed from memory.
    Shadow,
    /// One missed point, asked by itself after the debrief.
    Retry,
}

impl Part {
    /// Every part, in the order the export format lists them.
    pub const ALL: [Self; 6] = [
        Self::Answer,
        Self::Retype,
        Self::Probe,
        Self::FollowUp,
        Self::Shadow,
        Self::Retry,
    ];

    /// The name in the log and in exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Retype => "retype",
            Self::Probe => "probe",
            Self::FollowUp => "follow-up",
            Self::Shadow => "shadow",
            Self::Retry => "retry",
        }
    }

    /// Reads the name in the log and in exports.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// One submitted answer; never changed, never deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// UUID version 7, as text.
    pub id: String,
    /// The run it belongs to.
    pub run: String,
    /// The scenario.
    pub scenario: ScenarioId,
    /// The step.
    pub step: String,
    /// What it answers.
    pub part: Part,
    /// The attempt it follows, for every part but [`Part::Answer`].
    pub parent: Option<String>,
    /// The criterion a probe, retype or retry is about.
    pub criterion: Option<String>,
    /// The name of the register it is for.
    pub register: Option<String>,
    /// The plain-text form of the answer.
    pub answer: String,
    /// Milliseconds since 1970, UTC.
    pub submitted_at: i64,
    /// Minutes east of UTC.
    pub utc_offset: i32,
    /// Milliseconds with this step in front, pauses left out; of a model typed from memory, those of the typing.
    pub active_ms: u64,
    /// Hints taken, looks at the model included.
    pub hints: u32,
    /// Whether the template was opened.
    pub template: bool,
    /// Whether time ran out.
    pub timed_out: bool,
    /// Whether the schedule may bring the step back; not for incidents, whose truth is known once played.
    pub scheduled: bool,
    /// The engine that graded it.
    pub engine: String,
    /// Fingerprint of the step as it was graded.
    pub rubric: String,
    /// The whole scorecard.
    pub card: Scorecard,
}

/// Anything else that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// UUID version 7, as text.
    pub id: String,
    /// The run it belongs to.
    pub run: Option<String>,
    /// The attempt it is about.
    pub attempt: Option<String>,
    /// The scenario it is about.
    pub scenario: Option<ScenarioId>,
    /// The step it is about.
    pub step: Option<String>,
    /// What happened, such as `hint` or `disputed`.
    pub kind: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// Milliseconds with this step in front.
    pub active_ms: u64,
    /// JSON, one documented shape per kind.
    pub data: String,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// A play-through began.
    Run(Run),
    /// An answer was submitted.
    Attempt(Box<Attempt>),
    /// Something else happened.
    Event(Event),
}

/// Text that has not been submitted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The run it belongs to.
    pub run: String,
    /// The scenario, so that the draft can be offered again.
    pub scenario: ScenarioId,
    /// The step.
    pub step: String,
    /// The field: `answer`, `answer:<register>`, `summary`, …
    pub field: String,
    /// The text.
    pub text: String,
    /// The caret, in characters from the start.
    pub caret: usize,
    /// Milliseconds with this step in front so far.
    pub active_ms: u64,
    /// Milliseconds since 1970, UTC.
    pub saved_at: i64,
}

impl Draft {
    /// Which draft this is, to finish or discard it.
    pub fn key(&self) -> DraftKey {
        DraftKey {
            run: self.run.clone(),
            step: self.step.clone(),
            field: Some(self.field.clone()),
        }
    }
}

/// Names the drafts of one step of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey {
    /// The run.
    pub run: String,
    /// The step.
    pub step: String,
    /// One field, or `None` for every field of the step.
    pub field: Option<String>,
}
