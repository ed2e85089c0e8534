//! A probe or a hint does not contain the answer it asks for.

use crate::scoring::State;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "gives-away",
    about: "no probe or hint earns its own point",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        for criterion in &step.step.rubric {
            for (key, text) in [("probe", &criterion.probe), ("hint", &criterion.hint)] {
                let Some(text) = text else { continue };
                let earns = step.cards(&text.en).any(|card| {
                    let own = card
                        .criteria
                        .iter()
                        .find(|each| each.id == criterion.id.as_str());
                    own.is_some_and(|finding| finding.state == State::Hit)
                });
                if earns {
                    findings.warning(
                        subject.place_of(criterion.at, &format!("{key}:")),
                        format!("the {key} of `{}` already says the point", criterion.id),
                        "ask for it without the words of its patterns",
                    );
                }
            }
        }
    }
}
