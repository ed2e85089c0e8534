//! The question said back.

use super::profile::Profile;

/// Whether nearly all of `answer` stands in the ask, in its order, and most of the ask in it.
///
/// The answer to "this or that?" repeats a part of the question and is right.
pub(super) fn fires(answer: &Profile, ask: &Profile) -> bool {
    answer.words >= 5
        && answer.content_within(&ask.content) >= 0.9
        && answer.pairs_within(ask) >= 0.7
        && ask.pairs_within(answer) >= 0.5
}
