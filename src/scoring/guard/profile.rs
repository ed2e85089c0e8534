//! The words of a text as guards compare them: content words, pairs of neighbours, share of function words.

use std::collections::HashSet;

use super::super::{document::Document, words::is_function_word};

/// Letters of a word that are compared; enough to tell words apart and to equate their forms.
const COMPARED: usize = 6;

/// What guards need to know of a text.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Profile {
    /// How many runs hold words.
    pub words: usize,
    /// How many tokens are function words.
    pub function_words: usize,
    /// How many tokens there are.
    pub tokens: usize,
    /// The content words, each once.
    pub content: HashSet<u64>,
    /// Neighbouring words of any kind, each pair once.
    pub pairs: HashSet<(u64, u64)>,
}

impl Profile {
    /// Reads a text.
    pub fn of(document: &Document) -> Self {
        let mut profile = Self {
            words: document.word_count(),
            tokens: document.tokens.len(),
            ..Self::default()
        };
        let mut before = None;
        for (at, token) in document.tokens.iter().enumerate() {
            let word = document.word(at);
            let key = key(word);
            if is_function_word(word) {
                profile.function_words += 1;
            } else if word.len() > 1 {
                profile.content.insert(key);
            }
            if let Some((sentence, last)) = before
                && sentence == token.sentence
            {
                profile.pairs.insert((last, key));
            }
            before = Some((token.sentence, key));
        }
        profile
    }

    /// Adds the words and pairs of another text.
    pub fn add(&mut self, other: &Self) {
        self.words += other.words;
        self.tokens += other.tokens;
        self.function_words += other.function_words;
        self.content.extend(&other.content);
        self.pairs.extend(&other.pairs);
    }

    /// The share of tokens that are function words, 0..=1.
    pub fn function_share(&self) -> f64 {
        share(self.function_words, self.tokens)
    }

    /// The share of this text's content words that `words` holds, 0..=1.
    pub fn content_within(&self, words: &HashSet<u64>) -> f64 {
        let shared = self.content.intersection(words).count();
        share(shared, self.content.len())
    }

    /// The share of this text's pairs of neighbours that `other` has too, 0..=1.
    pub fn pairs_within(&self, other: &Self) -> f64 {
        share(
            self.pairs.intersection(&other.pairs).count(),
            self.pairs.len(),
        )
    }
}

/// The first letters of a folded word as a number.
pub(in super::super) fn key(word: &str) -> u64 {
    let end = word
        .char_indices()
        .nth(COMPARED)
        .map_or(word.len(), |(at, _)| at);
    word.as_bytes()[..end]
        .iter()
        .fold(0, |key, byte| key.rotate_left(8) ^ u64::from(*byte))
}

/// `part` of `whole`; 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
pub(in super::super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
