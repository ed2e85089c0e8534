//! Renames and resets: how the ids and times of the log are read.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Deserialize;

/// A chain of renames longer than this is a circle.
const LONGEST_CHAIN: usize = 16;

/// A scenario and a step as the log names them.
pub type StepName = (String, String);

/// A time with the identity that breaks ties.
type Instant = (i64, String);

/// The renames and resets of a log.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    scenarios: BTreeMap<String, String>,
    steps: BTreeMap<StepName, StepName>,
    criteria: BTreeMap<(StepName, String), String>,
    resets: BTreeMap<StepName, Instant>,
    scenario_resets: BTreeMap<String, Instant>,
}

/// The `data` of a `renamed` event: what the event's scenario, its step, or a criterion of that is called now.
#[derive(Deserialize)]
struct Renamed {
    scenario: Option<String>,
    step: Option<String>,
    criterion: Option<String>,
    now: Option<String>,
}

impl Rules {
    /// Reads the renames and resets of the log.
    pub fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut rules = Self::default();
        let mut statement = connection.prepare_cached(
            "SELECT scenario, step, data FROM event
             WHERE kind = 'renamed' AND scenario IS NOT NULL ORDER BY at, id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let scenario: String = row.get(0)?;
            let step: Option<String> = row.get(1)?;
            let data: String = row.get(2)?;
            rules.note_rename(scenario, step, &data);
        }
        rules.settle();
        rules.read_resets(connection)?;
        Ok(rules)
    }

    /// Takes the rename that an event of `scenario`, and perhaps `step`, tells in `data`; a later one outdoes an earlier one.
    pub fn note_rename(&mut self, scenario: String, step: Option<String>, data: &str) {
        let Ok(renamed) = serde_json::from_str::<Renamed>(data) else {
            return;
        };
        match (step, renamed) {
            (
                Some(step),
                Renamed {
                    criterion: Some(from),
                    now: Some(to),
                    ..
                },
            ) => {
                self.criteria.insert(((scenario, step), from), to);
            }
            (Some(step), renamed) => {
                let to = (
                    renamed.scenario.unwrap_or_else(|| scenario.clone()),
                    renamed.step.unwrap_or_else(|| step.clone()),
                );
                self.steps.insert((scenario, step), to);
            }
            (
                None,
                Renamed {
                    scenario: Some(to), ..
                },
            ) => {
                self.scenarios.insert(scenario, to);
            }
            (None, Renamed { scenario: None, .. }) => {}
        }
    }

    /// Has criteria go by the present names of their steps, once every rename is noted.
    fn settle(&mut self) {
        let criteria = std::mem::take(&mut self.criteria).into_iter();
        self.criteria = criteria
            .map(|((step, from), to)| ((self.present(&step.0, &step.1), from), to))
            .collect();
    }

    /// Takes the reset of `scenario`, or of its `step`, at `instant`; every rename has been noted before.
    pub fn note_reset(&mut self, scenario: &str, step: Option<&str>, instant: (i64, String)) {
        if let Some(step) = step {
            let name = self.present(scenario, step);
            self.resets.insert(name, instant);
        } else {
            let name = self.present_scenario(scenario);
            self.scenario_resets.insert(name, instant);
        }
    }

    /// What the criterion `id` of a step is called now; `present` is the step's present name.
    pub fn criterion(&self, present: &StepName, id: &str) -> String {
        let mut name = id.to_owned();
        for _ in 0..LONGEST_CHAIN {
            match self.criteria.get(&(present.clone(), name.clone())) {
                Some(next) => name.clone_from(next),
                None => break,
            }
        }
        name
    }

    fn read_resets(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached(
            "SELECT scenario, step, at, id FROM event
             WHERE kind = 'reset' AND scenario IS NOT NULL ORDER BY at, id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let scenario: String = row.get(0)?;
            let step: Option<String> = row.get(1)?;
            self.note_reset(&scenario, step.as_deref(), (row.get(2)?, row.get(3)?));
        }
        Ok(())
    }

    /// What a step is called now.
    pub fn present(&self, scenario: &str, step: &str) -> StepName {
        let mut name = (scenario.to_owned(), step.to_owned());
        for _ in 0..LONGEST_CHAIN {
            if let Some(next) = self.steps.get(&name) {
                name = next.clone();
            } else if let Some(next) = self.scenarios.get(&name.0) {
                name.0.clone_from(next);
            } else {
                break;
            }
        }
        name
    }

    /// What a scenario is called now.
    pub fn present_scenario(&self, scenario: &str) -> String {
        let mut name = scenario.to_owned();
        for _ in 0..LONGEST_CHAIN {
            match self.scenarios.get(&name) {
                Some(next) => name.clone_from(next),
                None => break,
            }
        }
        name
    }

    /// Every name under which the log may have answers to the scenarios with these present names.
    pub fn logged_scenarios(&self, present: impl Iterator<Item = String>) -> BTreeSet<String> {
        let moved = self.steps.keys().map(|(scenario, _)| scenario);
        present
            .chain(self.scenarios.keys().chain(moved).cloned())
            .collect()
    }

    /// Every name that a step goes by in the log.
    pub fn names_of(&self, present: &StepName) -> Vec<StepName> {
        let scenarios = [&present.0]
            .into_iter()
            .chain(self.scenarios.keys())
            .chain(self.steps.keys().map(|(scenario, _)| scenario))
            .collect::<BTreeSet<_>>();
        let steps = [&present.1]
            .into_iter()
            .chain(self.steps.keys().map(|(_, step)| step))
            .collect::<BTreeSet<_>>();
        let mut names = Vec::new();
        for scenario in scenarios {
            names.extend(steps.iter().map(|step| (scenario.clone(), (*step).clone())));
        }
        names.retain(|(scenario, step)| self.present(scenario, step) == *present);
        names
    }

    /// Whether a reset of its step or scenario came after the record of `at` and `id`. `present` is the step's present
    /// name.
    pub fn is_reset(&self, present: &StepName, at: i64, id: &str) -> bool {
        let before = |instant: &Instant| (at, id) < (instant.0, instant.1.as_str());
        self.resets.get(present).is_some_and(before)
            || self.scenario_resets.get(&present.0).is_some_and(before)
    }
}

#[cfg(test)]
mod tests {
    use super::Rules;

    /// Renames of whole scenarios, and of the step `x` of `p/c` where `step` says so.
    fn rules(scenarios: &[(&str, &str)], step: Option<&str>) -> Rules {
        let step = step.map(|step| {
            let from = ("p/c".to_owned(), "x".to_owned());
            (from, ("p/c".to_owned(), step.to_owned()))
        });
        Rules {
            scenarios: scenarios
                .iter()
                .map(|(from, to)| ((*from).to_owned(), (*to).to_owned()))
                .collect(),
            steps: step.into_iter().collect(),
            ..Rules::default()
        }
    }

    #[track_caller]
    fn case(rules: &Rules, from: (&str, &str), to: (&str, &str)) {
        let (scenario, step) = rules.present(from.0, from.1);
        assert_eq!((scenario.as_str(), step.as_str()), to);
        let names = rules.names_of(&(scenario, step));
        assert!(
            names.contains(&(from.0.to_owned(), from.1.to_owned())),
            "{names:?}"
        );
    }

    #[test]
    fn renames_are_followed_from_one_to_the_next() {
        let rules = rules(&[("p/a", "p/b"), ("p/b", "p/c")], Some("y"));
        case(&rules, ("p/a", "opening"), ("p/c", "opening"));
        case(&rules, ("p/b", "opening"), ("p/c", "opening"));
        case(&rules, ("p/a", "x"), ("p/c", "y"));
        case(&rules, ("p/z", "x"), ("p/z", "x"));
    }

    #[test]
    fn a_circle_of_renames_ends() {
        let rules = rules(&[("p/a", "p/b"), ("p/b", "p/a")], None);
        assert_eq!(rules.present_scenario("p/a"), "p/a");
        assert_eq!(rules.present("p/a", "x").0, "p/a");
    }
}
