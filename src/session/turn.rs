//! What is asked in which order: one turn per step and register.

use crate::domain::{Condition, Register, Scenario, Step};
use crate::progress::Attempt;

/// One answer to be given: a step, in a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The step's place in the scenario.
    pub step: usize,
    /// The register the answer is for.
    pub register: Option<Register>,
}

/// Every turn that a scenario may come to, in order.
pub fn turns(scenario: &Scenario) -> Vec<Turn> {
    scenario
        .steps
        .iter()
        .enumerate()
        .flat_map(|(index, step)| {
            step.registers().into_iter().map(move |register| Turn {
                step: index,
                register,
            })
        })
        .collect()
}

/// Whether `step` is the one named `wanted`, or follows it up, directly or over others.
pub fn follows(scenario: &Scenario, step: &Step, wanted: &str) -> bool {
    let mut step = Some(step);
    // No chain of follow-ups is longer than the scenario.
    for _ in 0..=scenario.steps.len() {
        let Some(now) = step else {
            return false;
        };
        if now.id.as_str() == wanted {
            return true;
        }
        let before = now.after.as_ref();
        step = before.and_then(|after| scenario.steps.iter().find(|other| other.id == *after));
    }
    false
}

/// Whether `step` is asked, after what was answered before it.
///
/// A condition without an answer to hold it against is not met.
pub fn is_asked(step: &Step, before: Option<&Attempt>) -> bool {
    let Some(condition) = &step.condition else {
        return true;
    };
    before.is_some_and(|attempt| match condition {
        Condition::Missed(criterion) => attempt
            .card
            .criteria
            .iter()
            .any(|finding| finding.id == criterion.as_str() && finding.credit <= 0.0),
        Condition::ScoreAtLeast(score) => attempt.card.score >= *score,
    })
}
