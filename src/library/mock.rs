//! A plan file for a mock interview as a [`MockPlan`].

use super::{
    form,
    mock_shape::MOCK,
    parse::{Parsed, parse},
    problem::{Place, Problem, Severity},
    shape::Takes,
    source::Source,
    tree::Node,
    value::{list_of, number_of, text_of, words, words_of},
};
use crate::domain::{Kind, Level, MockPlan, ScenarioId};

/// A plan and where it names its scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MockFile {
    /// The plan.
    pub plan: MockPlan,
    /// One place for each of its scenarios.
    pub places: Vec<Place>,
}

/// Reads a plan; there is none where anything in its form is wrong.
pub fn load_mock(source: &Source, pack: &str) -> (Option<MockFile>, Vec<Problem>) {
    let Parsed { root, mut problems } = parse(source);
    let Some(root) = root else {
        return (None, problems);
    };
    problems.extend(form::faults(source, &root, Takes::Map(&MOCK), "mock"));
    if problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
    {
        return (None, problems);
    }
    let named = root.value_of("scenarios").map_or(&[][..], Node::items);
    let scenario = |node: &Node| {
        let name = words(node);
        ScenarioId::parse(&name).unwrap_or_else(|| ScenarioId::new(pack, name))
    };
    let kinds = list_of(&root, "kinds");
    let plan = MockPlan {
        pack: pack.to_owned(),
        id: words_of(&root, "id").unwrap_or_default(),
        title: text_of(&root, "title").unwrap_or_default(),
        minutes: number_of(&root, "minutes"),
        level: words_of(&root, "level").and_then(|name| Level::parse(&name)),
        kinds: kinds.iter().filter_map(|name| Kind::parse(name)).collect(),
        topics: list_of(&root, "topics"),
        seed: number_of(&root, "seed"),
        scenarios: named.iter().map(scenario).collect(),
    };
    let place = |node: &Node| Place::new(source, node.at, node.width);
    let places = named.iter().map(place).collect();
    (Some(MockFile { plan, places }), problems)
}
