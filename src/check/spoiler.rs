//! The brief and the ask do not give the answer away.

use crate::{domain::Task, scoring::State};

use super::{
    finding::Findings,
    lint::Lint,
    subject::{Checked, Subject},
};

pub const LINT: Lint = Lint {
    name: "spoiler",
    about: "the ask holds no heavy point, and brief and ask together less than half of them",
    run,
};

/// The share of all points that an ask may hold: to ask what somebody suspects is to use a word of doubt, and an
/// answer that only says the question back is capped anyway. A point with a skill is a habit, and may be asked for.
const HARMLESS: f64 = 0.15;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let ask = &step.step.ask.en;
        let by_ask = earned(step, ask);
        let all: f64 = step.step.rubric.iter().map(|each| each.weight).sum();
        let matters = |id: &str, weight: f64| {
            step.criterion(id).is_some_and(|criterion| {
                let is_heavy = weight > all * HARMLESS && criterion.skill.is_none();
                criterion.must || is_heavy
            })
        };
        for (id, _) in by_ask.iter().filter(|(id, weight)| matters(id, *weight)) {
            findings.warning(
                subject.place_of(step.step.at, "ask:"),
                format!("the ask already says the point `{id}`"),
                "ask without the words of its patterns",
            );
        }
        // What is to be said in English stands above the field: the brief only sets the scene for it.
        if matches!(step.step.task, Task::Say(_)) {
            continue;
        }
        let both = format!("{}\n\n{ask}", subject.scenario.brief.en);
        let by_both = earned(step, &both);
        let given: f64 = by_both.iter().map(|(_, weight)| weight).sum();
        if by_ask.is_empty() && given > all / 2.0 {
            let names: Vec<String> = by_both.iter().map(|(id, _)| format!("`{id}`")).collect();
            findings.warning(
                subject.place(step.step.at, 1),
                format!(
                    "the brief already says {}: more than half of the points",
                    names.join(", ")
                ),
                "leave in the brief what is seen, and ask in the patterns for what follows from it",
            );
        }
    }
}

/// The criteria that `text` earns in full, with their weights.
fn earned(step: &Checked<'_>, text: &str) -> Vec<(String, f64)> {
    let Some((_, grader)) = step.graders.first() else {
        return Vec::new();
    };
    let findings = grader.grade(text).criteria.into_iter();
    let hits = findings.filter(|finding| finding.state == State::Hit);
    hits.map(|finding| (finding.id, finding.weight)).collect()
}
