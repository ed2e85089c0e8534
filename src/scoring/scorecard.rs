//! What an answer came to: the one value that screens, reports and `grade --json` show.

use serde::{Deserialize, Serialize};

use super::{incident_card::IncidentCard, review_card::ReviewCard, sheet_card::SheetCard};

/// How a word of the answer matched a word of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    /// The same word.
    Exact,
    /// The same stem.
    Stem,
    /// The beginning that the pattern asks for.
    Prefix,
    /// A member of the same glossary group.
    Synonym,
    /// A spelling slip.
    Slip,
    /// A quantity within the range asked for.
    Number,
}

/// Some bytes of the answer as given, and how they matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte; on a character boundary.
    pub start: usize,
    /// One past the last byte; on a character boundary.
    pub end: usize,
    /// How these bytes matched.
    pub via: Via,
}

/// What became of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Full credit.
    Hit,
    /// Some credit.
    Partial,
    /// Not found.
    Missed,
    /// Found, but negated; no credit.
    Negated,
    /// Found, but with words that rule it out; no credit.
    Vetoed,
}

/// What one criterion came to, and by which words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The criterion.
    pub id: String,
    /// What became of it.
    pub state: State,
    /// What it earned, 0..=1 of its weight.
    pub credit: f64,
    /// What it counts, in the rubric's unit.
    pub weight: f64,
    /// The point that recurs across scenarios, where it is one.
    #[serde(default)]
    pub skill: Option<String>,
    /// The words that earned it (or that are negated or vetoed), in the order of the answer.
    pub spans: Vec<Span>,
    /// What a missed point earned for coming near it, 0..=0.5 of its weight; 0 otherwise.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub closeness: f64,
    /// The words that came near, in the order of the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<Span>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "what serde calls it with"
)]
fn is_nothing(earned: &f64) -> bool {
    *earned == 0.0
}

/// A red flag that was raised, and by which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flagged {
    /// The red flag.
    pub id: String,
    /// The words that raised it.
    pub spans: Vec<Span>,
    /// Whether it alone decides the verdict.
    #[serde(default)]
    pub fatal: bool,
}

/// The three marks, each 0..=1; `None` where the step does not ask for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Marks {
    /// The points made; the same as [`Scorecard::score`].
    pub content: Option<f64>,
    /// Order, limits, parts.
    pub structure: Option<f64>,
    /// Register and tone.
    pub communication: Option<f64>,
}

/// The four steps; also the rating for the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Below .35, or a fatal red flag; *not yet* in drills, *again* for the schedule.
    StrongNoHire,
    /// Below .60, or a point missed that must be made; *nearly*, *hard*.
    NoHire,
    /// Below .85; *solid*, *good*.
    Hire,
    /// From .85; *strong*, *easy*.
    StrongHire,
}

impl Verdict {
    /// Every verdict, lowest first.
    pub const ALL: [Self; 4] = [
        Self::StrongNoHire,
        Self::NoHire,
        Self::Hire,
        Self::StrongHire,
    ];

    /// The verdict on `content` alone, 0..=1.
    pub fn of(content: f64) -> Self {
        if content < 0.35 {
            Self::StrongNoHire
        } else if content < 0.60 {
            Self::NoHire
        } else if content < 0.85 {
            Self::Hire
        } else {
            Self::StrongHire
        }
    }

    /// Its number in the log: 1, the lowest, to 4.
    pub const fn number(self) -> u8 {
        match self {
            Self::StrongNoHire => 1,
            Self::NoHire => 2,
            Self::Hire => 3,
            Self::StrongHire => 4,
        }
    }

    /// The word used in drills; hiring words are for mock interviews.
    pub const fn in_drills(self) -> &'static str {
        match self {
            Self::StrongNoHire => "not yet",
            Self::NoHire => "nearly",
            Self::Hire => "solid",
            Self::StrongHire => "strong",
        }
    }
}

/// Why an answer is not graded as it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Guard {
    /// Nothing to grade, or "I don't know".
    Empty,
    /// Not words.
    Mash,
    /// Pasted command output without a word of one's own.
    Pasted,
    /// The question said back.
    Parroted,
    /// Keywords without sentences where prose is asked for.
    List,
    /// The right words in no order that says anything.
    Shuffled,
    /// An answer to something else.
    Foreign,
    /// The same text more than once; counted once.
    Repeated,
    /// So many words that some must hit.
    Flooded,
}

/// Something said about the whole answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// A fixed name, such as `guard-list` or `chinese-words`.
    pub id: String,
    /// One sentence for the learner.
    pub text: String,
}

/// What a remark is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RemarkKind {
    /// Whether it suits the room; counts towards communication.
    Register,
    /// Whether it is English; advice only.
    #[default]
    Form,
}

/// A register or form rule that fired; advice, never a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The rule's name.
    pub rule: String,
    /// First byte of the learner's words.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// What to say instead, and why.
    pub text: String,
    /// Whether it is about the room or about the language.
    #[serde(default)]
    pub kind: RemarkKind,
    /// The words to put in place of the learner's, where one thing is to be said.
    #[serde(default)]
    pub better: Option<String>,
    /// The same as `text`, in Chinese.
    #[serde(default)]
    pub zh: Option<String>,
}

/// What an answer came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// Content after penalties and guards, 0..=1.
    pub score: f64,
    /// The four-step verdict.
    pub verdict: Verdict,
    /// How sure the engine is that a careful person would agree, 0..=1.
    pub confidence: f64,
    /// Content, structure and communication apart.
    pub marks: Marks,
    /// One finding per criterion that applies, in the rubric's order.
    pub criteria: Vec<Finding>,
    /// The red flags that were raised.
    pub red_flags: Vec<Flagged>,
    /// What is said about the whole answer.
    pub notes: Vec<Note>,
    /// The guards that fired.
    #[serde(default)]
    pub guards: Vec<Guard>,
    /// Register and form advice.
    #[serde(default)]
    pub remarks: Vec<Remark>,
    /// What became of a review comment by comment; absent for everything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewCard>,
    /// What a worked incident came to, where the step is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentCard>,
    /// The rows of a cost sheet in detail; absent in other steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<SheetCard>,
}
