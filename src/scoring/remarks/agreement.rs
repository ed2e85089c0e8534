//! Form: *it fail*, *the node have*, *the logs says*.

use super::{
    lexicon::{belongs, verb},
    rule::Found,
    token::Token,
};

const WHY: [&str; 2] = [
    "subject and verb do not agree",
    "主谓不一致：第三人称单数动词加 s，复数不加",
];

/// Words after which *that* takes the base form: “we recommend that it run”.
const DEMANDS: [&str; 16] = [
    "recommend",
    "recommended",
    "suggest",
    "suggested",
    "propose",
    "proposed",
    "require",
    "requires",
    "required",
    "insist",
    "ask",
    "asked",
    "demand",
    "demands",
    "important",
    "essential",
];

/// Verb forms after a plural subject that only a singular one allows.
const SINGULAR_VERBS: [(&str, &str); 8] = [
    ("is", "are"),
    ("was", "were"),
    ("has", "have"),
    ("does", "do"),
    ("says", "say"),
    ("shows", "show"),
    ("fails", "fail"),
    ("goes", "go"),
];

/// Verb forms after a singular subject that only a plural one allows.
const PLURAL_VERBS: [(&str, &str); 4] = [
    ("are", "is"),
    ("were", "was"),
    ("have", "has"),
    ("do", "does"),
];

/// Subjects that do not agree with their verbs; only where the subject surely begins its clause.
pub fn agreement(tokens: &[Token]) -> Vec<Found> {
    (0..tokens.len())
        .filter(|at| opens_clause(tokens, *at))
        .filter_map(|at| pronoun(tokens, at).or_else(|| noun(tokens, at)))
        .collect()
}

/// Whether token `at` begins a clause that is no question and follows no demand.
fn opens_clause(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else {
        return true;
    };
    if before.is_break() {
        return !in_question(tokens, at);
    }
    if !belongs(before, "@link") {
        return false;
    }
    let sentence_start = tokens[..at]
        .iter()
        .rposition(Token::ends_sentence)
        .map_or(0, |stop| stop + 1);
    let demanded = tokens[sentence_start..at]
        .iter()
        .any(|token| DEMANDS.contains(&token.text.as_str()));
    !demanded
}

/// Whether the sentence of token `at` ends in a question mark: there the verb may belong to an auxiliary before.
fn in_question(tokens: &[Token], at: usize) -> bool {
    tokens[at..]
        .iter()
        .find(|token| token.ends_sentence())
        .is_some_and(|stop| stop.text == "?")
}

fn pronoun(tokens: &[Token], at: usize) -> Option<Found> {
    let pair = tokens.get(at..at + 2)?;
    let is_third = ["it", "he", "she"].iter().any(|word| pair[0].is(word));
    if !is_third {
        return None;
    }
    if pair[1].is("are") {
        return found(pair, "is");
    }
    if !belongs(&pair[1], "@bare") {
        return None;
    }
    let third = &verb(&pair[1].text)?.third;
    found(pair, third)
}

fn noun(tokens: &[Token], at: usize) -> Option<Found> {
    let three = tokens.get(at..at + 3)?;
    if !belongs(&three[0], "@the") {
        return None;
    }
    // In “the node are” + noun the verb could be part of a name; a verb form here is none.
    let forms: &[(&str, &str)] = if belongs(&three[1], "@things")
        && !["every", "each", "any"].contains(&three[0].text.as_str())
    {
        &SINGULAR_VERBS
    } else if belongs(&three[1], "@thing")
        && !["these", "those", "all", "some", "any"].contains(&three[0].text.as_str())
    {
        &PLURAL_VERBS
    } else {
        return None;
    };
    let (_, right) = forms.iter().find(|(wrong, _)| three[2].is(wrong))?;
    found(&three[1..], right)
}

fn found(pair: &[Token], right: &str) -> Option<Found> {
    let better = format!("{} {right}", pair[0].text);
    Found::in_tokens("agreement", pair, Some(better), WHY, 0)
}
