//! A decoy is told from the findings by its words, and no model takes one for wrong.

use super::{finding::Findings, lint::Lint, reviews::reviews, subject::Subject};

pub const LINT: Lint = Lint {
    name: "decoy-is-finding",
    about: "no decoy asks for the words of a finding on the same code, and no model falls for one",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for (step, review) in reviews(subject) {
        for decoy in &review.decoys {
            for finding in &review.findings {
                let quotes = |quote: &str| finding.anchors.iter().any(|it| it.quote == quote);
                let shares_code = decoy.anchors.iter().any(|it| quotes(&it.quote));
                let Some(criterion) = step.criterion(finding.id.as_str()) else {
                    continue;
                };
                let wanted = criterion.requirement.patterns();
                let shared = decoy
                    .patterns
                    .iter()
                    .find(|pattern| wanted.iter().any(|it| it.text == pattern.text));
                if let Some(pattern) = shared.filter(|_| shares_code) {
                    findings.error(
                        subject.place(pattern.at, pattern.text.chars().count()),
                        format!(
                            "the decoy `{}` costs what the finding `{}` earns: `{}`",
                            decoy.id, finding.id, pattern.text
                        ),
                        "say in the decoy's pattern that the code is wrong, or choose other code",
                    );
                }
            }
        }
        for model in &step.step.models {
            for (_, card) in step.model_cards(model) {
                for decoy in card.review.iter().flat_map(|review| &review.decoys) {
                    findings.error(
                        subject.place(model.at, 1),
                        format!("the model takes the decoy `{decoy}` for wrong"),
                        "make the decoy's patterns narrower, or change the model",
                    );
                }
            }
        }
    }
}
