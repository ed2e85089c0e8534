//! Going straight to one step, as an author does who wants to see it.

use super::drill::Drill;

impl Drill {
    /// The drill with the step `id` in front; `None` if there is no such step.
    #[must_use]
    pub fn at_step(mut self, id: &str) -> Option<Self> {
        let is_meant =
            |index: &usize| self.scenario.steps[self.turns[*index].step].id.as_str() == id;
        self.place = (0..self.turns.len()).find(is_meant)?;
        Some(self)
    }
}
