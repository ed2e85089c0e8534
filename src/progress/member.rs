//! What one person has shared of their progress, as far as a team is shown with it.

use std::collections::BTreeMap;

use super::track::TrackRecords;

/// A person with what they shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Member {
    /// What they are called.
    pub name: String,
    /// How many answers there are, to steps and follow-ups.
    pub attempts: u64,
    /// When the last one was given, in milliseconds since 1970, UTC, and minutes east of UTC there.
    pub last: Option<(i64, i32)>,
    /// When the newest of the exports was written, in milliseconds since 1970, UTC.
    pub exported_at: i64,
    /// What tracks count.
    pub records: TrackRecords,
    /// By skill, how often it was asked for and how often it was missed.
    pub skills: BTreeMap<String, (u32, u32)>,
}
