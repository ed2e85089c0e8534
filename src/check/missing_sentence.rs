//! A missed point says why it matters.

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "missing-sentence",
    about: "every criterion has a `miss:` sentence",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let silent: Vec<_> = step
            .step
            .rubric
            .iter()
            .filter(|each| each.miss.is_none())
            .collect();
        let Some(first) = silent.first() else {
            continue;
        };
        let names: Vec<String> = silent.iter().map(|each| format!("`{}`", each.id)).collect();
        findings.warning(
            subject.place(first.at, 1),
            format!("nothing is said when {} is missed", names.join(", ")),
            "add `miss:` with one sentence on why the point matters",
        );
    }
}
