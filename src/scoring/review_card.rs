//! What a review came to, comment by comment.

use serde::{Deserialize, Serialize};

/// How near a comment stands to what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nearness {
    /// On the lines, or at most two beside them.
    At,
    /// At most eight lines away.
    Near,
    /// On the file as a whole.
    SameFile,
    /// On other code, or on none.
    Elsewhere,
    /// In the summary.
    Summary,
    /// In a review that places nothing.
    Unplaced,
}

impl Nearness {
    /// The share of its credit that a point keeps at this distance.
    pub const fn keeps(self) -> f64 {
        match self {
            Self::At => 1.0,
            Self::Near | Self::SameFile => 0.8,
            Self::Unplaced => 0.75,
            Self::Summary => 0.6,
            Self::Elsewhere => 0.5,
        }
    }
}

/// What became of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CommentOutcome {
    /// It makes a point that was to be found.
    Caught,
    /// It takes right code for wrong.
    Decoy,
    /// It is right, and was not asked for.
    Extra,
    /// It says what is good.
    Praise,
    /// It asks.
    Question,
    /// It speaks of the whole change, as the summary does.
    General,
    /// It stands where something was to be found, and says something else.
    WrongReason,
    /// It says nothing that was asked for.
    Noise,
    /// It says what another comment said before.
    Repeated,
}

/// A point of the review and how it was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Caught {
    /// The criterion.
    pub id: String,
    /// The comment that earned it, by its number from 0; absent for the summary.
    #[serde(default)]
    pub comment: Option<usize>,
    /// Where it was said.
    pub nearness: Nearness,
    /// The label it was given.
    #[serde(default)]
    pub given: Option<String>,
    /// The severity it has.
    pub wanted: String,
    /// Whether a way out was offered; absent where none is asked for.
    #[serde(default)]
    pub fix: Option<bool>,
}

/// A comment and what became of it; places are bytes of the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommentCard {
    /// First byte of the comment.
    pub start: usize,
    /// First byte of what it says.
    pub text: usize,
    /// One past its last byte.
    pub end: usize,
    /// What became of it.
    pub outcome: CommentOutcome,
    /// The label it has.
    #[serde(default)]
    pub label: Option<String>,
    /// The decoy, extra or missed finding it touches.
    #[serde(default)]
    pub about: Option<String>,
    /// Whether it quotes a path or code that the diff does not have.
    #[serde(default)]
    pub is_lost: bool,
}

/// What a review came to beside its points.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReviewCard {
    /// Every comment, in the order of the answer.
    pub comments: Vec<CommentCard>,
    /// Every finding that was made, in the order of the rubric.
    pub caught: Vec<Caught>,
    /// Every finding that was not.
    pub missed: Vec<String>,
    /// The decoys that were taken for wrong.
    pub decoys: Vec<String>,
    /// What noise costs, as a share of all points.
    pub noise: f64,
    /// Whether most of it is labelled graver than it is.
    pub is_inflated: bool,
    /// What it comes to.
    #[serde(default)]
    pub decision: Option<String>,
    /// What it should come to, where that is looked at.
    #[serde(default)]
    pub wanted_decision: Option<String>,
}
