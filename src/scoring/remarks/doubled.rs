//! Form: the same little word twice.

use super::{rule::Found, token::Token};

/// Words that never stand twice in a row in good English (*that that*, *had had* and *is is* do).
const NEVER_TWICE: [&str; 17] = [
    "the", "a", "an", "and", "of", "to", "with", "for", "we", "they", "i", "our", "this", "are",
    "was", "not", "can",
];

/// Little words that stand twice in a row.
pub fn doubled(answer: &str, tokens: &[Token]) -> Vec<Found> {
    tokens
        .windows(2)
        .filter(|pair| {
            pair[0].is_word()
                && pair[1].is_word()
                && pair[0].text == pair[1].text
                && NEVER_TWICE.contains(&pair[0].text.as_str())
                // In `can't, can` the words stand apart; in `can` + `not` they are one.
                && pair[0].end < pair[1].start
        })
        .filter_map(|pair| {
            Found::in_tokens(
                "doubled-word",
                pair,
                answer.get(pair[0].start..pair[0].end).map(Into::into),
                ["the same word stands here twice", "这个词重复了"],
                0,
            )
        })
        .collect()
}
