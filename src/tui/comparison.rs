//! An answer beside a model, word by word.

use super::{theme::Theme, wrap::Run};
use crate::scoring::{Stretch, compare};

/// `answer` turned into `model`: words only in the answer in `[-…-]`, words only in the model in `{+…+}`.
pub fn comparison(answer: &str, model: &str, theme: &Theme) -> Vec<Run> {
    let run = |stretch| match stretch {
        Stretch::Both(words) => (words, theme.text),
        Stretch::Mine(words) => (format!("[-{words}-]"), theme.removed),
        Stretch::Model(words) => (format!("{{+{words}+}}"), theme.added),
    };
    let blank = (" ".to_owned(), theme.text);
    let stretches = compare(answer, model).stretches.into_iter();
    stretches
        .flat_map(|stretch| [run(stretch), blank.clone()])
        .collect()
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
