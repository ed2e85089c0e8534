//! `firedrill reset ID`: begins a scenario afresh.

use std::io::{self, BufRead, Write};

use anyhow::bail;
use clap::Args;

use super::{counted::counted, outcome::Outcome, places::Places};
use crate::{
    domain::ScenarioId,
    progress::{Event, Identities, Record},
    runtime::{Clock, SystemClock},
    storage::fresh_seed,
};

/// What to begin afresh.
#[derive(Debug, Args)]
pub struct Reset {
    /// The scenario, as `id` or `pack/id`
    id: String,
    /// Only this step
    #[arg(long)]
    step: Option<String>,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

impl Reset {
    /// Asks, and keeps the reset. Nothing is deleted: the attempts stay in the log and in exports.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let now = SystemClock::default().now();
        let mut log = places.open_log(now)?;
        let wanted =
            |scenario: &ScenarioId| scenario.to_string() == self.id || scenario.scenario == self.id;
        let steps = log.practised_steps()?;
        let steps = steps
            .iter()
            .filter(|practised| wanted(&practised.scenario))
            .filter(|practised| {
                self.step
                    .as_ref()
                    .is_none_or(|step| *step == practised.step)
            })
            .collect::<Vec<_>>();
        let Some(scenario) = steps.first().map(|practised| practised.scenario.clone()) else {
            bail!("nothing of `{}` has been practised", self.name());
        };
        if steps.iter().any(|practised| practised.scenario != scenario) {
            bail!(
                "several packs have a scenario `{}`; give it as `pack/id`",
                self.id
            );
        }
        let attempts = steps
            .iter()
            .map(|practised| practised.attempts)
            .sum::<u64>();
        writeln!(
            output,
            "{} at `{}` will no longer count for schedule and statistics. Nothing leaves the log.",
            counted(attempts, "attempt"),
            self.name()
        )?;
        if !self.yes && !confirmed(&scenario.scenario, output)? {
            writeln!(output, "nothing was changed")?;
            return Ok(Outcome::Failed);
        }
        let reset = Event {
            id: Identities::new(fresh_seed()).next(now),
            run: None,
            attempt: None,
            scenario: Some(scenario),
            step: self.step.clone(),
            kind: "reset".to_owned(),
            at: now.wall_ms,
            active_ms: 0,
            data: "{}".to_owned(),
        };
        log.append(&[Record::Event(reset)], None)?;
        writeln!(output, "`{}` begins afresh", self.name())?;
        Ok(Outcome::Done)
    }

    fn name(&self) -> String {
        match &self.step {
            None => self.id.clone(),
            Some(step) => format!("{} {step}", self.id),
        }
    }
}

/// Asks on standard input for the scenario's name.
fn confirmed(name: &str, output: &mut dyn Write) -> anyhow::Result<bool> {
    write!(output, "type `{name}` to go on: ")?;
    output.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim() == name)
}
