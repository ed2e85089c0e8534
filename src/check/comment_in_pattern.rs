//! YAML cuts a plain text at ` #`.

use crate::domain::PatternText;

use super::{
    finding::Findings,
    lint::Lint,
    subject::{Checked, Subject},
};

pub const LINT: Lint = Lint {
    name: "comment-in-pattern",
    about: "nothing follows ` #` on a pattern's line",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for pattern in subject.steps.iter().flat_map(patterns) {
        let line = subject.source.line(pattern.at.line);
        let skip = usize::try_from(pattern.at.column.saturating_sub(1)).unwrap_or(0);
        let rest: String = line.chars().skip(skip).collect();
        let cut = rest.strip_prefix(pattern.text.as_str());
        if cut.is_some_and(|behind| behind.trim_start().starts_with('#')) {
            findings.warning(
                subject.place(pattern.at, rest.chars().count()),
                format!(
                    "YAML cuts this pattern at ` #`; what is left is `{}`",
                    pattern.text
                ),
                "quote the whole pattern with '…', or put the comment on a line of its own",
            );
        }
    }
}

/// Every pattern of a step, vetoes and red flags included.
fn patterns<'a>(step: &'a Checked<'_>) -> impl Iterator<Item = &'a PatternText> {
    let criteria = step.step.rubric.iter();
    let points = criteria.flat_map(|each| each.requirement.patterns().iter().chain(&each.vetoes));
    points.chain(step.step.red_flags.iter().flat_map(|flag| &flag.patterns))
}
