//! Quoted code stands on one line, so that it is clear what it is said of.

use super::{finding::Findings, lint::Lint, reviews::reviews, subject::Subject};

pub const LINT: Lint = Lint {
    name: "ambiguous-quote",
    about: "code quoted in `on:` stands on one line of the new version",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for (_, review) in reviews(subject) {
        let others = review.decoys.iter().chain(&review.extras);
        let anchors = review.findings.iter().map(|finding| &finding.anchors);
        for anchor in anchors.chain(others.map(|other| &other.anchors)).flatten() {
            let count = review.diff.find_new(&anchor.quote).len();
            if count > 1 {
                findings.warning(
                    subject.place(anchor.at, anchor.quote.chars().count()),
                    format!(
                        "`{}` stands on {count} lines of the new version",
                        anchor.quote
                    ),
                    "quote more of the line, if only one is meant",
                );
            }
        }
    }
}
