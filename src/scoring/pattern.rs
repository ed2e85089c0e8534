//! A pattern as a value: what must be found, and how its parts must lie.

use super::wanted::Wanted;

/// One line of the pattern language, parsed.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// The line as written.
    pub(super) written: String,
    /// What it asks for.
    pub(super) sequence: Sequence,
    /// What is allowed but surely not meant.
    pub(super) warnings: Vec<PatternWarning>,
}

/// Something in a pattern that is allowed but surely not meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternWarning {
    /// The column, in characters, from 1.
    pub column: usize,
    /// What is odd about it.
    pub message: String,
}

/// Elements, and what stands between each and the next.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sequence {
    /// At least one.
    pub elements: Vec<Element>,
    /// One fewer than elements.
    pub gaps: Vec<Gap>,
}

/// How two neighbouring elements must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Side by side in the pattern: anywhere in the sentence, or a phrase inside a group.
    Plain,
    /// At most so many words between, `ordered` if the left one comes first.
    Near {
        /// Most words between.
        words: usize,
        /// Whether the left one must come first.
        ordered: bool,
    },
    /// Everything on the left comes before everything on the right.
    Before,
}

/// One thing to be found, and how it was written; equal if it asks for the same.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// What is asked for.
    pub kind: ElementKind,
    /// The words of the pattern that ask for it.
    pub written: String,
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// The kinds of things to be found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ElementKind {
    /// A word in any form, folded.
    Word(String),
    /// Any of the words that negate.
    Negator,
    /// A word that begins so, folded.
    Prefix(String),
    /// Exactly this word, folded.
    Exact(String),
    /// Exactly this text, folded.
    ExactText(String),
    /// A quantity in a range.
    Quantity(Wanted),
    /// One of several sequences.
    Group(Vec<Sequence>),
}

impl Pattern {
    /// The line as written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// What is allowed but surely not meant, such as two equal alternatives.
    pub fn warnings(&self) -> &[PatternWarning] {
        &self.warnings
    }

    /// Whether it asks for a word that negates; the guard against negation is then off.
    pub fn asks_for_negation(&self) -> bool {
        self.sequence.asks_for_negation()
    }

    /// Whether a group offers an alternative with a negating word beside one without, so that the guard is off for
    /// both.
    pub fn mixes_negation(&self) -> bool {
        self.sequence.mixes_negation()
    }

    /// Every plain word it asks for in any form, folded, in order; glossary and prefixes not counted.
    pub fn words(&self) -> Vec<&str> {
        let mut words = Vec::new();
        self.sequence.collect_words(&mut words);
        words
    }
}

impl Sequence {
    /// Whether any element at any depth is a negating word.
    pub fn asks_for_negation(&self) -> bool {
        self.elements.iter().any(|element| match &element.kind {
            ElementKind::Negator => true,
            ElementKind::Group(alternatives) => alternatives.iter().any(Self::asks_for_negation),
            _ => false,
        })
    }

    fn mixes_negation(&self) -> bool {
        self.elements.iter().any(|element| match &element.kind {
            ElementKind::Group(alternatives) => {
                let denying = alternatives.iter().filter(|each| each.asks_for_negation());
                let count = denying.count();
                0 < count && count < alternatives.len()
                    || alternatives.iter().any(Self::mixes_negation)
            }
            _ => false,
        })
    }

    fn collect_words<'a>(&'a self, words: &mut Vec<&'a str>) {
        for element in &self.elements {
            match &element.kind {
                ElementKind::Word(word) | ElementKind::Exact(word) => words.push(word),
                ElementKind::Group(alternatives) => {
                    for alternative in alternatives {
                        alternative.collect_words(words);
                    }
                }
                _ => {}
            }
        }
    }
}
