//! A run that was left, opened again as the run it was.

use super::{
    app::App,
    message::{Effect, LeftRun},
    screens::DrillScreen,
};
use crate::session::planned_steps;

impl App {
    /// Opens the run with its draft, limited to the steps that it was begun for.
    pub(super) fn carry_on(&mut self, left: LeftRun) -> Vec<Effect> {
        if let Some(run) = left.run.clone().filter(|run| run.purpose.is_interview()) {
            return self.interview_again(run, left);
        }
        if let Some(drill) = self.drill(&left.draft.scenario) {
            let steps = left.run.as_ref().and_then(planned_steps);
            let limited = steps
                .zip(left.run.as_ref())
                .and_then(|(steps, run)| drill.clone().limited_to(&steps, run.purpose));
            let drill = limited.unwrap_or(drill);
            let drill = drill.carried_on(left.run, left.attempts, &left.draft, self.desk.now);
            let screen = DrillScreen::resumed(drill, &left.draft);
            self.above.push(Box::new(screen));
        }
        vec![]
    }
}
