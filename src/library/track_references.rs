//! What the tracks of a library name, held against the scenarios there are.

use rayon::prelude::*;

use super::{catalogue::Library, problem::Problem, unknown_name::unknown};
use crate::{
    domain::{ScenarioId, Step, Track, TrackTask},
    scoring::must_fingerprint,
};

impl Library {
    /// The tracks of every pack.
    pub fn tracks(&self) -> impl Iterator<Item = &Track> {
        let files = self.packs().iter().flat_map(|pack| &pack.tracks);
        files.map(|file| &file.track)
    }

    /// By scenario of `track`, its steps in order, each with the fingerprint of the points that must be made.
    pub fn track_steps(
        &self,
        track: &Track,
    ) -> std::collections::BTreeMap<ScenarioId, Vec<(String, String)>> {
        let items = track.days.iter().flat_map(|day| &day.items);
        let named: std::collections::BTreeSet<&ScenarioId> = items
            .filter_map(|item| match &item.task {
                TrackTask::Practice { scenario, .. } => Some(scenario),
                TrackTask::Exit(_) | TrackTask::SignOff(_) => None,
            })
            .collect();
        let read = |id: &ScenarioId| {
            let scenario = self.scenario(id).ok()?;
            let step = |step: &Step| (step.id.to_string(), must_fingerprint(step));
            Some((id.clone(), scenario.steps.iter().map(step).collect()))
        };
        named.into_par_iter().filter_map(read).collect()
    }

    /// Scenarios and steps that tracks name and that are not there.
    pub fn track_problems(&self) -> Vec<Problem> {
        let files = self.packs().iter().flat_map(|pack| &pack.tracks);
        let mentions: Vec<_> = files.flat_map(|file| &file.mentions).collect();
        let faults = mentions.into_par_iter().flat_map_iter(|mention| {
            let mut problems = Vec::new();
            if self.header(&mention.scenario).is_none() {
                let known: Vec<&str> = self
                    .headers()
                    .iter()
                    .filter(|header| header.id.pack == mention.scenario.pack)
                    .map(|header| header.id.scenario.as_str())
                    .collect();
                let fault = unknown(&mention.scenario.scenario, "scenario", &known);
                problems.push(Problem::error(mention.place.clone(), &fault));
            } else if let Ok(scenario) = self.scenario(&mention.scenario) {
                let known: Vec<&str> = scenario.steps.iter().map(|step| step.id.as_str()).collect();
                for (step, place) in &mention.steps {
                    if !known.contains(&step.as_str()) {
                        let fault = unknown(step, "step", &known);
                        problems.push(Problem::error(place.clone(), &fault));
                    }
                }
            }
            problems
        });
        faults.collect()
    }
}
