//! What the plans for mock interviews of a library name, held against the scenarios there are.

use super::{catalogue::Library, mock::MockFile, problem::Problem, unknown_name::unknown};
use crate::domain::MockPlan;

impl Library {
    /// The plans for mock interviews of every pack.
    pub fn mocks(&self) -> impl Iterator<Item = &MockPlan> {
        let files = self.packs().iter().flat_map(|pack| &pack.mocks);
        files.map(|file| &file.plan)
    }

    /// Scenarios that plans name and that are not there.
    pub fn mock_problems(&self) -> Vec<Problem> {
        let files = self.packs().iter().flat_map(|pack| &pack.mocks);
        files.flat_map(|file| self.absent(file)).collect()
    }

    /// What `file` names and nobody has.
    pub fn absent(&self, file: &MockFile) -> Vec<Problem> {
        let named = file.plan.scenarios.iter().zip(&file.places);
        let absent = named.filter(|(id, _)| self.header(id).is_none());
        absent
            .map(|(id, place)| {
                let headers = self.headers().iter();
                let of_pack = headers.filter(|header| header.id.pack == id.pack);
                let known: Vec<&str> = of_pack.map(|it| it.id.scenario.as_str()).collect();
                let fault = unknown(&id.scenario, "scenario", &known);
                Problem::error(place.clone(), &fault)
            })
            .collect()
    }
}
