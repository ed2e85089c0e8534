//! The points an answer can make, and what it must not say.

use super::{identity::CriterionId, position::Position, register::Register, text::Text};

/// One line of the pattern language, as written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternText {
    /// The pattern as the author wrote it.
    pub text: String,
    /// Where its first character stands.
    pub at: Position,
}

impl PatternText {
    /// A pattern that stands in no file.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            at: Position::default(),
        }
    }
}

/// What must be found for a criterion to be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// One pattern is enough.
    Any(Vec<PatternText>),
    /// Every pattern; credit in proportion.
    All(Vec<PatternText>),
    /// So many of the patterns; credit in proportion.
    AtLeast {
        /// How many; from 1 to the number of patterns.
        n: usize,
        /// The patterns to choose from.
        of: Vec<PatternText>,
    },
}

impl Requirement {
    /// The patterns, whichever way they are counted.
    pub fn patterns(&self) -> &[PatternText] {
        match self {
            Self::Any(patterns) | Self::All(patterns) | Self::AtLeast { of: patterns, .. } => {
                patterns
            }
        }
    }
}

/// How far the words of one pattern may lie apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// In one sentence, at most 20 other words between.
    #[default]
    Sentence,
    /// Anywhere in the answer.
    Answer,
}

/// Whether a negated match counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NegationRule {
    /// A negated match earns nothing.
    #[default]
    Guard,
    /// A negated match counts like any other.
    Ignore,
}

/// A point an answer can make.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Its name in the step.
    pub id: CriterionId,
    /// What the point is, for people.
    pub point: Text,
    /// What must be found.
    pub requirement: Requirement,
    /// How much it counts; above 0.
    pub weight: f64,
    /// Whether the verdict stays below *hire* without it.
    pub must: bool,
    /// Patterns that veto a hit in the same sentence.
    pub vetoes: Vec<PatternText>,
    /// How far the words of one pattern may lie apart.
    pub scope: Scope,
    /// Whether a negated match counts.
    pub negation: NegationRule,
    /// The registers in which it is asked for; empty means all.
    pub registers: Vec<Register>,
    /// The point that recurs across scenarios.
    pub skill: Option<String>,
    /// What must have been looked at in an incident for full credit.
    pub evidence: Vec<String>,
    /// Said on a hit.
    pub hit: Option<Text>,
    /// Said on a miss: why it matters.
    pub miss: Option<Text>,
    /// What an interviewer would ask when it is missed.
    pub probe: Option<Text>,
    /// A nudge before the answer; counted when taken.
    pub hint: Option<Text>,
    /// The id this criterion had before.
    pub renamed_from: Option<String>,
    /// Where it stands in its file.
    pub at: Position,
}

impl Criterion {
    /// Whether the point is asked for in `register`; without a register every point is.
    pub fn applies_to(&self, register: Option<Register>) -> bool {
        self.registers.is_empty()
            || register.is_none_or(|register| self.registers.contains(&register))
    }
}

/// Something that must not be said.
#[derive(Clone, Debug, PartialEq)]
pub struct RedFlag {
    /// Its name in the step.
    pub id: CriterionId,
    /// What is wrong with it, for people.
    pub point: Text,
    /// Any of these raises it.
    pub patterns: Vec<PatternText>,
    /// What it costs, in the unit of criterion weights.
    pub penalty: f64,
    /// Whether it alone makes the verdict *strong no hire*.
    pub fatal: bool,
    /// Where it stands in its file.
    pub at: Position,
}
