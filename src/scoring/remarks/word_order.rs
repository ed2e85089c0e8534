//! Form: questions in the order of a statement, *Why you don't use it?*

use super::{lexicon::belongs, rule::Found, token::Token};

const WHY: [&str; 2] = [
    "in a question the auxiliary stands before the subject: “how can we …?”",
    "疑问句要倒装：how can we …?",
];

/// Questions of one clause whose subject stands before its auxiliary.
pub fn word_order(tokens: &[Token]) -> Vec<Found> {
    tokens
        .split_inclusive(Token::ends_sentence)
        .filter_map(|sentence| {
            let (stop, words) = sentence.split_last()?;
            let asks = words
                .first()
                .is_some_and(|first| first.is("why") || first.is("how") || first.is("where"));
            if stop.text != "?" || !asks || words.iter().any(Token::is_break) {
                return None;
            }
            let subject = words.get(1)?;
            let is_subject = [
                "i",
                "we",
                "you",
                "they",
                "it",
                "he",
                "she",
                "nobody",
                "everybody",
                "everyone",
            ]
            .iter()
            .any(|word| subject.is(word));
            let is_noun = belongs(subject, "@the")
                && words
                    .get(2)
                    .is_some_and(|noun| belongs(noun, "@thing") || belongs(noun, "@things"));
            let place = match (is_subject, is_noun) {
                (true, _) => 2,
                (_, true) => 3,
                _ => return None,
            };
            let follows = words.get(place)?;
            if !(belongs(follows, "@aux") || belongs(follows, "@be")) {
                return None;
            }
            Found::in_tokens("word-order", &words[..=place], None, WHY, 0)
        })
        .collect()
}
