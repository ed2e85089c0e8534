//! Every criterion can be missed.

use crate::scoring::State;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "cannot-fail",
    about: "no criterion is met by an answer that says nothing",
    run,
};

/// Sentences that fit any question and answer none.
const EMPTY_WORDS: &[&str] = &[
    "This is what it is, and that was all of it.",
    "It was like this, and then it was like that.",
    "We are here, they are there, and so it goes on.",
    "There is one thing and there is another thing.",
];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let mut seen: Vec<String> = Vec::new();
        for text in EMPTY_WORDS {
            for finding in step.cards(text).flat_map(|card| card.criteria) {
                if finding.state != State::Hit || seen.contains(&finding.id) {
                    continue;
                }
                let Some(criterion) = step.criterion(&finding.id) else {
                    continue;
                };
                findings.error(
                    subject.place(criterion.at, 1),
                    format!(
                        "`{}` is met by an answer that says nothing: “{text}”",
                        finding.id
                    ),
                    "ask for words that only the right answer has",
                );
                seen.push(finding.id);
            }
        }
    }
}
