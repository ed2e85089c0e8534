//! What to say instead, filled in with the learner's own words.
//!
//! In a template `{2}` stands for the words of the second element of the phrase, `{2-3}` for the second to the third as written,
//! `{2:base}`, `{2:third}`, `{2:past}`, `{2:participle}` and `{2:ing}` for a form of that verb, `{2:one}` and `{2:many}` for a noun's.

use super::{
    lexicon::{plural, singular, verb},
    phrase::Match,
    token::Token,
};

/// Fills `template`; `None` where it is empty or asks for a form that is not known.
pub fn better(answer: &str, tokens: &[Token], found: &Match, template: &str) -> Option<String> {
    if template.is_empty() {
        return None;
    }
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}')?;
        filled += before;
        filled += &slot_text(answer, tokens, found, slot)?;
        rest = after;
    }
    filled += rest;
    let filled = filled.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = tokens.get(found.quoted.start)?;
    Some(as_capital(&answer[first.start..first.end], filled))
}

fn slot_text(answer: &str, tokens: &[Token], found: &Match, slot: &str) -> Option<String> {
    let (numbers, form) = slot.split_once(':').unwrap_or((slot, ""));
    let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
    let first: usize = first.parse().ok()?;
    let last: usize = last.parse().ok()?;
    let span = found.parts.get(first.checked_sub(1)?..last)?;
    let span = span.first()?.start..span.last()?.end;
    let words = tokens.get(span)?;
    let (Some(head), Some(tail)) = (words.first(), words.last()) else {
        return Some(String::new());
    };
    let written = &answer[head.start..tail.end];
    let forms = || verb(&head.text);
    match form {
        "" => Some(written.to_owned()),
        "base" => forms().map(|verb| verb.base.to_owned()),
        "third" => forms().map(|verb| verb.third.clone()),
        "past" => forms().map(|verb| verb.past.clone()),
        "participle" => forms().map(|verb| verb.participle.clone()),
        "ing" => forms().map(|verb| verb.gerund.clone()),
        "one" => singular(&head.text).map(ToOwned::to_owned),
        "many" => Some(plural(&head.text)),
        _ => None,
    }
}

/// `text` with a capital if `model` begins with one and is no `I` or acronym.
fn as_capital(model: &str, text: String) -> String {
    let mut letters = model.chars();
    let opens_large = letters.next().is_some_and(char::is_uppercase);
    let goes_on_small = letters.next().is_some_and(char::is_lowercase);
    let mut own = text.chars();
    match own.next() {
        Some(first) if opens_large && goes_on_small => first.to_uppercase().chain(own).collect(),
        _ => text,
    }
}
