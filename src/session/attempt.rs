//! An answer to a turn of a drill, as the log will hold it.

use super::{drill::Drill, ledger::Circumstances};
use crate::domain::Moment;
use crate::progress::{Attempt, Part};
use crate::scoring::Scorecard;

impl Drill {
    pub(super) fn circumstances(&self, now: Moment) -> Circumstances {
        Circumstances {
            active: self.attention.so_far(now.steady),
            hints: self.hints + self.rehearsal.reveals,
            template: self.template,
            now,
        }
    }

    pub(super) fn attempt_at(
        &mut self,
        turn: usize,
        answer: String,
        card: Scorecard,
        now: Moment,
    ) -> Attempt {
        let how = self.circumstances(now);
        let turn = self.turns[turn];
        self.ledger
            .attempt(&self.scenario, &self.glossary, turn, (answer, card), how)
    }

    /// The answer to the turn in front, graded; to a follow-up, with what it follows.
    pub(super) fn attempt_in_front(&mut self, answer: String, now: Moment) -> Attempt {
        let card = self.graded(&answer);
        self.remember(&answer);
        let parent = self.step().after.as_ref();
        let parent = parent.and_then(|after| self.latest(after.as_str()));
        let parent = parent.map(|attempt| attempt.id.clone());
        Attempt {
            part: if self.is_shadowing() {
                Part::Shadow
            } else if parent.is_some() {
                Part::FollowUp
            } else {
                Part::Answer
            },
            parent,
            ..self.attempt_at(self.place, answer, card, now)
        }
    }

    /// The newest attempt at the step `id`.
    pub(super) fn latest(&self, id: &str) -> Option<&Attempt> {
        let mut taken = self.taken.iter().rev().map(|taken| &taken.attempt);
        taken.find(|attempt| attempt.step == id)
    }
}
