//! Form: every rule about the shape of English, tried on an answer.

use std::sync::LazyLock;

use super::{
    agreement::agreement, articles::articles, doubled::doubled, finder::Finder, linking::linking,
    nouns::NOUNS, rule::Found, timeline::TIMELINE, token::Token, verbs::VERBS,
    word_order::word_order, wording::WORDING,
};
use crate::domain::Register;

static WORDS: LazyLock<Finder> = LazyLock::new(|| Finder::new(&[WORDING, VERBS, NOUNS, TIMELINE]));

/// What is not English in `tokens`, in no order.
pub fn form(answer: &str, tokens: &[Token], register: Option<Register>) -> Vec<Found> {
    let mut found = WORDS.find(answer, tokens, register);
    found.extend(agreement(answer, tokens));
    found.extend(doubled(answer, tokens));
    found.extend(linking(tokens));
    found.extend(word_order(tokens));
    found.extend(articles(answer, tokens, register));
    found
}

#[cfg(test)]
mod tests {
    use super::{
        super::{phrase::Phrase, rule::Rule, tone::TONE},
        *,
    };

    #[test]
    fn every_phrase_can_be_read() {
        for rule in [WORDING, VERBS, NOUNS, TIMELINE, TONE].concat() {
            let Rule { id, finds, .. } = rule;
            for (find, _) in finds {
                assert_eq!(Phrase::parse(find).err(), None, "`{find}` of `{id}`");
            }
        }
    }
}
