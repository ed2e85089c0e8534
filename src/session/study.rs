//! A model read before the answer is written; the log says so, because such an answer shows less.

use super::{drill::Drill, exchange::Outcome};
use crate::domain::{Model, Moment};

impl Drill {
    /// The model for the turn in front: the first one of its register, else the first one.
    pub fn model(&self) -> Option<&Model> {
        let step = self.step();
        let register = self.turn().register;
        let mut models = step.models.iter();
        models
            .find(|model| step.register_of(model) == register)
            .or(step.models.first())
    }

    pub(super) fn study(&mut self, now: Moment) -> Vec<Outcome> {
        self.is_studied = true;
        self.note("studied", None, &serde_json::json!({}), now)
    }
}
