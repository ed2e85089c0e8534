//! Where an answer is given, as far as its wording depends on it.

use crate::domain::{Register, Step};

/// The register asked for, and how the models say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// The register asked for; without one only form is remarked on.
    pub register: Option<Register>,
    /// The model answers for this register: what they all do may be asked of the learner.
    pub models: Vec<String>,
}

impl Setting {
    /// The setting of `step` when it is answered in `register`.
    pub fn of(step: &Step, register: Option<Register>) -> Self {
        let models = step
            .models
            .iter()
            .filter(|model| step.register_of(model) == register)
            .map(|model| model.text.clone())
            .collect();
        Self { register, models }
    }
}
