//! All of an incident that decides how it is played and graded, as parts of a fingerprint.

use crate::domain::{Circumstance, Evidence, Incident, Inject, Output, Person, Remedy, Runbook};

/// The parts, in order. Places in the file and sentences that only a debrief shows are not among them.
pub fn incident_parts(incident: &Incident) -> Vec<String> {
    let Incident {
        minutes,
        starts,
        states,
        evidence,
        actions,
        injects,
        verify,
        fix,
        people,
        runbooks,
    } = incident;
    let mut parts = vec![format!("{minutes} {starts} {states:?} {verify:?} {fix:?}")];
    parts.extend(evidence.iter().map(of_evidence));
    parts.extend(actions.iter().map(of_action));
    parts.extend(injects.iter().map(of_inject));
    parts.extend(people.iter().map(of_person));
    parts.extend(runbooks.iter().map(of_runbook));
    parts
}

fn of_evidence(evidence: &Evidence) -> String {
    let Evidence {
        id,
        run,
        output,
        minutes,
        at,
        ready_after,
        needs,
        refusal: _,
        graphs,
        herring,
        at_line: _,
    } = evidence;
    let refuted_by = herring.as_ref().map(|herring| &herring.refuted_by);
    let shown = outputs(output);
    format!(
        "evidence {id:?} {run:?} {shown} {minutes} {at} {ready_after} {needs:?} {graphs:?} {refuted_by:?}"
    )
}

fn of_action(action: &Remedy) -> String {
    let Remedy {
        id,
        run,
        minutes,
        enters,
        after,
        harm,
        output,
        needs,
        refusal: _,
        at_line: _,
    } = action;
    let does_harm = harm.is_some();
    let shown = outputs(output);
    format!("action {id:?} {run:?} {minutes} {enters:?} {after} {does_harm} {shown} {needs:?}")
}

fn of_inject(inject: &Inject) -> String {
    let Inject {
        id,
        at,
        when,
        after,
        unless,
        from: _,
        says,
        enters,
        ask,
        at_line: _,
    } = inject;
    let ask = ask.as_ref().map(|ask| (ask.step.as_str(), ask.within));
    let (when, unless) = (circumstance(when.as_ref()), circumstance(unless.as_ref()));
    format!(
        "inject {id:?} {at} {when} {after} {unless} {:?} {enters:?} {ask:?}",
        says.en
    )
}

fn of_person(person: &Person) -> String {
    let Person {
        id,
        role: _,
        says,
        minutes,
    } = person;
    format!("person {id:?} {minutes} {}", outputs(says))
}

fn of_runbook(runbook: &Runbook) -> String {
    let Runbook {
        id,
        title: _,
        text,
        minutes,
    } = runbook;
    format!("runbook {id:?} {minutes} {:?}", text.en)
}

fn outputs(outputs: &[Output]) -> String {
    let each = |Output { when, about, text }: &Output| {
        format!("{} {about:?} {text:?}", circumstance(when.as_ref()))
    };
    outputs.iter().map(each).collect::<Vec<_>>().join(" ")
}

fn circumstance(circumstance: Option<&Circumstance>) -> String {
    circumstance.map_or_else(String::new, |it| format!("{:?}", it.to_string()))
}
