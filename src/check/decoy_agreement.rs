//! Graded samples fall for the decoys that their author says, and good ones for none.

use crate::domain::Expectation;

use super::{finding::Findings, lint::Lint, reviews::reviews, subject::Subject};

pub const LINT: Lint = Lint {
    name: "sample-decoys",
    about: "a sample takes those decoys for wrong that its `flags:` name",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for (step, review) in reviews(subject) {
        for sample in &step.step.samples {
            let Some(grader) = step.grader(step.register_of_sample(sample)) else {
                continue;
            };
            let card = grader.grade(&sample.text);
            let taken = card.review.map(|review| review.decoys).unwrap_or_default();
            let place = || subject.place(sample.at, 1);
            for decoy in &review.decoys {
                let is_taken = taken.iter().any(|id| id == decoy.id.as_str());
                let is_named = sample.flags.contains(&decoy.id);
                let is_good = sample.expect == Some(Expectation::Full);
                if is_named && !is_taken {
                    findings.error(
                        place(),
                        format!("wrongly passed: the decoy `{}` costs nothing", decoy.id),
                        "add the words of this sample to the decoy",
                    );
                } else if is_taken && !is_named && is_good {
                    findings.error(
                        place(),
                        format!("wrongly failed: the decoy `{}` costs", decoy.id),
                        "make the decoy's patterns narrower",
                    );
                }
            }
        }
    }
}
