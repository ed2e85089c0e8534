//! An answer to something else.

use std::collections::HashSet;

use super::profile::Profile;

/// Fewest content words by which an answer can be told to be about something else.
const FEWEST: usize = 12;

/// Words that a step must have of its own before anything can be told to be foreign to it.
const KNOWN: usize = 60;

/// Share of content words that belong to the step below which an answer is about something else.
const OWN: f64 = 0.2;

/// Share of content words that belong to the step from which an answer is about it.
const ABOUT: f64 = 0.35;

/// Whether `answer` is so short that it cannot be told, or has enough of the words in `own`.
pub(super) fn is_about(answer: &Profile, own: &HashSet<u64>) -> bool {
    answer.content.len() < FEWEST || answer.content_within(own) >= ABOUT
}

/// Whether few content words of `answer` are in `own`, those of the step's ask, models and patterns.
pub(super) fn fires(answer: &Profile, own: &HashSet<u64>) -> bool {
    answer.content.len() >= FEWEST && own.len() >= KNOWN && answer.content_within(own) < OWN
}
