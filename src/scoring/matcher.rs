//! Finds the best match of a pattern in an answer; what scores is also what is highlighted.

use super::{
    compiled::CompiledPattern,
    document::Document,
    negation,
    occurrence::Occurrence,
    region::Region,
    search::{Candidate, Search},
    words::is_negator,
};

/// Why a match earns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Denial {
    /// Nothing speaks against it.
    None,
    /// The words around it deny it.
    Negated,
    /// A veto matches in its sentence.
    Vetoed,
}

/// A match, or what came near one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Whether it counts.
    pub denial: Denial,
    /// Whether a number lacks its unit.
    pub weak: bool,
    /// The node that was not found; `None` for a whole match.
    pub lacking: Option<usize>,
    /// Its words, in the order of the answer.
    pub pieces: Vec<Occurrence>,
}

impl Match {
    /// Whether something is missing that was asked for.
    pub fn is_near_miss(&self) -> bool {
        self.weak || self.lacking.is_some()
    }
}

/// The smaller, the better the match.
type Rank = (Denial, bool, usize, usize, usize);

/// Looks for patterns in the sentences of one answer.
pub(super) struct Matcher<'a> {
    pub search: Search<'a>,
    pub regions: &'a [Region],
}

/// What is asked of a match besides its words.
#[derive(Clone, Copy)]
pub(super) struct Demand<'a> {
    /// Whether negated matches do not count.
    pub is_guarded: bool,
    /// What must not stand in the same sentence.
    pub vetoes: &'a [CompiledPattern],
}

impl Matcher<'_> {
    /// The best match of `pattern` with all its nodes.
    pub fn find(&self, pattern: &CompiledPattern, demand: Demand<'_>) -> Option<Match> {
        if !self.is_anywhere(pattern, None) {
            return None;
        }
        self.best(pattern, None, demand)
    }

    /// The best match of `pattern` without one of its nodes, where it has three or more.
    pub fn find_near_miss(&self, pattern: &CompiledPattern, demand: Demand<'_>) -> Option<Match> {
        let nodes = pattern.sequence.nodes.len();
        if nodes < 3 {
            return None;
        }
        (0..nodes)
            .filter(|lacking| {
                pattern.can_lack[*lacking] && self.is_anywhere(pattern, Some(*lacking))
            })
            .filter_map(|lacking| self.best(pattern, Some(lacking), demand))
            .filter(|found| !found.weak)
            .min_by_key(|found| found.denial)
    }

    fn is_anywhere(&self, pattern: &CompiledPattern, lacking: Option<usize>) -> bool {
        let nodes = pattern.sequence.nodes.iter().enumerate();
        nodes
            .filter(|(at, _)| Some(*at) != lacking)
            .all(|(_, node)| self.search.is_anywhere(node))
    }

    fn best(
        &self,
        pattern: &CompiledPattern,
        lacking: Option<usize>,
        demand: Demand<'_>,
    ) -> Option<Match> {
        let mut best: Option<(Rank, Match)> = None;
        for region in self.regions {
            // what was named before, and is not named here, is not forgotten but another matter
            let missing = lacking.map(|at| &pattern.sequence.nodes[at]);
            if missing.is_some_and(|node| self.search.is_possible(node, region)) {
                break;
            }
            let nodes = pattern.sequence.nodes.iter().enumerate();
            let possible = nodes
                .filter(|(at, _)| Some(*at) != lacking)
                .all(|(_, node)| self.search.is_possible(node, region));
            if !possible {
                continue;
            }
            let mut vetoed = None;
            self.search
                .matches(&pattern.sequence, lacking, region, &mut |chosen| {
                    let mut pieces = pieces(chosen);
                    pieces.sort_by_key(|piece| piece.first);
                    let denial =
                        if *vetoed.get_or_insert_with(|| self.is_vetoed(region, demand.vetoes)) {
                            Denial::Vetoed
                        } else if demand.is_guarded
                            && is_negated(self.search.document, pattern, &pieces)
                        {
                            Denial::Negated
                        } else {
                            Denial::None
                        };
                    let weak = pieces.iter().any(|piece| piece.weak);
                    let first = pieces.first().map_or(0, |piece| piece.first);
                    let last = pieces.iter().map(|piece| piece.last).max().unwrap_or(0);
                    let slips = pieces.iter().map(|piece| piece.slips).sum();
                    let rank = (denial, weak, slips, last - first, first);
                    if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                        let found = Match {
                            denial,
                            weak,
                            lacking,
                            pieces,
                        };
                        best = Some((rank, found));
                    }
                });
        }
        best.map(|(_, found)| found)
    }

    fn is_vetoed(&self, region: &Region, vetoes: &[CompiledPattern]) -> bool {
        vetoes.iter().any(|veto| {
            let nodes = &veto.sequence.nodes;
            let possible = nodes
                .iter()
                .all(|node| self.search.is_possible(node, region));
            let mut found = false;
            if possible {
                self.search
                    .matches(&veto.sequence, None, region, &mut |_| found = true);
            }
            found
        })
    }
}

fn pieces(chosen: &[&Candidate]) -> Vec<Occurrence> {
    chosen
        .iter()
        .flat_map(|one| one.pieces.iter().copied())
        .collect()
}

/// Whether the words of any sentence that a match lies in deny it.
///
/// What was asked for with a negating word, and said with one, only a denial of the whole sentence denies.
fn is_negated(document: &Document, pattern: &CompiledPattern, pieces: &[Occurrence]) -> bool {
    let mut tokens: Vec<usize> = pieces
        .iter()
        .flat_map(|piece| piece.first..=piece.last)
        .collect();
    tokens.sort_unstable();
    tokens.dedup();
    let says_not = |token: &usize| is_negator(document.word(*token));
    let denies = if pattern.asks_for_negation && tokens.iter().any(says_not) {
        negation::is_denied_as_a_whole
    } else {
        negation::is_negated
    };
    tokens
        .chunk_by(|one, two| document.tokens[*one].sentence == document.tokens[*two].sentence)
        .any(|tokens| denies(document, tokens))
}
