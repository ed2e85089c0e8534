//! What a run remembers of how its sentences are practised.

use crate::{domain::SayDrill, progress::Shadowed};

/// How the sentences of a run are practised.
#[derive(Clone, Debug, Default)]
pub struct Practice {
    /// What the learner chose in place of what the step says.
    pub chosen: Option<SayDrill>,
    /// Models typed from memory before, newest first.
    pub earlier: Vec<Shadowed>,
    /// How often the model was looked at in this turn.
    pub reveals: u32,
    /// Whether only one sentence is asked for.
    pub is_single: bool,
}
