//! What a sitting goes through: some steps of one scenario after another.

use crate::domain::ScenarioId;

use super::overview::DueStep;

/// Steps of one scenario, asked in one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The steps.
    pub steps: Vec<String>,
}

/// A run per scenario for `steps`, in the order in which the scenarios first come up.
pub fn stops(steps: impl IntoIterator<Item = (ScenarioId, String)>) -> Vec<Stop> {
    let mut runs: Vec<Stop> = vec![];
    for (scenario, step) in steps {
        match runs.iter_mut().find(|stop| stop.scenario == scenario) {
            Some(stop) if stop.steps.contains(&step) => {}
            Some(stop) => stop.steps.push(step),
            None => runs.push(Stop {
                scenario,
                steps: vec![step],
            }),
        }
    }
    runs
}

/// The runs that answer what is due.
pub fn due_stops(due: &[DueStep]) -> Vec<Stop> {
    stops(
        due.iter()
            .map(|due| (due.scenario.clone(), due.step.clone())),
    )
}

#[cfg(test)]
mod tests {
    use super::{ScenarioId, stops};

    #[track_caller]
    fn case(steps: &[(&str, &str)], expected: &[(&str, &[&str])]) {
        let steps = steps
            .iter()
            .map(|(scenario, step)| (ScenarioId::new("p", *scenario), (*step).to_owned()));
        let found = stops(steps);
        let found: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|stop| {
                let steps = stop.steps.iter().map(String::as_str).collect();
                (stop.scenario.scenario.as_str(), steps)
            })
            .collect();
        let expected: Vec<(&str, Vec<&str>)> = expected
            .iter()
            .map(|(scenario, steps)| (*scenario, steps.to_vec()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_scenario_is_opened_once_for_all_its_steps() {
        case(
            &[("a", "one"), ("b", "one"), ("a", "two"), ("a", "one")],
            &[("a", &["one", "two"]), ("b", &["one"])],
        );
        case(&[], &[]);
    }
}
