//! The heaviest missed point, said again in one sentence right after the debrief.

use super::{
    drill::{Drill, Stage},
    exchange::Outcome,
    weakest::{about, weakest},
};
use crate::domain::Moment;
use crate::progress::{Attempt, Part, Record};

impl Drill {
    /// The last sentence said again for the attempt `id`.
    pub fn said_again(&self, id: &str) -> Option<&Attempt> {
        let about = |attempt: &&Attempt| attempt.parent.as_deref() == Some(id);
        self.said_again.iter().rev().find(about)
    }

    /// Whether the debrief in front leads to a point to be said again.
    pub fn owes_a_sentence(&self) -> bool {
        matches!(self.stage, Stage::Debrief(index) if self.weakest(index).is_some())
    }

    pub(super) fn say_again(
        &mut self,
        index: usize,
        criterion: &str,
        sentence: String,
        now: Moment,
    ) -> Vec<Outcome> {
        let Some(taken) = self.taken.get(index).cloned() else {
            return vec![];
        };
        let card = about(self.grade(taken.turn, &sentence), criterion);
        let attempt = Attempt {
            part: Part::Retype,
            parent: Some(taken.attempt.id),
            criterion: Some(criterion.to_owned()),
            ..self.attempt_at(taken.turn, sentence, card, now)
        };
        self.said_again.push(attempt.clone());
        let records = self.ledger.logged(Record::Attempt(Box::new(attempt)));
        records.into_iter().map(Outcome::of).collect()
    }

    /// The heaviest point an attempt did not fully make, unless it has been said again since.
    pub(super) fn weakest(&self, index: usize) -> Option<String> {
        let attempt = self.attempt(index)?;
        if self.said_again(&attempt.id).is_some() {
            return None;
        }
        weakest(&attempt.card).map(|finding| finding.id.clone())
    }
}
