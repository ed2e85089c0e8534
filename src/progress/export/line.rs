//! A record with everything it carries, known to this program or not.

use serde_json::{Map, Value};

use crate::scoring::Verdict;

/// The version of the format; a file with a newer one is refused.
pub const EXPORT_VERSION: u64 = 1;

/// What a file of exported progress says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportHeader {
    /// The version of the format.
    pub version: u64,
    /// The store it was written from.
    pub device: String,
    /// Who practised, if they say so.
    pub learner: Option<String>,
    /// Milliseconds since 1970, UTC.
    pub exported_at: i64,
    /// The version of the program that wrote it.
    pub program: String,
    /// Whether answers and spans are in it.
    pub answers: bool,
}

/// One line of exported progress.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// The first line.
    Header(ExportHeader),
    /// A play-through.
    Run(RunLine),
    /// A submitted answer.
    Attempt(Box<AttemptLine>),
    /// Anything else that happened.
    Event(EventLine),
    /// A record of a kind that this program does not know.
    Other(OtherLine),
}

/// A play-through.
#[derive(Clone, Debug, PartialEq)]
pub struct RunLine {
    /// Its identity.
    pub id: String,
    /// The store that wrote it.
    pub device: String,
    /// The name of its purpose.
    pub purpose: String,
    /// Scenarios and steps in order, seed, minutes.
    pub plan: Value,
    /// Milliseconds since 1970, UTC.
    pub started_at: i64,
    /// Minutes east of UTC.
    pub utc_offset: i32,
    /// Fields that this program does not know.
    pub extra: Map<String, Value>,
}

/// A submitted answer.
#[derive(Clone, Debug, PartialEq)]
pub struct AttemptLine {
    /// Its identity.
    pub id: String,
    /// The run it belongs to.
    pub run: String,
    /// The scenario, `pack/id`.
    pub scenario: String,
    /// The step.
    pub step: String,
    /// The name of the part.
    pub part: String,
    /// The attempt it follows.
    pub parent: Option<String>,
    /// The criterion it is about.
    pub criterion: Option<String>,
    /// The register it is for.
    pub register: Option<String>,
    /// The plain-text form of the answer; `None` in an export without answers.
    pub answer: Option<String>,
    /// Milliseconds since 1970, UTC.
    pub submitted_at: i64,
    /// Minutes east of UTC.
    pub utc_offset: i32,
    /// Milliseconds with this step in front.
    pub active_ms: u64,
    /// Hints taken.
    pub hints: u32,
    /// Whether the template was opened.
    pub template: bool,
    /// Whether time ran out.
    pub timed_out: bool,
    /// Whether the schedule may bring the step back.
    pub scheduled: bool,
    /// The engine that graded it.
    pub engine: String,
    /// Fingerprint of the step as it was graded.
    pub rubric: String,
    /// The score on its card, 0..=1.
    pub score: f64,
    /// The verdict on its card.
    pub verdict: Verdict,
    /// The scorecard, field by field as `grade --json` prints it.
    pub card: Map<String, Value>,
    /// Fields that this program does not know.
    pub extra: Map<String, Value>,
}

impl AttemptLine {
    /// The mark `name` of the scorecard, 0..=1; `None` where the step does not ask for it.
    pub fn mark(&self, name: &str) -> Option<f64> {
        self.card.get("marks")?.get(name)?.as_f64()
    }
}

/// Anything else that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLine {
    /// Its identity.
    pub id: String,
    /// The run it belongs to.
    pub run: Option<String>,
    /// The attempt it is about.
    pub attempt: Option<String>,
    /// The scenario it is about.
    pub scenario: Option<String>,
    /// The step it is about.
    pub step: Option<String>,
    /// What happened.
    pub kind: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// Milliseconds with this step in front.
    pub active_ms: u64,
    /// More about it, one shape per kind.
    pub data: Value,
    /// Fields that this program does not know.
    pub extra: Map<String, Value>,
}

/// A record of a kind that this program does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherLine {
    /// Its identity.
    pub id: String,
    /// Its time if it has one in `at`, in milliseconds since 1970, UTC; 0 otherwise.
    pub at: i64,
    /// All of it.
    pub object: Map<String, Value>,
}

impl Line {
    /// The identity of a record; `None` of the first line.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Header(_) => None,
            Self::Run(run) => Some(&run.id),
            Self::Attempt(attempt) => Some(&attempt.id),
            Self::Event(event) => Some(&event.id),
            Self::Other(other) => Some(&other.id),
        }
    }

    /// What people call such a record.
    pub const fn noun(&self) -> &'static str {
        match self {
            Self::Header(_) => "first line",
            Self::Run(_) => "run",
            Self::Attempt(_) => "attempt",
            Self::Event(_) => "event",
            Self::Other(_) => "record",
        }
    }
}
