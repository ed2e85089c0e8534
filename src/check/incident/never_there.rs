//! Everything of an incident can be seen or done in some play of it.

use crate::domain::{Output, Position};

use super::super::{
    exploration::{Exploration, Seen},
    finding::Findings,
    lint::Lint,
    subject::{Subject, Worked},
};

pub const LINT: Lint = Lint {
    name: "never-there",
    about: "all evidence can be opened, every action taken, every text shown, every state reached",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for worked in subject.worked() {
        let Worked {
            step,
            incident,
            exploration,
        } = worked;
        let coverage = &exploration.coverage;
        for (seen, it) in coverage.evidence.iter().zip(&incident.evidence) {
            let name = format!("evidence `{}`", it.id);
            look(
                subject,
                findings,
                exploration,
                seen,
                &name,
                it.at_line,
                &it.output,
            );
        }
        for (seen, it) in coverage.actions.iter().zip(&incident.actions) {
            let name = format!("action `{}`", it.id);
            look(
                subject,
                findings,
                exploration,
                seen,
                &name,
                it.at_line,
                &it.output,
            );
        }
        for (seen, it) in coverage.people.iter().zip(&incident.people) {
            let at = subject.place_of(step.at, &format!("id: {}", it.id)).at;
            let name = format!("person `{}`", it.id);
            look(subject, findings, exploration, seen, &name, at, &it.says);
        }
        let states = incident.states.iter();
        for state in states.filter(|state| !coverage.states.contains(*state)) {
            findings.warning(
                subject.place_of(step.at, "states:"),
                format!("nothing leads to the state `{state}`{}", how(exploration)),
                "let an action or an inject enter it, or leave it out",
            );
        }
    }
}

fn look(
    subject: &Subject<'_>,
    findings: &mut Findings,
    exploration: &Exploration,
    seen: &Seen,
    name: &str,
    at: Position,
    outputs: &[Output],
) {
    let how = how(exploration);
    if !seen.is_there {
        let place = subject.place(at, 1);
        let what = format!("{name} can never be had{how}");
        let cure = "what its `needs:`, `at:`, `minutes:` and `ready_after:` ask for must come about before the end";
        if exploration.is_whole {
            findings.error(place, what, cure);
        } else {
            findings.warning(place, what, cure);
        }
        return;
    }
    let unseen = seen
        .texts
        .iter()
        .zip(outputs)
        .filter(|(is_shown, _)| !**is_shown);
    for (_, output) in unseen {
        let line = output.text.lines().next().unwrap_or_default();
        let condition = output.when.as_ref().map(|when| format!("when: {when}"));
        findings.warning(
            subject.place_of(at, condition.as_deref().unwrap_or(line)),
            format!("a text of {name} is never shown{how}: `{line}`"),
            "the first text whose `when:` holds is shown: put the plain one last, and name states that come about",
        );
    }
}

/// How sure that is.
const fn how(exploration: &Exploration) -> &'static str {
    if exploration.is_whole {
        ""
    } else {
        " in any play that was tried"
    }
}
