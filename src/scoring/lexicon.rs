//! Every word that the patterns of a step ask for, each once, ready to be looked up.

use std::collections::{HashMap, HashSet};

use super::{
    common_words, slip,
    stem::{is_plain, stem},
    token::is_ideograph,
    wanted::Wanted,
};

/// The number of an atom in its lexicon.
pub(super) type AtomId = usize;

/// The number of a word of the question or of a model answer.
pub(super) type ToldId = usize;

/// The smallest things a pattern asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Atom {
    /// A word in any form.
    Word(String),
    /// A word in any form, but spelt right.
    Spelt(String),
    /// A word as it is.
    Exact(String),
    /// A text as it is.
    Text(String),
    /// The beginning of a word.
    Prefix(String),
    /// A quantity in a range.
    Quantity(Wanted),
    /// Any word that negates.
    Negator,
    /// A path whose `$NAME` and `*` stand for one segment.
    Path(String),
    /// Chinese or Japanese words.
    Ideographs(String),
}

/// Atoms by the ways they are found.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    pub atoms: Vec<Atom>,
    pub exact: HashMap<String, Vec<AtomId>>,
    pub stems: HashMap<String, Vec<AtomId>>,
    pub prefixes: Vec<(String, AtomId)>,
    pub texts: Vec<(String, AtomId)>,
    pub paths: Vec<(String, AtomId)>,
    pub quantities: Vec<(Wanted, AtomId)>,
    pub negator: Option<AtomId>,
    /// Stems of the words of question and models, each with its number.
    pub told: HashMap<String, ToldId>,
    /// By first letter: word, stem, atom.
    spelt: HashMap<u8, Vec<(String, String, AtomId)>>,
    /// Stems of words of patterns and glossary: never slips.
    known: HashSet<String>,
}

impl Lexicon {
    /// The number of `atom`, which is added if it is new.
    pub fn intern(&mut self, atom: Atom) -> AtomId {
        if let Some(known) = self.find(&atom) {
            return known;
        }
        let id = self.atoms.len();
        match &atom {
            Atom::Word(word) | Atom::Spelt(word) => {
                self.exact.entry(word.clone()).or_default().push(id);
                let joined = if word.starts_with('-') {
                    word.clone()
                } else {
                    word.replace('-', "")
                };
                if is_plain(&joined) && joined.len() > 1 {
                    if joined != *word {
                        self.exact.entry(joined.clone()).or_default().push(id);
                    }
                    self.stems.entry(stem(&joined)).or_default().push(id);
                }
                if matches!(atom, Atom::Word(_)) && slip::may_slip(word) {
                    let bucket = self.spelt.entry(word.as_bytes()[0]).or_default();
                    bucket.push((word.clone(), stem(word), id));
                }
                self.know(word);
            }
            Atom::Exact(word) => {
                self.exact.entry(word.clone()).or_default().push(id);
                self.know(word);
            }
            Atom::Text(text) => {
                self.texts.push((text.clone(), id));
                self.know(text);
            }
            Atom::Ideographs(text) => self.texts.push((text.clone(), id)),
            Atom::Prefix(prefix) => self.prefixes.push((prefix.clone(), id)),
            Atom::Quantity(wanted) => self.quantities.push((*wanted, id)),
            Atom::Negator => self.negator = Some(id),
            Atom::Path(path) => self.paths.push((path.clone(), id)),
        }
        self.atoms.push(atom);
        id
    }

    /// The atom for a word of a pattern.
    pub fn word(&mut self, word: &str) -> AtomId {
        if word.chars().any(is_ideograph) {
            return self.intern(Atom::Ideographs(word.to_owned()));
        }
        if word.contains('/') && word.len() > 1 {
            return self.intern(Atom::Path(word.to_owned()));
        }
        self.intern(Atom::Word(word.to_owned()))
    }

    /// The number of a word that the step says itself, in any form.
    pub fn tell(&mut self, word: &str) -> ToldId {
        let next = self.told.len();
        *self.told.entry(stem(word)).or_insert(next)
    }

    /// How many such words there are.
    pub fn told_count(&self) -> usize {
        self.told.len()
    }

    /// Remembers the words of `text` as right spellings.
    pub fn know(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_ascii_lowercase()) {
            if slip::may_slip(word) {
                self.known.insert(stem(word));
            }
        }
    }

    /// Whether a folded word with this stem is a word of its own, so that it is no slip.
    pub fn is_known(&self, stem: &str) -> bool {
        self.known.contains(stem) || common_words::holds(stem)
    }

    /// The atoms that `word` misspells, each with the number of slips.
    pub fn misspelt(&self, word: &str, word_stem: &str) -> Vec<(AtomId, usize)> {
        if !slip::may_slip(word) || self.is_known(word_stem) {
            return Vec::new();
        }
        let Some(bucket) = self.spelt.get(&word.as_bytes()[0]) else {
            return Vec::new();
        };
        bucket
            .iter()
            .filter_map(|(wanted, wanted_stem, id)| {
                let slips =
                    slip::slips(wanted, word).or_else(|| slip::slips(wanted_stem, word_stem))?;
                Some((*id, slips))
            })
            .collect()
    }

    fn find(&self, atom: &Atom) -> Option<AtomId> {
        let among =
            |ids: Option<&Vec<AtomId>>| ids?.iter().copied().find(|id| self.atoms[*id] == *atom);
        match atom {
            Atom::Word(word) | Atom::Spelt(word) | Atom::Exact(word) => among(self.exact.get(word)),
            Atom::Negator => self.negator,
            _ => self.atoms.iter().position(|known| known == atom),
        }
    }
}
