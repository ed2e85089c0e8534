//! `firedrill forget`: erases what you said.

use std::io::{self, BufRead, Write};

use anyhow::bail;
use clap::Args;

use super::{outcome::Outcome, places::Places};
use crate::{
    domain::ScenarioId,
    runtime::{Clock, SystemClock},
};

/// What to erase.
#[derive(Debug, Args)]
pub struct Forget {
    /// The scenario, as `id` or `pack/id`
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    id: Option<String>,
    /// Everything, in every scenario
    #[arg(long)]
    all: bool,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

impl Forget {
    /// Asks twice, and erases.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let mut log = places.open_log(SystemClock::default().now())?;
        let scenario = match &self.id {
            None => None,
            Some(id) => {
                let named =
                    |scenario: &ScenarioId| scenario.to_string() == *id || scenario.scenario == *id;
                let mut practised: Vec<_> = log
                    .practised_steps()?
                    .into_iter()
                    .map(|step| step.scenario)
                    .filter(named)
                    .collect();
                practised.dedup();
                match practised.as_slice() {
                    [] => bail!("nothing of `{id}` has been practised"),
                    [one] => Some(one.clone()),
                    _ => bail!("several packs have a scenario `{id}`; give it as `pack/id`"),
                }
            }
        };
        let name = scenario
            .as_ref()
            .map_or_else(|| "everything".to_owned(), |id| id.scenario.clone());
        let place = scenario.as_ref().map_or_else(
            || "every scenario".to_owned(),
            |id| format!("`{}`", id.scenario),
        );
        writeln!(
            output,
            "What you wrote in {place} will be erased, here and in every copy beside it. Scores and times stay. There is no way back."
        )?;
        let is_wanted = self.yes || (typed(&name, output)? && typed("forget", output)?);
        if !is_wanted {
            writeln!(output, "nothing was changed")?;
            return Ok(Outcome::Failed);
        }
        let forgotten = log.forget(scenario.as_ref())?;
        writeln!(
            output,
            "{} answers, {} events and {} drafts are erased, {} copies of the file deleted; exports that you made elsewhere are yours to delete",
            forgotten.answers,
            forgotten.events,
            forgotten.drafts,
            forgotten.copies.len()
        )?;
        Ok(Outcome::Done)
    }
}

/// Asks on standard input for `word`.
fn typed(word: &str, output: &mut dyn Write) -> anyhow::Result<bool> {
    write!(output, "type `{word}` to go on: ")?;
    output.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(answer.trim() == word)
}
