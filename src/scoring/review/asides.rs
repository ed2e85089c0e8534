//! What a review is searched for besides its findings: ways out, decoys, extras.

use crate::domain::{
    Criterion, CriterionId, NegationRule, PatternText, Position, Requirement, Review, Scope, Text,
};

/// Where each stands among the asides of a text.
#[derive(Clone, Debug)]
pub(super) struct Asides {
    /// Per finding, the number of its way out.
    fixes: Vec<Option<usize>>,
    /// The number of the first decoy.
    first_decoy: usize,
    /// The number of the first extra.
    first_extra: usize,
}

impl Asides {
    /// The order in which [`asides`] lists those of `review`.
    pub fn of(review: &Review) -> Self {
        let mut next = 0;
        let fixes = review
            .findings
            .iter()
            .map(|finding| {
                let has_fix = !finding.fix.is_empty();
                let number = has_fix.then_some(next);
                next += usize::from(has_fix);
                number
            })
            .collect();
        Self {
            fixes,
            first_decoy: next,
            first_extra: next + review.decoys.len(),
        }
    }

    /// The number of the way out of a finding.
    pub fn fix(&self, finding: usize) -> Option<usize> {
        self.fixes.get(finding).copied().flatten()
    }

    /// The number of a decoy.
    pub const fn decoy(&self, decoy: usize) -> usize {
        self.first_decoy + decoy
    }

    /// The number of an extra.
    pub const fn extra(&self, extra: usize) -> usize {
        self.first_extra + extra
    }
}

/// Each as a criterion of its own.
pub(super) fn asides(review: &Review) -> Vec<Criterion> {
    let fixes = review
        .findings
        .iter()
        .filter(|finding| !finding.fix.is_empty())
        .map(|finding| any(&finding.id, &finding.fix, finding.at));
    let others = review
        .decoys
        .iter()
        .chain(&review.extras)
        .map(|other| any(&other.id, &other.patterns, other.at));
    fixes.chain(others).collect()
}

fn any(id: &CriterionId, patterns: &[PatternText], at: Position) -> Criterion {
    Criterion {
        id: id.clone(),
        point: Text::default(),
        requirement: Requirement::Any(patterns.to_vec()),
        weight: 1.0,
        must: false,
        vetoes: Vec::new(),
        scope: Scope::Sentence,
        negation: NegationRule::Guard,
        registers: Vec::new(),
        skill: None,
        evidence: Vec::new(),
        hit: None,
        miss: None,
        probe: None,
        hint: None,
        renamed_from: None,
        at,
    }
}
