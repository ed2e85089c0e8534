//! What a block that is no prose needs of the grader: points of a part, and a card for the whole.

use super::scorecard::{Finding, Scorecard};
use crate::domain::StepId;

/// What a text earns by its words alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Points {
    /// The criteria of the step, in the rubric's order.
    pub criteria: Vec<Finding>,
    /// What the block looks for besides, in its own order.
    pub asides: Vec<Finding>,
}

/// What a block makes of the points.
#[derive(Clone, Debug, Default)]
pub(super) struct Revision {
    /// The criteria with the credit that counts.
    pub criteria: Vec<Finding>,
    /// What it costs besides red flags, in the unit of weights.
    pub penalty: f64,
    /// Whether the text only stands beside what the block grades, so that little of it is no fault.
    pub is_beside: bool,
}

/// Reads texts by the patterns of a step.
pub(super) trait Reading {
    /// What `text` earns by its words alone.
    fn points(&self, text: &str) -> Points;

    /// The card of `text`, its points revised; guards, red flags and remarks look at `text`.
    fn card(&self, text: &str, revise: &mut dyn FnMut(Points) -> Revision) -> Scorecard;

    /// The card of `text` by the rubric of a step that is asked for on the way.
    fn asked(&self, step: &StepId, text: &str) -> Option<Scorecard>;
}
