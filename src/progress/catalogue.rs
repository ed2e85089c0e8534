//! What the library knows of scenarios, as far as progress is shown with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    domain::{Header, ScenarioId, TrackTask},
    library::Library,
};

/// Headers by id, and the sentences for skills.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    headers: BTreeMap<ScenarioId, Header>,
    skills: BTreeMap<String, String>,
    tracked: BTreeSet<ScenarioId>,
}

impl Catalogue {
    /// A catalogue of `headers`; `skills` pairs the name of a skill with what it says, such as
    /// `asks-for-jitter` with `asks for jitter in a backoff`.
    pub fn new(
        headers: impl IntoIterator<Item = Header>,
        skills: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        Self {
            headers: headers
                .into_iter()
                .map(|header| (header.id.clone(), header))
                .collect(),
            skills: skills.into_iter().collect(),
            tracked: BTreeSet::new(),
        }
    }

    /// The scenarios that tracks name.
    pub const fn tracked(&self) -> &BTreeSet<ScenarioId> {
        &self.tracked
    }

    /// The header of `scenario`, if the library still has it.
    pub fn header(&self, scenario: &ScenarioId) -> Option<&Header> {
        self.headers.get(scenario)
    }

    /// Whether `scenario` can be played. An empty catalogue knows of nothing that cannot.
    pub fn offers(&self, scenario: &ScenarioId) -> bool {
        self.headers.is_empty() || self.headers.contains_key(scenario)
    }

    /// Every header, by id.
    pub fn headers(&self) -> impl Iterator<Item = &Header> {
        self.headers.values()
    }

    /// The title of `scenario`, or its id where the library no longer has it.
    pub fn title(&self, scenario: &ScenarioId) -> String {
        self.header(scenario)
            .map_or_else(|| scenario.to_string(), |header| header.title.en.clone())
    }

    /// What the point behind `key` says: the sentence of a skill, else the words of its name.
    pub fn label(&self, key: &str) -> String {
        if let Some(label) = self.skills.get(key) {
            return label.clone();
        }
        let Some((scenario, point)) = key.split_once('#') else {
            return key.replace('-', " ");
        };
        let criterion = point.rsplit('#').next().unwrap_or(point).replace('-', " ");
        match ScenarioId::parse(scenario) {
            Some(scenario) => format!("{criterion} ({})", self.title(&scenario)),
            None => criterion,
        }
    }
}

impl From<&Library> for Catalogue {
    fn from(library: &Library) -> Self {
        let skills = library.packs().iter().flat_map(|pack| &pack.skills);
        let days = library.tracks().flat_map(|track| &track.days);
        let items = days.flat_map(|day| &day.items);
        let tracked = items.filter_map(|item| match &item.task {
            TrackTask::Practice { scenario, .. } => Some(scenario.clone()),
            TrackTask::Exit(_) | TrackTask::SignOff(_) => None,
        });
        Self {
            tracked: tracked.collect(),
            ..Self::new(
                library.headers().iter().cloned(),
                skills.map(|(id, skill)| (id.clone(), skill.text.en.clone())),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Catalogue;

    #[track_caller]
    fn case(key: &str, expected: &str) {
        let skills = [(
            "asks-for-jitter".to_owned(),
            "asks for jitter in a backoff".to_owned(),
        )];
        assert_eq!(Catalogue::new([], skills).label(key), expected);
    }

    #[test]
    fn a_point_is_shown_by_its_sentence_or_by_the_words_of_its_name() {
        case("asks-for-jitter", "asks for jitter in a backoff");
        case("names-a-fallback", "names a fallback");
        case(
            "builtin/retry#opening#bounded-budget",
            "bounded budget (builtin/retry)",
        );
    }
}
