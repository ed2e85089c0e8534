//! The rules an author's scenario is held to, one file per rule.

mod agreement;
mod bare_question;
mod chinese_in_model;
mod comment_in_pattern;
mod criterion_cannot_fail;
mod dead_pattern;
mod degenerate_answer;
mod file_name;
mod finding;
mod foreign_answer;
mod gives_away;
mod kind_without_step;
mod lint;
mod missing_sentence;
mod mixed_negation;
mod model_full;
mod model_limits;
mod negation_passes;
mod neighbours;
mod overlapping_points;
mod pattern_warning;
mod report;
mod rules;
mod sample_agreement;
mod sample_kinds;
mod slip_between_points;
mod spoiler;
mod subject;
mod unknown_skill;
mod useless_quotes;
mod versions;

pub use agreement::Agreement;
pub use lint::Lint;
pub use report::{Report, check};
pub use rules::RULES;
pub use subject::pattern_problem;
