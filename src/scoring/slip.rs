//! Tells a spelling slip from another word.

use super::stem::is_plain;

/// Fewest letters of a word that may be misspelt.
const SHORTEST: usize = 4;

/// Letters from which two slips are forgiven.
const LONG: usize = 8;

/// How many slips turn `wanted` into `typed`, if no more than its length forgives.
///
/// Both are folded. Swapping two neighbours is one slip (optimal string alignment).
pub fn slips(wanted: &str, typed: &str) -> Option<usize> {
    if !may_slip(wanted) || !may_slip(typed) || wanted.as_bytes()[0] != typed.as_bytes()[0] {
        return None;
    }
    let limit = if wanted.len() < LONG { 1 } else { 2 };
    if wanted.len().abs_diff(typed.len()) > limit {
        return None;
    }
    let distance = strsim::osa_distance(wanted, typed);
    (distance <= limit).then_some(distance)
}

/// Whether a folded word is long and plain enough to be misspelt.
pub(super) fn may_slip(word: &str) -> bool {
    word.len() >= SHORTEST && is_plain(word)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[track_caller]
    fn case(wanted: &str, typed: &str, expected: Option<usize>) {
        assert_eq!(slips(wanted, typed), expected);
    }

    #[test]
    fn one_slip_up_to_seven_letters_two_from_eight() {
        case("overlay", "ovrelay", Some(1));
        case("overlay", "ovrelya", None);
        case("namespace", "namepsaec", Some(2));
        case("namespace", "namepsaecx", None);
        case("ttl", "tlt", None);
        case("mount", "count", None);
        case("p99s", "p98s", None);
    }
}
