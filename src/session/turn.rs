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
