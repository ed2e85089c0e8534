//! Double quotes around a pattern are YAML's own and do not ask for the exact words.

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "useless-quotes",
    about: "quotes around a pattern are there for YAML's sake only",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for criterion in subject.steps.iter().flat_map(|step| &step.step.rubric) {
        for pattern in criterion.requirement.patterns() {
            let line = subject.source.line(pattern.at.line);
            let skip = usize::try_from(pattern.at.column.saturating_sub(1)).unwrap_or(0);
            let is_quoted = line.chars().nth(skip) == Some('"');
            if is_quoted && is_plain(&pattern.text) && pattern.text.contains(' ') {
                findings.warning(
                    subject.place(pattern.at, pattern.text.chars().count() + 2),
                    "these quotes are YAML's own: they do not ask for the exact words",
                    format!(
                        "delete them, or ask for the exact words with `=({})`",
                        pattern.text
                    ),
                );
            }
        }
    }
}

/// Whether YAML reads the text the same without quotes.
fn is_plain(text: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || " -_/.()|".contains(c);
    text.chars().all(plain) && text.starts_with(|c: char| c.is_alphanumeric() || c == '(')
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn quotes_that_yaml_needs_are_not_useless() {
        assert!(is_plain("chmod 777"));
        for needed in ["a: b", "a # b", "a, b", "*x", "- a", "@here now"] {
            assert!(!is_plain(needed), "{needed}");
        }
    }
}
