//! A path through scenarios: days, what opens them, and what counts as done.

use super::{identity::ScenarioId, text::Text};

/// Days of scenarios and drills with a rule for passing them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Its pack.
    pub pack: String,
    /// Its name within the pack.
    pub id: String,
    /// One line for lists.
    pub title: Text,
    /// For whom it is and what it leads to.
    pub about: Option<Text>,
    /// How many days a pass holds.
    pub valid_days: u32,
    /// The days, in the order they are walked.
    pub days: Vec<TrackDay>,
}

impl Track {
    /// `pack/id`.
    pub fn full_id(&self) -> String {
        format!("{}/{}", self.pack, self.id)
    }

    /// The item of any day with this id.
    pub fn item(&self, id: &str) -> Option<&TrackItem> {
        let mut items = self.days.iter().flat_map(|day| &day.items);
        items.find(|item| item.id == id)
    }
}

/// What is done in one sitting or so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackDay {
    /// Its name within the track.
    pub id: String,
    /// What it is about.
    pub title: Text,
    /// The days that have to be done first.
    pub after: Vec<String>,
    /// What has to be passed.
    pub items: Vec<TrackItem>,
}

/// One thing to pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackItem {
    /// Its name within the track.
    pub id: String,
    /// What it takes.
    pub task: TrackTask,
}

/// What an item of a track takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrackTask {
    /// Answers that are at least solid.
    Practice {
        /// The scenario.
        scenario: ScenarioId,
        /// The steps that count; never empty.
        steps: Vec<String>,
        /// Whether only answers count that came after the days before were done.
        again: bool,
    },
    /// A question that a person asks and signs for.
    Exit(Text),
    /// Something seen or done in the real world, signed by a person.
    SignOff(Text),
}

impl TrackTask {
    /// Whether a person signs for it.
    pub const fn is_signed(&self) -> bool {
        matches!(self, Self::Exit(_) | Self::SignOff(_))
    }
}
