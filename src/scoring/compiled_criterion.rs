//! A criterion compiled once, and what it earns in an answer.

use crate::domain::{Criterion, NegationRule, Scope};

use super::{
    compiled::CompiledPattern,
    credit::{self, Counting},
    document::Document,
    matcher::{Demand, Match, Matcher},
    occurrence::Occurrence,
    region::Region,
    scorecard::{Finding, Span},
    search::Search,
};

/// A criterion ready to be looked for.
#[derive(Clone, Debug)]
pub(super) struct CompiledCriterion {
    /// As the scenario has it.
    pub criterion: Criterion,
    /// How its patterns are counted.
    pub counting: Counting,
    /// What must be found.
    pub patterns: Vec<CompiledPattern>,
    /// What must not stand beside it.
    pub vetoes: Vec<CompiledPattern>,
}

impl CompiledCriterion {
    fn credit(&self, matcher: &Matcher<'_>) -> credit::Credit {
        let demand = Demand {
            is_guarded: self.criterion.negation == NegationRule::Guard,
            vetoes: &self.vetoes,
        };
        let mut found_matches: Vec<Match> = Vec::new();
        let mut unfound = Vec::new();
        for pattern in &self.patterns {
            match matcher.find(pattern, demand) {
                Some(found) => {
                    let enough = self.counting == Counting::Any && credit::worth(&found) >= 1.0;
                    found_matches.push(found);
                    if enough {
                        return credit::count(self.counting, found_matches);
                    }
                }
                None => unfound.push(pattern),
            }
        }
        for pattern in unfound {
            let near = matcher.find_near_miss(pattern, demand);
            found_matches.extend(near.filter(|found| credit::worth(found) > 0.0));
        }
        credit::count(self.counting, found_matches)
    }

    /// What `credit` says of it, by the bytes of the answer.
    pub fn finding(&self, credit: &credit::Credit, document: &Document) -> Finding {
        let pieces: Vec<_> = credit
            .matches
            .iter()
            .flat_map(|found| found.pieces.iter().copied())
            .collect();
        Finding {
            id: self.criterion.id.to_string(),
            state: credit.state,
            credit: credit.earned,
            weight: self.criterion.weight,
            skill: self.criterion.skill.clone(),
            spans: spans(&pieces, document),
            closeness: 0.0,
            near: Vec::new(),
        }
    }
}

/// What every criterion earns in the answer of `search`.
pub(super) fn credits(
    criteria: &[CompiledCriterion],
    search: Search<'_>,
    sentences: &[Region],
) -> Vec<credit::Credit> {
    let whole = [Region::whole(search.document)];
    criteria
        .iter()
        .map(|criterion| {
            let regions = match criterion.criterion.scope {
                Scope::Sentence => sentences,
                Scope::Answer => &whole,
            };
            criterion.credit(&Matcher { search, regions })
        })
        .collect()
}

/// The pieces as bytes of the answer as given, in its order, each place once.
pub(super) fn spans(pieces: &[Occurrence], document: &Document) -> Vec<Span> {
    let mut spans: Vec<Span> = pieces
        .iter()
        .map(|piece| {
            let (start, end) = document.original(piece.start, piece.end);
            Span {
                start,
                end,
                via: piece.via,
            }
        })
        .collect();
    spans.sort_by_key(|span| (span.start, span.end, span.via));
    spans.dedup_by_key(|span| (span.start, span.end));
    spans
}
