//! Tells whether two attempts were graded by the same rubric.

use crate::domain::{Form, Language, NegationRule, Requirement, Scope, Step, Task};

use super::{glossary::Glossary, incident::incident_parts};

/// A fingerprint of all that decides a score: rubric, red flags, models, limits, incident and glossary.
///
/// Texts for people, such as the sentences on a miss, do not change it. The form is `b3:` and 32
/// hexadecimal digits of a BLAKE3 hash.
pub fn rubric_fingerprint(step: &Step, glossary: &Glossary) -> String {
    let mut parts = Parts::default();
    for criterion in &step.rubric {
        parts.add(criterion.id.as_str());
        match &criterion.requirement {
            Requirement::Any(_) => parts.add("any"),
            Requirement::All(_) => parts.add("all"),
            Requirement::AtLeast { n, .. } => parts.add(&format!("at least {n}")),
        }
        parts.add_all(
            criterion
                .requirement
                .patterns()
                .iter()
                .map(|pattern| pattern.text.as_str()),
        );
        parts.add_all(criterion.vetoes.iter().map(|pattern| pattern.text.as_str()));
        parts.add_all(criterion.registers.iter().map(|register| register.name()));
        parts.add(&format!("{} {}", criterion.weight, criterion.must));
        parts.add(match (criterion.scope, criterion.negation) {
            (Scope::Sentence, NegationRule::Guard) => "sentence guard",
            (Scope::Sentence, NegationRule::Ignore) => "sentence ignore",
            (Scope::Answer, NegationRule::Guard) => "answer guard",
            (Scope::Answer, NegationRule::Ignore) => "answer ignore",
        });
    }
    for flag in &step.red_flags {
        parts.add(flag.id.as_str());
        parts.add_all(flag.patterns.iter().map(|pattern| pattern.text.as_str()));
        parts.add(&format!("{} {}", flag.penalty, flag.fatal));
    }
    parts.add_all(step.order.iter().map(crate::domain::CriterionId::as_str));
    parts.add_all(step.models.iter().map(|model| model.text.as_str()));
    parts.add(match step.form {
        Form::Prose => "prose",
        Form::Notes => "notes",
    });
    parts.add(match step.language {
        Language::English => "en",
        Language::Any => "any",
    });
    parts.add(&format!(
        "{:?} {:?}",
        step.limits.sentences, step.limits.words
    ));
    if let Task::Incident(incident) = &step.task {
        for criterion in &step.rubric {
            parts.add_all(criterion.evidence.iter().map(String::as_str));
        }
        for part in incident_parts(incident) {
            parts.add(&part);
        }
    }
    for group in glossary.groups() {
        parts.add_all(group.iter().map(String::as_str));
    }
    let hex = blake3::hash(&parts.bytes).to_hex();
    format!("b3:{}", &hex[..32])
}

/// Parts with their lengths, so that no two lists look alike.
#[derive(Default)]
struct Parts {
    bytes: Vec<u8>,
}

impl Parts {
    fn add(&mut self, part: &str) {
        self.bytes.extend(part.len().to_le_bytes());
        self.bytes.extend(part.as_bytes());
    }

    fn add_all<'a>(&mut self, parts: impl ExactSizeIterator<Item = &'a str>) {
        self.bytes.extend(parts.len().to_le_bytes());
        for part in parts {
            self.add(part);
        }
    }
}
