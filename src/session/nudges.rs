//! The nudges of the turn in front: of the step, then of its points.

use super::drill::Drill;
use crate::domain::{Criterion, Text};

impl Drill {
    /// The nudges taken so far.
    pub fn hints(&self) -> Vec<&Text> {
        self.nudges().take(self.hints as usize).collect()
    }

    /// How many more nudges there are.
    pub fn hints_left(&self) -> usize {
        self.nudges().count().saturating_sub(self.hints as usize)
    }

    fn nudges(&self) -> impl Iterator<Item = &Text> {
        let step = self.step();
        let register = self.turn().register;
        let asked = move |criterion: &&Criterion| criterion.applies_to(register);
        let of_points = step.rubric.iter().filter(asked);
        step.hint
            .iter()
            .chain(of_points.filter_map(|criterion| criterion.hint.as_ref()))
    }
}
