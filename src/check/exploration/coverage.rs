//! What of an incident was there to be seen or done in some world.

use std::collections::BTreeSet;

use crate::{
    domain::{Incident, Output},
    incident::World,
};

/// Something that can be looked at, done or asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Whether it was to be had.
    pub is_there: bool,
    /// For each of its texts whether it was the one shown.
    pub texts: Vec<bool>,
}

/// What was there to be seen or done, by place in the incident.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    pub evidence: Vec<Seen>,
    pub actions: Vec<Seen>,
    pub people: Vec<Seen>,
    pub injects: Vec<bool>,
    pub states: BTreeSet<String>,
}

impl Coverage {
    /// Nothing seen yet.
    pub fn of(incident: &Incident) -> Self {
        let new = |outputs: &Vec<Output>| Seen {
            is_there: false,
            texts: vec![false; outputs.len()],
        };
        Self {
            evidence: incident.evidence.iter().map(|it| new(&it.output)).collect(),
            actions: incident.actions.iter().map(|it| new(&it.output)).collect(),
            people: incident.people.iter().map(|it| new(&it.says)).collect(),
            injects: vec![false; incident.injects.len()],
            states: BTreeSet::new(),
        }
    }

    /// Takes in what is to be had in `world`.
    pub fn take_in(&mut self, incident: &Incident, world: &World) {
        self.states.insert(world.state.clone());
        for (at, came) in self.injects.iter_mut().enumerate() {
            *came |= world.came(at).is_some();
        }
        for (seen, evidence) in self.evidence.iter_mut().zip(&incident.evidence) {
            let is_in_time =
                world.minute + delay(evidence.minutes, evidence.ready_after) <= incident.minutes;
            let is_there =
                evidence.at <= world.minute && world.knows(&evidence.needs) && is_in_time;
            if is_there || world.has_opened(&evidence.id) {
                seen.is_there = true;
                mark(seen, world.shown(&evidence.output, ""));
            }
        }
        if world.is_over {
            return;
        }
        for (seen, action) in self.actions.iter_mut().zip(&incident.actions) {
            if world.knows(&action.needs) && world.minute + action.minutes < incident.minutes {
                seen.is_there = true;
                mark(seen, world.shown(&action.output, ""));
            }
        }
        for (seen, person) in self.people.iter_mut().zip(&incident.people) {
            seen.is_there = true;
            let questions = person.says.iter().flat_map(|says| &says.about);
            for question in questions.map(String::as_str).chain([""]) {
                mark(seen, world.shown(&person.says, question));
            }
        }
    }
}

fn mark(seen: &mut Seen, text: Option<usize>) {
    if let Some(is_shown) = text.and_then(|at| seen.texts.get_mut(at)) {
        *is_shown = true;
    }
}

/// Minutes that must be left for evidence to be shown; what comes at once is shown though the time is up.
const fn delay(minutes: u32, ready_after: u32) -> u32 {
    if ready_after > 0 {
        minutes + ready_after
    } else {
        0
    }
}
