//! The lines that lead an incident to a state or a minute.

use std::collections::HashMap;

use crate::{
    domain::Incident,
    incident::{Console, Deed, World},
};

use super::{deeds::Deeds, graph::Graph};

/// Worlds that are looked through.
const MOST: usize = 5000;

/// The lines after which `incident` is in `state`, the soonest there is, and then in `minute`, where they are asked for.
///
/// `None` where no way was found that leads there.
pub fn lines_to(
    incident: &Incident,
    state: Option<&str>,
    minute: Option<u32>,
) -> Option<Vec<String>> {
    let mut lines = match state {
        Some(state) => way(incident, state)?,
        None => Vec::new(),
    };
    let at = Console::replay(incident, &lines.join("\n")).world().minute;
    let mut left = minute.map_or(Some(0), |minute| minute.checked_sub(at))?;
    while left > 0 {
        let some = left.min(60);
        lines.push(format!("wait {some}"));
        left -= some;
    }
    let console = Console::replay(incident, &lines.join("\n"));
    let world = console.world();
    let is_there = state.is_none_or(|state| world.state == state)
        && minute.is_none_or(|minute| world.minute == minute);
    is_there.then_some(lines)
}

fn way(incident: &Incident, state: &str) -> Option<Vec<String>> {
    let deeds = Deeds::of(incident, &[]);
    let mut start = World::new(incident);
    start.pass(incident, 0);
    start.forget_but(&deeds.names);
    let graph = Graph::grow(&deeds, start, MOST);
    let mut before: HashMap<usize, (usize, Deed)> = HashMap::new();
    for (from, to, deed) in &graph.steps {
        // The first step to a world is the one it was found by, so that no way goes in a circle.
        if *to != 0 {
            before.entry(*to).or_insert((*from, *deed));
        }
    }
    let worlds = graph.worlds.iter().enumerate();
    let (mut at, _) = worlds
        .filter(|(_, world)| world.state == state && !world.is_over)
        .min_by_key(|(_, world)| world.minute)?;
    let mut lines = Vec::new();
    while let Some((from, deed)) = before.get(&at) {
        lines.push(line(incident, *deed)?);
        at = *from;
    }
    lines.reverse();
    Some(lines)
}

/// How `deed` is typed.
fn line(incident: &Incident, deed: Deed) -> Option<String> {
    Some(match deed {
        Deed::Look(at) => incident.evidence.get(at)?.run.first()?.clone(),
        Deed::Act(at) => incident.actions.get(at)?.run.first()?.clone(),
        Deed::Ask(at) => {
            let person = incident.people.get(at)?;
            let about = person.says.iter().find_map(|says| says.about.first());
            format!(
                "ask {} {}",
                person.id,
                about.map_or("what do you see?", String::as_str)
            )
        }
        Deed::Read(at) => format!("open {}", incident.runbooks.get(at)?.id),
        Deed::Wait(minutes) => format!("wait {minutes}"),
    })
}

#[cfg(test)]
mod tests {
    use super::lines_to;
    use crate::{
        domain::{Incident, Task},
        library::{Source, load},
    };

    fn incident() -> Incident {
        let text = include_str!("../../../tests/broken/incident-dead-end.yaml");
        let scenario = load(&Source::new("a.yaml", text), "local").value.unwrap();
        match &scenario.steps[0].task {
            Task::Incident(incident) => (**incident).clone(),
            _ => panic!("the first step is no incident"),
        }
    }

    #[track_caller]
    fn case(state: Option<&str>, minute: Option<u32>, expected: Option<&str>) {
        let lines = lines_to(&incident(), state, minute);
        assert_eq!(lines.map(|it| it.join("; ")).as_deref(), expected);
    }

    #[test]
    fn the_lines_lead_to_the_state_and_then_to_the_minute() {
        let undo = "kubectl rollout undo deploy/api-v2";
        case(None, None, Some(""));
        case(None, Some(7), Some("wait 7"));
        case(Some("degraded"), None, Some(""));
        case(Some("mitigated"), None, Some(undo));
        case(Some("mitigated"), Some(9), Some(&format!("{undo}; wait 8")));
    }

    #[test]
    fn what_cannot_be_reached_has_no_lines() {
        case(Some("nowhere"), None, None);
        case(None, Some(31), None);
        case(Some("mitigated"), Some(0), None);
    }
}
