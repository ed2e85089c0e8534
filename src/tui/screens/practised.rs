//! A debrief with what the drill gave to start from.

use super::debrief::Debrief;
use crate::{progress::Part, session::Drill};

impl Debrief {
    /// With what `drill` gave to start from, and what it leaves out the next time.
    #[must_use]
    pub fn practised_in(mut self, drill: &Drill) -> Self {
        self.given = drill.given().map(|given| given.text);
        if self.attempt.part == Part::Shadow {
            self.gaps = drill.shadow_model().map(|model| {
                let words = model.split_whitespace();
                let is_gap = |word: &&str| word.contains('_');
                (words.clone().filter(is_gap).count(), words.count())
            });
        }
        self
    }
}
