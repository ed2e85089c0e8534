//! The answer to another scenario earns next to nothing.

use crate::{
    domain::ScenarioId,
    scoring::{Finding, Scorecard},
};

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "foreign-answer",
    about: "the models of other scenarios earn next to nothing but points with a `skill`",
    run,
};

/// What a foreign answer may earn at most, 0..=1.
const CAP: f64 = 0.15;

/// How many points must be earned: of a step with five, a single one in common is a fifth, and chance.
const TELLING: usize = 2;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let id = &subject.scenario.header.id;
    for step in &subject.steps {
        let Some(model) = step.step.models.first() else {
            continue;
        };
        for (other, text) in subject.neighbours.nearest(id, &model.text) {
            let shares = step.cards(text).map(|card| (share(&card), card));
            let best = shares.max_by(|(a, _), (b, _)| a.total_cmp(b));
            let Some((earned, card)) = best.filter(|(earned, _)| *earned > CAP) else {
                continue;
            };
            let names: Vec<String> = own_points(&card)
                .map(|each| format!("`{}`", each.id))
                .collect();
            if names.len() < TELLING {
                continue;
            }
            let place = subject.place(step.step.at, 1);
            let what = format!(
                "a model of `{other}` earns {:.0} % of `{}`: {}",
                earned * 100.0,
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

/// The points earned that are of this scenario alone. A point with a skill recurs across scenarios: any good answer
/// makes it.
fn own_points(card: &Scorecard) -> impl Iterator<Item = &Finding> {
    let earned = card.criteria.iter().filter(|each| each.credit > 0.0);
    earned.filter(|each| each.skill.is_none())
}

/// What those points come to, 0..=1; nothing where a guard has capped the whole to as little.
fn share(card: &Scorecard) -> f64 {
    let all: f64 = card.criteria.iter().map(|each| each.weight).sum();
    let own: f64 = own_points(card).map(|each| each.weight * each.credit).sum();
    if all > 0.0 {
        (own / all).min(card.score)
    } else {
        0.0
    }
}

fn shares_a_tag(subject: &Subject<'_>, other: &ScenarioId) -> bool {
    let own = &subject.scenario.header.tags;
    let theirs = subject.library.header(other).map(|header| &header.tags);
    theirs.is_some_and(|tags| tags.iter().any(|tag| own.contains(tag)))
}
