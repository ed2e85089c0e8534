//! What an author wants of a mock interview: a plan by name, as a pack ships it.

use super::{header::Kind, identity::ScenarioId, level::Level, text::Text};

/// A plan for a mock interview; what is not said is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MockPlan {
    /// Its pack.
    pub pack: String,
    /// Its name within the pack.
    pub id: String,
    /// One line for lists.
    pub title: Text,
    /// Minutes in all.
    pub minutes: Option<u32>,
    /// The level.
    pub level: Option<Level>,
    /// The kinds; all where empty.
    pub kinds: Vec<Kind>,
    /// Tags or competencies of which a scenario must have one; any where empty.
    pub topics: Vec<String>,
    /// The seed.
    pub seed: Option<u32>,
    /// Only these scenarios, in this order; free choice where empty.
    pub scenarios: Vec<ScenarioId>,
}

impl MockPlan {
    /// `pack/id`.
    pub fn full_id(&self) -> String {
        format!("{}/{}", self.pack, self.id)
    }
}
