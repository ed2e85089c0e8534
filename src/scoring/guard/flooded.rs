//! So many words that some must hit.

use super::profile::Profile;

/// Words that no answer needs.
const MOST: usize = 1_500;

/// How many times the words of the longest model.
const TIMES: usize = 8;

/// Whether `answer` is far longer than any answer to the step needs to be.
pub(super) fn fires(answer: &Profile, models: &[Profile]) -> bool {
    let longest = models.iter().map(|model| model.words).max().unwrap_or(0);
    answer.words > MOST.max(TIMES * longest)
}
