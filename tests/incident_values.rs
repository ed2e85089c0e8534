//! What a change of an incident brings to light: another fingerprint, another play, another mark.

use std::collections::BTreeSet;

use firedrill::{
    domain::{Incident, Step, Task},
    incident::Console,
    library::{Library, builtin},
    scoring::{Grader, rubric_fingerprint},
};

use super::incidents::{PLAYS, incident, incidents, script};

/// A change of an incident.
type Change = fn(&mut Incident);

fn fingerprint(step: &Step) -> String {
    let library = Library::load(vec![builtin()]);
    rubric_fingerprint(step, library.glossary("builtin"))
}

fn changed(step: &Step, change: impl FnOnce(&mut Incident)) -> Step {
    let mut step = step.clone();
    let Task::Incident(incident) = &mut step.task else {
        panic!("{} is no incident", step.id);
    };
    change(incident);
    step
}

#[test]
fn every_value_of_an_incident_is_in_the_fingerprint_of_its_rubric() {
    let changes: [(&str, Change); 20] = [
        ("minutes", |it| it.minutes += 1),
        ("starts", |it| it.starts += 1),
        ("states", |it| it.states.push("worse".to_owned())),
        ("verify", |it| it.verify.clear()),
        ("a command", |it| it.evidence[0].run[0].push('x')),
        ("an output", |it| it.evidence[0].output[0].text.push('x')),
        ("a circumstance", |it| it.evidence[0].output[0].when = None),
        ("the cost of a look", |it| it.evidence[0].minutes += 1),
        ("a delay", |it| it.evidence[0].ready_after += 1),
        ("a time", |it| it.evidence[0].at += 1),
        ("needs", |it| it.evidence[0].needs.push("undo".to_owned())),
        ("herrings", |it| {
            for evidence in &mut it.evidence {
                evidence.herring = None;
            }
        }),
        ("an effect", |it| it.actions[0].enters = None),
        ("harm", |it| {
            for action in &mut it.actions {
                action.harm = None;
            }
        }),
        ("an inject", |it| it.injects[0].at += 1),
        ("how long something must last", |it| {
            it.injects[0].after += 1;
        }),
        ("a curve", |it| {
            for graph in it.evidence.iter_mut().flat_map(|it| &mut it.graphs) {
                graph.before += 1;
            }
        }),
        ("the fix", |it| it.fix.push("undo".to_owned())),
        ("an answer", |it| it.people[0].says[0].text.push('x')),
        ("a runbook", |it| it.runbooks[0].text.en.push('x')),
    ];
    let (step, _) = &incidents()["userns-overlayfs-eacces"];
    let mut seen = BTreeSet::from([fingerprint(step)]);
    for (name, change) in changes {
        assert!(
            seen.insert(fingerprint(&changed(step, change))),
            "{name} is not in it, or not apart from the others"
        );
    }
    let mut unsupported = step.clone();
    unsupported.rubric[0].evidence.clear();
    assert!(
        seen.insert(fingerprint(&unsupported)),
        "evidence of a point is not in it"
    );
}

#[test]
fn where_an_incident_stands_in_its_file_and_what_only_a_debrief_shows_do_not_count() {
    let (step, _) = &incidents()["userns-overlayfs-eacces"];
    let moved = changed(step, |it| {
        it.evidence[0].at_line.line += 1;
        for harm in it.actions.iter_mut().filter_map(|it| it.harm.as_mut()) {
            harm.en.push('x');
        }
    });
    assert_eq!(fingerprint(step), fingerprint(&moved));
    assert!(incident(step) != incident(&moved));
}

/// What the four plays of an incident show and come to.
fn plays(id: &str, step: &Step) -> Vec<String> {
    let library = Library::load(vec![builtin()]);
    let grader = Grader::new(step, library.glossary("builtin"), step.register).unwrap();
    let mut seen = vec![];
    for play in PLAYS {
        let (_, lines) = script(id, play);
        let mut console = Console::new(incident(step));
        seen.push(format!("{:?}", console.begin()));
        seen.extend(
            lines
                .lines()
                .map(|line| format!("{:?}", console.apply(line))),
        );
        let card = grader.grade(&lines);
        seen.push(format!("{:?} {:?}", card.verdict, card.incident));
    }
    seen
}

#[test]
fn no_evidence_that_matters_can_be_taken_away_unnoticed() {
    for (id, (step, _)) in incidents() {
        let whole = plays(&id, &step);
        let before = incident(&step);
        // What only refutes a herring that nobody followed is named by it, so that the file is refused without it.
        let matters: BTreeSet<&String> = step.rubric.iter().flat_map(|it| &it.evidence).collect();
        for name in matters
            .into_iter()
            .filter(|name| before.evidence(name).is_some())
        {
            let without = changed(&step, |it| it.evidence.retain(|it| it.id != **name));
            assert!(
                plays(&id, &without) != whole,
                "{id}: nobody's play changes without the evidence `{name}`"
            );
        }
        // Of what verifies the fix one look is enough, so that only all of it together must be missed.
        let without = changed(&step, |it| {
            for evidence in &mut it.evidence {
                if before.verify.contains(&evidence.id) {
                    evidence.output.retain(|output| output.when.is_none());
                }
            }
        });
        assert!(plays(&id, &without) != whole, "{id}: nobody sees the fix");
    }
}
