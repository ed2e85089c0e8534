//! What the console shows of evidence: its text and curves through the pipes, what became due, why not yet.

use crate::domain::Incident;

use super::{
    deed::Deed,
    filter::apply,
    filtered::Filtered,
    reply::Reply,
    sparkline::sparkline,
    world::{Due, World},
};

/// What became due, as it is shown.
pub fn told(incident: &Incident, world: &World, due: Vec<Due>) -> Vec<Reply> {
    due.into_iter()
        .map(|due| match due {
            Due::Output(place, _) => {
                let evidence = incident.evidence.get(place);
                let command = evidence.and_then(|it| it.run.first()).cloned();
                let shown = evidence.and_then(|it| world.shown(&it.output, ""));
                Reply::Arrived(
                    command.unwrap_or_default(),
                    printed(incident, world, place, shown),
                )
            }
            Due::Inject(place) => Reply::Injected(place),
            Due::Late(place) => Reply::Late(place),
            Due::TimeUp => Reply::TimeUp,
        })
        .collect()
}

/// What the evidence at `place` prints, its curves below the text.
pub fn printed(incident: &Incident, world: &World, place: usize, shown: Option<usize>) -> String {
    let Some(evidence) = incident.evidence.get(place) else {
        return String::new();
    };
    let text = shown.and_then(|at| evidence.output.get(at));
    let curves = evidence
        .graphs
        .iter()
        .map(|graph| sparkline(graph, incident, world));
    let parts: Vec<String> = text
        .map(|it| it.text.clone())
        .into_iter()
        .chain(curves)
        .collect();
    parts.join("\n")
}

/// Why `deed` cannot be done now, if it cannot.
pub fn refusal(incident: &Incident, world: &World, deed: Deed) -> Reply {
    let (needs, words) = match deed {
        Deed::Look(at) => {
            let evidence = incident.evidence.get(at);
            evidence.map(|it| (&it.needs, &it.refusal))
        }
        Deed::Act(at) => incident.actions.get(at).map(|it| (&it.needs, &it.refusal)),
        Deed::Ask(_) | Deed::Read(_) | Deed::Wait(_) => None,
    }
    .unzip();
    if needs.is_none_or(|needs| world.knows(needs)) {
        return Reply::NotYet;
    }
    Reply::Refused(words.cloned().flatten())
}

/// `text` as the pipes leave it.
pub fn filtered(text: &str, filters: &[Vec<String>]) -> Vec<Reply> {
    let mut text = text.to_owned();
    for filter in filters {
        match apply(filter, &text) {
            Filtered::Text(left) => text = left,
            Filtered::Fault(words) => return vec![Reply::Fault(words)],
            Filtered::Unknown(program) => {
                return vec![Reply::Output(text), Reply::NoFilter(program)];
            }
        }
    }
    vec![Reply::Output(text)]
}
