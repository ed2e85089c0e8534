//! An answer beside a model, word by word.

use similar::{Algorithm, ChangeTag, capture_diff_slices};

use super::{theme::Theme, wrap::Run};

/// `answer` turned into `model`: words only in the answer in `[-…-]`, words only in the model in `{+…+}`.
pub fn comparison(answer: &str, model: &str, theme: &Theme) -> Vec<Run> {
    let old: Vec<&str> = answer.split_whitespace().collect();
    let new: Vec<&str> = model.split_whitespace().collect();
    let plain = |words: &[&str]| -> Vec<String> { words.iter().map(|word| bare(word)).collect() };
    let (old_plain, new_plain) = (plain(&old), plain(&new));
    let mut groups: Vec<(ChangeTag, Vec<&str>)> = vec![];
    for operation in capture_diff_slices(Algorithm::Myers, &old_plain, &new_plain) {
        for change in operation.iter_changes(&old_plain, &new_plain) {
            let index =
                |at: Option<usize>, words: &[&'_ str]| at.is_some_and(|at| at < words.len());
            let word = match change.tag() {
                ChangeTag::Insert if index(change.new_index(), &new) => {
                    new[change.new_index().unwrap_or(0)]
                }
                _ if index(change.old_index(), &old) => old[change.old_index().unwrap_or(0)],
                _ => continue,
            };
            match groups.last_mut() {
                Some((tag, words)) if *tag == change.tag() => words.push(word),
                _ => groups.push((change.tag(), vec![word])),
            }
        }
    }
    let mut runs = vec![];
    for (tag, words) in groups {
        let words = words.join(" ");
        runs.push(match tag {
            ChangeTag::Equal => (words, theme.text),
            ChangeTag::Delete => (format!("[-{words}-]"), theme.removed),
            ChangeTag::Insert => (format!("{{+{words}+}}"), theme.added),
        });
        runs.push((" ".to_owned(), theme.text));
    }
    runs
}

/// A word as far as it counts: without case and punctuation at its ends.
fn bare(word: &str) -> String {
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    if bare.is_empty() {
        word.to_owned()
    } else {
        bare.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::{Theme, comparison};

    #[track_caller]
    fn case(answer: &str, model: &str, expected: &str) {
        let runs = comparison(answer, model, &Theme::MONO);
        let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(text.trim_end(), expected);
    }

    #[test]
    fn neighbouring_changes_share_one_pair_of_marks() {
        case(
            "We count retries",
            "We should always count the retries",
            "We {+should always+} count {+the+} retries",
        );
        case("a b c", "a d c", "a [-b-] {+d+} c");
    }

    #[test]
    fn case_and_punctuation_are_no_difference() {
        case("count retries", "Count retries.", "count retries");
    }

    #[test]
    fn nothing_against_a_model_is_all_model() {
        case("", "say it", "{+say it+}");
    }
}
