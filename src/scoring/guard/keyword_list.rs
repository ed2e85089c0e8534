//! Keywords without sentences where prose is asked for.

use super::profile::Profile;

/// Fewest words of which sentences can be expected.
const FEWEST: usize = 6;

/// Share of function words below which a text is no prose; English prose has a third and more.
const PROSE: f64 = 0.14;

/// Whether `answer` is a list and no model is; code and formulas are neither.
pub(super) fn fires(text: &str, answer: &Profile, models: &[Profile]) -> bool {
    let leanest = models
        .iter()
        .map(Profile::function_share)
        .fold(f64::INFINITY, f64::min);
    answer.words >= FEWEST
        && leanest > 1.6 * PROSE
        && leanest.is_finite()
        && (answer.function_share() < PROSE || is_separated(text))
        && !text.contains(['{', '}', '=', '>'])
}

/// Whether commas or line ends stand behind most words.
fn is_separated(text: &str) -> bool {
    let ends = |line: &str| {
        line.split_whitespace()
            .filter(|run| run.ends_with([',', ';']))
            .count()
            + 1
    };
    let separated: usize = text.lines().map(ends).sum();
    separated * 10 > text.split_whitespace().count() * 7
}
