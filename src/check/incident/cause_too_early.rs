//! What is shown before the evidence of the cause does not tell the cause.

use crate::domain::{Criterion, Incident, Position};

use super::super::{
    exploration::before_known,
    finding::Findings,
    lint::Lint,
    subject::{Checked, Subject, Worked},
};

pub const LINT: Lint = Lint {
    name: "cause-too-early",
    about: "no text that can be read before the evidence of a point that must be made already says the point",
    run,
};

/// The credit of a point that was made in full without its evidence.
const MADE: f64 = 0.5;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for worked in subject.worked() {
        let rubric = worked.step.rubric.iter();
        let Some(checked) = subject.checked(worked.step) else {
            continue;
        };
        for criterion in rubric.filter(|it| it.must && !it.evidence.is_empty()) {
            let texts = texts(subject, &worked, criterion);
            let whole: Vec<&str> = texts.iter().map(|text| text.1.as_str()).collect();
            // One grading clears them all; only what it finds is looked at one by one.
            if !tells(checked, criterion, &whole.join("\n")) {
                continue;
            }
            for (at, text, name) in texts.iter().filter(|it| tells(checked, criterion, &it.1)) {
                let line = text.lines().find(|line| tells(checked, criterion, line));
                let place = match line.or(text.lines().next()) {
                    Some(line) => subject.place_of(*at, line.trim()),
                    None => subject.place(*at, 1),
                };
                findings.warning(
                    place,
                    format!(
                        "{name} already says the point `{}`, before `{}` was opened",
                        criterion.id,
                        criterion.evidence.join("` and `")
                    ),
                    "show there what is seen and not what it means, or let it need that evidence",
                );
            }
        }
    }
}

/// Whether `text`, said of the incident line by line, makes the point.
fn tells(checked: &Checked<'_>, criterion: &Criterion, text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let said: Vec<String> = lines
        .map(|line| format!("hypothesis {}", line.trim()))
        .collect();
    let card = checked
        .grader(None)
        .map(|grader| grader.grade(&said.join("\n")));
    let findings = card.map(|card| card.criteria).unwrap_or_default();
    let own = findings.iter().find(|it| it.id == criterion.id.as_str());
    own.is_some_and(|it| it.credit >= MADE)
}

/// `text` without what stands between backticks: a runbook may be called after what it is about.
fn without_names(text: &str) -> String {
    let parts = text.split('`').step_by(2);
    parts.collect::<Vec<_>>().join(" ")
}

/// Every text that can be read before the evidence of `criterion`, with its place and its name.
fn texts(
    subject: &Subject<'_>,
    worked: &Worked<'_>,
    criterion: &Criterion,
) -> Vec<(Position, String, String)> {
    let incident: &Incident = worked.incident;
    let seen = before_known(incident, &criterion.evidence);
    let is_other = |id: &str| !criterion.evidence.iter().any(|each| each == id);
    let step = worked.step.at;
    let mut texts = vec![(
        step,
        without_names(&worked.step.ask.en),
        "the ask".to_owned(),
    )];
    for (seen, evidence) in seen.evidence.iter().zip(&incident.evidence) {
        let shown = seen.texts.iter().zip(&evidence.output);
        let shown = shown.filter(|(is_shown, _)| **is_shown && is_other(&evidence.id));
        texts.extend(shown.map(|(_, output)| {
            let name = format!("the output of `{}`", evidence.id);
            (evidence.at_line, output.text.clone(), name)
        }));
    }
    for (seen, action) in seen.actions.iter().zip(&incident.actions) {
        let shown = seen.texts.iter().zip(&action.output);
        texts.extend(shown.filter(|(is_shown, _)| **is_shown).map(|(_, output)| {
            let name = format!("the output of `{}`", action.id);
            (action.at_line, output.text.clone(), name)
        }));
    }
    for (seen, person) in seen.people.iter().zip(&incident.people) {
        let at = subject.place_of(step, &format!("id: {}", person.id)).at;
        let shown = seen.texts.iter().zip(&person.says);
        let shown = shown.filter(|(is_shown, _)| **is_shown && is_other(&person.id));
        texts.extend(shown.map(|(_, output)| {
            let name = format!("an answer of `{}`", person.id);
            (at, output.text.clone(), name)
        }));
    }
    for runbook in incident.runbooks.iter().filter(|it| is_other(&it.id)) {
        let at = subject.place_of(step, &format!("id: {}", runbook.id)).at;
        let name = format!("the runbook `{}`", runbook.id);
        texts.push((at, runbook.text.en.clone(), name));
    }
    for (came, inject) in seen.injects.iter().zip(&incident.injects) {
        if *came {
            let name = format!("the inject `{}`", inject.id);
            texts.push((inject.at_line, inject.says.en.clone(), name));
        }
    }
    texts
}
