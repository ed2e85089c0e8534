//! The shortest sound path through an incident: see what proves the cause, fix it, check the fix, say so.

use std::collections::{HashSet, VecDeque};

use crate::domain::{Incident, Remedy};

use super::world::is_well;

/// The lines of the path; `wanted` is the evidence that proves the cause.
///
/// Where no harmless actions lead to a good state, the path ends without a fix.
pub fn shortest_path(incident: &Incident, wanted: &[String]) -> Vec<String> {
    let fix = fix(incident).unwrap_or_default();
    let mut path = Path {
        incident,
        lines: Vec::new(),
        taken: HashSet::new(),
    };
    for id in wanted {
        path.reach(id, 0);
    }
    if path.lines.is_empty() {
        // Without evidence that is asked for, look at the first thing that does not mislead.
        let first = incident.evidence.iter().find(|it| it.herring.is_none());
        if let Some(first) = first {
            path.reach(&first.id, 0);
        }
    }
    for action in &fix {
        path.reach(&action.id, 0);
        if action.after > 0 {
            path.lines.push(format!("wait {}", action.after));
        }
    }
    if !fix.is_empty()
        && let Some(evidence) = incident.verify.first().and_then(|id| incident.evidence(id))
    {
        path.look(&evidence.run, evidence.ready_after);
    }
    path.lines
}

/// The actions of the fix as its author has them, else the fewest minutes of harmless ones after which nobody is hurt.
pub fn fix(incident: &Incident) -> Option<Vec<&Remedy>> {
    if !incident.fix.is_empty() {
        return incident.fix.iter().map(|id| incident.action(id)).collect();
    }
    let mut seen = HashSet::from([incident.first_state()]);
    let mut queue = VecDeque::from([(incident.first_state(), Vec::new())]);
    while let Some((state, actions)) = queue.pop_front() {
        if is_well(incident, state) {
            return Some(actions);
        }
        let harmless = incident
            .actions
            .iter()
            .filter(|action| action.harm.is_none());
        let mut next: Vec<&Remedy> = harmless.filter(|action| action.enters.is_some()).collect();
        next.sort_by_key(|action| action.minutes + action.after);
        for action in next {
            let Some(entered) = action.enters.as_deref() else {
                continue;
            };
            if seen.insert(entered) {
                let mut actions = actions.clone();
                actions.push(action);
                queue.push_back((entered, actions));
            }
        }
    }
    None
}

struct Path<'i> {
    incident: &'i Incident,
    lines: Vec<String>,
    taken: HashSet<String>,
}

impl Path<'_> {
    /// Adds what leads to `id`, its needs first.
    fn reach(&mut self, id: &str, depth: usize) {
        if depth > 20 || !self.taken.insert(id.to_owned()) {
            return;
        }
        if let Some(evidence) = self.incident.evidence(id) {
            for need in &evidence.needs {
                self.reach(need, depth + 1);
            }
            self.look(&evidence.run, evidence.ready_after);
        } else if let Some(action) = self.incident.action(id) {
            for need in &action.needs {
                self.reach(need, depth + 1);
            }
            self.lines.extend(action.run.first().cloned());
        } else if self.incident.people.iter().any(|person| person.id == id) {
            self.lines.push(format!("ask {id} what do you see?"));
        } else if self
            .incident
            .runbooks
            .iter()
            .any(|runbook| runbook.id == id)
        {
            self.lines.push(format!("open {id}"));
        }
    }

    fn look(&mut self, run: &[String], ready_after: u32) {
        self.lines.extend(run.first().cloned());
        if ready_after > 0 {
            self.lines.push(format!("wait {ready_after}"));
        }
    }
}
