//! All that an expert sees of every incident: one line of output more or less, and a test fails.

use std::fmt::Write as _;

use firedrill::{
    domain::{Incident, Step, Task},
    incident::{Console, Reply},
};

use super::incidents::{incident, incidents, script};

/// What `lines` show, as it is read.
fn transcript(incident: &Incident, lines: &str) -> String {
    let mut console = Console::new(incident);
    let mut text = String::new();
    let opening = console.begin();
    say(&mut text, incident, &opening);
    for line in lines.lines() {
        writeln!(text, "$ {line}").unwrap();
        let replies = console.apply(line);
        say(&mut text, incident, &replies);
        writeln!(text, "[minute {}]", console.world().minute).unwrap();
    }
    text
}

fn say(text: &mut String, incident: &Incident, replies: &[Reply]) {
    for reply in replies {
        match reply {
            Reply::Output(words) | Reply::Arrived(_, words) | Reply::Page(_, words) => {
                writeln!(text, "{words}").unwrap();
            }
            Reply::Said(who, words) => writeln!(text, "{who}: {words}").unwrap(),
            Reply::Injected(place) => {
                let inject = &incident.injects[*place];
                writeln!(text, "! {}: {}", inject.from.en, inject.says.en).unwrap();
            }
            reply => writeln!(text, "({reply:?})").unwrap(),
        }
    }
}

fn of_expert(id: &str, step: &Step) -> String {
    let (_, lines) = script(id, "expert");
    transcript(incident(step), &lines)
}

#[test]
fn an_expert_sees_of_every_incident_what_was_reviewed() {
    for (id, (step, _)) in incidents() {
        insta::assert_snapshot!(id.clone(), of_expert(&id, &step));
    }
}

#[test]
fn no_evidence_that_an_expert_opens_can_be_taken_away_unnoticed() {
    for (id, (step, _)) in incidents() {
        let whole = of_expert(&id, &step);
        let (_, lines) = script(&id, "expert");
        let played = Console::replay(incident(&step), &lines);
        let opened = incident(&step).evidence.iter();
        let opened: Vec<_> = opened
            .filter(|it| played.world().has_opened(&it.id))
            .collect();
        assert!(opened.len() >= 8, "{id}: only {} are opened", opened.len());
        for evidence in opened {
            let mut without = step.clone();
            if let Task::Incident(incident) = &mut without.task {
                incident.evidence.retain(|it| it.id != evidence.id);
            }
            assert_ne!(of_expert(&id, &without), whole, "{id}: `{}`", evidence.id);
            let mut silent = step.clone();
            if let Task::Incident(incident) = &mut silent.task {
                let mut named = incident.evidence.iter_mut();
                let it = named.find(|it| it.id == evidence.id).unwrap();
                for output in &mut it.output {
                    output.text.clear();
                }
            }
            assert_ne!(
                of_expert(&id, &silent),
                whole,
                "{id}: what `{}` prints",
                evidence.id
            );
        }
    }
}
