//! Reference answers, and graded samples of what people really write.

use super::{cause::Cause, identity::CriterionId, position::Position, register::Register};

/// A reference answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The answer; in `say` steps `[a|b]` is one of, `[a|]` is optional.
    pub text: String,
    /// The register it is written for; the step's own where absent.
    pub register: Option<Register>,
    /// Where it stands in its file.
    pub at: Position,
}

/// What a criterion must come to on a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedState {
    /// Full credit.
    Hit,
    /// Some credit.
    Partial,
    /// No credit, not found.
    Missed,
    /// Found, but negated.
    Negated,
    /// Found, but vetoed.
    Vetoed,
}

impl ExpectedState {
    /// Every state, in the order the documentation lists them.
    pub const ALL: [Self; 5] = [
        Self::Hit,
        Self::Partial,
        Self::Missed,
        Self::Negated,
        Self::Vetoed,
    ];

    /// The name in scenario files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hit => "hit",
            Self::Partial => "partial",
            Self::Missed => "missed",
            Self::Negated => "negated",
            Self::Vetoed => "vetoed",
        }
    }

    /// Reads the name in scenario files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What a sample is expected to come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// Every criterion is hit.
    Full,
    /// No criterion earns credit.
    None,
    /// The named criteria come to the named states; the others are not looked at.
    States(Vec<(CriterionId, ExpectedState)>),
}

/// An answer that people graded, for `check` to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The answer in its plain-text form.
    pub text: String,
    /// What it is expected to come to; absent where only flags are expected.
    pub expect: Option<Expectation>,
    /// The red flags it must raise; no others may be raised.
    pub flags: Vec<CriterionId>,
    /// The register it is graded in; the step's own where absent.
    pub register: Option<Register>,
    /// Why rows of a sheet must be found off, or right in spite of a difference.
    pub because: Vec<(CriterionId, Cause)>,
    /// What the author wants to remember of it.
    pub note: Option<String>,
    /// Why the engine is known to grade it otherwise.
    pub known_gap: Option<String>,
    /// Where it stands in its file.
    pub at: Position,
}
