//! A denied model does not earn the points of the model.

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "negation-passes",
    about: "saying that a model is not true does not earn its points",
    run,
};

/// What a denied model may still earn; hedges and chronology survive a denial rightly.
const MOST: f64 = 0.5;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        for model in &step.step.models {
            let Some(text) = step.versions(model).into_iter().next() else {
                continue;
            };
            let Some(grader) = step.grader(step.step.register_of(model)) else {
                continue;
            };
            let card = grader.grade(&denied(&text));
            if card.score > MOST {
                let earned = card.criteria.iter().filter(|each| each.credit > 0.0);
                let names: Vec<String> = earned.map(|each| format!("`{}`", each.id)).collect();
                findings.note(
                    subject.place(model.at, 1),
                    format!(
                        "the model still earns {:.0} % when every sentence begins with “It is not true that”: {}",
                        card.score * 100.0,
                        names.join(", ")
                    ),
                    "set `negation: ignore` only where a point holds either way, and ask for whole statements",
                );
            }
        }
    }
}

/// Every sentence of `text` denied.
fn denied(text: &str) -> String {
    let deny = |sentence: &str| format!("It is not true that {}", sentence.trim());
    let sentences = text
        .split_inclusive(['.', '\n'])
        .filter(|part| !part.trim().is_empty());
    sentences.map(deny).collect::<Vec<_>>().join(" ")
}
