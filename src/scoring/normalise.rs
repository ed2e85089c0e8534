//! Folds an answer so that spellings of the same text are equal, and remembers where every byte came from.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A text after NFKC, case folding, and folding of quotes and dashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Per folded byte the original bytes of the character it came from; empty where both texts
    /// have the same length byte for byte.
    origins: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds `original`.
    pub fn new(original: &str) -> Self {
        if original.is_ascii() {
            return Self {
                text: original.to_ascii_lowercase(),
                origins: Vec::new(),
            };
        }
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len());
        for (start, cluster) in original.grapheme_indices(true) {
            let before = text.len();
            push_folded(cluster, &mut text);
            origins.resize(
                origins.len() + text.len() - before,
                (start, start + cluster.len()),
            );
        }
        Self { text, origins }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The original bytes of the folded bytes `start..end`; always on character boundaries.
    pub fn original(&self, start: usize, end: usize) -> (usize, usize) {
        if self.origins.is_empty() || end <= start {
            return (start, end);
        }
        let first = self.origins.get(start).map_or(0, |origin| origin.0);
        let last = self.origins.get(end - 1).map_or(first, |origin| origin.1);
        (first, last)
    }
}

/// A pattern word or glossary member folded like an answer.
pub fn fold(text: &str) -> String {
    Folded::new(text).text
}

/// Appends one folded grapheme cluster.
fn push_folded(cluster: &str, text: &mut String) {
    if cluster.is_ascii() {
        text.extend(cluster.chars().map(|letter| letter.to_ascii_lowercase()));
        return;
    }
    for character in cluster.nfkc() {
        match character {
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{b4}' => text.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201f}' | '\u{2033}' | '「' | '」' => text.push('"'),
            '\u{2010}'..='\u{2013}' | '\u{2212}' => text.push('-'),
            '\u{2015}' => text.push('—'),
            'ß' => text.push_str("ss"),
            // zero-width characters come with pasted text and mean nothing
            '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}' | '\u{ad}' => {}
            other => text.extend(other.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[track_caller]
    fn case(original: &str, folded: &str) {
        assert_eq!(Folded::new(original).text(), folded);
    }

    #[test]
    fn spellings_of_the_same_text_fold_to_one() {
        case("Don’t", "don't");
        case("ＴＴＬ，５ ｍｓ", "ttl,5 ms");
        case("“read–only”", "\"read-only\"");
        case("Cafe\u{301}", "café");
        case("O(n²)", "o(n2)");
    }

    #[test]
    fn offsets_lead_back_to_whole_characters() {
        let original = "磁盘 ＦＵＬＬ e\u{301}";
        let folded = Folded::new(original);
        let start = folded.text().find("full").unwrap_or_default();
        let (first, last) = folded.original(start, start + 4);
        assert_eq!(&original[first..last], "ＦＵＬＬ");
        let end = folded.text().len();
        let (first, last) = folded.original(end - 1, end);
        assert_eq!(&original[first..last], "e\u{301}");
    }
}
