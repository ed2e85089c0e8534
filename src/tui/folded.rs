//! Which parts of a diff are folded to their heads.

use std::collections::BTreeSet;

/// A file, or a hunk of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A file, by its number.
    File(usize),
    /// A hunk, by its file and its number in it.
    Hunk(usize, usize),
}

/// The parts of which only the head is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded(BTreeSet<Part>);

impl Folded {
    /// Folds `part`, or unfolds it.
    pub fn turn(&mut self, part: Part) {
        if !self.0.remove(&part) {
            self.0.insert(part);
        }
    }

    /// Unfolds everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether only the head of `part` is shown.
    pub fn has(&self, part: Part) -> bool {
        self.0.contains(&part)
    }
}
