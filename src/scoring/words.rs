//! The small closed classes of English words that the engine treats specially.

/// Words that negate what follows them.
pub(super) fn is_negator(word: &str) -> bool {
    matches!(
        word,
        "not" | "no" | "never" | "without" | "neither" | "nor" | "cannot" | "none"
    )
}

/// Articles, forms of *be*, *have* and *do*, pronouns, prepositions, auxiliaries: free inside a phrase.
pub(super) fn is_function_word(word: &str) -> bool {
    is_stop_word(word)
        || is_auxiliary(word) && word != "need"
        || matches!(
            word,
            "being"
                | "these"
                | "those"
                | "there"
                | "he"
                | "she"
                | "our"
                | "your"
                | "their"
                | "my"
                | "his"
                | "her"
                | "them"
                | "us"
                | "me"
                | "him"
                | "having"
                | "from"
                | "into"
                | "onto"
                | "per"
                | "via"
                | "than"
                | "over"
                | "under"
                | "about"
                | "through"
                | "between"
                | "within"
                | "during"
                | "against"
                | "towards"
                | "upon"
                | "some"
                | "any"
                | "such"
                | "who"
                | "whose"
                | "up"
                | "out"
                | "off"
                | "s"
        )
}

/// The forms of *be*, *do* and *have* that stand in nearly every sentence.
fn is_bare_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "am" | "are" | "be" | "been" | "do" | "does" | "has" | "have" | "is" | "was" | "were"
    )
}

/// Words that alone make no pattern: they stand in nearly every sentence.
pub(super) fn is_stop_word(word: &str) -> bool {
    is_bare_auxiliary(word)
        || matches!(
            word,
            "a" | "an"
                | "the"
                | "it"
                | "its"
                | "of"
                | "to"
                | "in"
                | "on"
                | "at"
                | "by"
                | "for"
                | "with"
                | "and"
                | "or"
                | "that"
                | "this"
                | "as"
                | "we"
                | "i"
                | "you"
                | "they"
        )
}

/// Words before which a new clause begins.
pub(super) fn opens_clause(word: &str) -> bool {
    matches!(
        word,
        "but"
            | "however"
            | "because"
            | "although"
            | "though"
            | "while"
            | "whereas"
            | "so"
            | "since"
            | "yet"
            | "which"
            | "therefore"
    )
}

/// Copulas and auxiliaries, after which *not* negates what stands before.
pub(super) fn is_auxiliary(word: &str) -> bool {
    is_bare_auxiliary(word)
        || matches!(
            word,
            "did"
                | "had"
                | "can"
                | "could"
                | "will"
                | "would"
                | "should"
                | "shall"
                | "may"
                | "might"
                | "must"
                | "need"
        )
}
