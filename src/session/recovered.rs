//! What an answer comes to together with the answers to the interviewer's questions about it.

use crate::domain::Step;
use crate::progress::{Attempt, MADE, Part};
use crate::scoring::{Scorecard, Verdict};

/// The share of its credit that a point keeps which is made only when asked about.
const KEEPS: f64 = 0.5;

/// What an answer came to with its probes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recovered {
    /// 0..=1.
    pub score: f64,
    /// The verdict.
    pub verdict: Verdict,
}

/// Adds to `card` half of what the `probes` to it recovered. A point that must be made may be made in a probe.
pub fn after_probes<'a>(
    card: &Scorecard,
    step: Option<&Step>,
    probes: impl Iterator<Item = &'a Attempt>,
) -> Recovered {
    let total: f64 = card.criteria.iter().map(|finding| finding.weight).sum();
    let mut gained = 0.0;
    let mut recovered = vec![];
    for probe in probes.filter(|probe| probe.part == Part::Probe) {
        let Some(criterion) = &probe.criterion else {
            continue;
        };
        let named = |finding: &&crate::scoring::Finding| finding.id == *criterion;
        if let Some(finding) = card.criteria.iter().find(named) {
            let credit = probe.card.criteria.iter().find(named);
            let credit = credit.map_or(0.0, |finding| finding.credit);
            gained += KEEPS * finding.weight * (credit - finding.credit).max(0.0);
            if credit >= MADE {
                recovered.push(criterion.as_str());
            }
        }
    }
    let score = if total > 0.0 {
        (card.score + gained / total).min(1.0)
    } else {
        card.score
    };
    let mut verdict = Verdict::of(score);
    let must_missed = card.criteria.iter().any(|finding| {
        let is_must = step.is_some_and(|step| {
            let mut rubric = step.rubric.iter();
            rubric.any(|point| point.must && point.id.as_str() == finding.id)
        });
        is_must && finding.credit <= 0.0 && !recovered.contains(&finding.id.as_str())
    });
    if must_missed || !card.red_flags.is_empty() {
        verdict = verdict.min(Verdict::NoHire);
    }
    if card.red_flags.iter().any(|flag| flag.fatal) {
        verdict = Verdict::StrongNoHire;
    }
    Recovered { score, verdict }
}
