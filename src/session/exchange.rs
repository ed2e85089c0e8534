//! What can happen to a drill, and what it says back.

use crate::{
    domain::SayDrill,
    progress::{Rating, Record},
};

/// What can happen to a drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Someone is there: a key, a paste.
    Touch,
    /// A nudge is wanted; the next one each time.
    Hint,
    /// The skeleton of an answer is wanted.
    Template,
    /// A model is shown before the answer is written.
    Study,
    /// The answer, or in [`super::Stage::SayAgain`] the sentence.
    Submit(String),
    /// The answer; before its debrief the learner judges it.
    SubmitToJudge(String),
    /// The learner's own judgement, in [`super::Stage::Judging`].
    Judge(OwnJudgement),
    /// How well the answer just debriefed was remembered, where the learner knows better.
    Rate(Rating),
    /// Only the missed points once more: of the answer just debriefed, or at the end of all.
    RetryMisses,
    /// On to what comes next; in [`super::Stage::SayAgain`] without saying it.
    Continue,
    /// The same question once more.
    Retry,
    /// A point of the answer just graded that the learner says they made.
    Dispute(String),
    /// The sentence of the debrief in front belongs into the phrase book.
    KeepPhrase,
    /// The sentence in front is to be practised in this way.
    Mode(SayDrill),
    /// The learner looks at the model before answering.
    Reveal,
    /// The model is out of sight, and typing from memory begins.
    BeginTyping,
}

/// What a drill says back.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// This belongs on the disk, before anything else is shown.
    Record(Box<Record>),
    /// The [`super::Stage`] is another one now.
    Moved,
}

impl Outcome {
    /// A record to be kept.
    pub fn of(record: Record) -> Self {
        Self::Record(Box::new(record))
    }
}

/// Which points the learner believes to have made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnJudgement {
    /// The points judged, and whether they are claimed.
    pub claims: Vec<(String, bool)>,
}
