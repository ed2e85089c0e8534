//! One thing to do otherwise next time, written down after a worked incident.

use super::{drill::Drill, exchange::Outcome};
use crate::domain::{Moment, Task};

impl Drill {
    /// The attempt in front, where it is of an incident and nobody was asked for a commitment yet.
    pub(super) fn owes_commitment(&mut self) -> Option<usize> {
        let index = *self.owed.front()?;
        let step = self.step_of(self.attempt(index)?)?;
        let is_incident = matches!(step.task, Task::Incident(_));
        (is_incident && self.committed.insert(index)).then_some(index)
    }

    /// Keeps `text` in the log, and goes on.
    pub(super) fn commit(&mut self, index: usize, text: &str, now: Moment) -> Vec<Outcome> {
        let attempt = self.attempt(index).map(|attempt| attempt.id.clone());
        let data = serde_json::json!({ "text": text.trim() });
        let mut outcomes = self.note("commitment", attempt, &data, now);
        outcomes.extend(self.advance(now));
        outcomes
    }
}
