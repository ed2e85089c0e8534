//! A model review shows how it is done: what must be found stands on its line, with its severity.

use crate::scoring::Nearness;

use super::{finding::Findings, lint::Lint, reviews::reviews, subject::Subject};

pub const LINT: Lint = Lint {
    name: "model-places",
    about: "a model review makes every `must` finding on its line",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for (step, review) in reviews(subject) {
        let musts = review.findings.iter().filter(|finding| {
            let criterion = step.criterion(finding.id.as_str());
            criterion.is_some_and(|criterion| criterion.must)
        });
        for finding in musts {
            for model in &step.step.models {
                for (_, card) in step.model_cards(model) {
                    let caught = card.review.as_ref().and_then(|review| {
                        let mut caught = review.caught.iter();
                        caught.find(|it| it.id == finding.id.as_str())
                    });
                    if caught.is_none_or(|caught| caught.nearness != Nearness::At) {
                        findings.warning(
                            subject.place(model.at, 1),
                            format!("the model does not say `{}` on its line", finding.id),
                            "write `path \"quoted code\" [severity] text`, one comment a line",
                        );
                    }
                }
            }
        }
    }
}
