//! A fix exists, can be reached in time, and what it is done to is named where a learner can see it.

use crate::{
    domain::{Incident, Remedy},
    incident::{Command, Spellings, is_well},
};

use super::super::{
    finding::Findings,
    lint::Lint,
    subject::{Subject, Worked},
};

pub const LINT: Lint = Lint {
    name: "fix-not-found",
    about: "harmless actions lead to a good state in time, and what they are done to is named somewhere",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for worked in subject.worked() {
        let incident = worked.incident;
        let Some(first) = incident.actions.first() else {
            continue;
        };
        if worked.exploration.well_at.is_none() {
            findings.error(
                subject.place(first.at_line, 1),
                format!(
                    "no harmless action leads to a good state within {} minutes",
                    incident.minutes
                ),
                "give a harmless action `enters:` with a state such as `mitigated`, and let its `needs:` come about in time",
            );
            continue;
        }
        let texts = told(subject, &worked);
        let fixes: Vec<&Remedy> = incident
            .actions
            .iter()
            .filter(|it| is_fix(incident, it))
            .collect();
        let is_named = |fix: &&Remedy| {
            let runs = fix.run.iter().flat_map(|run| Spellings::read(run));
            runs.map(|command| names(&command))
                .any(|names| names.is_empty() || names.iter().any(|name| texts.contains(name)))
        };
        if let Some(fix) = fixes.first()
            && !fixes.iter().any(is_named)
        {
            let name = fix.run.first().map_or("", String::as_str);
            findings.warning(
                subject.place(fix.at_line, 1),
                format!("nothing that a learner sees names what `{name}` is done to"),
                "let the brief, an output or a person name it, so that a learner can come to it",
            );
        }
    }
}

fn is_fix(incident: &Incident, action: &Remedy) -> bool {
    let enters = action.enters.as_deref();
    action.harm.is_none() && enters.is_some_and(|state| is_well(incident, state))
}

/// Everything that a learner can read, in small letters.
fn told(subject: &Subject<'_>, worked: &Worked<'_>) -> String {
    let incident = worked.incident;
    let outputs = incident.evidence.iter().flat_map(|it| &it.output);
    let answers = incident.people.iter().flat_map(|it| &it.says);
    let texts = outputs.chain(answers).map(|output| output.text.as_str());
    let pages = incident.runbooks.iter().map(|it| it.text.en.as_str());
    let injects = incident.injects.iter().map(|it| it.says.en.as_str());
    let asks = subject
        .scenario
        .steps
        .iter()
        .map(|step| step.ask.en.as_str());
    let brief = [subject.scenario.brief.en.as_str()];
    let all: Vec<&str> = texts
        .chain(pages)
        .chain(injects)
        .chain(asks)
        .chain(brief)
        .collect();
    all.join("\n").to_lowercase()
}

/// The words of a command that are names of something: with a hyphen, a dot, an underscore or a digit in them.
fn names(command: &Command) -> Vec<String> {
    let values = command
        .flags
        .iter()
        .filter_map(|flag| flag.value.as_deref());
    let words = command.words.iter().map(String::as_str).chain(values);
    let parts = words.flat_map(|word| word.split(['/', '=', ':', ',', ' ', '"', '{', '}']));
    let is_name = |part: &&str| {
        part.len() > 2
            && !part.contains(['<', '>', '*'])
            && part.contains(char::is_alphabetic)
            && part.contains(|c: char| matches!(c, '-' | '.' | '_') || c.is_ascii_digit())
    };
    parts.filter(is_name).map(str::to_lowercase).collect()
}
