//! Explains one pattern against one text: what matched, or which part failed and what came nearest.

use super::{
    compiled::{CompiledPattern, compile},
    document::Document,
    glossary::Glossary,
    lexicon::Lexicon,
    matcher::{Demand, Denial, Match, Matcher},
    occurrence::Occurrences,
    pattern::{Element, Pattern},
    region::Region,
    scorecard::{Span, Via},
    search::Search,
};

/// What came of one pattern in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Whether it matches, and whether the match counts.
    pub outcome: Outcome,
    /// The words that matched, or that came nearest, in the order of the text.
    pub spans: Vec<Span>,
    /// The elements that stand nowhere in the text, as written.
    pub absent: Vec<String>,
}

/// How a pattern fares in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It matches and counts.
    Matches,
    /// It matches, but the words around it deny it.
    Negated,
    /// All but one element, or a number without its unit.
    NearMiss,
    /// Every element is there, but not in one sentence, not near enough or not in this order.
    Apart,
    /// An element is missing.
    Missing,
}

/// Explains `pattern` against `text`.
pub fn explain(pattern: &Pattern, glossary: &Glossary, text: &str) -> Explanation {
    let mut lexicon = Lexicon::default();
    let compiled = compile(pattern, glossary, &mut lexicon, false);
    let elements: Vec<_> = pattern
        .sequence
        .elements
        .iter()
        .map(|element| (element, alone(element, glossary, &mut lexicon)))
        .collect();
    let document = Document::new(text);
    let occurrences = Occurrences::new(&document, &lexicon, true);
    let regions = Region::sentences(&document);
    let search = Search {
        document: &document,
        occurrences: &occurrences,
    };
    let matcher = Matcher {
        search,
        regions: &regions,
    };
    let demand = Demand {
        is_guarded: true,
        vetoes: &[],
    };
    let found = matcher
        .find(&compiled, demand)
        .or_else(|| matcher.find_near_miss(&compiled, demand));
    let absent: Vec<_> = elements
        .iter()
        .filter(|(_, alone)| matcher.find(alone, demand).is_none())
        .map(|(element, _)| element.written.clone())
        .collect();
    let (outcome, spans) = if let Some(found) = &found {
        (outcome(found), spans(found, &document))
    } else {
        let partly = elements
            .iter()
            .filter_map(|(_, alone)| matcher.find(alone, demand));
        let mut near: Vec<_> = partly.flat_map(|found| spans(&found, &document)).collect();
        near.sort_by_key(|span| (span.start, span.end));
        let outcome = if absent.is_empty() {
            Outcome::Apart
        } else {
            Outcome::Missing
        };
        (outcome, near)
    };
    Explanation {
        outcome,
        spans,
        absent,
    }
}

fn outcome(found: &Match) -> Outcome {
    match found.denial {
        Denial::None if found.is_near_miss() => Outcome::NearMiss,
        Denial::None => Outcome::Matches,
        Denial::Negated | Denial::Vetoed => Outcome::Negated,
    }
}

fn spans(found: &Match, document: &Document) -> Vec<Span> {
    found
        .pieces
        .iter()
        .map(|piece| {
            let (start, end) = document.original(piece.start, piece.end);
            Span {
                start,
                end,
                via: piece.via,
            }
        })
        .collect()
}

/// One element as a pattern of its own.
fn alone(element: &Element, glossary: &Glossary, lexicon: &mut Lexicon) -> CompiledPattern {
    let pattern = Pattern {
        written: element.written.clone(),
        sequence: super::pattern::Sequence {
            elements: vec![element.clone()],
            gaps: Vec::new(),
        },
        warnings: Vec::new(),
    };
    compile(&pattern, glossary, lexicon, false)
}

impl Via {
    /// The word for it in reports and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Stem => "stem",
            Self::Prefix => "prefix",
            Self::Synonym => "synonym",
            Self::Slip => "slip",
            Self::Number => "number",
        }
    }
}
