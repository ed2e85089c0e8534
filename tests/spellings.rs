//! What people type, collected without sight of the scenarios, and how much of it is understood.

use std::{fs, path::PathBuf};

use firedrill::incident::{Meaning, Spellings, command_of};

use super::incidents::{incident, incidents};

/// The share of the collected spellings that must be understood.
const FLOOR: f64 = 0.85;

#[test]
fn most_of_what_people_type_is_understood() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/spellings");
    let mut wrong = vec![];
    let mut all = 0_u32;
    for (id, (step, _)) in incidents() {
        let Ok(text) = fs::read_to_string(folder.join(format!("{id}.jsonl"))) else {
            continue;
        };
        let incident = incident(&step);
        let spellings = Spellings::new(incident);
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let entry: serde_json::Value = serde_json::from_str(line).unwrap();
            let typed = entry["typed"].as_str().unwrap();
            let meaning = command_of(typed).map(|command| spellings.meaning(&command));
            let means = match meaning {
                Some(Meaning::Evidence(at)) => Some(incident.evidence[at].id.as_str()),
                Some(Meaning::Action(at)) => Some(incident.actions[at].id.as_str()),
                _ => None,
            };
            all += 1;
            if means != entry["means"].as_str() {
                wrong.push(format!(
                    "{id}: `{typed}` is {means:?}, not {}",
                    entry["means"]
                ));
            }
        }
    }
    let understood = f64::from(all) - f64::from(u32::try_from(wrong.len()).unwrap());
    assert!(
        understood >= FLOOR * f64::from(all),
        "{understood} of {all} understood\n{}",
        wrong.join("\n")
    );
}
