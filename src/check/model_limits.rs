//! A model keeps the limits it is a model for.

use crate::scoring::Document;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "model-too-long",
    about: "no model is longer than its step allows",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let limits = step.step.limits;
        for model in &step.step.models {
            let text = step.versions(model).into_iter().next().unwrap_or_default();
            let document = Document::new(&text);
            let counts = [
                ("words", document.word_count(), limits.words),
                ("sentences", document.sentence_count(), limits.sentences),
            ];
            for (unit, count, most) in counts {
                let most = most.and_then(|most| usize::try_from(most).ok());
                if most.is_some_and(|most| count > most) {
                    findings.error(
                        subject.place(model.at, 1),
                        format!(
                            "the model has {count} {unit}, the step allows {}",
                            most.unwrap_or(0)
                        ),
                        "shorten the model, or raise the limit",
                    );
                }
            }
        }
    }
}
