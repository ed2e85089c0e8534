//! What became of a file of exported progress that was united with a log.

/// How many records were new, how many were known, and what was not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merge {
    /// Runs, attempts, events and other records that were new.
    pub added: u64,
    /// Attempts among them.
    pub attempts: u64,
    /// Records that were here already, the same in every field.
    pub known: u64,
    /// Lines that were not taken, by their number from 1, with the reason.
    pub problems: Vec<(usize, String)>,
}
