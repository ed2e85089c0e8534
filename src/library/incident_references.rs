//! Names in an incident that must be the name of something in it.

use std::collections::BTreeSet;

use super::{
    fault::Fault,
    ledger::Ledger,
    tree::{Entry, Node},
    unknown_name::unknown,
};
use crate::domain::Circumstance;

/// The names that an incident gives away.
struct Names<'n> {
    states: Vec<&'n str>,
    evidence: Vec<&'n str>,
    actions: Vec<&'n str>,
    /// Evidence, people and runbooks.
    sources: Vec<&'n str>,
    /// All of these and the actions: whatever can be so or not.
    facts: Vec<&'n str>,
}

/// What the incident of `step` and the criteria of its rubric name that does not exist.
pub fn check(ledger: &mut Ledger, step: &Node, steps: &[&str]) {
    let incident = step.value_of("incident");
    let names = incident.map(names);
    for criterion in items(step, "rubric") {
        let Some(evidence) = criterion.entry("evidence") else {
            continue;
        };
        match &names {
            Some(names) => known(ledger, criterion, "evidence", "evidence", &names.sources),
            None => ledger.error_at(evidence.at, evidence.width, &Fault::EvidenceWithoutIncident),
        }
    }
    let (Some(incident), Some(names)) = (incident, names) else {
        return;
    };
    known(ledger, incident, "verify", "evidence", &names.evidence);
    known(ledger, incident, "fix", "action", &names.actions);
    for evidence in items(incident, "evidence") {
        known(
            ledger,
            evidence,
            "needs",
            "evidence or action",
            &names.facts,
        );
        if let Some(herring) = evidence.value_of("herring") {
            known(ledger, herring, "refuted_by", "evidence", &names.sources);
        }
        outputs(ledger, evidence, "output", &names);
        for graph in items(evidence, "graphs") {
            levels(ledger, graph, &names);
        }
    }
    for action in items(incident, "actions") {
        known(ledger, action, "enters", "state", &names.states);
        known(ledger, action, "needs", "evidence or action", &names.facts);
        outputs(ledger, action, "output", &names);
    }
    for person in items(incident, "people") {
        outputs(ledger, person, "says", &names);
    }
    for inject in items(incident, "injects") {
        known(ledger, inject, "enters", "state", &names.states);
        circumstance(ledger, inject, "when", &names);
        circumstance(ledger, inject, "unless", &names);
        if let Some(ask) = inject.value_of("ask") {
            known(ledger, ask, "step", "other step", steps);
        }
    }
}

fn names(incident: &Node) -> Names<'_> {
    let written = items(incident, "states");
    let states = if written.is_empty() {
        vec!["degraded", "mitigated"]
    } else {
        written.iter().filter_map(Node::text).collect()
    };
    let evidence = ids(incident, "evidence");
    let mut sources = evidence.clone();
    sources.extend(ids(incident, "people"));
    sources.extend(ids(incident, "runbooks"));
    let mut facts = states.clone();
    let actions = ids(incident, "actions");
    facts.extend(&actions);
    facts.extend(&sources);
    Names {
        states,
        evidence,
        actions,
        sources,
        facts,
    }
}

fn items<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    node.value_of(key).map_or(&[][..], Node::items)
}

fn ids<'n>(node: &'n Node, key: &str) -> Vec<&'n str> {
    items(node, key)
        .iter()
        .filter_map(|node| node.value_of("id")?.text())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

fn outputs(ledger: &mut Ledger, node: &Node, key: &str, names: &Names<'_>) {
    for output in items(node, key) {
        circumstance(ledger, output, "when", names);
    }
}

/// Every level is that of a state.
fn levels(ledger: &mut Ledger, graph: &Node, names: &Names<'_>) {
    let levels = graph.value_of("levels").map_or(&[][..], Node::entries);
    for level in levels
        .iter()
        .filter(|level| !names.states.contains(&level.key.as_str()))
    {
        let fault = unknown(&level.key, "state", &names.states);
        ledger.error(&level.value, &fault);
    }
}

fn circumstance(ledger: &mut Ledger, node: &Node, key: &str, names: &Names<'_>) {
    let Some(value) = node.value_of(key) else {
        return;
    };
    let Some(circumstance) = value.text().and_then(Circumstance::parse) else {
        return;
    };
    for name in circumstance
        .names()
        .filter(|name| !names.facts.contains(name))
    {
        ledger.error(
            value,
            &unknown(name, "state, action or evidence", &names.facts),
        );
    }
}

/// Holds the name or the list of names under `key` against `names`.
fn known(ledger: &mut Ledger, node: &Node, key: &str, what: &'static str, names: &[&str]) {
    let Some(Entry { value, .. }) = node.entry(key) else {
        return;
    };
    let single = std::slice::from_ref(value);
    let written = if value.items().is_empty() {
        single
    } else {
        value.items()
    };
    for name in written {
        if let Some(text) = name.text()
            && !names.contains(&text)
        {
            ledger.error(name, &unknown(text, what, names));
        }
    }
}
