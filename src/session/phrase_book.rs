//! Putting sentences into the phrase book: what the learner marks, and what was missed.

use serde_json::json;

use super::{drill::Drill, exchange::Outcome};
use crate::domain::{Moment, Register, Say, Task};
use crate::progress::{Attempt, Kept, MISSED_BELOW, Part, Record};

impl Drill {
    /// Puts the sentence of `attempt` into the phrase book if too little of it was said.
    pub(super) fn kept_if_missed(&mut self, attempt: &Attempt, now: Moment) -> Vec<Outcome> {
        if attempt.part == Part::Answer && attempt.card.score < MISSED_BELOW {
            self.keep_phrase(attempt, Kept::Missed, now)
        } else {
            vec![]
        }
    }

    /// Puts the sentence of the attempt at `index` into the phrase book.
    pub(super) fn mark_phrase(&mut self, index: usize, now: Moment) -> Vec<Outcome> {
        match self.attempt(index).cloned() {
            Some(attempt) => self.keep_phrase(&attempt, Kept::Marked, now),
            None => vec![],
        }
    }

    fn keep_phrase(&mut self, attempt: &Attempt, why: Kept, now: Moment) -> Vec<Outcome> {
        let step = self.step_of(attempt);
        let Some(Task::Say(say)) = step.map(|step| &step.task) else {
            return vec![];
        };
        let data = json!({
            "register": attempt.register.as_deref().unwrap_or_default(),
            "text": sentence(say),
            "why": why.name(),
        });
        let Some(place) = self.turn_named_by(attempt) else {
            return vec![];
        };
        let how = self.circumstances(now);
        let id = Some(attempt.id.clone());
        let about = (&*self.scenario, self.turns[place]);
        let event = self.ledger.event("phrase-kept", about, id, &data, how);
        let records = self.ledger.logged(Record::Event(event));
        records.into_iter().map(Outcome::of).collect()
    }

    /// The place of the turn that `attempt` answers.
    fn turn_named_by(&self, attempt: &Attempt) -> Option<usize> {
        let register = attempt.register.as_deref();
        self.turns.iter().position(|turn| {
            self.scenario.steps[turn.step].id.as_str() == attempt.step
                && turn.register.map(Register::name) == register
        })
    }
}

/// The sentence to be said: in Chinese wherever there is one.
fn sentence(say: &Say) -> &str {
    say.source.zh.as_deref().unwrap_or(&say.source.en).trim()
}
