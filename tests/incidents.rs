//! Every incident that ships, played to its end by scripted people, and its author's promises.

use std::{collections::BTreeMap, fs, path::PathBuf};

use firedrill::{
    domain::{Incident, Step, Task},
    library::{Library, builtin},
    scoring::{Grader, IncidentCard, Scorecard, Verdict},
};

/// The plays that every incident must have.
pub const PLAYS: [&str; 4] = ["expert", "guesser", "harmful", "silent"];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/incidents")
}

/// The first step with an incident of every scenario that has one, by the scenario's id.
pub fn incidents() -> BTreeMap<String, (Step, Grader)> {
    let library = Library::load(vec![builtin()]);
    let mut found = BTreeMap::new();
    for header in library.headers() {
        let scenario = library.scenario(&header.id).unwrap();
        let step = scenario
            .steps
            .iter()
            .find(|step| matches!(step.task, Task::Incident(_)));
        if let Some(step) = step {
            let grader =
                Grader::new(step, library.glossary(&header.id.pack), step.register).unwrap();
            found.insert(header.id.scenario.clone(), (step.clone(), grader));
        }
    }
    found
}

pub fn incident(step: &Step) -> &Incident {
    match &step.task {
        Task::Incident(incident) => incident,
        _ => panic!("{} is no incident", step.id),
    }
}

pub fn script(id: &str, play: &str) -> (String, String) {
    let path = folder().join(id).join(format!("{play}.txt"));
    let text =
        fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
    let (first, lines) = text.split_once('\n').unwrap();
    let bounds = first
        .strip_prefix('#')
        .unwrap_or_else(|| panic!("{}: the first line is `# bounds`", path.display()));
    (bounds.trim().to_owned(), lines.to_owned())
}

fn worked(card: &Scorecard) -> &IncidentCard {
    card.incident.as_ref().unwrap()
}

/// Which of the bounds in `# verdict = strong-hire, score >= 0.85` the card breaks.
fn broken(bounds: &str, card: &Scorecard) -> Vec<String> {
    let number = |name: &str| match name {
        "score" => card.score,
        "diagnosis" => worked(card).diagnosis,
        "process" => worked(card).process,
        "communication" => worked(card).communication.unwrap_or(0.0),
        "minutes" => f64::from(worked(card).minutes),
        "harm" => f64::from(u8::try_from(worked(card).harm.len()).unwrap()),
        "verdict" => f64::from(card.verdict.number()),
        _ => panic!("no bound is called `{name}`"),
    };
    let verdict = |name: &str| {
        let found = Verdict::ALL
            .into_iter()
            .find(|it| serde_json::to_value(it).unwrap().as_str() == Some(name));
        found.map(|it| f64::from(it.number()))
    };
    let holds = |bound: &&str| {
        let [name, relation, value] = bound.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("`{bound}` is no bound");
        };
        let wanted = verdict(value).unwrap_or_else(|| value.parse().unwrap());
        let given = number(name);
        match relation {
            ">=" => given >= wanted - 1e-9,
            "<=" => given <= wanted + 1e-9,
            "=" => (given - wanted).abs() < 1e-9,
            _ => panic!("`{relation}` is no relation"),
        }
    };
    let all = bounds.split(',').map(str::trim);
    all.filter(|bound| !holds(bound))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_incident_is_played_as_its_author_promises() {
    let mut faults = vec![];
    for (id, (_, grader)) in incidents() {
        let mut scores = BTreeMap::new();
        for play in PLAYS {
            let (bounds, lines) = script(&id, play);
            let card = grader.grade(&lines);
            for bound in broken(&bounds, &card) {
                let worked = worked(&card);
                faults.push(format!(
                    "{id}/{play}: not {bound}: {:?} {:.2}, process {:.2} {:?}, communication {:?} {:?}, {} min; missed {:?}",
                    card.verdict,
                    card.score,
                    worked.process,
                    worked.process_parts.iter().map(|it| (it.id.as_str(), it.mark)).collect::<Vec<_>>(),
                    worked.communication,
                    worked.communication_parts.iter().map(|it| (it.id.as_str(), it.mark)).collect::<Vec<_>>(),
                    worked.minutes,
                    card.criteria.iter().filter(|it| it.credit < 1.0).map(|it| it.id.as_str()).collect::<Vec<_>>(),
                ));
            }
            scores.insert(play, card.score);
        }
        if scores["harmful"] >= scores["guesser"] {
            faults.push(format!("{id}: harm is not below a guess: {scores:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_incident_is_rich_enough() {
    assert!(incidents().len() >= 5);
    for (id, (step, _)) in incidents() {
        let incident = incident(&step);
        // Looks that show something of their own, however many ways of typing each has.
        assert!(incident.evidence.len() >= 15, "{id}: too little to look at");
        let graphs = incident.evidence.iter().filter(|it| !it.graphs.is_empty());
        assert!(graphs.count() >= 1, "{id}: nothing is drawn");
        let commands: usize = incident.evidence.iter().map(|it| it.run.len()).sum();
        let herrings = incident.evidence.iter().filter(|it| it.herring.is_some());
        let harmful = incident.actions.iter().filter(|it| it.harm.is_some());
        assert!(commands >= 15, "{id}: {commands} commands");
        assert!(herrings.count() >= 2, "{id}: too few herrings");
        assert!(harmful.count() >= 1, "{id}: nothing does harm");
        assert!(incident.injects.len() >= 3, "{id}: too few injects");
    }
}

#[test]
fn an_expert_who_did_not_open_one_piece_of_the_evidence_earns_less() {
    for (id, (step, grader)) in incidents() {
        let (_, lines) = script(&id, "expert");
        let whole = grader.grade(&lines).score;
        let wanted: Vec<_> = step
            .rubric
            .iter()
            .flat_map(|it| it.evidence.clone())
            .collect();
        assert!(!wanted.is_empty(), "{id}: no point asks for evidence");
        for evidence in wanted {
            let mut without = step.clone();
            let Task::Incident(incident) = &mut without.task else {
                continue;
            };
            incident.evidence.retain(|it| it.id != evidence);
            let library = Library::load(vec![builtin()]);
            let glossary = library.glossary("builtin");
            let card = Grader::new(&without, glossary, step.register)
                .unwrap()
                .grade(&lines);
            assert!(card.score < whole, "{id}: nobody misses `{evidence}`");
        }
    }
}

#[test]
fn the_same_command_shows_another_world_after_the_fix() {
    for (id, (step, _)) in incidents() {
        let incident = incident(&step);
        let fix = firedrill::incident::fix(incident).expect("there is a fix");
        let changes = incident.verify.iter().any(|name| {
            let evidence = incident.evidence(name).unwrap();
            let mut console = firedrill::incident::Console::new(incident);
            console.begin();
            let before = console.apply(&evidence.run[0]);
            for action in &fix {
                for need in action.needs.iter().filter_map(|id| incident.evidence(id)) {
                    console.apply(&need.run[0]);
                }
                console.apply(&action.run[0]);
                console.apply(&format!("wait {}", action.after));
            }
            before.first() != console.apply(&evidence.run[0]).first()
        });
        assert!(
            changes,
            "{id}: what verifies the fix shows the same before and after it"
        );
    }
}
