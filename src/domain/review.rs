//! A diff to be reviewed, and what a good review of it finds.

use super::{
    criterion::PatternText, diff::Diff, identity::CriterionId, position::Position, text::Text,
};

/// How much weight a comment gives to what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommentLabel {
    /// The change must not be merged so.
    Blocker,
    /// To be changed, before or soon after.
    Major,
    /// Better changed.
    Minor,
    /// Taste.
    Nit,
    /// Asks, and may turn out to be nothing.
    Question,
    /// Says what is good.
    Praise,
}

impl CommentLabel {
    /// Every label, in the order the documentation lists them.
    pub const ALL: [Self; 6] = [
        Self::Blocker,
        Self::Major,
        Self::Minor,
        Self::Nit,
        Self::Question,
        Self::Praise,
    ];

    /// The name in scenario files and answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Nit => "nit",
            Self::Question => "question",
            Self::Praise => "praise",
        }
    }

    /// Reads the name in scenario files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|label| label.name() == name)
    }

    /// How many steps of severity lie between two labels; a question is one step from any.
    pub fn distance(self, other: Self) -> u32 {
        match (self.rank(), other.rank()) {
            _ if self == other => 0,
            (Some(one), Some(two)) => one.abs_diff(two),
            _ => 1,
        }
    }

    /// From 0, a nit, to 3, a blocker; `None` for what is no severity.
    pub const fn rank(self) -> Option<u32> {
        match self {
            Self::Blocker => Some(3),
            Self::Major => Some(2),
            Self::Minor => Some(1),
            Self::Nit => Some(0),
            Self::Question | Self::Praise => None,
        }
    }
}

/// What a review comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// May be merged.
    Approve,
    /// Neither.
    Comment,
    /// Must not be merged so.
    RequestChanges,
}

impl Decision {
    /// Every decision, in the order the documentation lists them.
    pub const ALL: [Self; 3] = [Self::Approve, Self::Comment, Self::RequestChanges];

    /// The name in scenario files and answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Comment => "comment",
            Self::RequestChanges => "request-changes",
        }
    }

    /// Reads the name in scenario files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|decision| decision.name() == name)
    }
}

/// Code of the new version, quoted, at which something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The code as quoted.
    pub quote: String,
    /// Where its first character stands in the scenario file.
    pub at: Position,
}

/// Where a finding stands and how grave it is; the words that make it are the criterion of the same id.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewFinding {
    /// The criterion in the rubric of the step.
    pub id: CriterionId,
    /// Code that shows it; empty where it belongs to no line.
    pub anchors: Vec<Anchor>,
    /// How grave it is.
    pub severity: CommentLabel,
    /// Any of these offers a way out.
    pub fix: Vec<PatternText>,
    /// Where it stands in its file.
    pub at: Position,
}

/// Something said of the code that is no finding: a decoy that costs, or an extra that costs nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Remarkable {
    /// Its name in the step.
    pub id: CriterionId,
    /// The code it is said of; empty where it belongs to no line.
    pub anchors: Vec<Anchor>,
    /// Why it is none, or what it is, for people.
    pub point: Text,
    /// Any of these says it.
    pub patterns: Vec<PatternText>,
    /// What it costs, in the unit of criterion weights; 0 for an extra.
    pub penalty: f64,
    /// Where it stands in its file.
    pub at: Position,
}

/// A pull request to be reviewed.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Its title.
    pub title: Option<Text>,
    /// Its description.
    pub text: Option<Text>,
    /// The change.
    pub diff: Diff,
    /// What a good review finds.
    pub findings: Vec<ReviewFinding>,
    /// Odd but right code: taking it for wrong costs.
    pub decoys: Vec<Remarkable>,
    /// Right, and not asked for: no noise.
    pub extras: Vec<Remarkable>,
    /// What a good review comes to.
    pub decision: Option<Decision>,
}

impl Review {
    /// The finding called `id`.
    pub fn finding(&self, id: &str) -> Option<&ReviewFinding> {
        self.findings
            .iter()
            .find(|finding| finding.id.as_str() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::CommentLabel;

    #[test]
    fn severities_are_steps_apart_and_a_question_is_one_step_from_any() {
        assert_eq!(CommentLabel::Blocker.distance(CommentLabel::Nit), 3);
        assert_eq!(CommentLabel::Major.distance(CommentLabel::Blocker), 1);
        assert_eq!(CommentLabel::Question.distance(CommentLabel::Blocker), 1);
        assert_eq!(CommentLabel::Minor.distance(CommentLabel::Minor), 0);
    }
}
