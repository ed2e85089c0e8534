//! A track file as a [`Track`], and everything it names that does not exist.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    fault::Fault,
    form,
    ledger::Ledger,
    parse::{Parsed, parse},
    problem::{Place, Problem, Severity},
    shape::Takes,
    source::Source,
    track_shape::TRACK,
    tree::Node,
    unknown_name::unknown,
    value::{list_of, number_of, text_of, words, words_of},
};
use crate::domain::{ScenarioId, Track, TrackDay, TrackItem, TrackTask};

/// How many days a pass holds where the file does not say.
const VALID_DAYS: u32 = 90;

/// A scenario that a track names, and where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Where it is named.
    pub place: Place,
    /// The steps named, each with its place.
    pub steps: Vec<(String, Place)>,
}

/// A track and the scenarios it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackFile {
    /// The track.
    pub track: Track,
    /// What it names.
    pub mentions: Vec<Mention>,
}

/// Reads a track; there is none where anything in its form is wrong.
pub fn load_track(source: &Source, pack: &str) -> (Option<TrackFile>, Vec<Problem>) {
    let Parsed { root, mut problems } = parse(source);
    let Some(root) = root else {
        return (None, problems);
    };
    problems.extend(form::faults(source, &root, Takes::Map(&TRACK), "track"));
    let mut ledger = Ledger::new(source);
    let days = root.value_of("days").map_or(&[][..], Node::items);
    ledger.unique(days, "track day");
    check_order(&mut ledger, days);
    check_items(&mut ledger, days);
    problems.append(&mut ledger.problems);
    if problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
    {
        return (None, problems);
    }
    let track = Track {
        pack: pack.to_owned(),
        id: words_of(&root, "id").unwrap_or_default(),
        title: text_of(&root, "title").unwrap_or_default(),
        about: text_of(&root, "about"),
        valid_days: number_of(&root, "valid_days").unwrap_or(VALID_DAYS),
        days: read_days(days, pack),
    };
    let mentions = practices(days)
        .map(|node| mention(source, node, pack))
        .collect();
    (Some(TrackFile { track, mentions }), problems)
}

fn entries<'n>(day: &'n Node, key: &str) -> &'n [Node] {
    day.value_of(key).map_or(&[][..], Node::items)
}

fn practices(days: &[Node]) -> impl Iterator<Item = &Node> {
    let of = |day| {
        entries(day, "scenarios")
            .iter()
            .chain(entries(day, "drills"))
    };
    days.iter().flat_map(of)
}

fn scenario(node: &Node, pack: &str) -> ScenarioId {
    let name = words_of(node, "scenario").unwrap_or_default();
    ScenarioId::parse(&name).unwrap_or_else(|| ScenarioId::new(pack, name))
}

fn mention(source: &Source, node: &Node, pack: &str) -> Mention {
    let place = |node: &Node| Place::new(source, node.at, node.width);
    let named = node.value_of("scenario").unwrap_or(node);
    let steps = entries(node, "steps").iter();
    Mention {
        scenario: scenario(node, pack),
        place: place(named),
        steps: steps.map(|step| (words(step), place(step))).collect(),
    }
}

fn read_days(days: &[Node], pack: &str) -> Vec<TrackDay> {
    let mut before: Option<String> = None;
    let mut read = Vec::new();
    for day in days {
        let id = words_of(day, "id").unwrap_or_default();
        let after = match day.value_of("after") {
            Some(_) => list_of(day, "after"),
            None => before.iter().cloned().collect(),
        };
        let practice = entries(day, "scenarios")
            .iter()
            .chain(entries(day, "drills"));
        let practice = practice.map(|node| {
            let scenario = scenario(node, pack);
            TrackItem {
                id: words_of(node, "id").unwrap_or_else(|| scenario.scenario.clone()),
                task: TrackTask::Practice {
                    scenario,
                    steps: list_of(node, "steps"),
                    again: words_of(node, "again").as_deref() == Some("true"),
                },
            }
        });
        let signed = |key, task: fn(_) -> TrackTask| {
            entries(day, key).iter().map(move |node| TrackItem {
                id: words_of(node, "id").unwrap_or_default(),
                task: task(text_of(node, "text").unwrap_or_default()),
            })
        };
        let items = practice
            .chain(signed("exit", TrackTask::Exit))
            .chain(signed("sign_offs", TrackTask::SignOff));
        read.push(TrackDay {
            title: text_of(day, "title").unwrap_or_default(),
            after,
            items: items.collect(),
            id: id.clone(),
        });
        before = Some(id);
    }
    read
}

/// Days that wait for one that is not there, or in a circle for themselves.
fn check_order(ledger: &mut Ledger, days: &[Node]) {
    let ids: Vec<&str> = days
        .iter()
        .filter_map(|day| day.value_of("id")?.text())
        .collect();
    let mut waits: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut before = None;
    for day in days {
        let Some(id) = day.value_of("id").and_then(Node::text) else {
            continue;
        };
        let named = entries(day, "after").iter();
        let after = match day.value_of("after") {
            Some(_) => named.filter_map(Node::text).collect(),
            None => before.into_iter().collect(),
        };
        waits.insert(id, after);
        before = Some(id);
        for name in entries(day, "after") {
            if let Some(text) = name.text()
                && !ids.contains(&text)
            {
                ledger.error(name, &unknown(text, "day", &ids));
            }
        }
    }
    for day in days {
        let id = day.value_of("id").and_then(Node::text);
        if let Some(id) = id
            && let Some(after) = day.value_of("after")
            && reaches_itself(id, &waits)
        {
            let day = id.to_owned();
            ledger.error(after, &Fault::CircularDays { day });
        }
    }
}

fn reaches_itself(from: &str, waits: &BTreeMap<&str, Vec<&str>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = waits.get(from).cloned().unwrap_or_default();
    while let Some(day) = next.pop() {
        if day == from {
            return true;
        }
        if seen.insert(day) {
            next.extend(waits.get(day).into_iter().flatten());
        }
    }
    false
}

/// Items are signed and told of by their names, so each is unique over the track.
fn check_items(ledger: &mut Ledger, days: &[Node]) {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for day in days {
        for key in ["scenarios", "drills", "exit", "sign_offs"] {
            for node in entries(day, key) {
                let Some(named) = node.value_of("id").or_else(|| node.value_of("scenario")) else {
                    continue;
                };
                let name = words(named);
                let id = name.rsplit('/').next().unwrap_or(&name).to_owned();
                if let Some(&first) = seen.get(&id) {
                    let shape = "track item";
                    ledger.error(named, &Fault::DuplicateId { id, shape, first });
                } else {
                    seen.insert(id, named.at.line);
                }
            }
        }
    }
}
