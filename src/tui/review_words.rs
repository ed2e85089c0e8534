//! The words of the interface for what a review is made of.

use super::{desk::Desk, phrases::Phrase};
use crate::domain::{CommentLabel, Decision};

/// The label of a comment.
pub const fn label(desk: &Desk, label: CommentLabel) -> &'static str {
    desk.say(match label {
        CommentLabel::Blocker => Phrase::LabelBlocker,
        CommentLabel::Major => Phrase::LabelMajor,
        CommentLabel::Minor => Phrase::LabelMinor,
        CommentLabel::Nit => Phrase::LabelNit,
        CommentLabel::Question => Phrase::LabelQuestion,
        CommentLabel::Praise => Phrase::LabelPraise,
    })
}

/// What a review comes to.
pub const fn decision(desk: &Desk, decision: Decision) -> &'static str {
    desk.say(match decision {
        Decision::Approve => Phrase::DecisionApprove,
        Decision::Comment => Phrase::DecisionComment,
        Decision::RequestChanges => Phrase::DecisionRequestChanges,
    })
}
