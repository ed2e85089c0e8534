//! Tables of word rules, tried on an answer: each phrase only where one of its first words stands.

use std::collections::BTreeMap;

use super::{
    better::better,
    rule::{Compiled, Found, Rule, compile},
    token::Token,
};
use crate::domain::Register;

/// Compiled rules, by the words that their phrases can begin with.
#[derive(Debug)]
pub struct Finder {
    phrases: Vec<Compiled>,
    by_word: BTreeMap<String, Vec<usize>>,
    by_any: Vec<usize>,
}

impl Finder {
    /// Compiles `tables`.
    pub fn new(tables: &[&'static [Rule]]) -> Self {
        let phrases: Vec<_> = tables.iter().flat_map(|table| compile(table)).collect();
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_any = vec![];
        for (place, compiled) in phrases.iter().enumerate() {
            match compiled.phrase.first_words() {
                Some(words) => {
                    for word in words {
                        by_word.entry(word.to_owned()).or_default().push(place);
                    }
                }
                None => by_any.push(place),
            }
        }
        Self {
            phrases,
            by_word,
            by_any,
        }
    }

    /// What the rules that hold in `register` find, in the order of the answer.
    pub fn find(&self, answer: &str, tokens: &[Token], register: Option<Register>) -> Vec<Found> {
        let mut found = vec![];
        for (at, token) in tokens.iter().enumerate() {
            let by_word = self.by_word.get(&token.text).into_iter().flatten();
            for place in by_word.chain(&self.by_any) {
                let compiled = &self.phrases[*place];
                if !compiled.rule.holds_in(register) {
                    continue;
                }
                let Some(hit) = compiled.phrase.match_at(tokens, at) else {
                    continue;
                };
                let rule = compiled.rule;
                found.extend(Found::in_tokens(
                    rule.id,
                    &tokens[hit.quoted.clone()],
                    better(answer, tokens, &hit, compiled.better),
                    [rule.en, rule.zh],
                    rule.cost,
                ));
            }
        }
        found
    }
}
