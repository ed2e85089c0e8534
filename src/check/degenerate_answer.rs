//! An answer that is none earns nothing.

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "degenerate-answer",
    about: "empty, mashed and helpless answers earn nothing",
    run,
};

/// What people send when they have nothing to say.
const ANSWERS: &[(&str, &str)] = &[
    ("an empty answer", " \n"),
    ("“I don't know.”", "I don't know."),
    ("“idk”", "idk"),
    ("“yes”", "yes"),
    ("keys hit at random", "asdf jkl qwer uiop zxcv asdf"),
    ("dots", "..."),
];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        for (name, text) in ANSWERS {
            let best = step.cards(text).map(|card| card.score).fold(0.0, f64::max);
            if best > 0.0 {
                findings.error(
                    subject.place(step.step.at, 1),
                    format!("{name} earns {:.0} % of `{}`", best * 100.0, step.step.id),
                    "a pattern matches nearly anything: ask for more words",
                );
            }
        }
    }
}
