//! Nothing in an incident closes every way to a fix.

use crate::incident::Deed;

use super::super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "dead-end",
    about: "whatever was done or happened, harmless actions still help while there is time",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for worked in subject.worked() {
        for trap in &worked.exploration.traps {
            let incident = worked.incident;
            let action = |at: usize| incident.actions.get(at);
            let (name, at) = match (trap.inject, trap.deed) {
                (Some(inject), _) => {
                    let Some(inject) = incident.injects.get(inject) else {
                        continue;
                    };
                    (format!("the inject `{}`", inject.id), inject.at_line)
                }
                (None, Deed::Act(at)) => {
                    let Some(action) = action(at) else { continue };
                    (format!("the action `{}`", action.id), action.at_line)
                }
                (None, Deed::Look(at)) => {
                    let Some(evidence) = incident.evidence.get(at) else {
                        continue;
                    };
                    (format!("a look at `{}`", evidence.id), evidence.at_line)
                }
                (None, _) => ("a question or a page".to_owned(), worked.step.at),
            };
            let minute = trap.minute;
            findings.error(
                subject.place(at, 1),
                format!("after {name}, in minute {minute}, nothing helps any more though time is left"),
                "let an action lead out of the state it enters, or take that state out of the `needs:` of the fix",
            );
        }
    }
}
