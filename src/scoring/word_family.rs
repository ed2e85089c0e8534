//! Members of a word's family that the Snowball algorithm leaves apart: nouns of verbs, adverbs, two spellings.

use std::borrow::Cow;

/// A word and the word whose stem it gets.
const FAMILY: &[(&str, &str)] = &[
    ("analysis", "analyze"),
    ("assumption", "assume"),
    ("choice", "choose"),
    ("comparison", "compare"),
    ("conclusion", "conclude"),
    ("consumption", "consume"),
    ("creation", "create"),
    ("decision", "decide"),
    ("delivery", "deliver"),
    ("denial", "deny"),
    ("description", "describe"),
    ("discovery", "discover"),
    ("division", "divide"),
    ("expansion", "expand"),
    ("expiry", "expire"),
    ("explanation", "explain"),
    ("failure", "fail"),
    ("growth", "grow"),
    ("loss", "lose"),
    ("maintenance", "maintain"),
    ("occurrence", "occur"),
    ("proof", "prove"),
    ("recovery", "recover"),
    ("recurrence", "recur"),
    ("reduction", "reduce"),
    ("resolution", "resolve"),
    ("modular", "module"),
    ("modularity", "module"),
    ("reusable", "reuse"),
    ("reusability", "reuse"),
    ("licence", "license"),
    ("frequency", "frequent"),
];

/// Words in *-ily* that are no adverbs of an adjective in *-y*, or do not mean what it means.
const NO_ADVERBS: &[&str] = &["daily", "family", "readily"];

/// Beginnings of words that the British write with *-our*.
const WITH_U: &[&str] = &[
    "behaviour",
    "colour",
    "favour",
    "honour",
    "labour",
    "neighbour",
];

/// What stands before *-ise* where the Americans write *-ize*.
const BEFORE_ISE: &[&str] = &[
    "al", "am", "an", "ar", "el", "en", "er", "gn", "il", "im", "it", "ol", "om", "on", "or", "rn",
];

/// The word whose stem a folded plain word gets.
pub(super) fn head(word: &str) -> Cow<'_, str> {
    if word.len() < 4 {
        return Cow::Borrowed(word);
    }
    let word = american(word);
    if let Some(adjective) = word.strip_suffix("ily")
        && adjective.len() >= 3
        && !NO_ADVERBS.contains(&word.as_ref())
    {
        return Cow::Owned(format!("{adjective}y"));
    }
    let find = |wanted: &str| FAMILY.iter().find(|(form, _)| *form == wanted);
    let singular = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let found = find(&word)
        .or_else(|| find(singular.as_deref()?))
        .or_else(|| find(word.strip_suffix("es")?))
        .or_else(|| find(word.strip_suffix('s')?));
    match found {
        Some((_, head)) => Cow::Borrowed(head),
        None => word,
    }
}

/// `word` as the Americans spell it.
fn american(word: &str) -> Cow<'_, str> {
    if let Some(beginning) = WITH_U.iter().find(|it| word.starts_with(**it)) {
        let (kept, rest) = word.split_at(beginning.len());
        return Cow::Owned(format!("{}r{rest}", &kept[..kept.len() - 2]));
    }
    let at = ["ise", "ising", "isation", "yse", "ysing"]
        .iter()
        .filter_map(|ending| Some(word.rfind(ending)? + 1))
        .max();
    let Some(at) = at.filter(|at| is_ending(&word[*at..])) else {
        return Cow::Borrowed(word);
    };
    let before = &word[..at - 1];
    let is_verb = word[at - 1..].starts_with('y') && before.ends_with("al")
        || before.len() > 3 && BEFORE_ISE.iter().any(|it| before.ends_with(it));
    if is_verb {
        Cow::Owned(format!("{}z{}", &word[..at], &word[at + 1..]))
    } else {
        Cow::Borrowed(word)
    }
}

/// Whether this follows *-i* or *-y* of a verb in *-ise* or *-yse* and its noun.
fn is_ending(rest: &str) -> bool {
    matches!(
        rest,
        "se" | "ses" | "sed" | "ser" | "sers" | "sing" | "sation" | "sations"
    )
}

#[cfg(test)]
mod tests {
    use super::head;

    #[track_caller]
    fn case(word: &str, expected: &str) {
        assert_eq!(head(word), expected);
    }

    #[test]
    fn adverbs_and_nouns_lead_to_their_word() {
        case("easily", "easy");
        case("temporarily", "temporary");
        case("recoveries", "recover");
        case("failures", "fail");
        case("losses", "lose");
        case("modular", "module");
    }

    #[test]
    fn both_spellings_are_one_word() {
        case("behaviours", "behaviors");
        case("optimise", "optimize");
        case("synchronised", "synchronized");
        case("serialisation", "serialization");
        case("analysed", "analyzed");
        case("normalising", "normalizing");
    }

    #[test]
    fn what_only_looks_like_one_is_left_alone() {
        for word in [
            "family",
            "daily",
            "rise",
            "raised",
            "noise",
            "precise",
            "otherwise",
            "exercise",
            "revised",
            "lower",
            "later",
            "server",
            "enterprise",
            "four",
            "hour",
            "analyst",
        ] {
            case(word, word);
        }
    }
}
