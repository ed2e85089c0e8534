//! The question said back earns next to nothing.

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "bare-question",
    about: "the ask itself as an answer earns next to nothing",
    run,
};

/// What a parroted question may earn at most, 0..=1.
const CAP: f64 = 0.15;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let best = step
            .cards(&step.step.ask.en)
            .map(|card| card.score)
            .fold(0.0, f64::max);
        if best > CAP {
            findings.warning(
                subject.place_of(step.step.at, "ask:"),
                format!("the ask itself earns {:.0} % as an answer", best * 100.0),
                "ask without the words of the patterns",
            );
        }
    }
}
