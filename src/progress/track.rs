//! What tracks count: answers, signatures, and what the scenario files say of their steps.

use std::collections::BTreeMap;

use super::record::Event;
use crate::{
    domain::{Moment, ScenarioId},
    scoring::Verdict,
};

/// What the present scenario files say of the steps of a track: by scenario, each step with the fingerprint of the
/// points that must be made, in the order of the file.
pub type TrackSteps = BTreeMap<ScenarioId, Vec<(String, String)>>;

/// One answer to a step, as tracks count it.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackAnswer {
    /// The attempt.
    pub attempt: String,
    /// The run; answers of one run to one step in several registers are as good as the weakest.
    pub run: String,
    /// The scenario, by its present name.
    pub scenario: ScenarioId,
    /// The step, by its present name.
    pub step: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// Minutes east of UTC where the learner sat.
    pub utc_offset: i32,
    /// The verdict.
    pub verdict: Verdict,
    /// The fingerprint of the step as it was graded.
    pub rubric: String,
    /// The fingerprint of the points that had to be made, where the run says it.
    pub must: Option<String>,
}

/// A person's word that an item is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The track, as `pack/id`.
    pub track: String,
    /// The item.
    pub item: String,
    /// Who signed.
    pub by: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// The event that says so.
    pub event: String,
}

impl Event {
    /// The event by which `by` signs for `item` of `track`, given as `pack/id`.
    pub fn signed_off(id: String, track: &str, item: &str, by: &str, now: Moment) -> Self {
        Self {
            id,
            run: None,
            attempt: None,
            scenario: None,
            step: None,
            kind: "signed-off".to_owned(),
            at: now.wall_ms,
            active_ms: 0,
            data: serde_json::json!({ "track": track, "item": item, "by": by }).to_string(),
        }
    }
}

/// All that a log says about tracks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrackRecords {
    /// Answers to steps and follow-ups that no reset has set aside.
    pub answers: Vec<TrackAnswer>,
    /// Every signature.
    pub signatures: Vec<Signature>,
}

/// Why a pass no longer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// It is older than the track lets a pass be.
    Old,
    /// The points that must be made have changed since.
    Changed,
}
