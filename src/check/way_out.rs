//! A finding says what a way out looks like.

use super::{finding::Findings, lint::Lint, reviews::reviews, subject::Subject};

pub const LINT: Lint = Lint {
    name: "no-way-out",
    about: "every finding of a review has a `fix:`",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for (_, review) in reviews(subject) {
        let bare: Vec<_> = review
            .findings
            .iter()
            .filter(|it| it.fix.is_empty())
            .collect();
        if let Some(first) = bare.first() {
            let names: Vec<String> = bare.iter().map(|it| format!("`{}`", it.id)).collect();
            findings.warning(
                subject.place(first.at, 1),
                format!("nothing says what to do about {}", names.join(", ")),
                "add `fix:` with patterns for a way out",
            );
        }
    }
}
