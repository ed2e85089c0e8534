//! How sure the engine is that a careful person would agree.

use super::{
    guard::Alarm,
    scorecard::{Finding, State},
};

/// What an answer is expected to score for no likeness to any model; people write right things in
/// other words.
const FLOOR: f64 = 0.4;

/// How sure a verdict on an obvious non-answer is.
const OBVIOUS: f64 = 0.95;

/// 0..=1: low where points and likeness to the nearest model disagree, or where points hang on near misses and slips.
pub(super) fn confidence(
    score: f64,
    criteria: &[Finding],
    alarms: &[Alarm],
    likeness: Option<f64>,
) -> f64 {
    if alarms.iter().any(|alarm| alarm.cap == 0.0) {
        return OBVIOUS;
    }
    let expected = likeness.map_or(score, |likeness| {
        FLOOR + (1.0 - FLOOR) * (1.3 * likeness).min(1.0)
    });
    let disagreement = (score - expected).abs();
    let doubtful = criteria
        .iter()
        .filter(|finding| {
            matches!(
                finding.state,
                State::Partial | State::Negated | State::Vetoed
            )
        })
        .map(|finding| finding.weight)
        .sum::<f64>();
    let total: f64 = criteria.iter().map(|finding| finding.weight).sum();
    let doubt = if total > 0.0 { doubtful / total } else { 0.0 };
    (1.0 - disagreement - 0.15 * doubt).clamp(0.05, 1.0)
}

#[cfg(test)]
mod tests {
    use super::confidence;

    #[test]
    fn disagreement_with_the_models_lowers_confidence() {
        let agreed = confidence(0.9, &[], &[], Some(0.8));
        let unlike = confidence(0.1, &[], &[], Some(0.9));
        assert!(agreed > 0.8 && unlike < 0.3, "{agreed} {unlike}");
    }
}
