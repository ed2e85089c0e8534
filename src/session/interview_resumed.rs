//! A mock interview that was cut off, as far as its answers and drafts tell of it.

use std::time::Duration;

use super::{
    interview::{Asked, Interview},
    stopwatch::Stopwatch,
};
use crate::domain::{Moment, Register};
use crate::progress::{Attempt, Draft, Part, Run};

impl Interview {
    /// Replays the answers of `run`, oldest first, and puts the newest of its `drafts` in front, with the time that was left.
    #[must_use]
    pub fn resumed(
        mut self,
        run: Run,
        attempts: Vec<Attempt>,
        drafts: &[Draft],
        now: Moment,
    ) -> Self {
        for drill in &mut self.drills {
            drill.ledger.go_on_with(run.clone(), true);
        }
        self.run = run;
        let answered: u64 = attempts.iter().map(|attempt| attempt.active_ms).sum();
        let in_hand: u64 = drafts.iter().map(|draft| draft.active_ms).sum();
        let used = Duration::from_millis(answered.saturating_add(in_hand));
        self.begin(now);
        for attempt in attempts {
            let is_asked = |interview: &Self| interview.asks_for(&attempt);
            if let Some(mut reached) = self.reaching(is_asked, now) {
                reached.take(attempt, now);
                self = reached;
            }
        }
        let Some(newest) = drafts.iter().max_by_key(|draft| draft.saved_at) else {
            return self;
        };
        let is_in_front = |interview: &Self| interview.is_of(newest);
        if let Some(reached) = self.reaching(is_in_front, now) {
            self = reached;
        }
        for index in 0..self.set_aside.len() {
            let (exercise, turn) = (self.set_aside[index].exercise, self.set_aside[index].turn);
            let mut drill = self.drills[exercise].clone();
            drill.place = turn;
            let of_it = |draft: &&Draft| {
                draft.scenario == drill.scenario.header.id
                    && draft.step == drill.step().id.as_str()
                    && draft.field == drill.field()
            };
            if let Some(draft) = drafts.iter().find(of_it) {
                self.set_aside[index].text.clone_from(&draft.text);
                self.set_aside[index].used = Duration::from_millis(draft.active_ms);
            }
        }
        if self.asked == Asked::Finished {
            return self;
        }
        self.total = Stopwatch::stopped_at(used);
        self.total.start(now.steady);
        let spent = if self.is_of(newest) {
            newest.active_ms
        } else {
            0
        };
        self.question = Stopwatch::stopped_at(Duration::from_millis(spent));
        self.question.start(now.steady);
        self
    }

    /// The interview at the question that `is_meant`, with the questions before it set aside; `None` where it is never asked.
    fn reaching(&self, is_meant: impl Fn(&Self) -> bool, now: Moment) -> Option<Self> {
        let mut interview = self.clone();
        let most: usize = interview.drills.iter().map(|drill| drill.turns.len()).sum();
        for _ in 0..=2 * most {
            if is_meant(&interview) {
                return Some(interview);
            }
            match interview.asked {
                Asked::Probe(_) => interview.next_question(now),
                Asked::Question if interview.may_set_aside() => {
                    interview.put_off(String::new(), now);
                }
                _ => return None,
            }
        }
        None
    }

    fn asks_for(&self, attempt: &Attempt) -> bool {
        let drill = self.drill();
        let is_step = drill.scenario.header.id == attempt.scenario
            && drill.step().id.as_str() == attempt.step
            && drill.turn().register.map(Register::name) == attempt.register.as_deref();
        is_step
            && match &self.asked {
                Asked::Question => attempt.part != Part::Probe,
                Asked::Probe(criterion) => {
                    attempt.part == Part::Probe && attempt.criterion.as_ref() == Some(criterion)
                }
                Asked::Plan | Asked::Finished => false,
            }
    }

    fn is_of(&self, draft: &Draft) -> bool {
        let key = self.draft_key();
        self.drill().scenario.header.id == draft.scenario
            && key.step == draft.step
            && key.field.as_deref() == Some(&draft.field)
    }
}
