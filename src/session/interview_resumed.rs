//! A mock interview that was cut off, as far as its answers and drafts tell of it.

use std::time::Duration;

use super::{
    exchange::Outcome,
    interview::{Asked, Interview},
    manner::Manner,
    stopwatch::Stopwatch,
    ticks::Ticks,
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
        let mut so_far = 0;
        for attempt in attempts {
            // Whether there is time for a follow-up is decided by the clock as it stood then.
            so_far += attempt.active_ms;
            self.total = Stopwatch::stopped_at(Duration::from_millis(so_far));
            let is_asked = |interview: &Self| interview.asks_for(&attempt);
            if let Some(mut reached) = self.reaching(is_asked, now) {
                reached.take(attempt, now);
                self = reached;
            }
        }
        self.total = Stopwatch::stopped_at(used);
        let mut newest_first: Vec<&Draft> = drafts.iter().collect();
        newest_first.sort_by_key(|draft| std::cmp::Reverse(draft.saved_at));
        let in_front = newest_first
            .iter()
            .find_map(|draft| self.reaching(|interview| interview.is_of(draft), now));
        if let Some(reached) = in_front {
            self = reached;
        }
        for index in 0..self.set_aside.len() {
            let (exercise, turn) = (self.set_aside[index].exercise, self.set_aside[index].turn);
            let mut there = self.clone();
            (there.place, there.asked) = (exercise, Asked::Question);
            there.drills[exercise].place = turn;
            if let Some(draft) = drafts.iter().find(|draft| there.is_of(draft)) {
                self.set_aside[index].text.clone_from(&draft.text);
                self.set_aside[index].used = Duration::from_millis(draft.active_ms);
            }
        }
        if self.asked == Asked::Finished {
            return self;
        }
        self.total.start(now.steady);
        let in_hand = drafts.iter().find(|draft| self.is_of(draft));
        let spent = in_hand.map_or(0, |draft| draft.active_ms);
        self.question = Stopwatch::stopped_at(Duration::from_millis(spent));
        self.question.start(now.steady);
        let is_alone = self.plan().request.manner == Manner::Spoken;
        if is_alone && in_hand.is_some_and(|draft| Ticks::read(&draft.text).has_spoken) {
            self.hear_out(now);
        }
        self
    }

    /// Notes that the interview was left and is gone on with, after `pauses` earlier stops of its clock.
    #[must_use = "a record that is dropped is never saved"]
    pub fn gone_on_with(&mut self, pauses: usize, now: Moment) -> Vec<Outcome> {
        self.pauses = pauses + 1;
        self.note("left", now)
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
