//! How an answer earns points, and by which of its words: text in, [`Scorecard`] out.

mod remarks;
mod scorecard;

pub use remarks::{Setting, communication, remarks};
pub use scorecard::{
    Finding, Flagged, Guard, Marks, Note, Remark, RemarkKind, Scorecard, Span, State, Verdict, Via,
};

/// The version of the engine; goes into every attempt, changes when any answer may score otherwise.
pub const ENGINE_VERSION: &str = "1";
