//! What an interviewer asks next: probes, the next question, what was set aside.

use std::{collections::VecDeque, time::Duration};

use super::{
    drill::Taken,
    interview::{Asked, Interview, SetAside},
    plan::seconds_for,
    stopwatch::Stopwatch,
    turn::follows,
};
use crate::domain::Moment;
use crate::progress::{Attempt, MADE, Part};

/// Probes about one answer.
const MOST_PROBES: usize = 2;

impl Interview {
    /// Goes on from what is asked, answered by `attempt`.
    pub(super) fn take(&mut self, attempt: Attempt, now: Moment) {
        if attempt.part != Part::Probe {
            let drill = &mut self.drills[self.place];
            let turn = drill.place;
            drill.taken.push(Taken {
                turn,
                attempt: attempt.clone(),
            });
            self.probes = self.owed_probes(&attempt);
        }
        self.attempts.push(attempt);
        self.after_probe(now);
    }

    /// The next probe that is owed, or the next question.
    pub(super) fn after_probe(&mut self, now: Moment) {
        match self.probes.pop_front() {
            Some(criterion) if !self.left(now).is_zero() => {
                self.ask(Asked::Probe(criterion), Duration::ZERO, now);
            }
            _ => self.next_question(now),
        }
    }

    /// The heaviest points that `attempt` left out and that can be asked about, in the order of the rubric.
    pub(super) fn owed_probes(&self, attempt: &Attempt) -> VecDeque<String> {
        let rubric = &self.drill().step().rubric;
        let has_probe = |id: &str| {
            let mut points = rubric.iter();
            points.any(|point| point.id.as_str() == id && point.probe.is_some())
        };
        let missed = attempt.card.criteria.iter().enumerate();
        let mut missed: Vec<_> = missed
            .filter(|(_, finding)| finding.credit < MADE && has_probe(&finding.id))
            .collect();
        missed.sort_by(|(_, one), (_, two)| two.weight.total_cmp(&one.weight));
        missed.truncate(MOST_PROBES);
        missed.sort_by_key(|(index, _)| *index);
        missed
            .into_iter()
            .map(|(_, finding)| finding.id.clone())
            .collect()
    }

    pub(super) fn ask(&mut self, asked: Asked, used: Duration, now: Moment) {
        self.asked = asked;
        self.has_spoken = false;
        self.total.start(now.steady);
        self.question = Stopwatch::stopped_at(used);
        self.question.start(now.steady);
        self.came_back = None;
    }

    /// The next question of the scenario in front, then of the next, then what comes back.
    pub(super) fn next_question(&mut self, now: Moment) {
        self.probes.clear();
        if self.left(now).is_zero() {
            return self.close(now);
        }
        for exercise in self.place..self.drills.len() {
            if let Some(turn) = self.next_in(exercise, now) {
                self.place = exercise;
                self.drills[exercise].place = turn;
                self.set_aside
                    .retain(|other| (other.exercise, other.turn) != (exercise, turn));
                return self.ask(Asked::Question, Duration::ZERO, now);
            }
        }
        if self.set_aside.is_empty() {
            return self.close(now);
        }
        let back = self.set_aside.remove(0);
        self.place = back.exercise;
        self.drills[back.exercise].place = back.turn;
        self.ask(Asked::Question, back.used, now);
        self.came_back = Some(back.text);
    }

    pub(super) fn next_in(&self, exercise: usize, now: Moment) -> Option<usize> {
        let drill = &self.drills[exercise];
        if exercise > self.place && drill.taken.is_empty() {
            // A scenario that was not begun starts at its first question, unless that was set aside.
            let is_waiting = self.set_aside.iter().any(|it| it.exercise == exercise);
            return (!is_waiting).then_some(0);
        }
        if exercise > self.place {
            return None;
        }
        let left = self.left(now);
        drill.next_turn_where(|turn| {
            let step = &drill.scenario.steps[drill.turns[turn].step];
            let has_time = step.condition.is_none()
                || left >= Duration::from_secs(u64::from(seconds_for(step)));
            let waits = self.set_aside.iter().any(|it| {
                let aside = &drill.scenario.steps[drill.turns[it.turn].step];
                it.exercise == exercise
                    && (it.turn == turn
                        || (aside.id != step.id
                            && follows(&drill.scenario, step, aside.id.as_str())))
            });
            has_time && !waits
        })
    }

    pub(super) fn put_off(&mut self, text: String, now: Moment) {
        self.set_aside.push(SetAside {
            exercise: self.place,
            turn: self.drill().place,
            text,
            used: self.question.used(now.steady),
        });
        self.next_question(now);
    }
}
