//! A whole scenario.

use super::{header::Header, identity::StepId, step::Step, text::Text};

/// When the debrief of a step is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feedback {
    /// After each step.
    #[default]
    Each,
    /// After the last step, where an earlier debrief would spoil a later ask.
    End,
}

/// A briefing and a list of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// What a listing shows.
    pub header: Header,
    /// The situation, in Markdown.
    pub brief: Text,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// When debriefs are shown.
    pub feedback: Feedback,
    /// What is asked, in order; at least one.
    pub steps: Vec<Step>,
}

impl Scenario {
    /// The step called `id`.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }
}
