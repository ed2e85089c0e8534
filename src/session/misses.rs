//! The missed points that are asked once more.

use std::collections::VecDeque;

/// The missed points still to be asked, the one in front first, and the debrief they were asked from.
#[derive(Clone, Debug, Default)]
pub struct Misses {
    /// Attempts by their index, with the point.
    pub queue: VecDeque<(usize, String)>,
    /// `None` at the end of the run.
    pub back: Option<usize>,
}

impl Misses {
    /// What the field of such an answer begins with, in drafts; the point follows.
    pub const FIELD: &'static str = "retry/";

    /// How many points there are still, the one in front among them.
    pub fn left(&self) -> usize {
        self.queue.len()
    }
}
