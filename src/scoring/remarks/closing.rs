//! Register: what a report on an incident call ends with.

use super::{lexicon::belongs, rule::Found, token::Token};

const WHY: [&str; 2] = [
    "end with one ask or the time of the next update, so that nobody has to ask what happens now",
    "最后一句说需要什么，或下次更新的时间",
];

/// A report without an ask or a time at its end, where every model has one.
pub fn open_end(tokens: &[Token], models: &[Vec<Token>]) -> Option<Found> {
    let asked = models.len() >= 2 && models.iter().all(|model| closes(model));
    if !asked || closes(tokens) {
        return None;
    }
    let sentences: Vec<_> = tokens
        .split(Token::ends_sentence)
        .filter(|sentence| sentence.iter().any(Token::is_word))
        .collect();
    Found::in_tokens("open-end", sentences.last()?, None, WHY, 20)
}

/// Looks that are under way: whoever says so has said what happens now.
const UNDER_WAY: [&str; 8] = [
    "checking",
    "investigating",
    "verifying",
    "confirming",
    "looking",
    "digging",
    "tracing",
    "measuring",
];

/// Whether an ask, an action or a time stands anywhere: a question, a *please*, a *let us*, what is
/// under way, an update, a number of minutes.
fn closes(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        token.text == "?"
            || [
                "please",
                "let",
                "update",
                "updates",
                "back",
                "need",
                "needs",
                "objection",
                "objections",
                "owner",
                "owners",
            ]
            .iter()
            .chain(&UNDER_WAY)
            .any(|word| token.is(word))
    }) || tokens.windows(2).any(|pair| {
        let acts = pair[0].is("am") && pair[1].text.ends_with("ing");
        acts || pair[0].is("in") && belongs(&pair[1], "@number")
    })
}
