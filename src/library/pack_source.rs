//! A folder of scenarios as texts.

use super::{problem::Problem, source::Source};

/// A folder of scenarios with what belongs to them, as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackSource {
    /// The pack's name, the first half of its scenarios' ids.
    pub pack: String,
    /// Every `.yaml` file of the pack.
    pub files: Vec<Source>,
    /// What could not even be read as text.
    pub problems: Vec<Problem>,
}

impl PackSource {
    /// A pack of these files.
    pub fn new(pack: impl Into<String>, files: Vec<Source>) -> Self {
        Self {
            pack: pack.into(),
            files,
            problems: Vec::new(),
        }
    }
}
