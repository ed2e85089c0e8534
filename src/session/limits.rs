//! A run through some steps of a scenario: what is due of it, or where a point is missed.

use super::{
    drill::Drill,
    exchange::Outcome,
    ledger::must,
    turn::{Turn, follows},
};
use crate::domain::Moment;
use crate::progress::{Purpose, Run};

impl Drill {
    /// Only these steps, with the follow-ups that hang on them; `None` where the scenario has none of them.
    #[must_use]
    pub fn limited_to(mut self, steps: &[String], purpose: Purpose) -> Option<Self> {
        let is_asked = |turn: &Turn| {
            let step = &self.scenario.steps[turn.step];
            steps
                .iter()
                .any(|wanted| follows(&self.scenario, step, wanted))
        };
        let (turns, graders): (Vec<_>, Vec<_>) = self
            .turns
            .iter()
            .zip(self.graders.iter())
            .filter(|(turn, _)| is_asked(turn))
            .map(|(turn, grader)| (*turn, grader.clone()))
            .unzip();
        turns.first()?;
        (self.turns, self.graders) = (turns, graders.into());
        let plan = serde_json::json!({
            "scenarios": [self.scenario.header.id.to_string()],
            "steps": steps,
            "must": must(&self.scenario),
        });
        let run = Run {
            purpose,
            plan: plan.to_string(),
            ..self.ledger.run().clone()
        };
        self.ledger.go_on_with(run, false);
        Some(self)
    }

    /// Notes that the run was begun, so that it can be carried on as the run it is though nothing was submitted in it.
    #[must_use = "a record that is dropped is never saved"]
    pub fn opened(&mut self, now: Moment) -> Vec<Outcome> {
        self.note("opened", None, &serde_json::json!({}), now)
    }
}

/// The steps that the plan of `run` is limited to; `None` for a run through all of them.
pub fn planned_steps(run: &Run) -> Option<Vec<String>> {
    let plan = serde_json::from_str::<serde_json::Value>(&run.plan).ok()?;
    serde_json::from_value(plan.get("steps")?.clone()).ok()
}
