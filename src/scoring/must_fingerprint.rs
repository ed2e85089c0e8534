//! Tells whether the points that must be made are still the same.

use crate::domain::{Requirement, Step};

/// A fingerprint of the points of `step` that must be made: which they are and what meets them. Texts for people,
/// weights and every other point leave it as it is.
pub fn must_fingerprint(step: &Step) -> String {
    // A name holds no control characters and a pattern no line break, so no two lists look alike.
    let mut parts = Vec::new();
    for criterion in step.rubric.iter().filter(|criterion| criterion.must) {
        parts.extend(["\u{1}", criterion.id.as_str()]);
        parts.push(match &criterion.requirement {
            Requirement::Any(_) => "\u{2}any",
            Requirement::All(_) => "\u{2}all",
            Requirement::AtLeast { .. } => "\u{2}least",
        });
        let patterns = criterion.requirement.patterns().iter();
        parts.extend(patterns.flat_map(|pattern| ["\n", pattern.text.as_str()]));
        let vetoes = criterion.vetoes.iter();
        parts.extend(vetoes.flat_map(|veto| ["\u{3}", veto.text.as_str()]));
        let evidence = criterion.evidence.iter();
        parts.extend(evidence.flat_map(|id| ["\u{4}", id.as_str()]));
    }
    let hex = blake3::hash(parts.concat().as_bytes()).to_hex();
    format!("b3:{}", &hex[..32])
}
