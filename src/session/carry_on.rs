//! Carrying on a run that was left with text in hand.

use std::time::Duration;

use super::{
    attention::Attention,
    drill::{Drill, Stage, Taken},
    misses::Misses,
    turn::Turn,
    weakest::weakest,
};
use crate::domain::{Moment, Register};
use crate::progress::{Attempt, Draft, Part, Run};

impl Drill {
    /// Carries on a run that was left: what is in the log of it, and the draft in hand.
    #[must_use]
    pub fn carried_on(
        mut self,
        run: Option<Run>,
        given: Vec<Attempt>,
        draft: &Draft,
        now: Moment,
    ) -> Self {
        let is_logged = run.is_some();
        let run = run.unwrap_or_else(|| Run {
            id: draft.run.clone(),
            ..self.ledger.run().clone()
        });
        self.ledger.go_on_with(run, is_logged);
        for attempt in given {
            match self.turn_named(&attempt.step, attempt.register.as_deref()) {
                _ if matches!(attempt.part, Part::Retype | Part::Retry) => {
                    self.said_again.push(attempt);
                }
                Some(turn) => self.taken.push(Taken { turn, attempt }),
                None => {}
            }
        }
        let register = draft.field.split_once(':').map(|(_, register)| register);
        if let Some(turn) = self.turn_named(&draft.step, register) {
            self.place = turn;
        }
        self.practise_as_in(&draft.field);
        let of_step = |taken: &Taken| taken.attempt.step == draft.step;
        if draft.field == Self::RETYPE
            && let Some(attempt) = self.taken.iter().rposition(of_step)
            && let Some(finding) = weakest(&self.taken[attempt].attempt.card)
        {
            let criterion = finding.id.clone();
            self.place = self.taken[attempt].turn;
            self.owed.push_back(attempt);
            self.stage = Stage::SayAgain { attempt, criterion };
        }
        if draft.field == Self::COMMITMENT
            && let Some(attempt) = self.taken.iter().rposition(of_step)
        {
            self.place = self.taken[attempt].turn;
            self.owed.push_back(attempt);
            self.committed.insert(attempt);
            self.stage = Stage::Commit(attempt);
        }
        if let Some(criterion) = draft.field.strip_prefix(Misses::FIELD)
            && let Some(attempt) = self.taken.iter().rposition(of_step)
        {
            self.resume_misses(attempt, criterion, now);
        }
        let active = Duration::from_millis(draft.active_ms);
        self.attention = Attention::begin(now.steady, active);
        self
    }

    fn turn_named(&self, step: &str, register: Option<&str>) -> Option<usize> {
        let is_step = |turn: &Turn| self.scenario.steps[turn.step].id.as_str() == step;
        self.turns
            .iter()
            .position(|turn| is_step(turn) && turn.register.map(Register::name) == register)
            .or_else(|| self.turns.iter().position(is_step))
    }
}
