//! The end of an interview: what is still handed in, and what is put on the schedule afterwards.

use std::collections::BTreeSet;

use super::{
    drill::Drill,
    exchange::Outcome,
    interview::{Asked, Interview},
};
use crate::domain::{Moment, Register};
use crate::progress::{DraftKey, MADE, Part, Record};

impl Interview {
    /// Submits what is in hand and what was set aside with text, and asks nothing more.
    pub(super) fn end(&mut self, text: String, now: Moment) -> Vec<Outcome> {
        let mut outcomes = self.take_up(now);
        outcomes.extend(self.note("time-up", now));
        let mut hand_in = |interview: &mut Self, text: String| {
            let attempt = interview.graded(text, now);
            let record = Record::Attempt(Box::new(attempt.clone()));
            outcomes.push(Outcome::of(record));
            interview.attempts.push(attempt);
        };
        if !self.is_nothing(&text) {
            hand_in(self, text);
        }
        for back in std::mem::take(&mut self.set_aside) {
            if self.is_nothing(&back.text) {
                continue;
            }
            self.place = back.exercise;
            self.drills[back.exercise].place = back.turn;
            self.ask(Asked::Question, back.used, now);
            hand_in(self, back.text);
        }
        self.close(now);
        outcomes.extend(self.note("finished", now));
        outcomes.push(Outcome::Moved);
        outcomes
    }

    pub(super) fn close(&mut self, now: Moment) {
        self.total.stop(now.steady);
        self.question.stop(now.steady);
        self.asked = Asked::Finished;
    }

    pub(super) fn queue_misses(&mut self, now: Moment) -> Vec<Outcome> {
        let mut seen = BTreeSet::new();
        let mut outcomes = vec![];
        for attempt in self.attempts.clone() {
            let has_missed = attempt.card.criteria.iter().any(|it| it.credit < MADE);
            let name = (attempt.scenario.clone(), attempt.step.clone());
            if attempt.part == Part::Probe || !has_missed || !seen.insert(name) {
                continue;
            }
            let of = |drill: &&mut Drill| drill.scenario.header.id == attempt.scenario;
            let Some(drill) = self.drills.iter_mut().find(of) else {
                continue;
            };
            let register = attempt.register.as_deref().and_then(Register::parse);
            let turn = drill.turns.iter().position(|turn| {
                drill.scenario.steps[turn.step].id.as_str() == attempt.step
                    && turn.register == register
            });
            let Some(turn) = turn else {
                continue;
            };
            drill.place = turn;
            outcomes.extend(drill.note("queued", Some(attempt.id), &serde_json::json!({}), now));
        }
        outcomes
    }

    /// The drafts of every question of the plan: none is in hand any more once nothing is asked.
    pub fn drafts_left(&self) -> Vec<DraftKey> {
        let of = |drill: &Drill| {
            let step = |turn: &super::turn::Turn| drill.scenario.steps[turn.step].id.to_string();
            drill.turns.iter().map(step).collect::<BTreeSet<_>>()
        };
        let steps = self.drills.iter().flat_map(of).collect::<BTreeSet<_>>();
        let key = |step| DraftKey {
            run: self.run.id.clone(),
            step,
            field: None,
        };
        steps.into_iter().map(key).collect()
    }
}
