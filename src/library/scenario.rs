//! A scenario and its header, from a tree.

use super::{
    fault::Fault,
    ledger::Ledger,
    references, step,
    tree::Node,
    value::{list_of, number_of, text, words_of},
};
use crate::domain::{Difficulty, Feedback, Header, Kind, Scenario, ScenarioId, Step, Task};

/// What a listing shows; needs `id`, `kind` and `title`.
pub fn header(node: &Node, pack: &str) -> Option<Header> {
    let id = words_of(node, "id")?;
    Some(Header {
        id: ScenarioId::new(pack, id),
        kind: Kind::parse(&words_of(node, "kind")?)?,
        title: text(node.value_of("title")?),
        difficulty: words_of(node, "difficulty")
            .and_then(|name| Difficulty::parse(&name))
            .unwrap_or_default(),
        minutes: number_of(node, "minutes"),
        tags: list_of(node, "tags"),
        competencies: list_of(node, "competencies"),
        renamed_from: words_of(node, "renamed_from"),
    })
}

/// A whole scenario; `None` without a header.
pub fn scenario(ledger: &mut Ledger, node: &Node, pack: &str) -> Option<Scenario> {
    if let Some(index) = node.entries().iter().position(|entry| entry.key == "steps") {
        for entry in node.entries().iter().skip(index + 1) {
            let key = entry.key.clone();
            ledger.error_at(entry.at, entry.width, &Fault::KeyAfterSteps { key });
        }
    }
    let steps = node.value_of("steps").map_or(&[][..], Node::items);
    ledger.unique(steps, "step");
    references::check(ledger, steps);
    let mut steps: Vec<_> = steps
        .iter()
        .filter_map(|node| step::step(ledger, node))
        .collect();
    let all = steps.clone();
    for step in &mut steps {
        if let Task::Incident(incident) = &step.task {
            let asks: Vec<_> = incident
                .injects
                .iter()
                .filter_map(|it| it.ask.as_ref())
                .collect();
            let is_asked = |other: &&Step| asks.iter().any(|ask| ask.step == other.id);
            step.asked = all.iter().filter(is_asked).cloned().collect();
        }
    }
    Some(Scenario {
        header: header(node, pack)?,
        brief: node.value_of("brief").map(text).unwrap_or_default(),
        sources: list_of(node, "sources"),
        feedback: match words_of(node, "feedback").as_deref() {
            Some("end") => Feedback::End,
            _ => Feedback::Each,
        },
        steps,
    })
}
