//! The table of rules.

use super::{
    bare_question, chinese_in_model, comment_in_pattern, criterion_cannot_fail, dead_pattern,
    degenerate_answer, file_name, foreign_answer, gives_away, kind_without_step, lint::Lint,
    missing_sentence, model_full, model_limits, negation_passes, pattern_warning, sample_agreement,
    sample_kinds, spoiler, unknown_skill, useless_quotes,
};

/// Every rule beyond form, in the order they run.
pub const RULES: &[Lint] = &[
    file_name::LINT,
    kind_without_step::LINT,
    pattern_warning::LINT,
    comment_in_pattern::LINT,
    useless_quotes::LINT,
    unknown_skill::LINT,
    missing_sentence::LINT,
    gives_away::LINT,
    spoiler::LINT,
    model_full::LINT,
    model_limits::LINT,
    chinese_in_model::LINT,
    sample_agreement::LINT,
    sample_kinds::LINT,
    dead_pattern::LINT,
    criterion_cannot_fail::LINT,
    negation_passes::LINT,
    degenerate_answer::LINT,
    bare_question::LINT,
    foreign_answer::LINT,
];
