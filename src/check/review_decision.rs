//! A review comes to a decision, and its models come to the same.

use super::{finding::Findings, lint::Lint, reviews::reviews, subject::Subject};

pub const LINT: Lint = Lint {
    name: "review-decision",
    about: "a review has a `decision:`, and every model of it decides so",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for (step, review) in reviews(subject) {
        let Some(wanted) = review.decision else {
            findings.warning(
                subject.place_of(step.step.at, "review:"),
                "the review has no decision",
                "add `decision: request-changes`, `comment` or `approve`",
            );
            continue;
        };
        for model in &step.step.models {
            for (_, card) in step.model_cards(model) {
                let given = card.review.and_then(|review| review.decision);
                if given.as_deref() != Some(wanted.name()) {
                    findings.warning(
                        subject.place(model.at, 1),
                        format!("the model does not decide `{}`", wanted.name()),
                        format!("end the model with `decision: {}`", wanted.name()),
                    );
                }
            }
        }
    }
}
