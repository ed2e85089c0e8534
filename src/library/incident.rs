//! The incident of a step, from a tree.

use super::{
    fault::Fault,
    ledger::Ledger,
    tree::Node,
    value::{list_of, number_of, text_of, words, words_of},
};
use crate::domain::{
    Ask, Circumstance, Evidence, Graph, Herring, Incident, Inject, Output, Person, Remedy, Runbook,
    StepId,
};

/// The minute of the day at which an incident starts unless it says so.
const STARTS: u32 = 9 * 60;

/// The states of an incident that names none.
const STATES: [&str; 2] = ["degraded", "mitigated"];

/// Reads the block.
pub fn incident(ledger: &mut Ledger, node: &Node) -> Incident {
    for (key, shape) in [
        ("evidence", "evidence"),
        ("actions", "action"),
        ("injects", "inject"),
        ("people", "person"),
        ("runbooks", "runbook"),
    ] {
        ledger.unique(items(node, key), shape);
    }
    let mut states = list_of(node, "states");
    if states.is_empty() {
        states = STATES.map(str::to_owned).to_vec();
    }
    let starts = node
        .value_of("starts")
        .and_then(|node| time_of_day(ledger, node));
    Incident {
        minutes: number_of(node, "minutes").unwrap_or(60),
        starts: starts.unwrap_or(STARTS),
        states,
        evidence: each(ledger, node, "evidence", evidence),
        actions: each(ledger, node, "actions", action),
        injects: each(ledger, node, "injects", inject),
        verify: list_of(node, "verify"),
        fix: list_of(node, "fix"),
        people: each(ledger, node, "people", person),
        runbooks: each(ledger, node, "runbooks", runbook),
    }
}

fn items<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    node.value_of(key).map_or(&[][..], Node::items)
}

fn each<T>(
    ledger: &mut Ledger,
    node: &Node,
    key: &str,
    read: fn(&mut Ledger, &Node) -> Option<T>,
) -> Vec<T> {
    items(node, key)
        .iter()
        .filter_map(|node| read(ledger, node))
        .collect()
}

fn evidence(ledger: &mut Ledger, node: &Node) -> Option<Evidence> {
    Some(Evidence {
        id: words_of(node, "id")?,
        run: list_of(node, "run"),
        output: each(ledger, node, "output", output),
        minutes: number_of(node, "minutes").unwrap_or(1),
        at: number_of(node, "at").unwrap_or(0),
        ready_after: number_of(node, "ready_after").unwrap_or(0),
        needs: list_of(node, "needs"),
        refusal: text_of(node, "refusal"),
        graphs: each(ledger, node, "graphs", graph),
        herring: node.value_of("herring").and_then(|node| {
            Some(Herring {
                tempting: text_of(node, "tempting")?,
                refuted_by: words_of(node, "refuted_by")?,
            })
        }),
        at_line: node.at,
    })
}

fn action(ledger: &mut Ledger, node: &Node) -> Option<Remedy> {
    Some(Remedy {
        id: words_of(node, "id")?,
        run: list_of(node, "run"),
        minutes: number_of(node, "minutes").unwrap_or(1),
        enters: words_of(node, "enters"),
        after: number_of(node, "after").unwrap_or(0),
        harm: text_of(node, "harm"),
        output: each(ledger, node, "output", output),
        needs: list_of(node, "needs"),
        refusal: text_of(node, "refusal"),
        at_line: node.at,
    })
}

fn inject(ledger: &mut Ledger, node: &Node) -> Option<Inject> {
    Some(Inject {
        id: words_of(node, "id")?,
        at: number_of(node, "at").unwrap_or(0),
        when: circumstance(ledger, node, "when"),
        after: number_of(node, "after").unwrap_or(0),
        unless: circumstance(ledger, node, "unless"),
        from: text_of(node, "from")?,
        says: text_of(node, "says")?,
        enters: words_of(node, "enters"),
        ask: node.value_of("ask").and_then(|node| {
            Some(Ask {
                step: StepId::from(words_of(node, "step")?),
                within: number_of(node, "within").unwrap_or(10),
            })
        }),
        at_line: node.at,
    })
}

fn graph(_: &mut Ledger, node: &Node) -> Option<Graph> {
    let levels = node.value_of("levels").map_or(&[][..], Node::entries);
    Some(Graph {
        of: words_of(node, "of")?,
        before: number_of(node, "before")?,
        since: number_of(node, "since").unwrap_or(10),
        levels: levels
            .iter()
            .filter_map(|entry| Some((entry.key.clone(), entry.value.text()?.parse().ok()?)))
            .collect(),
        settles: number_of(node, "settles").unwrap_or(3),
    })
}

fn person(ledger: &mut Ledger, node: &Node) -> Option<Person> {
    Some(Person {
        id: words_of(node, "id")?,
        role: text_of(node, "role")?,
        says: each(ledger, node, "says", output),
        minutes: number_of(node, "minutes").unwrap_or(2),
    })
}

fn runbook(_: &mut Ledger, node: &Node) -> Option<Runbook> {
    Some(Runbook {
        id: words_of(node, "id")?,
        title: text_of(node, "title")?,
        text: text_of(node, "text")?,
        minutes: number_of(node, "minutes").unwrap_or(2),
    })
}

fn output(ledger: &mut Ledger, node: &Node) -> Option<Output> {
    Some(Output {
        when: circumstance(ledger, node, "when"),
        about: list_of(node, "about"),
        text: words_of(node, "text")?.trim_end().to_owned(),
    })
}

fn circumstance(ledger: &mut Ledger, node: &Node, key: &'static str) -> Option<Circumstance> {
    let node = node.value_of(key)?;
    let circumstance = Circumstance::parse(&words(node));
    if circumstance.is_none() {
        let fault = Fault::WrongType {
            key: format!("`{key}:`"),
            wanted: "names joined by `and` and `or`, with `not` before the opposite".to_owned(),
            found: node.described(),
        };
        ledger.error(node, &fault);
    }
    circumstance
}

/// `14:02` as minutes after midnight.
fn time_of_day(ledger: &mut Ledger, node: &Node) -> Option<u32> {
    let text = words(node);
    let minutes = text.split_once(':').and_then(|(hours, minutes)| {
        let hours: u32 = hours.trim().parse().ok().filter(|hours| *hours < 24)?;
        let minutes: u32 = minutes.trim().parse().ok().filter(|it| *it < 60)?;
        Some(hours * 60 + minutes)
    });
    if minutes.is_none() {
        let fault = Fault::WrongType {
            key: "`starts:`".to_owned(),
            wanted: "hours and minutes in quotes, such as \"14:02\"".to_owned(),
            found: node.described(),
        };
        ledger.error(node, &fault);
    }
    minutes
}
