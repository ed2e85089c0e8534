//! A mock interview as one value; every form of the report shows this and nothing else.

use serde::Serialize;

use crate::scoring::Verdict;

/// The report of a mock interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// What this is not.
    pub notice: &'static str,
    /// The run.
    pub run: String,
    /// Local time at which it began, `YYYY-MM-DD HH:MM`.
    pub began: String,
    /// How answers were given: `typed`, `spoken`, `facilitated`.
    pub manner: &'static str,
    /// The level it was held at, such as `L5`.
    pub level: &'static str,
    /// The seed of its plan.
    pub seed: u64,
    /// The verdict on the whole.
    pub verdict: Verdict,
    /// The verdict in words.
    pub verdict_words: &'static str,
    /// Why the whole came to this.
    pub because: String,
    /// The mean of the exercises by their planned time, 0..=1.
    pub score: f64,
    /// Whether the level's bar was reached.
    pub meets_level: bool,
    /// The five dimensions; a mark is absent where nothing was asked of it.
    pub dimensions: Vec<Dimension>,
    /// The exercises in order.
    pub exercises: Vec<ExerciseReport>,
    /// How the time was used.
    pub time: TimeUse,
    /// What to practise next; at most three.
    pub next: Vec<Practise>,
}

impl Report {
    /// The report as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// One of the five dimensions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dimension {
    /// Its name.
    pub name: &'static str,
    /// 0..=1.
    pub mark: Option<f64>,
    /// What it is worked out from.
    pub about: &'static str,
}

/// How the time was used, in seconds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimeUse {
    /// What was given.
    pub given: u64,
    /// What was used, pauses left out.
    pub used: u64,
    /// How often the clock was stopped.
    pub pauses: usize,
    /// Questions at which time ran out.
    pub timed_out: usize,
    /// Planned steps that were never answered.
    pub not_reached: usize,
}

/// One scenario of the interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExerciseReport {
    /// The scenario.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: &'static str,
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict in words.
    pub verdict_words: &'static str,
    /// 0..=1, recovered points included.
    pub score: f64,
    /// What is expected of the level here.
    pub expectation: &'static str,
    /// Whether it was met: the verdict is *hire* or better, and the score reaches what the level asks for.
    pub met: bool,
    /// Seconds used.
    pub seconds: u64,
    /// Seconds planned.
    pub planned: u64,
    /// The answers in order.
    pub answers: Vec<Answered>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answered {
    /// The step.
    pub step: String,
    /// What was asked.
    pub ask: String,
    /// The register it was for.
    pub register: Option<String>,
    /// The answer in the candidate's words.
    pub answer: String,
    /// 0..=1, recovered points included.
    pub score: f64,
    /// The verdict, recovered points included.
    pub verdict: Verdict,
    /// Seconds used.
    pub seconds: u64,
    /// Whether time ran out.
    pub timed_out: bool,
    /// The points with their evidence.
    pub points: Vec<Point>,
    /// What must not be said, and was: the point and the words.
    pub red_flags: Vec<Said>,
    /// Remarks on how it was said.
    pub remarks: Vec<Said>,
    /// What the interviewer asked about it.
    pub probes: Vec<Probed>,
}

/// One point of a rubric.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Its name in the step.
    pub id: String,
    /// What it says.
    pub point: String,
    /// What became of it: `hit`, `partial`, `missed`, `negated`, `vetoed`.
    pub state: &'static str,
    /// 0..=1 in the answer itself.
    pub credit: f64,
    /// What it counts.
    pub weight: f64,
    /// The candidate's words that made it.
    pub quotes: Vec<String>,
    /// Whether it was made when asked about.
    pub recovered: bool,
}

/// Words of the candidate, and what is said about them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said {
    /// The candidate's words.
    pub words: String,
    /// What is said about them.
    pub about: String,
}

/// One question of the interviewer about an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Probed {
    /// The point it is about.
    pub criterion: String,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Seconds used.
    pub seconds: u64,
    /// Whether the point was made; it then earns half.
    pub recovered: bool,
}

/// Something to practise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Practise {
    /// The point.
    pub point: String,
    /// Where it was missed.
    pub title: String,
    /// The command that drills it.
    pub command: String,
}
