//! Register: *doubt* where *suspect* is meant.

use super::{rule::Found, token::Token};

const WHY: [&str; 2] = [
    "“doubt” says that you think it is *not* so; 怀疑是 here is “suspect”",
    "doubt 表示“不相信”；这里的“怀疑是”用 suspect",
];

/// “I doubt …” where the models suspect and none of them doubts.
pub fn doubts(answer: &str, tokens: &[Token], models: &[Vec<Token>]) -> Vec<Found> {
    let says = |word: &str| {
        models
            .iter()
            .flatten()
            .any(|token| token.is_word() && token.text.starts_with(word))
    };
    let suspected = (says("suspect") || says("hypothesis")) && !says("doubt");
    tokens
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| {
            let speaks = pair[0].is("i") || pair[0].is("we");
            speaks && pair[1].is("doubt") && (suspected || doubts_a_negative(&tokens[at + 2..]))
        })
        .filter_map(|(_, pair)| {
            let who = answer.get(pair[0].start..pair[0].end)?;
            Found::in_tokens(
                "doubt-suspect",
                pair,
                Some(format!("{who} suspect")),
                WHY,
                25,
            )
        })
        .collect()
}

/// “I doubt the owner does not match”: a fault is suspected.
fn doubts_a_negative(rest: &[Token]) -> bool {
    rest.iter()
        .take_while(|token| !token.is_break())
        .take(14)
        .any(|token| token.is("not"))
}
