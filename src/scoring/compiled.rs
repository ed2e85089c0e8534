//! A pattern whose words are looked up by number, with the glossary applied.

use super::{
    glossary::Glossary,
    lexicon::{Atom, AtomId, Lexicon},
    pattern::{Element, ElementKind, Gap, Pattern, Sequence},
    scorecard::Via,
    stem::is_plain,
    token::subject_and_verb,
    words::is_negator,
};

/// One thing to be found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// A word, text or quantity.
    Atom(AtomId),
    /// Any of several sequences.
    Any(Vec<Branch>),
}

/// One of several sequences.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Branch {
    /// What must be found.
    pub sequence: Compiled,
    /// What the report says of it, where that is not what the words say.
    pub via: Option<Via>,
}

/// Nodes, and how each must lie to the next.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Compiled {
    /// At least one.
    pub nodes: Vec<Node>,
    /// One fewer than nodes.
    pub joins: Vec<Join>,
}

/// How two neighbouring nodes must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// Anywhere in the sentence.
    Anywhere,
    /// Right behind, with at most so many words between that are not function words.
    Phrase(usize),
    /// At most so many words between.
    Near {
        /// Most words between.
        words: usize,
        /// Whether the left one must come first.
        ordered: bool,
    },
    /// Everything on the left before everything on the right.
    Before,
}

/// A pattern ready to be searched for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CompiledPattern {
    /// What must be found.
    pub sequence: Compiled,
    /// Whether it asks for a word that negates.
    pub asks_for_negation: bool,
    /// Per node of the sequence, whether a near miss may lack it.
    pub can_lack: Vec<bool>,
}

/// Words between the parts of a phrase that are not function words.
const LOOSE: usize = 1;

/// Compiles `pattern`; `strict` is the reading of vetoes and red flags.
pub(super) fn compile(
    pattern: &Pattern,
    glossary: &Glossary,
    lexicon: &mut Lexicon,
    strict: bool,
) -> CompiledPattern {
    let plain = pattern.sequence.gaps.iter().all(|gap| *gap == Gap::Plain);
    let mut compiler = Compiler {
        glossary,
        lexicon,
        phrase: Join::Phrase(if strict { 0 } else { LOOSE }),
    };
    let between = if strict && plain {
        compiler.phrase
    } else {
        Join::Anywhere
    };
    let sequence = compiler.sequence(&pattern.sequence, between);
    let can_lack = pattern_can_lack(&sequence, lexicon);
    CompiledPattern {
        sequence,
        asks_for_negation: pattern.asks_for_negation(),
        can_lack,
    }
}

/// A sentence without its negating word says the opposite, and without its number anything.
fn pattern_can_lack(sequence: &Compiled, lexicon: &Lexicon) -> Vec<bool> {
    fn holds_negator(node: &Node, lexicon: &Lexicon) -> bool {
        match node {
            Node::Atom(id) => lexicon.atoms[*id] == Atom::Negator,
            Node::Any(branches) => branches.iter().any(|branch| {
                let nodes = &branch.sequence.nodes;
                nodes.iter().any(|node| holds_negator(node, lexicon))
            }),
        }
    }
    let is_quantity = |node: &Node, lexicon: &Lexicon| match node {
        Node::Atom(id) => matches!(lexicon.atoms[*id], Atom::Quantity(_)),
        Node::Any(_) => false,
    };
    sequence
        .nodes
        .iter()
        .map(|node| !holds_negator(node, lexicon) && !is_quantity(node, lexicon))
        .collect()
}

struct Compiler<'a> {
    glossary: &'a Glossary,
    lexicon: &'a mut Lexicon,
    phrase: Join,
}

impl Compiler<'_> {
    fn sequence(&mut self, sequence: &Sequence, between: Join) -> Compiled {
        let elements = &sequence.elements;
        let mut compiled = Compiled {
            nodes: Vec::new(),
            joins: Vec::new(),
        };
        let mut at = 0;
        while at < elements.len() {
            if at > 0 {
                compiled.joins.push(match sequence.gaps[at - 1] {
                    Gap::Plain => between,
                    Gap::Near { words, ordered } => Join::Near { words, ordered },
                    Gap::Before => Join::Before,
                });
            }
            let (node, taken) = self
                .synonym(sequence, at, between)
                .unwrap_or_else(|| (self.element(&elements[at]), 1));
            compiled.nodes.push(node);
            at += taken;
        }
        compiled
    }

    /// The longest run of plain words from `at` that is in the glossary, with its length.
    fn synonym(&mut self, sequence: &Sequence, at: usize, between: Join) -> Option<(Node, usize)> {
        let glossary = self.glossary;
        let mut words: Vec<&str> = Vec::new();
        for (offset, element) in sequence.elements[at..].iter().enumerate() {
            let joined = offset == 0 || sequence.gaps[at + offset - 1] == Gap::Plain;
            match &element.kind {
                ElementKind::Word(word) if joined && words.len() < glossary.longest() => {
                    words.push(word);
                }
                _ => break,
            }
        }
        while !words.is_empty() {
            let key = words.join(" ");
            if let Some(others) = glossary.others(&key) {
                let own = Branch {
                    sequence: self.words(&words, between),
                    via: None,
                };
                let phrase = self.phrase;
                let others = others.into_iter().map(|member| Branch {
                    sequence: self.words(&member.split_whitespace().collect::<Vec<_>>(), phrase),
                    via: Some(Via::Synonym),
                });
                let branches: Vec<_> = std::iter::once(own).chain(others).collect();
                return Some((Node::Any(branches), words.len()));
            }
            words.pop();
        }
        None
    }

    fn words(&mut self, words: &[&str], between: Join) -> Compiled {
        Compiled {
            nodes: words.iter().map(|word| self.word(word)).collect(),
            joins: vec![between; words.len().saturating_sub(1)],
        }
    }

    /// A word; a hyphenated one and a contraction may also stand as separate words.
    fn word(&mut self, word: &str) -> Node {
        if is_negator(word) {
            return Node::Atom(self.lexicon.intern(Atom::Negator));
        }
        let whole = Node::Atom(self.lexicon.word(word));
        let parts: Vec<_> = match subject_and_verb(word) {
            Some((subject, verb)) => vec![subject, verb],
            None => word.split('-').collect(),
        };
        let hyphenated = parts.len() > 1
            && parts.iter().all(|part| {
                part.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !part.is_empty()
            });
        if !hyphenated {
            return whole;
        }
        let apart = Compiled {
            nodes: parts
                .iter()
                .map(|part| {
                    let atom = if is_plain(part) {
                        Atom::Spelt((*part).to_owned())
                    } else {
                        Atom::Exact((*part).to_owned())
                    };
                    Node::Atom(self.lexicon.intern(atom))
                })
                .collect(),
            joins: vec![
                Join::Near {
                    words: 0,
                    ordered: true
                };
                parts.len() - 1
            ],
        };
        let together = Compiled {
            nodes: vec![whole],
            joins: Vec::new(),
        };
        let branch = |sequence| Branch {
            sequence,
            via: None,
        };
        Node::Any(vec![branch(together), branch(apart)])
    }

    fn element(&mut self, element: &Element) -> Node {
        let atom = match &element.kind {
            ElementKind::Word(word) => return self.word(word),
            ElementKind::Group(alternatives) => {
                let phrase = self.phrase;
                return Node::Any(
                    alternatives
                        .iter()
                        .map(|alternative| Branch {
                            sequence: self.sequence(alternative, phrase),
                            via: None,
                        })
                        .collect(),
                );
            }
            ElementKind::Negator => Atom::Negator,
            ElementKind::Prefix(prefix) => Atom::Prefix(prefix.clone()),
            ElementKind::Exact(word) => Atom::Exact(word.clone()),
            ElementKind::ExactText(text) => Atom::Text(text.clone()),
            ElementKind::Quantity(wanted) => Atom::Quantity(*wanted),
        };
        Node::Atom(self.lexicon.intern(atom))
    }
}
