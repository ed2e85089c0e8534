//! Register: no promise of a finish time to customers.

use super::{lexicon::belongs, rule::Found, token::Token};

const DONE: [&str; 14] = [
    "fixed",
    "resolved",
    "restored",
    "recovered",
    "back",
    "recover",
    "resolve",
    "restore",
    "fix",
    "normal",
    "available",
    "recovery",
    "resolution",
    "solved",
];

const AHEAD: [&str; 14] = [
    "will",
    "should",
    "expect",
    "expected",
    "expects",
    "going",
    "eta",
    "estimated",
    "anticipate",
    "shall",
    "promise",
    "soon",
    "plan",
    "fixed",
];

const TIMES: [&str; 12] = [
    "in",
    "within",
    "by",
    "before",
    "tonight",
    "tomorrow",
    "eod",
    "at",
    "about",
    "around",
    "approximately",
    "roughly",
];

const WHY: [&str; 2] = [
    "customers hear a time as a promise: give impact, workaround and when the next update comes",
    "客户会把时间当承诺：说影响、替代办法和下次更新时间",
];

/// Sentences that say when it will work again.
pub fn promises(tokens: &[Token]) -> Vec<Found> {
    tokens
        .split(Token::ends_sentence)
        .filter_map(promise)
        .collect()
}

fn promise(sentence: &[Token]) -> Option<Found> {
    let done = sentence
        .iter()
        .position(|token| token.is_word() && DONE.contains(&token.text.as_str()))?;
    // A promise looks ahead before its verb, or is the bare “fixed in an hour”.
    let ahead = sentence[..=done]
        .iter()
        .position(|token| token.is_word() && AHEAD.contains(&token.text.as_str()))?;
    if sentence[..done]
        .iter()
        .any(|token| token.is("not") || token.is("no") || token.is("until"))
    {
        return None;
    }
    // “We'll be back with an update at 16:00”, “We'll post an update about the fix by 14:00”.
    let told = [
        "update",
        "updates",
        "information",
        "details",
        "news",
        "report",
        "post",
    ];
    if sentence[ahead..]
        .iter()
        .take(12)
        .any(|token| told.iter().any(|word| token.is(word)))
    {
        return None;
    }
    let time = (done + 1..sentence.len().min(done + 6)).find(|at| is_time(sentence, *at))?;
    let end = time
        + 1
        + sentence[time + 1..]
            .iter()
            .take_while(|token| belongs_to_time(token))
            .count();
    let words = &sentence[ahead..end];
    Found::in_tokens("no-eta", words, None, WHY, 30)
}

/// Whether a point in time or a duration begins at token `at`.
fn is_time(sentence: &[Token], at: usize) -> bool {
    let token = &sentence[at];
    if !token.is_word() || !TIMES.contains(&token.text.as_str()) {
        return false;
    }
    if ["tonight", "tomorrow", "eod"].contains(&token.text.as_str()) {
        return true;
    }
    let ahead = |far: usize| sentence.get(at + far);
    let Some(next) = ahead(1) else {
        return false;
    };
    let named = ["half", "noon", "midnight", "tonight", "tomorrow", "eod"]
        .iter()
        .any(|word| next.is(word));
    // “Fixed in 2.3” is a version, “in two hours” a time; “by 15:00” needs no unit.
    let is_span = [
        "in",
        "within",
        "about",
        "around",
        "approximately",
        "roughly",
    ]
    .contains(&token.text.as_str());
    let counted = belongs(next, "@number")
        && (!is_span || ahead(2).is_some_and(|unit| belongs(unit, "@period")));
    let few = ["a", "an", "few"].iter().any(|word| next.is(word))
        && [2, 3, 4]
            .iter()
            .any(|far| ahead(*far).is_some_and(|unit| belongs(unit, "@period")));
    named || counted || few
}

/// Whether `token` goes on with a point in time or a duration.
fn belongs_to_time(token: &Token) -> bool {
    const WORDS: [&str; 10] = [
        "half", "a", "an", "the", "few", "noon", "midnight", "utc", "couple", "of",
    ];
    belongs(token, "@number")
        || belongs(token, "@period")
        || ["tonight", "tomorrow", "eod"].contains(&token.text.as_str())
        || (token.is_word() && WORDS.contains(&token.text.as_str()))
}
