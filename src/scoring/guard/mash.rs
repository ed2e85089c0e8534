//! Keys hit at random.

use super::super::{document::Document, stem::is_plain};

/// Rows of the keyboard, along which fingers slide.
const ROWS: &[&str] = &[
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "poiuytrewq",
    "lkjhgfdsa",
    "mnbvcxz",
];

/// Whether most longer words of `document` are no words, and no more than a few are.
pub(super) fn fires(document: &Document) -> bool {
    let longer: Vec<&str> = document
        .words()
        .filter(|word| word.len() >= 3 && is_plain(word))
        .collect();
    let mashed = longer.iter().filter(|word| is_mash(word)).count();
    mashed > 0 && mashed * 3 > document.tokens.len() * 2
}

fn is_mash(word: &str) -> bool {
    let slides = word.len() >= 3 && ROWS.iter().any(|row| row.contains(word));
    let holds_slide = word.len() >= 4
        && (0..=word.len() - 4).any(|at| ROWS.iter().any(|row| row.contains(&word[at..at + 4])))
        && !matches!(word, "property" | "properties" | "poiu")
        && !word.contains("were")
        && !word.contains("power");
    let repeats = word.len() >= 4 && word.bytes().all(|byte| byte == word.as_bytes()[0]);
    let vowelless = word.len() >= 5 && !word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    slides || holds_slide || repeats || vowelless
}

#[cfg(test)]
mod tests {
    use super::{super::super::document::Document, fires};

    #[track_caller]
    fn case(answer: &str, expected: bool) {
        assert_eq!(fires(&Document::new(answer)), expected, "{answer}");
    }

    #[test]
    fn random_keys_are_told_from_words() {
        case("asdf jkl qwer uiop zxcv asdf", true);
        case("aaaa bbbbb", true);
        case("sdkfjh skdjfh ksjdhf", true);
        case("we reverted the property of the power supply", false);
        case("kubectl rollout undo", false);
        case("nginx", false);
    }
}
