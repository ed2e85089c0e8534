//! The answer to another scenario earns next to nothing.

use crate::domain::ScenarioId;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "foreign-answer",
    about: "the models of other scenarios earn next to nothing",
    run,
};

/// What a foreign answer may earn at most, 0..=1.
const CAP: f64 = 0.15;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let id = &subject.scenario.header.id;
    for step in &subject.steps {
        let Some(model) = step.step.models.first() else {
            continue;
        };
        for (other, text) in subject.neighbours.nearest(id, &model.text) {
            let best = step.cards(text).max_by(|a, b| a.score.total_cmp(&b.score));
            let Some(card) = best.filter(|card| card.score > CAP) else {
                continue;
            };
            let earned = card.criteria.iter().filter(|each| each.credit > 0.0);
            let names: Vec<String> = earned.map(|each| format!("`{}`", each.id)).collect();
            let place = subject.place(step.step.at, 1);
            let what = format!(
                "a model of `{other}` earns {:.0} % of `{}`: {}",
                card.score * 100.0,
                step.step.id,
                names.join(", ")
            );
            let cure = "ask for words of this scenario, not only for good habits";
            // Two scenarios on one subject may share points on purpose.
            if shares_a_tag(subject, other) {
                findings.note(place, what, cure);
            } else {
                findings.warning(place, what, cure);
            }
            break;
        }
    }
}

fn shares_a_tag(subject: &Subject<'_>, other: &ScenarioId) -> bool {
    let own = &subject.scenario.header.tags;
    let theirs = subject.library.header(other).map(|header| &header.tags);
    theirs.is_some_and(|tags| tags.iter().any(|tag| own.contains(tag)))
}
