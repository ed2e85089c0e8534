//! What a listing shows of a scenario, read without its steps.

use super::{identity::ScenarioId, text::Text};

/// The kind of exercise; decides only which steps `check` expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Debug paths and incidents.
    Debug,
    /// Code reviews.
    Review,
    /// Phrasing drills.
    Phrasing,
    /// System design with cost.
    Design,
}

impl Kind {
    /// Every kind, in the order of the library.
    pub const ALL: [Self; 4] = [Self::Debug, Self::Review, Self::Phrasing, Self::Design];

    /// The name in scenario files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Review => "review",
            Self::Phrasing => "phrasing",
            Self::Design => "design",
        }
    }

    /// Reads the name in scenario files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How hard a scenario is meant to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difficulty {
    /// For a first week.
    WarmUp,
    /// What most people on call should manage.
    #[default]
    Core,
    /// Where seniors are told apart.
    Hard,
}

impl Difficulty {
    /// Every difficulty, easiest first.
    pub const ALL: [Self; 3] = [Self::WarmUp, Self::Core, Self::Hard];

    /// The name in scenario files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::WarmUp => "warm-up",
            Self::Core => "core",
            Self::Hard => "hard",
        }
    }

    /// Reads the name in scenario files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// What is known of a scenario before its steps are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Pack and name.
    pub id: ScenarioId,
    /// The kind of exercise.
    pub kind: Kind,
    /// One line for lists.
    pub title: Text,
    /// How hard it is meant to be.
    pub difficulty: Difficulty,
    /// Minutes the author expects it to take.
    pub minutes: Option<u32>,
    /// Free words to search by.
    pub tags: Vec<String>,
    /// Competencies by weight: the first counts .5, the second .3, the third .2.
    pub competencies: Vec<String>,
    /// The id this scenario had before.
    pub renamed_from: Option<String>,
}
