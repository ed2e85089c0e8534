//! A model of an English answer is in English.

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "chinese-in-model",
    about: "no Chinese is left in an English model",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in subject.steps.iter().filter(|step| step.is_english()) {
        for model in &step.step.models {
            let chinese: String = model
                .text
                .chars()
                .skip_while(|&c| !is_han(c))
                .take_while(|&c| is_han(c))
                .collect();
            if !chinese.is_empty() {
                findings.warning(
                    subject.place_of(model.at, &chinese),
                    format!("Chinese (“{chinese}”) in a model of an English answer"),
                    "translate it, or set `language: any` on the step",
                );
            }
        }
    }
}

const fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}
