//! Small pieces of English that every message needs.

use std::fmt;

/// Words with commas and a last "and" or "or", each in backticks.
pub struct List<'a, T> {
    words: &'a [T],
    last: &'static str,
}

impl<'a, T> List<'a, T> {
    /// "a, b and c".
    pub const fn and(words: &'a [T]) -> Self {
        Self { words, last: "and" }
    }

    /// "a, b or c".
    pub const fn or(words: &'a [T]) -> Self {
        Self { words, last: "or" }
    }
}

impl<T: fmt::Display> fmt::Display for List<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, word) in self.words.iter().enumerate() {
            if index > 0 {
                if index + 1 == self.words.len() {
                    write!(formatter, " {} ", self.last)?;
                } else {
                    formatter.write_str(", ")?;
                }
            }
            write!(formatter, "`{word}`")?;
        }
        Ok(())
    }
}

/// `noun` with "a" or "an".
pub fn article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// The word of `known` that `typed` was probably meant to be.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = typed.to_lowercase().replace(['_', ' '], "-");
    let distance = |word: &str| {
        let word = word.replace('_', "-");
        let is_start = word.len() > 3 && folded.starts_with(&word);
        if is_start {
            0
        } else {
            strsim::osa_distance(&folded, &word)
        }
    };
    known
        .into_iter()
        .map(|word| (distance(word), word))
        .filter(|(distance, word)| *distance <= (word.len().min(typed.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::{List, article, nearest};

    #[test]
    fn a_list_reads_as_english() {
        assert_eq!(List::or(&["a"]).to_string(), "`a`");
        assert_eq!(List::or(&["a", "b"]).to_string(), "`a` or `b`");
        assert_eq!(List::and(&["a", "b", "c"]).to_string(), "`a`, `b` and `c`");
        assert_eq!(article("incident"), "an incident");
    }

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["weight", "at_least", "any", "not"];
        assert_eq!(nearest("wieght", known), Some("weight"));
        assert_eq!(nearest("atLeast", known), Some("at_least"));
        assert_eq!(nearest("points", known), None);
    }
}
