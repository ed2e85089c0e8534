//! Every command of an incident opens what it is written under.

use crate::{
    domain::Position,
    incident::{Meaning, Spellings},
};

use super::super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "command-of-another",
    about: "every command of an incident can be read, and opens or does what it is written under",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for worked in subject.worked() {
        let incident = worked.incident;
        let spellings = Spellings::new(incident);
        let evidence = incident.evidence.iter().enumerate();
        let evidence = evidence.map(|(at, it)| (Meaning::Evidence(at), it.at_line, &it.run));
        let actions = incident.actions.iter().enumerate();
        let actions = actions.map(|(at, it)| (Meaning::Action(at), it.at_line, &it.run));
        for (meant, at, runs) in evidence.chain(actions) {
            for run in runs {
                let readings = Spellings::read(run);
                if readings.is_empty() {
                    findings.error(
                        subject.place_of(at, run),
                        format!("`{run}` is no command"),
                        "write a program and its words, as one would type them",
                    );
                }
                let other = readings
                    .iter()
                    .map(|command| spellings.meaning(command))
                    .find(|meaning| *meaning != meant);
                if let Some(name) = other.and_then(|meaning| named(worked.incident, meaning)) {
                    tell(subject, findings, at, run, name);
                }
            }
        }
    }
}

fn tell(subject: &Subject<'_>, findings: &mut Findings, at: Position, run: &str, name: &str) {
    findings.error(
        subject.place_of(at, run),
        format!("`{run}` is taken as a command of `{name}`"),
        "write it under one of the two only, or give it a word that the other has not",
    );
}

fn named(incident: &crate::domain::Incident, meaning: Meaning) -> Option<&str> {
    match meaning {
        Meaning::Evidence(at) => incident.evidence.get(at).map(|it| it.id.as_str()),
        Meaning::Action(at) => incident.actions.get(at).map(|it| it.id.as_str()),
        Meaning::Near | Meaning::Unknown => None,
    }
}
