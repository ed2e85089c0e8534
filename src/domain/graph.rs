//! A number over time that follows the state of an incident.

use std::collections::BTreeMap;

/// A curve that is shown below the text of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// What it shows, with its unit.
    pub of: String,
    /// The level before anything was wrong.
    pub before: u32,
    /// For how many minutes it was otherwise when the incident started.
    pub since: u32,
    /// The level that each state leads to; a state that is not named changes nothing.
    pub levels: BTreeMap<String, u32>,
    /// Minutes in which it goes about two thirds of the way to a new level; at least 1.
    pub settles: u32,
}
