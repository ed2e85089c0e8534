//! Going back in a debrief, one level at a time.

use super::debrief::{Beside, Debrief};

impl Debrief {
    /// Puts the answer back where something else stood in its place; whether something did.
    pub fn turn_back(&mut self) -> bool {
        let is_answer = matches!(self.beside, Beside::Answer);
        self.beside = Beside::Answer;
        !is_answer
    }
}
