//! One scenario file, read to its end or only as far as its steps.

use super::{
    fault::Fault,
    form,
    ledger::Ledger,
    parse::{Parsed, parse, parse_before},
    prices::Prices,
    problem::{MOST_PROBLEMS, Place, Problem, Severity},
    scenario,
    scenario_shape::SCENARIO,
    shape::Takes,
    sheet,
    source::Source,
    syntax::full_width_colon,
    tree::{Node, Value},
};
use crate::domain::{Header, Scenario, Task};

/// The version of the scenario format that this program reads.
pub const SCENARIO_FORMAT: u32 = 1;

/// What came of a file: a value, if there was enough for one, and every problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded<T> {
    /// The value; there are no errors if it is there.
    pub value: Option<T>,
    /// Everything wrong with the file, errors and warnings, in the order of the file.
    pub problems: Vec<Problem>,
}

/// The whole of a scenario, or every error in it.
pub fn load_scenario(source: &Source, pack: &str) -> Result<Scenario, Vec<Problem>> {
    let loaded = load(source, pack);
    loaded.value.ok_or(loaded.problems)
}

/// The whole of a scenario that names no price, with its warnings.
pub fn load(source: &Source, pack: &str) -> Loaded<Scenario> {
    load_priced(source, pack, &Prices::default())
}

/// The whole of a scenario with its warnings, its sheets worked out with `prices`.
pub fn load_priced(source: &Source, pack: &str, prices: &Prices) -> Loaded<Scenario> {
    let Parsed { root, mut problems } = parse(source);
    let mut value = None;
    if let Some(root) = root {
        if let Some(problem) = foreign(source, &root) {
            problems.push(problem);
        } else {
            problems.extend(form::faults(
                source,
                &root,
                Takes::Map(&SCENARIO),
                "scenario",
            ));
            let mut ledger = Ledger::new(source);
            value = scenario::scenario(&mut ledger, &root, pack);
            for step in value.iter_mut().flat_map(|scenario| &mut scenario.steps) {
                if let Task::Sheet(sheet) = &mut step.task {
                    sheet::price(&mut ledger, sheet, prices);
                }
            }
            problems.extend(ledger.problems);
        }
    }
    finish(value, problems)
}

/// What a listing shows; the file is not read beyond `steps:`.
pub fn load_header(source: &Source, pack: &str) -> Loaded<Header> {
    let Parsed { root, mut problems } = parse_before(source, "steps");
    let mut value = None;
    if let Some(root) = root {
        if let Some(problem) = foreign(source, &root) {
            problems.push(problem);
        } else {
            problems.extend(form::faults_of_head(source, &root));
            value = scenario::header(&root, pack);
        }
    }
    finish(value, problems)
}

fn finish<T>(value: Option<T>, mut problems: Vec<Problem>) -> Loaded<T> {
    problems.sort_by_key(|problem| problem.place.at);
    problems.dedup();
    problems.truncate(MOST_PROBLEMS);
    let usable = problems
        .iter()
        .all(|problem| problem.severity != Severity::Error);
    Loaded {
        value: value.filter(|_| usable),
        problems,
    }
}

/// A file that is no mapping at all, or one of a later format: one problem says it all.
fn foreign(source: &Source, root: &Node) -> Option<Problem> {
    if let Value::Mapping(_) = root.value {
        let format = root.value_of("format")?;
        let number: u32 = format.text()?.parse().ok()?;
        let fault = Fault::LaterFormat {
            format: number.to_string(),
        };
        let place = Place::new(source, format.at, format.width);
        return (number > SCENARIO_FORMAT).then(|| Problem::error(place, &fault));
    }
    if let Some((place, key)) = full_width_colon(source, usize::MAX) {
        return Some(Problem::error(place, &Fault::FullWidthColon { key }));
    }
    let place = Place::new(source, root.at, root.width);
    if root.is_null() {
        return Some(Problem::error(place, &Fault::Empty));
    }
    let found = root.described();
    Some(Problem::error(place, &Fault::NotAScenario { found }))
}
