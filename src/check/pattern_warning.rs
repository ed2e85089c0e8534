//! Patterns that can be read and probably do not say what was meant.

use crate::scoring::Pattern;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "pattern",
    about: "no pattern says the same twice, and no two criteria share one",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let mut seen: Vec<(&str, &str, u32)> = Vec::new();
        for criterion in &step.step.rubric {
            for pattern in criterion.requirement.patterns() {
                let place = || subject.place(pattern.at, pattern.text.chars().count());
                if let Ok(parsed) = Pattern::parse(&pattern.text) {
                    let messages: Vec<&str> = parsed
                        .warnings()
                        .iter()
                        .map(|each| each.message.as_str())
                        .collect();
                    if !messages.is_empty() {
                        let what = format!("pattern `{}`: {}", pattern.text, messages.join("; "));
                        findings.warning(place(), what, "say each thing once");
                    }
                }
                let id = criterion.id.as_str();
                match seen.iter().find(|(text, ..)| *text == pattern.text) {
                    Some((_, owner, line)) if *owner == id => findings.warning(
                        place(),
                        format!("`{id}` has this pattern twice, first in line {line}"),
                        "delete one of the two",
                    ),
                    Some((_, owner, line)) => findings.warning(
                        place(),
                        format!("`{owner}` has the same pattern in line {line}: one sentence earns both points"),
                        "make each pattern say what its own point needs",
                    ),
                    None => seen.push((&pattern.text, id, pattern.at.line)),
                }
            }
        }
    }
}
