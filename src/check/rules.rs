//! The table of rules.

use super::{
    bare_question, chinese_in_model, comment_in_pattern, criterion_cannot_fail, dead_pattern,
    degenerate_answer, file_name, foreign_answer, gives_away, kind_without_step, lever_saving,
    lint::Lint, missing_sentence, mixed_negation, model_full, model_limits, negation_passes,
    overlapping_points, pattern_warning, sample_agreement, sample_kinds, sheet_rows,
    slip_between_points, spoiler, stale_price, unknown_skill, useless_quotes,
};

/// Every rule beyond form, in the order they run.
pub const RULES: &[Lint] = &[
    file_name::LINT,
    kind_without_step::LINT,
    pattern_warning::LINT,
    mixed_negation::LINT,
    slip_between_points::LINT,
    overlapping_points::LINT,
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
    sheet_rows::LINT,
    stale_price::LINT,
    lever_saving::LINT,
];
