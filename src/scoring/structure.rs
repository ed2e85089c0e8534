//! How well an answer keeps the order and the limits that a step asks for.

use crate::domain::{Limits, Step};

use super::{document::Document, scorecard::Finding};

/// The order and the limits of a step.
#[derive(Clone, Debug)]
pub(super) struct Structure {
    order: Vec<String>,
    limits: Limits,
}

impl Structure {
    /// Reads the order and the limits of `step`.
    pub fn new(step: &Step) -> Self {
        Self {
            order: step.order.iter().map(ToString::to_string).collect(),
            limits: step.limits,
        }
    }

    /// The mean of what applies: points in order, sentences and words within the limits; 0..=1.
    pub fn mark(&self, document: &Document, criteria: &[Finding]) -> Option<f64> {
        let parts: Vec<f64> = [
            self.order(criteria),
            within(document.sentence_count(), self.limits.sentences),
            within(document.word_count(), self.limits.words),
        ]
        .into_iter()
        .flatten()
        .collect();
        if document.word_count() == 0 {
            // Nothing keeps every limit, and has no structure.
            return (!parts.is_empty()).then_some(0.0);
        }
        (!parts.is_empty()).then(|| parts.iter().sum::<f64>() / real(parts.len()))
    }

    /// The share of ordered pairs among the points made that stand in the order asked for.
    fn order(&self, criteria: &[Finding]) -> Option<f64> {
        let places: Vec<usize> = self
            .order
            .iter()
            .filter_map(|id| criteria.iter().find(|finding| finding.id == *id))
            .filter(|finding| finding.credit > 0.0)
            .filter_map(|finding| finding.spans.first())
            .map(|span| span.start)
            .collect();
        let mut pairs = 0_usize;
        let mut kept = 0_usize;
        for (at, first) in places.iter().enumerate() {
            for second in &places[at + 1..] {
                pairs += 1;
                kept += usize::from(first <= second);
            }
        }
        (!self.order.is_empty()).then(|| {
            if pairs == 0 {
                0.0
            } else {
                real(kept) / real(pairs)
            }
        })
    }
}

/// 1 within the limit, and less the farther beyond it.
fn within(count: usize, limit: Option<u32>) -> Option<f64> {
    let limit = f64::from(limit?);
    let count = real(count);
    Some(if count <= limit { 1.0 } else { limit / count })
}

#[expect(clippy::cast_precision_loss, reason = "counts of words and points")]
fn real(count: usize) -> f64 {
    count as f64
}
