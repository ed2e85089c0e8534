//! What the scenario files say of names that were practised and have changed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::record::Event;
use crate::{
    domain::{Moment, Scenario, ScenarioId},
    library::Library,
};

/// A name that a `renamed_from` gives up for another; everything but `from` is as it is called now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rename {
    /// Of a scenario.
    Scenario {
        /// The old name.
        from: ScenarioId,
        /// The new one.
        to: ScenarioId,
    },
    /// Of a step.
    Step {
        /// Its scenario.
        scenario: ScenarioId,
        /// The old name.
        from: String,
        /// The new one.
        to: String,
    },
    /// Of a criterion.
    Criterion {
        /// Its scenario.
        scenario: ScenarioId,
        /// Its step.
        step: String,
        /// The old name.
        from: String,
        /// The new one.
        to: String,
    },
}

impl Rename {
    /// The event that says so in the log.
    pub fn event(&self, id: String, now: Moment) -> Event {
        let (scenario, step, data) = match self {
            Self::Scenario { from, to } => (from, None, json!({ "scenario": to.to_string() })),
            Self::Step { scenario, from, to } => (scenario, Some(from), json!({ "step": to })),
            Self::Criterion {
                scenario,
                step,
                from,
                to,
            } => (
                scenario,
                Some(step),
                json!({ "criterion": from, "now": to }),
            ),
        };
        Event {
            id,
            run: None,
            attempt: None,
            scenario: Some(scenario.clone()),
            step: step.cloned(),
            kind: "renamed".to_owned(),
            at: now.wall_ms,
            active_ms: 0,
            data: data.to_string(),
        }
    }
}

/// The renames that concern the steps in `practised`. A name that is still in use is nobody's old name, and a name
/// changes within its pack only.
pub fn renames(
    library: &Library,
    practised: impl IntoIterator<Item = (ScenarioId, String)>,
) -> BTreeSet<Rename> {
    let mut found = BTreeSet::new();
    let mut scenarios: BTreeMap<ScenarioId, BTreeSet<String>> = BTreeMap::new();
    for (scenario, step) in practised {
        let present = if library.header(&scenario).is_some() {
            scenario
        } else if let Some(to) = successor(library, &scenario) {
            found.insert(Rename::Scenario {
                from: scenario,
                to: to.clone(),
            });
            to
        } else {
            continue;
        };
        scenarios.entry(present).or_default().insert(step);
    }
    for (id, practised) in scenarios {
        // Only a file that speaks of a rename is read to its end.
        let speaks = library
            .whole(&id)
            .is_ok_and(|source| source.text.contains("renamed_from"));
        if let Some(scenario) = speaks.then(|| library.scenario(&id).ok()).flatten() {
            found.extend(inside(&scenario, &practised));
        }
    }
    found
}

/// What the scenario `gone` is called now.
fn successor(library: &Library, gone: &ScenarioId) -> Option<ScenarioId> {
    let mut headers = library.headers().iter();
    let header = headers.find(|header| {
        header.id.pack == gone.pack && header.renamed_from.as_ref() == Some(&gone.scenario)
    })?;
    Some(header.id.clone())
}

fn inside(scenario: &Scenario, practised: &BTreeSet<String>) -> Vec<Rename> {
    let id = &scenario.header.id;
    let mut found = vec![];
    for step in &scenario.steps {
        let is_step = |name: &str| scenario.steps.iter().any(|other| other.id.as_str() == name);
        let before = step
            .renamed_from
            .as_ref()
            .filter(|before| practised.contains(*before) && !is_step(before));
        if let Some(before) = before {
            found.push(Rename::Step {
                scenario: id.clone(),
                from: before.clone(),
                to: step.id.to_string(),
            });
        }
        if before.is_none() && !practised.contains(step.id.as_str()) {
            continue;
        }
        for criterion in &step.rubric {
            let is_point = |name: &str| step.rubric.iter().any(|other| other.id.as_str() == name);
            let before = criterion.renamed_from.as_ref();
            if let Some(before) = before.filter(|before| !is_point(before)) {
                found.push(Rename::Criterion {
                    scenario: id.clone(),
                    step: step.id.to_string(),
                    from: before.clone(),
                    to: criterion.id.to_string(),
                });
            }
        }
    }
    found
}
