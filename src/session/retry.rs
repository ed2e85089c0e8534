//! Only the missed points once more, each as a short question of its own.

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use super::{
    attention::Attention,
    drill::{Drill, Stage},
    exchange::Outcome,
    misses::Misses,
    weakest::about,
};
use crate::domain::{Criterion, Moment};
use crate::progress::{Attempt, MADE, Part, Record};

impl Drill {
    /// How many points the next round of misses would ask.
    pub fn missed_points(&self) -> usize {
        match self.stage {
            Stage::Debrief(index) => self.missed_of(index).count(),
            Stage::Finished => self.missed_at_last().count(),
            Stage::Missed { .. } => self.misses.left(),
            _ => 0,
        }
    }

    /// The point of a step by its id.
    pub fn point(&self, attempt: &Attempt, criterion: &str) -> Option<&Criterion> {
        let named = |point: &&Criterion| point.id.as_str() == criterion;
        self.step_of(attempt)?.rubric.iter().find(named)
    }

    pub(super) fn retry_misses(&mut self, now: Moment) -> Vec<Outcome> {
        let (queue, back) = match self.stage {
            Stage::Debrief(index) => (self.missed_of(index).collect(), Some(index)),
            _ => (self.missed_at_last().collect(), None),
        };
        self.misses = Misses { queue, back };
        if self.misses.queue.is_empty() {
            return vec![];
        }
        self.ask_missed(now)
    }

    /// Asks the point `criterion` again, with those of its attempt that come after it.
    pub(super) fn resume_misses(&mut self, attempt: usize, criterion: &str, now: Moment) {
        let queue = self.missed_of(attempt);
        let queue = queue
            .skip_while(|(_, point)| point != criterion)
            .collect::<VecDeque<_>>();
        if queue.is_empty() {
            return;
        }
        self.owed.push_back(attempt);
        let back = Some(attempt);
        self.misses = Misses { queue, back };
        let _ = self.ask_missed(now);
    }

    pub(super) fn answer_missed(
        &mut self,
        index: usize,
        criterion: &str,
        answer: String,
        now: Moment,
    ) -> Vec<Outcome> {
        let Some(taken) = self.taken.get(index).cloned() else {
            return vec![];
        };
        let card = about(self.grade(taken.turn, &answer), criterion);
        let attempt = Attempt {
            part: Part::Retry,
            parent: Some(taken.attempt.id),
            criterion: Some(criterion.to_owned()),
            ..self.attempt_at(taken.turn, answer, card, now)
        };
        self.said_again.push(attempt.clone());
        self.attention = Attention::begin(now.steady, Duration::ZERO);
        let records = self.ledger.logged(Record::Attempt(Box::new(attempt)));
        records.into_iter().map(Outcome::of).collect()
    }

    pub(super) fn next_missed(&mut self, now: Moment) -> Vec<Outcome> {
        self.misses.queue.pop_front();
        if self.misses.queue.is_empty() {
            self.stage = self.misses.back.map_or(Stage::Finished, Stage::Debrief);
            return vec![Outcome::Moved];
        }
        self.ask_missed(now)
    }

    fn ask_missed(&mut self, now: Moment) -> Vec<Outcome> {
        if let Some((attempt, criterion)) = self.misses.queue.front().cloned() {
            if let Some(taken) = self.taken.get(attempt) {
                self.place = taken.turn;
            }
            self.attention = Attention::begin(now.steady, Duration::ZERO);
            (self.hints, self.template) = (0, false);
            self.stage = Stage::Missed { attempt, criterion };
        }
        vec![Outcome::Moved]
    }

    /// The points that the attempt at `index` did not make, in the order of its scorecard.
    fn missed_of(&self, index: usize) -> impl Iterator<Item = (usize, String)> {
        let findings = self.attempt(index).map(|attempt| &attempt.card.criteria);
        let missed = findings.into_iter().flatten();
        let missed = missed.filter(|finding| finding.credit < MADE);
        missed.map(move |finding| (index, finding.id.clone()))
    }

    /// The points that the last attempt at each turn did not make.
    fn missed_at_last(&self) -> impl Iterator<Item = (usize, String)> {
        let turns = self.taken.iter().enumerate();
        let last: BTreeMap<_, _> = turns.map(|(index, taken)| (taken.turn, index)).collect();
        last.into_values().flat_map(|index| self.missed_of(index))
    }
}
