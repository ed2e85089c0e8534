//! Where the atoms of a lexicon occur in an answer.

use std::collections::HashMap;

use super::{
    document::Document,
    lexicon::{Atom, AtomId, Lexicon, ToldId},
    path::is_same_path,
    quantity::{self, is_number_word},
    scorecard::Via,
    stem::{is_plain, stem},
    token::is_ideograph,
    wanted::Comparison,
    words::{is_function_word, is_negator},
};

/// Some tokens of an answer that are one atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// First folded byte.
    pub start: usize,
    /// One past the last folded byte.
    pub end: usize,
    /// How it matched.
    pub via: Via,
    /// How many spelling slips it has.
    pub slips: usize,
    /// Whether it is a number whose unit is missing.
    pub weak: bool,
}

/// The occurrences of every atom, by atom and place.
#[derive(Clone, Debug)]
pub(super) struct Occurrences {
    by_atom: Vec<Vec<Occurrence>>,
    /// Per token, whether it is free inside a phrase.
    free: Vec<bool>,
    /// Per token, the number of the word of question or models that it is.
    told: Vec<Option<ToldId>>,
}

impl Occurrences {
    /// Looks every word of `document` up in `lexicon`.
    ///
    /// With `ideographs` the Chinese words of patterns are looked for too.
    pub fn new(document: &Document, lexicon: &Lexicon, ideographs: bool) -> Self {
        let mut finder = Finder {
            document,
            lexicon,
            found: vec![Vec::new(); lexicon.atoms.len()],
            told: Vec::with_capacity(document.tokens.len()),
        };
        finder.find_words();
        finder.find_joined();
        finder.find_wholes();
        finder.find_texts(ideographs);
        finder.find_quantities();
        let told = finder.told;
        let mut by_atom = finder.found;
        for occurrences in &mut by_atom {
            occurrences.sort_by_key(|found| (found.first, found.last, found.slips, found.via));
            occurrences.dedup_by_key(|found| (found.first, found.last));
        }
        let free = (0..document.tokens.len())
            .map(|at| document.tokens[at].option || is_function_word(document.word(at)))
            .collect();
        Self {
            by_atom,
            free,
            told,
        }
    }

    /// The occurrences of `atom` that begin at a token in `first..end`.
    pub fn within(&self, atom: AtomId, first: usize, end: usize) -> &[Occurrence] {
        let all = &self.by_atom[atom];
        let from = all.partition_point(|found| found.first < first);
        let until = all.partition_point(|found| found.first < end);
        &all[from..until]
    }

    /// Whether `atom` occurs at all.
    pub fn any(&self, atom: AtomId) -> bool {
        !self.by_atom[atom].is_empty()
    }

    /// The number of the word of question or models that a token is.
    pub fn told(&self, token: usize) -> Option<ToldId> {
        self.told[token]
    }

    /// Whether a token is free inside a phrase.
    pub fn is_free(&self, token: usize) -> bool {
        self.free[token]
    }
}

struct Finder<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    found: Vec<Vec<Occurrence>>,
    told: Vec<Option<ToldId>>,
}

/// What one word is: atoms, and a word that the step says itself.
#[derive(Default)]
struct Known {
    atoms: Vec<(AtomId, Via, usize)>,
    told: Option<ToldId>,
}

impl<'a> Finder<'a> {
    fn push(&mut self, atom: AtomId, first: usize, last: usize, via: Via, slips: usize) {
        let tokens = &self.document.tokens;
        let (start, end) = (tokens[first].start, tokens[last].end);
        self.push_bytes(atom, (first, last), (start, end), via, slips);
    }

    fn push_bytes(
        &mut self,
        atom: AtomId,
        (first, last): (usize, usize),
        (start, end): (usize, usize),
        via: Via,
        slips: usize,
    ) {
        self.found[atom].push(Occurrence {
            first,
            last,
            start,
            end,
            via,
            slips,
            weak: false,
        });
    }

    fn find_words(&mut self) {
        let mut seen: HashMap<&'a str, Known> = HashMap::new();
        for token in 0..self.document.tokens.len() {
            let word = self.document.word(token);
            if !seen.contains_key(word) {
                seen.insert(word, self.look_up(word));
            }
            let known = &seen[word];
            self.told.push(known.told);
            for &(atom, via, slips) in &known.atoms {
                self.push(atom, token, token, via, slips);
            }
        }
    }

    /// Everything that one word is.
    fn look_up(&self, word: &str) -> Known {
        let mut atoms: Vec<(AtomId, Via, usize)> = Vec::new();
        if let Some(exact) = self.lexicon.exact.get(word) {
            atoms.extend(exact.iter().map(|id| (*id, Via::Exact, 0)));
        }
        if is_negator(word)
            && let Some(id) = self.lexicon.negator
        {
            atoms.push((id, Via::Exact, 0));
        }
        for (prefix, id) in &self.lexicon.prefixes {
            if word.starts_with(prefix.as_str()) {
                atoms.push((*id, Via::Prefix, 0));
            }
        }
        let told;
        if is_plain(word) {
            let word_stem = stem(word);
            told = self.lexicon.told.get(&word_stem).copied();
            if let Some(stems) = self.lexicon.stems.get(&word_stem) {
                for id in stems {
                    if !atoms.iter().any(|(known, ..)| known == id) {
                        atoms.push((*id, Via::Stem, 0));
                    }
                }
            }
            if atoms.is_empty() {
                let misspelt = self.lexicon.misspelt(word, &word_stem);
                atoms.extend(
                    misspelt
                        .into_iter()
                        .map(|(id, slips)| (id, Via::Slip, slips)),
                );
            }
        } else {
            told = self.lexicon.told.get(word).copied();
        }
        Known { atoms, told }
    }

    /// Words that the answer writes apart and a pattern as one: `back off` for `backoff`.
    fn find_joined(&mut self) {
        let mut joined = String::new();
        for token in 1..self.document.tokens.len() {
            joined.clear();
            for first in (token.saturating_sub(2)..token).rev() {
                let same =
                    self.document.tokens[first].sentence == self.document.tokens[token].sentence;
                let begin = self.document.word(first);
                if !same || begin.len() < 2 || !is_plain(begin) {
                    break;
                }
                if joined.is_empty() {
                    let last = self.document.word(token);
                    if last.len() < 2 || !is_plain(last) {
                        break;
                    }
                    joined.push_str(last);
                }
                joined.insert_str(0, begin);
                if joined.len() >= 6
                    && let Some(atoms) = self.lexicon.exact.get(joined.as_str())
                {
                    for atom in atoms {
                        self.push(*atom, first, token, Via::Exact, 0);
                    }
                }
            }
        }
    }

    fn find_wholes(&mut self) {
        let document = self.document;
        for whole in &document.wholes {
            let spelling = document.spelling(whole);
            let place = (whole.first, whole.last);
            let bytes = (whole.start, whole.end);
            let exact = self.lexicon.exact.get(spelling);
            for atom in exact.into_iter().flatten() {
                self.push_bytes(*atom, place, bytes, Via::Exact, 0);
            }
            if whole.joined.is_some() && is_plain(spelling) {
                let stems = self.lexicon.stems.get(&stem(spelling));
                for atom in stems.into_iter().flatten() {
                    self.push_bytes(*atom, place, bytes, Via::Stem, 0);
                }
            }
            for (prefix, atom) in &self.lexicon.prefixes {
                if spelling.starts_with(prefix.as_str()) {
                    self.push_bytes(*atom, place, bytes, Via::Prefix, 0);
                }
            }
            for (path, atom) in &self.lexicon.paths {
                if is_same_path(path, spelling) {
                    self.push_bytes(*atom, place, bytes, Via::Exact, 0);
                }
            }
        }
    }

    fn find_texts(&mut self, ideographs: bool) {
        let text = self.document.text();
        for (wanted, atom) in &self.lexicon.texts {
            let chinese = matches!(self.lexicon.atoms[*atom], Atom::Ideographs(_));
            if chinese && !ideographs {
                continue;
            }
            let first_word = wanted.split(' ').next().unwrap_or_default();
            let mut from = 0;
            while let Some(at) = text[from..].find(first_word) {
                let start = from + at;
                if let Some(end) = text_end(text, start, wanted)
                    && (chinese || stands_alone(text, start, end))
                    && let Some(place) = self.covering(start, end)
                {
                    self.push_bytes(*atom, place, (start, end), Via::Exact, 0);
                }
                from = start + first_word.chars().next().map_or(1, char::len_utf8);
            }
        }
    }

    /// The tokens that hold the folded bytes `start..end`; the nearest one where none does.
    fn covering(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let tokens = &self.document.tokens;
        let first = tokens.partition_point(|token| token.end <= start);
        let after = tokens.partition_point(|token| token.start < end);
        if tokens.is_empty() {
            return None;
        }
        let first = first.min(tokens.len() - 1);
        Some((first, after.saturating_sub(1).max(first)))
    }

    fn find_quantities(&mut self) {
        if self.lexicon.quantities.is_empty() {
            return;
        }
        let text = self.document.text();
        for token in 0..self.document.tokens.len() {
            let word = self.document.word(token);
            if !word.starts_with(|c: char| c.is_ascii_digit()) && !is_number_word(word) {
                continue;
            }
            let Some(quantity) = quantity::read(text, self.document.tokens[token].start) else {
                continue;
            };
            let Some((_, last)) = self.covering(quantity.start, quantity.end) else {
                continue;
            };
            for (wanted, atom) in &self.lexicon.quantities {
                let comparison = wanted.compare(&quantity);
                if comparison == Comparison::Off {
                    continue;
                }
                self.found[*atom].push(Occurrence {
                    first: token,
                    last: last.max(token),
                    start: quantity.start,
                    end: quantity.end,
                    via: Via::Number,
                    slips: 0,
                    weak: comparison == Comparison::UnitMissing,
                });
            }
        }
    }
}

/// Where `wanted` ends if it stands at `start`; any white space is one space.
fn text_end(text: &str, start: usize, wanted: &str) -> Option<usize> {
    let mut rest = &text[start..];
    for (number, word) in wanted.split(' ').enumerate() {
        if number > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// Whether no letter or digit touches the ends of `start..end` that are letters or digits.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let touches = |outer: Option<char>, inner: Option<char>| {
        let is_word = |c: char| c.is_alphanumeric() && !is_ideograph(c);
        outer.is_some_and(is_word) && inner.is_some_and(is_word)
    };
    let inside = &text[start..end];
    !touches(text[..start].chars().next_back(), inside.chars().next())
        && !touches(text[end..].chars().next(), inside.chars().next_back())
}
