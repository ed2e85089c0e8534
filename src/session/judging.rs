//! What the learner says of an answer: which points it made, and how well it was remembered.

use super::{
    drill::{Drill, Stage},
    exchange::{Outcome, OwnJudgement},
};
use crate::domain::Moment;
use crate::progress::{Attempt, Part, Rating};

impl Drill {
    /// The stage of the debrief of the attempt at `index`: the learner's own judgement comes first where it was wanted.
    pub(super) fn debrief(&self, index: usize) -> Stage {
        if self.to_judge.contains(&index) {
            Stage::Judging(index)
        } else {
            Stage::Debrief(index)
        }
    }

    /// Keeps the judgement, if any point was judged, and opens the debrief.
    pub(super) fn judge(
        &mut self,
        index: usize,
        judgement: &OwnJudgement,
        now: Moment,
    ) -> Vec<Outcome> {
        self.to_judge.remove(&index);
        self.stage = Stage::Debrief(index);
        let judged: Vec<_> = judgement.claims.iter().map(|(point, _)| point).collect();
        let claims = judgement.claims.iter().filter(|(_, claimed)| *claimed);
        let made: Vec<_> = claims.map(|(point, _)| point).collect();
        let mut outcomes = vec![];
        if !judged.is_empty() {
            let attempt = self.attempt(index).map(|attempt| attempt.id.clone());
            let data = serde_json::json!({ "judged": judged, "made": made });
            outcomes = self.note("self-assessed", attempt, &data, now);
        }
        outcomes.push(Outcome::Moved);
        outcomes
    }

    /// What the schedule makes of `attempt` by its score; `None` where it does not hear of it.
    pub fn rating_of(&self, attempt: &Attempt) -> Option<Rating> {
        let is_heard = attempt.part == Part::Answer
            && attempt.scheduled
            && self.ledger.run().purpose.moves_schedule();
        let helped = attempt.hints > 0 || attempt.template;
        is_heard.then(|| Rating::of(attempt.card.verdict, helped))
    }

    /// Keeps the learner's rating of the attempt at `index`, if the schedule hears of it.
    pub(super) fn rate(&mut self, index: usize, rating: Rating, now: Moment) -> Vec<Outcome> {
        let Some(attempt) = self.attempt(index) else {
            return vec![];
        };
        if self.rating_of(attempt).is_none() {
            return vec![];
        }
        let id = attempt.id.clone();
        let data = serde_json::json!({ "rating": rating.name() });
        self.note("rated", Some(id), &data, now)
    }
}
