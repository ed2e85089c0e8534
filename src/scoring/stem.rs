//! The stem of an English word, by the Snowball algorithm.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::word_family::head;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Endings of Latin and Greek words that Snowball leaves alone, and what it would have left.
const IRREGULAR: &[(&str, &str)] = &[
    ("analyses", "analyz"),
    ("hypotheses", "hypothesi"),
    ("added", "add"),
    ("adding", "add"),
    ("freed", "free"),
    ("freeing", "free"),
    ("erred", "err"),
    ("erring", "err"),
    ("indices", "index"),
    ("indexes", "index"),
    ("indexed", "index"),
    ("vertices", "vertex"),
    ("matrices", "matrix"),
    ("ran", "run"),
    ("went", "go"),
    ("gone", "go"),
    ("goes", "go"),
    ("wrote", "write"),
    ("written", "write"),
    ("sent", "send"),
    ("lost", "lose"),
    ("kept", "keep"),
    ("held", "hold"),
    ("began", "begin"),
    ("broke", "break"),
    ("broken", "break"),
    ("found", "find"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("took", "take"),
    ("taken", "take"),
    ("gave", "give"),
    ("given", "give"),
    ("chose", "choos"),
    ("chosen", "choos"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("rose", "rise"),
    ("risen", "rise"),
    ("froze", "freez"),
    ("frozen", "freez"),
    ("built", "build"),
    ("brought", "bring"),
    ("bought", "buy"),
    ("caught", "catch"),
    ("paid", "pay"),
    ("said", "say"),
    ("told", "tell"),
    ("made", "make"),
    ("saw", "see"),
    ("seen", "see"),
    ("knew", "know"),
    ("known", "know"),
    ("thrown", "throw"),
    ("threw", "throw"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("woken", "wake"),
    ("woke", "wake"),
    ("meant", "mean"),
    ("spent", "spend"),
    ("stuck", "stick"),
    ("swept", "sweep"),
    ("dealt", "deal"),
    ("shown", "show"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("children", "child"),
];

/// Adverbs that do not mean what their adjectives mean: *certainly* claims, *not certain* doubts.
const APART: &[&str] = &[
    "clearly",
    "certainly",
    "surely",
    "hardly",
    "barely",
    "nearly",
    "lately",
    "shortly",
    "highly",
    "likely",
    "really",
    "mostly",
    "fairly",
    "presently",
    "scarcely",
    "actually",
    "simply",
];

/// The stem of a folded word; words with anything but ASCII letters are left as they are.
pub fn stem(word: &str) -> String {
    if !is_plain(word) {
        return word.to_owned();
    }
    if APART.contains(&word) {
        return word.to_owned();
    }
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return (*stem).to_owned();
    }
    let mut stem = STEMMER.stem(&head(word)).into_owned();
    // verify and verification
    if stem.ends_with("ifi") {
        stem.pop();
    }
    stem
}

/// Whether a folded word is made of ASCII letters only.
pub(super) fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[track_caller]
    fn same(one: &str, other: &str) {
        assert_eq!(stem(one), stem(other));
    }

    #[test]
    fn forms_of_one_word_have_one_stem() {
        same("mappings", "mapping");
        same("retries", "retry");
        same("denied", "deny");
        same("written", "writes");
        same("broken", "breaks");
        same("indices", "index");
        same("frozen", "freezes");
        same("chosen", "choose");
        same("sent", "sending");
        same("add", "added");
        same("verify", "verification");
        same("easily", "easy");
        same("analyses", "analysing");
        same("recovered", "recovery");
    }

    #[test]
    fn adverbs_of_another_meaning_are_words_of_their_own() {
        for (adverb, adjective) in [
            ("clearly", "clear"),
            ("certainly", "certain"),
            ("hardly", "hard"),
            ("likely", "like"),
        ] {
            assert_ne!(stem(adverb), stem(adjective));
        }
        same("quickly", "quick");
        same("directly", "direct");
    }

    #[test]
    fn technical_words_are_left_alone() {
        assert_eq!(stem("p99s"), "p99s");
    }
}
