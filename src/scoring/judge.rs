//! From findings to marks: score, structure, verdict.

use crate::domain::{Language, Register, Step};

use super::{
    confidence::confidence,
    document::Document,
    guard::Alarm,
    note::notes,
    scorecard::{Finding, Flagged, Marks, Scorecard, State, Verdict},
    structure::Structure,
};

/// What a step asks of an answer besides its points.
#[derive(Clone, Debug)]
pub(super) struct Judge {
    must: Vec<String>,
    structure: Structure,
    english: bool,
}

impl Judge {
    /// Reads what `step` asks for in `register`.
    pub fn new(step: &Step, register: Option<Register>) -> Self {
        Self {
            must: step
                .rubric
                .iter()
                .filter(|criterion| criterion.must && criterion.applies_to(register))
                .map(|criterion| criterion.id.to_string())
                .collect(),
            structure: Structure::new(step),
            english: step.language == Language::English,
        }
    }

    /// Weighs findings and red flags; `penalty` is in the unit of criterion weights.
    pub fn judge(
        &self,
        document: &Document,
        criteria: Vec<Finding>,
        red_flags: Vec<Flagged>,
        penalty: f64,
        alarms: &[Alarm],
        likeness: Option<f64>,
    ) -> Scorecard {
        let earned = content(&criteria, penalty);
        let score = alarms.iter().map(|alarm| alarm.cap).fold(earned, f64::min);
        let mut verdict = Verdict::of(score);
        let must_missed = criteria
            .iter()
            .any(|finding| is_missed(finding) && self.must.contains(&finding.id));
        if must_missed || !red_flags.is_empty() {
            verdict = verdict.min(Verdict::NoHire);
        }
        if red_flags.iter().any(|flag| flag.fatal) {
            verdict = Verdict::StrongNoHire;
        }
        let confidence = confidence(score, &criteria, alarms, likeness);
        let structure = self.structure.mark(document, &criteria);
        // what is no answer keeps every limit, and has no structure
        let is_none = alarms.iter().any(Alarm::is_no_answer);
        let marks = Marks {
            content: Some(score),
            structure: structure.map(|mark| if is_none { 0.0 } else { mark }),
            communication: None,
        };
        Scorecard {
            score,
            verdict,
            confidence,
            marks,
            criteria,
            red_flags,
            notes: notes(document, alarms, self.english, confidence),
            guards: alarms.iter().map(|alarm| alarm.guard).collect(),
            remarks: Vec::new(),
            review: None,
            incident: None,
            sheet: None,
        }
    }
}

fn is_missed(finding: &Finding) -> bool {
    !matches!(finding.state, State::Hit | State::Partial)
}

/// Σ weight × (credit + closeness), minus penalties, over Σ weight; 0..=1.
fn content(criteria: &[Finding], penalty: f64) -> f64 {
    let total: f64 = criteria.iter().map(|finding| finding.weight).sum();
    if total <= 0.0 {
        return 0.0;
    }
    let earned: f64 = criteria
        .iter()
        .map(|finding| finding.weight * (finding.credit + finding.closeness))
        .sum();
    ((earned - penalty) / total).clamp(0.0, 1.0)
}
