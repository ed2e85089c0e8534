//! What denies a point and what only looks like it, row by row.

use firedrill::{
    domain::{NegationRule, PatternText},
    scoring::State,
};

use super::rubric::{case, criterion, outcome};

#[test]
fn negation_is_scoped_to_the_match() {
    case(
        "jitter",
        "There is no need for jitter.",
        State::Negated,
        &["jitter"],
    );
    case("jitter", "Why not add jitter?", State::Hit, &["jitter"]);
    case(
        "cache cold",
        "The cache is not cold.",
        State::Negated,
        &["cache", "cold"],
    );
    case(
        "disk full",
        "The disk full theory is ruled out.",
        State::Negated,
        &["disk", "full"],
    );
    case(
        "disk full",
        "We cannot rule out that the disk is full.",
        State::Hit,
        &["disk", "full"],
    );
    case(
        "disk full",
        "I doubt that the disk is full.",
        State::Negated,
        &["disk", "full"],
    );
    case(
        "disk full",
        "It is not true that, as some say, the disk is full.",
        State::Negated,
        &["disk", "full"],
    );
    case(
        "disk full",
        "It is not the network; the disk is full.",
        State::Hit,
        &["disk", "full"],
    );
    case(
        "disk full",
        "The disk is not only full but broken.",
        State::Hit,
        &["disk", "full"],
    );
    case(
        "jitter",
        "Without jitter, all clients retry at once.",
        State::Hit,
        &["jitter"],
    );
    case(
        "jitter",
        "Use full backoff without jitter.",
        State::Negated,
        &["jitter"],
    );
    case(
        "jitter",
        "Retry at once instead of jitter.",
        State::Negated,
        &["jitter"],
    );
    case(
        "jitter",
        "Jitter is unnecessary.",
        State::Negated,
        &["Jitter"],
    );
    case(
        "disk full",
        "It is not impossible, no doubt the disk is full.",
        State::Hit,
        &["disk", "full"],
    );
    case(
        "disk full",
        "Neither the network nor the disk is full.",
        State::Negated,
        &["disk", "full"],
    );
}

#[test]
fn negators_side_by_side_count_once_and_one_within_another_twice() {
    let denied = |pattern, answer, words: &[&str]| case(pattern, answer, State::Negated, words);
    let made = |pattern, answer, words: &[&str]| case(pattern, answer, State::Hit, words);
    denied(
        "lock_timeout",
        "No retry and no lock_timeout, just run it.",
        &["lock_timeout"],
    );
    denied(
        "retry lock_timeout",
        "No retry and no lock_timeout, just run it.",
        &["retry", "lock_timeout"],
    );
    denied(
        "jitter",
        "Retry without backoff or without jitter.",
        &["jitter"],
    );
    denied(
        "retry jitter",
        "Use neither retry nor jitter.",
        &["retry", "jitter"],
    );
    denied("jitter", "Never retry and do not add jitter.", &["jitter"]);
    made("jitter", "Do not retry without jitter.", &["jitter"]);
    made("jitter", "Not without jitter.", &["jitter"]);
    made(
        "jitter",
        "Do not retry at once and not without jitter.",
        &["jitter"],
    );
}

#[test]
fn a_negation_ends_at_an_arrow() {
    for arrow in ["->", "=>", "→"] {
        let answer = format!("no free memory {arrow} disk full");
        case("disk full", &answer, State::Hit, &["disk", "full"]);
    }
}

#[test]
fn a_pattern_with_its_own_negator_is_not_guarded() {
    case(
        "not ~4 (evidence|sign|seen) (data loss)",
        "We have not seen any data loss so far.",
        State::Hit,
        &["not", "seen", "data", "loss"],
    );
    let mut ignoring = criterion("point", &["(until now)"]);
    ignoring.negation = NegationRule::Ignore;
    let answer = "We have not seen data loss until now.";
    assert_eq!(outcome(ignoring, answer).0, State::Hit);
    assert_eq!(
        outcome(criterion("point", &["(until now)"]), answer).0,
        State::Negated
    );
}

#[test]
fn a_veto_is_a_phrase() {
    let mut vetoed = criterion("point", &["(data loss)"]);
    vetoed.vetoes = vec![PatternText::new("no data loss")];
    vetoed.negation = NegationRule::Ignore;
    assert_eq!(
        outcome(vetoed.clone(), "No evidence of data loss so far.").0,
        State::Hit
    );
    assert_eq!(outcome(vetoed, "There is no data loss.").0, State::Vetoed);
}
