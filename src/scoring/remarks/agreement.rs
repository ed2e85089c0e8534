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

/// What may stand between a pronoun and its verb.
const ADVERBS: [&str; 6] = ["only", "also", "still", "always", "often", "never"];

/// Subjects that do not agree with their verbs; only where the subject surely begins its clause.
pub fn agreement(answer: &str, tokens: &[Token]) -> Vec<Found> {
    (0..tokens.len())
        .filter(|at| opens_clause(tokens, *at))
        .filter_map(|at| {
            let clash = pronoun(tokens, at).or_else(|| noun(tokens, at))?;
            let verb = &tokens[clash.verb];
            // *Don't* is one word to the learner.
            let negated = tokens
                .get(clash.verb + 1)
                .is_some_and(|next| next.start == verb.end);
            let words = &tokens[clash.subject..=clash.verb + usize::from(negated)];
            let before = answer.get(words[0].start..verb.start)?;
            let not = if negated { "n't" } else { "" };
            let better = format!("{before}{}{not}", clash.right);
            Found::in_tokens("agreement", words, Some(better), WHY, 0)
        })
        .collect()
}

/// A subject and a verb that do not agree.
struct Clash {
    /// The token of the subject.
    subject: usize,
    /// The token of the verb.
    verb: usize,
    /// The form the verb should have.
    right: String,
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
    // “We suggest that it run”, but not “we suggest a test, so it fail”.
    let demanded = before.is("that")
        && tokens[sentence_start..at]
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

/// *It fail*, *he only have*.
fn pronoun(tokens: &[Token], at: usize) -> Option<Clash> {
    if !["it", "he", "she"].iter().any(|word| tokens[at].is(word)) {
        return None;
    }
    let adverb = tokens
        .get(at + 1)
        .is_some_and(|next| ADVERBS.iter().any(|word| next.is(word)));
    let place = at + 1 + usize::from(adverb);
    let written = tokens.get(place)?;
    let right = if written.is("are") {
        "is".to_owned()
    } else if belongs(written, "@bare") {
        verb(&written.text)?.third.clone()
    } else {
        return None;
    };
    // “It need not” is a modal verb.
    if written.is("need")
        && tokens
            .get(place + 1)
            .is_some_and(|next| next.is("not") || next.is("only"))
    {
        return None;
    }
    Some(Clash {
        subject: at,
        verb: place,
        right,
    })
}

/// *The node have*, *our logs says*.
fn noun(tokens: &[Token], at: usize) -> Option<Clash> {
    let three = tokens.get(at..at + 3)?;
    if !belongs(&three[0], "@the") {
        return None;
    }
    let leads = |words: &[&str]| words.iter().any(|word| three[0].is(word));
    let forms: &[(&str, &str)] = if belongs(&three[1], "@things")
        && !leads(&["every", "each", "any", "a", "an", "this"])
    {
        &SINGULAR_VERBS
    } else if belongs(&three[1], "@thing") && !leads(&["these", "those", "all", "some", "any"]) {
        &PLURAL_VERBS
    } else {
        return None;
    };
    let (_, right) = forms.iter().find(|(wrong, _)| three[2].is(wrong))?;
    Some(Clash {
        subject: at + 1,
        verb: at + 2,
        right: (*right).to_owned(),
    })
}
