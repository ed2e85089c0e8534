//! How an answer earns points, and by which of its words: text in, [`Scorecard`] out.

mod accepted;
mod agreement;
mod block;
mod closeness;
mod common_words;
mod comparison;
mod compiled;
mod compiled_criterion;
mod confidence;
mod credit;
mod document;
mod explanation;
mod fingerprint;
mod glossary;
mod grader;
mod guard;
mod incident;
mod incident_card;
mod judge;
mod lexicon;
mod matcher;
mod models;
mod must_fingerprint;
mod negation;
mod normalise;
mod note;
mod occurrence;
mod path;
mod pattern;
mod pattern_error;
mod pattern_parser;
mod punctuation;
mod quantity;
mod reading;
mod region;
mod remarks;
mod review;
mod review_card;
mod scorecard;
mod search;
mod segment;
mod sheet;
mod sheet_card;
mod slip;
mod spoken;
mod stem;
mod structure;
mod token;
mod unfilled;
mod unit;
mod wanted;
mod word_family;
mod words;

pub use accepted::{first_reading, nearest_reading};
pub use agreement::{Agreement, Count, Label, Scores};
pub use comparison::{Comparison, Stretch, compare};
pub use document::Document;
pub use explanation::{Explanation, Outcome, explain};
pub use fingerprint::rubric_fingerprint;
pub use glossary::Glossary;
pub use grader::{Grader, PatternProblem};
pub use incident_card::{Chased, Harmed, IncidentCard, Part, Told};
pub use models::{nearest_model, plain_models};
pub use must_fingerprint::must_fingerprint;
pub use pattern::{Pattern, PatternWarning};
pub use pattern_error::{PatternError, PatternFault};
pub use remarks::{Advice, Critic};
pub use review::{Location, WrittenComment, WrittenReview, locate, read_review};
pub use review_card::{Caught, CommentCard, CommentOutcome, Nearness, ReviewCard};
pub use scorecard::{
    Finding, Flagged, Guard, Marks, Note, Remark, RemarkKind, Scorecard, Span, State, Verdict, Via,
};
pub use slip::slips;
pub use stem::stem;

pub use sheet::{Bill, Estimate, FormulaProblem, SheetFault, SheetFaultKind};
pub use sheet_card::{Driver, RowCard, RowState, Saving, SheetCard};

/// The version of the engine; goes into every attempt, changes when any answer may score otherwise.
pub const ENGINE_VERSION: &str = "3";
