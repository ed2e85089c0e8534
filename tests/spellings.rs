//! What people type, collected without sight of the scenarios, and how much of it is understood.
//!
//! `tests/spellings/ID.jsonl` holds what somebody who had read only the brief typed, what they wanted to see, and in
//! `means` the evidence or action that shows it; `null` where the incident rightly has nothing for it, and a name that
//! does not exist where it ought to have something and has not. A line is understood if one of its commands opens
//! what it means, or if nothing opens where it means nothing. The command reader was mended on the lines with odd
//! numbers only, so that those with even numbers say what it does with what it has never seen.

use std::{collections::BTreeMap, fs, path::PathBuf};

use firedrill::incident::{Meaning, Spellings, commands_of};

use super::incidents::{incident, incidents};

/// The share of the collected spellings that must be understood.
const FLOOR: f64 = 0.85;

/// The share of those that the reader was not mended on.
const UNSEEN: f64 = 0.85;

/// How many of how many.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    understood: u32,
    all: u32,
}

impl Count {
    const fn add(&mut self, is_understood: bool) {
        self.understood += is_understood as u32;
        self.all += 1;
    }

    fn share(self) -> f64 {
        f64::from(self.understood) / f64::from(self.all.max(1))
    }
}

#[test]
fn most_of_what_people_type_is_understood() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/spellings");
    let mut wrong = vec![];
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let (mut all, mut unseen, mut with_evidence) =
        (Count::default(), Count::default(), Count::default());
    for (id, (step, _)) in incidents() {
        let Ok(text) = fs::read_to_string(folder.join(format!("{id}.jsonl"))) else {
            continue;
        };
        let incident = incident(&step);
        let spellings = Spellings::new(incident);
        for (index, line) in text.lines().enumerate() {
            let entry: serde_json::Value = serde_json::from_str(line).unwrap();
            let typed = entry["typed"].as_str().unwrap();
            let meanings: Vec<&str> = commands_of(typed)
                .iter()
                .filter_map(|command| match spellings.meaning(command) {
                    Meaning::Evidence(at) => Some(incident.evidence[at].id.as_str()),
                    Meaning::Action(at) => Some(incident.actions[at].id.as_str()),
                    Meaning::Near | Meaning::Unknown => None,
                })
                .collect();
            let is_understood = match entry["means"].as_str() {
                Some(wanted) => meanings.contains(&wanted),
                None => meanings.is_empty(),
            };
            all.add(is_understood);
            counts.entry(id.clone()).or_default().add(is_understood);
            if !entry["means"].is_null() {
                with_evidence.add(is_understood);
            }
            if index % 2 == 1 {
                unseen.add(is_understood);
            }
            if !is_understood {
                let number = index + 1;
                wrong.push(format!(
                    "{id}:{number}: `{typed}` opens {meanings:?}, not {}",
                    entry["means"]
                ));
            }
        }
    }
    let said = format!(
        "{all:?}, of those that mean something {with_evidence:?}, unseen {unseen:?}, {counts:?}\n{}",
        wrong.join("\n")
    );
    assert!(all.share() >= FLOOR, "{said}");
    assert!(unseen.share() >= UNSEEN, "{said}");
    assert!(with_evidence.share() >= FLOOR, "{said}");
}
