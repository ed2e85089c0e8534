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
fn a_denial_of_something_else_beside_the_match_does_not_reach_it() {
    let made = |pattern, answer, words: &[&str]| case(pattern, answer, State::Hit, words);
    let denied = |pattern, answer, words: &[&str]| case(pattern, answer, State::Negated, words);
    let full: &[&str] = &["disk", "full"];
    made(
        "disk full",
        "The disk is full and it is not the network.",
        full,
    );
    made("disk full", "The disk is full and DNS is not.", full);
    made("disk full", "Mind the disk full and do not restart.", full);
    // without a verb of its own the match shares that of the other subject
    denied(
        "backoff",
        "Backoff and jitter are not needed.",
        &["Backoff"],
    );
    made(
        "restarted",
        "Pods that are not drained are restarted.",
        &["restarted"],
    );
    denied(
        "drained",
        "Pods that are not drained are restarted.",
        &["drained"],
    );
    made("jitter", "It helps with or without jitter.", &["jitter"]);
    made(
        "drained",
        "We look whether or not it was drained.",
        &["drained"],
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
fn only_the_alternative_with_a_negator_is_not_guarded() {
    let pattern = "(not retry|give up) 403";
    case(
        pattern,
        "Do not retry on a 403.",
        State::Hit,
        &["not", "retry", "403"],
    );
    case(
        pattern,
        "Never give up on a 403.",
        State::Negated,
        &["give", "up", "403"],
    );
}

#[test]
fn a_sentence_denied_as_a_whole_denies_what_it_says_with_a_negator() {
    let pattern = "not ~4 (lost data|data loss)";
    case(
        pattern,
        "We have not lost data.",
        State::Hit,
        &["not", "lost", "data"],
    );
    case(
        pattern,
        "I do not think we lost data.",
        State::Hit,
        &["not", "lost", "data"],
    );
    case(
        pattern,
        "I doubt that there is no data loss.",
        State::Negated,
        &["no", "data", "loss"],
    );
    case(
        pattern,
        "It is not true that we have not lost data.",
        State::Negated,
        &["not", "lost", "data"],
    );
    case(
        "change stuck behind",
        "My hypothesis is not that on the whole the old change was stuck behind a reader.",
        State::Negated,
        &["change", "stuck", "behind"],
    );
}

#[test]
fn a_contraction_is_two_words() {
    case("(I am) sure", "I'm sure.", State::Hit, &["I", "'m", "sure"]);
    case(
        "(we will) revert",
        "We'll revert.",
        State::Hit,
        &["We", "'ll", "revert"],
    );
    case("(I'm) sure", "I am sure.", State::Hit, &["I", "am", "sure"]);
    case(
        "disk full",
        "It's not the full disk.",
        State::Negated,
        &["full", "disk"],
    );
    let mut vetoed = criterion("point", &["chmod"]);
    vetoed.vetoes = vec![PatternText::new("(would|will) chmod")];
    assert_eq!(
        outcome(vetoed.clone(), "I would chmod it.").0,
        State::Vetoed
    );
    vetoed.negation = NegationRule::Ignore;
    assert_eq!(outcome(vetoed, "I wouldn't chmod it.").0, State::Hit);
}

#[test]
fn a_claim_is_no_doubt() {
    case(
        "(clear|certain)",
        "It is clearly the disk, certainly.",
        State::Missed,
        &[],
    );
}

#[test]
fn a_wrong_number_is_no_near_miss() {
    case(
        "(retry|retries) wait <..500 ms>",
        "Retries wait five seconds.",
        State::Missed,
        &[],
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
