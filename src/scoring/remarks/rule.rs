//! What a rule is: which words it looks for, what to say instead, and why.

use super::{phrase::Phrase, token::Token};
use crate::domain::Register;

/// A rule that looks for words.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name in remarks.
    pub id: &'static str,
    /// What it looks for, each with what to say instead (see [`super::better`]); empty where words are only to be cut or rethought.
    pub finds: &'static [(&'static str, &'static str)],
    /// Why, for the learner.
    pub en: &'static str,
    /// The same in Chinese.
    pub zh: &'static str,
    /// Where it holds.
    pub rooms: &'static [Register],
    /// What it takes from the communication mark, in hundredths; 0 for advice on form.
    pub cost: u8,
}

/// Every register: advice on form holds everywhere, also where a step has no register.
pub const EVERYWHERE: &[Register] = &[];

impl Rule {
    /// Advice on form.
    pub const fn form(
        id: &'static str,
        finds: &'static [(&'static str, &'static str)],
        en: &'static str,
        zh: &'static str,
    ) -> Self {
        Self {
            id,
            finds,
            en,
            zh,
            rooms: EVERYWHERE,
            cost: 0,
        }
    }

    /// Whether the rule holds in `register`.
    pub fn holds_in(&self, register: Option<Register>) -> bool {
        if self.rooms.is_empty() {
            return true;
        }
        register.is_some_and(|register| self.rooms.contains(&register))
    }
}

/// A rule's phrases, parsed.
#[derive(Debug)]
pub struct Compiled {
    /// The rule.
    pub rule: &'static Rule,
    /// One of its phrases.
    pub phrase: Phrase,
    /// What to say instead.
    pub better: &'static str,
}

/// Parses the phrases of `rules`; one that cannot be read is left out, and a test says which.
pub fn compile(rules: &'static [Rule]) -> Vec<Compiled> {
    rules
        .iter()
        .flat_map(|rule| {
            rule.finds.iter().filter_map(move |(find, better)| {
                let phrase = Phrase::parse(find).ok()?;
                Some(Compiled {
                    rule,
                    phrase,
                    better,
                })
            })
        })
        .collect()
}

/// Something a rule found, before it is put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The rule's name.
    pub rule: &'static str,
    /// First byte of the learner's words.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// What to say instead, where there is one thing to say.
    pub better: Option<String>,
    /// Why.
    pub en: &'static str,
    /// Why, in Chinese.
    pub zh: &'static str,
    /// What it takes from the communication mark, in hundredths; 0 for advice on form.
    pub cost: u8,
}

impl Found {
    /// Something found in `tokens`; `None` if there are no tokens.
    pub fn in_tokens(
        rule: &'static str,
        tokens: &[Token],
        better: Option<String>,
        why: [&'static str; 2],
        cost: u8,
    ) -> Option<Self> {
        Some(Self {
            rule,
            start: tokens.first()?.start,
            end: tokens.last()?.end,
            better,
            en: why[0],
            zh: why[1],
            cost,
        })
    }
}
