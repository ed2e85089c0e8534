//! A denying word among the alternatives of a group takes the guard away from all of them.

use crate::scoring::Pattern;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "mixed-negation",
    about: "no group offers a denying word beside words that a denial would turn round",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for criterion in subject.steps.iter().flat_map(|step| &step.step.rubric) {
        let mixing: Vec<_> = criterion
            .requirement
            .patterns()
            .iter()
            .filter(|pattern| {
                Pattern::parse(&pattern.text).is_ok_and(|parsed| parsed.mixes_negation())
            })
            .collect();
        let Some(first) = mixing.first() else {
            continue;
        };
        findings.note(
            subject.place(first.at, first.text.chars().count()),
            format!(
                "{} of the patterns of `{}` offer a denying word beside others: a denial of those counts too",
                mixing.len(),
                criterion.id
            ),
            "write the denying alternative as a pattern of its own",
        );
    }
}
