//! What an author looks at while its file is edited.

use crate::{domain::ScenarioId, library::Library};

/// A step of a file.
#[derive(Debug)]
pub struct Preview {
    /// The file the scenario stands in; its id may change under the author's hands.
    pub file: String,
    /// The step in front; the first without it.
    pub step: Option<String>,
    /// What was typed for it before the file was read again.
    pub text: String,
}

impl Preview {
    /// The scenario that now stands in the file.
    pub fn scenario(&self, library: &Library) -> Option<ScenarioId> {
        let mut ids = library.headers().iter().map(|header| &header.id);
        let is_here = |id: &&ScenarioId| {
            let source = library.source(id);
            source.is_some_and(|source| source.name == self.file)
        };
        ids.find(is_here).cloned()
    }
}
