//! An answer to something else.

use std::collections::HashSet;

use super::profile::Profile;

/// Fewest content words by which an answer can be told to be about something else.
const FEWEST: usize = 12;

/// Words that a step must have of its own before anything can be told to be foreign to it.
const KNOWN: usize = 60;

/// Share of content words that belong to the step below which an answer is about something else.
const OWN: f64 = 0.2;

/// Whether few content words of `answer` are in `own`, those of the step's ask, models and patterns.
pub(super) fn fires(answer: &Profile, own: &HashSet<u64>) -> bool {
    answer.content.len() >= FEWEST && own.len() >= KNOWN && answer.content_within(own) < OWN
}
