//! The answers of other scenarios that share most words with one.

use std::collections::{BTreeMap, BTreeSet};

use crate::{domain::ScenarioId, library::Library};

/// How many foreign answers a step is tried on.
const TRIED: usize = 8;

/// Most scenarios whose answers are kept; beyond, a sample of them says enough.
const MOST_SCENARIOS: usize = 400;

/// Model answers and the words in them.
#[derive(Debug, Default)]
pub struct Neighbours {
    answers: Vec<(ScenarioId, String)>,
    by_word: BTreeMap<String, Vec<usize>>,
}

impl Neighbours {
    /// The models of every scenario of `library` that can be read.
    pub fn of(library: &Library) -> Self {
        let mut neighbours = Self::default();
        let step = library.headers().len().div_ceil(MOST_SCENARIOS).max(1);
        for header in library.headers().iter().step_by(step) {
            let Ok(scenario) = library.scenario(&header.id) else {
                continue;
            };
            let models = scenario.steps.iter().flat_map(|step| &step.models);
            for model in models {
                neighbours.add(&header.id, &model.text);
            }
        }
        neighbours
    }

    fn add(&mut self, id: &ScenarioId, text: &str) {
        let index = self.answers.len();
        self.answers.push((id.clone(), text.to_owned()));
        for word in words(text) {
            self.by_word.entry(word).or_default().push(index);
        }
    }

    /// The answers of scenarios other than `id` that share most words with `text`.
    pub fn nearest(&self, id: &ScenarioId, text: &str) -> Vec<(&ScenarioId, &str)> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for word in words(text) {
            let holders = self.by_word.get(&word).map_or(&[][..], Vec::as_slice);
            // A word of nearly every answer tells nothing apart, and would make the cost square.
            if holders.len() > 200 {
                continue;
            }
            for &index in holders {
                *shared.entry(index).or_default() += 1;
            }
        }
        let mut ranked: Vec<(usize, usize)> = shared
            .into_iter()
            .map(|(index, count)| (count, index))
            .collect();
        ranked.sort_unstable_by(|a, b| b.cmp(a));
        let answers = ranked
            .iter()
            .filter_map(|&(_, index)| self.answers.get(index));
        let foreign = answers.filter(|(other, _)| other != id);
        foreign
            .map(|(other, text)| (other, text.as_str()))
            .take(TRIED)
            .collect()
    }
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3)
        .map(str::to_lowercase)
        .collect()
}
