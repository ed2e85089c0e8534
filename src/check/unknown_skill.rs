//! A skill is one that a `skills.yaml` knows.

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "unknown-skill",
    about: "every `skill:` stands in a `skills.yaml`",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for criterion in subject.steps.iter().flat_map(|step| &step.step.rubric) {
        let Some(skill) = &criterion.skill else {
            continue;
        };
        if subject.library.skill(skill).is_none() {
            findings.warning(
                subject.place_of(criterion.at, skill),
                format!("no `skills.yaml` has the skill `{skill}`"),
                format!("add it to the pack's `skills.yaml`: `{skill}: {{text: …}}`"),
            );
        }
    }
}
