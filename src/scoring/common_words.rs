//! Common and technical English words: a typed word that is one of them is never a spelling slip of another.

use std::{collections::HashSet, sync::LazyLock};

use super::stem::stem;

/// One word a line, chosen by how many programs' documentation and how many exercises use it.
const WORDS: &str = include_str!("common_words.txt");

static STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| WORDS.lines().map(stem).collect());

/// Whether a word with this stem is on the list.
pub(super) fn holds(stem: &str) -> bool {
    STEMS.contains(stem)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{slip::slips, stem::stem},
        WORDS, holds,
    };

    #[test]
    fn opposites_and_look_alikes_are_on_the_list() {
        for word in [
            "upper",
            "lower",
            "before",
            "after",
            "increase",
            "decrease",
            "client",
            "server",
            "serves",
            "enabled",
            "disabled",
            "ingress",
            "egress",
            "stateful",
            "stateless",
            "primary",
            "replica",
            "inbound",
            "outbound",
        ] {
            assert!(holds(&stem(word)), "{word}");
        }
    }

    #[test]
    fn the_list_is_sorted_and_holds_each_word_once() {
        let words: Vec<_> = WORDS.lines().collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(words.len() > 2_500);
    }

    #[test]
    fn misspelt_words_are_not_on_the_list() {
        for (wanted, typed) in [
            ("overlay", "ovrelay"),
            ("connection", "conection"),
            ("timeout", "timout"),
        ] {
            assert!(
                slips(wanted, typed).is_some() && !holds(&stem(typed)),
                "{typed}"
            );
        }
    }
}
