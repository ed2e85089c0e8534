//! What is shown of a fix does not say that it did not help.

use crate::{
    domain::Incident,
    incident::{World, is_well},
};

use super::super::{
    finding::Findings,
    lint::Lint,
    subject::{Subject, Worked},
};

pub const LINT: Lint = Lint {
    name: "fix-denied",
    about: "no fix prints that it failed, and what verifies it shows another text after it than before",
    run,
};

/// What a tool or a person says of something that did not help.
const DENIALS: &[&str] = &[
    "does not fix",
    "doesn't fix",
    "did not fix",
    "didn't fix",
    "does not help",
    "doesn't help",
    "did not help",
    "didn't help",
    "no effect",
    "nothing changed",
    "nothing changes",
    "no difference",
    "still fail",
    "keeps failing",
    "keep failing",
    "not the cause",
    "unchanged",
    "error:",
    "error from server",
    "forbidden",
    "not found",
    "permission denied",
];

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for worked in subject.worked() {
        denied(subject, findings, &worked);
        unseen(subject, findings, &worked);
    }
}

/// A fix whose own output denies it.
fn denied(subject: &Subject<'_>, findings: &mut Findings, worked: &Worked<'_>) {
    let actions = worked.incident.actions.iter().filter(|action| {
        let enters = action.enters.as_deref();
        action.harm.is_none() && enters.is_some_and(|state| is_well(worked.incident, state))
    });
    for action in actions {
        for line in action.output.iter().flat_map(|output| output.text.lines()) {
            let said = line.to_lowercase();
            if let Some(denial) = DENIALS.iter().find(|denial| said.contains(*denial)) {
                findings.error(
                    subject.place_of(action.at_line, line.trim()),
                    format!("the fix `{}` prints `{denial}`", action.id),
                    "print what the tool prints when it works, or take `enters:` away from what does not help",
                );
            }
        }
    }
}

/// A fix of which nothing is to be seen.
fn unseen(subject: &Subject<'_>, findings: &mut Findings, worked: &Worked<'_>) {
    let incident = worked.incident;
    let Some(well) = &worked.exploration.well else {
        return;
    };
    let start = World::new(incident);
    let is_same = |id: &String| text(incident, &start, id) == text(incident, well, id);
    if !incident.verify.is_empty() && incident.verify.iter().all(is_same) {
        findings.error(
            subject.place_of(worked.step.at, "verify:"),
            format!(
                "`{}` shows the same before and after the fix",
                incident.verify.join("` and `")
            ),
            "give what verifies the fix a text with `when:` and the state after it, before the plain one",
        );
    }
}

fn text<'i>(incident: &'i Incident, world: &World, id: &str) -> Option<&'i str> {
    world.text(&incident.evidence(id)?.output, "")
}
