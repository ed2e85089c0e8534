//! `firedrill orphans`: practised steps that no scenario has any more, and what they are called now.

use std::io::Write;

use anyhow::{Context as _, bail};
use clap::Args;
use serde_json::json;

use super::{outcome::Outcome, places::Places};
use crate::{
    domain::{Scenario, ScenarioId},
    library::Library,
    progress::{Event, Identities, LocalDay, Record},
    runtime::{Clock, SystemClock},
    storage::{PractisedStep, fresh_seed},
};

/// What to do about orphans.
#[derive(Debug, Args)]
pub struct Orphans {
    /// Count what was practised as OLD for NEW; each is `pack/id`, or `pack/id#step` for one step
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"])]
    map: Option<Vec<String>>,
    /// As JSON
    #[arg(long, conflicts_with = "map")]
    json: bool,
}

/// A step that is gone, and what it may be called now.
struct Orphan {
    practised: PractisedStep,
    successor: Option<String>,
}

impl Orphans {
    /// Lists orphans, or maps one.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        if let Some([old, new]) = self.map.as_deref() {
            return map(places, old, new, output);
        }
        let library = places.library()?;
        let now = SystemClock::default().now();
        let orphans = places
            .read_log()?
            .practised_steps()?
            .into_iter()
            .filter_map(|practised| orphan(&library, practised))
            .collect::<Vec<_>>();
        let day = |orphan: &Orphan| {
            LocalDay::of(orphan.practised.last, now.utc_offset_minutes).to_string()
        };
        if self.json {
            let list = orphans.iter().map(|orphan| {
                json!({
                    "scenario": orphan.practised.scenario.to_string(),
                    "step": orphan.practised.step,
                    "attempts": orphan.practised.attempts,
                    "last": day(orphan),
                    "successor": orphan.successor,
                })
            });
            serde_json::to_writer_pretty(&mut *output, &list.collect::<Vec<_>>())?;
            writeln!(output)?;
            return Ok(Outcome::Done);
        }
        for orphan in &orphans {
            let PractisedStep {
                scenario,
                step,
                attempts,
                ..
            } = &orphan.practised;
            writeln!(
                output,
                "{scenario}#{step}  {attempts} attempts, last on {}",
                day(orphan)
            )?;
            if let Some(successor) = &orphan.successor {
                let old = if successor.contains('#') {
                    format!("{scenario}#{step}")
                } else {
                    scenario.to_string()
                };
                writeln!(output, "  now: firedrill orphans --map {old} {successor}")?;
            }
        }
        if orphans.is_empty() {
            writeln!(output, "every practised step is still there")?;
        }
        Ok(Outcome::Done)
    }
}

/// Whether the step is gone; a scenario that cannot be read is there all the same.
fn orphan(library: &Library, practised: PractisedStep) -> Option<Orphan> {
    let successor = if library.header(&practised.scenario).is_none() {
        renamed_scenario(library, &practised.scenario)
    } else {
        let scenario = library.scenario(&practised.scenario).ok()?;
        if scenario
            .steps
            .iter()
            .any(|step| step.id.as_str() == practised.step)
        {
            return None;
        }
        renamed_step(&scenario, &practised.step)
    };
    Some(Orphan {
        practised,
        successor,
    })
}

fn renamed_scenario(library: &Library, gone: &ScenarioId) -> Option<String> {
    let headers = library.headers().iter();
    let mut renamed = headers.filter(|header| {
        header
            .renamed_from
            .as_deref()
            .is_some_and(|before| before == gone.scenario || before == gone.to_string())
    });
    renamed.next().map(|header| header.id.to_string())
}

fn renamed_step(scenario: &Scenario, gone: &str) -> Option<String> {
    let mut steps = scenario.steps.iter();
    let step = steps.find(|step| step.renamed_from.as_deref() == Some(gone))?;
    Some(format!("{}#{}", scenario.header.id, step.id))
}

/// `pack/id` or `pack/id#step`.
fn name(text: &str) -> anyhow::Result<(ScenarioId, Option<String>)> {
    let (scenario, step) = match text.split_once('#') {
        Some((scenario, step)) => (scenario, Some(step.to_owned())),
        None => (text, None),
    };
    let scenario = ScenarioId::parse(scenario)
        .with_context(|| format!("`{text}` is neither `pack/id` nor `pack/id#step`"))?;
    Ok((scenario, step))
}

fn map(places: &Places, old: &str, new: &str, output: &mut dyn Write) -> anyhow::Result<Outcome> {
    let now = SystemClock::default().now();
    let (old_scenario, old_step) = name(old)?;
    let (new_scenario, new_step) = name(new)?;
    if old_step.is_some() != new_step.is_some() {
        bail!("map a scenario to a scenario, or a step to a step");
    }
    let mut log = places.open_log(now)?;
    let is_old = |practised: &PractisedStep| {
        practised.scenario == old_scenario
            && old_step.as_ref().is_none_or(|step| *step == practised.step)
    };
    if !log.practised_steps()?.iter().any(is_old) {
        bail!("nothing has been practised as `{old}`");
    }
    let renamed = Event {
        id: Identities::new(fresh_seed()).next(now),
        run: None,
        attempt: None,
        scenario: Some(old_scenario),
        step: old_step,
        kind: "renamed".to_owned(),
        at: now.wall_ms,
        active_ms: 0,
        data: json!({ "scenario": new_scenario.to_string(), "step": new_step }).to_string(),
    };
    log.append(&[Record::Event(renamed)], None)?;
    writeln!(output, "what was practised as `{old}` counts for `{new}`")?;
    Ok(Outcome::Done)
}
