//! Names that must be the name of something: criteria, red flags, steps.

use super::{
    fault::Fault,
    incident_references,
    ledger::Ledger,
    tree::{Node, Value},
    unknown_name::unknown,
    value::in_review,
};

/// What the steps of a scenario name that does not exist.
pub fn check(ledger: &mut Ledger, steps: &[Node]) {
    let names: Vec<&str> = steps
        .iter()
        .filter_map(|step| step.value_of("id")?.text())
        .collect();
    for (index, step) in steps.iter().enumerate() {
        let criteria = criteria_of(step);
        let mut flags = ids(step, "red_flags");
        flags.extend(in_review(step, "decoys").iter().filter_map(id));
        for name in step.value_of("order").map_or(&[][..], Node::items) {
            known(ledger, name, "criterion", &criteria);
        }
        for sample in step.value_of("samples").map_or(&[][..], Node::items) {
            check_sample(ledger, sample, &criteria, &flags);
        }
        let before = steps.get(..index).unwrap_or_default();
        check_follow_up(ledger, step, before);
        check_registers(ledger, step);
        let others: Vec<&str> = names
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != index)
            .map(|(_, name)| *name)
            .collect();
        incident_references::check(ledger, step, &others);
    }
}

fn check_sample(ledger: &mut Ledger, sample: &Node, criteria: &[&str], flags: &[&str]) {
    if let Some(Value::Mapping(entries)) = sample.value_of("expect").map(|node| &node.value) {
        for entry in entries
            .iter()
            .filter(|entry| !criteria.contains(&entry.key.as_str()))
        {
            let fault = unknown(&entry.key, "criterion", criteria);
            ledger.error_at(entry.at, entry.width, &fault);
        }
    }
    for name in sample.value_of("flags").map_or(&[][..], Node::items) {
        known(ledger, name, "red flag", flags);
    }
}

fn check_follow_up(ledger: &mut Ledger, step: &Node, before: &[Node]) {
    let names: Vec<&str> = before
        .iter()
        .filter_map(|step| step.value_of("id")?.text())
        .collect();
    let after = step.value_of("after");
    if let Some(after) = after {
        known(ledger, after, "earlier step", &names);
    }
    let Some(when) = step.value_of("when") else {
        return;
    };
    let Some(after) = after else {
        return ledger.error(when, &Fault::WhenWithoutAfter);
    };
    let followed = before
        .iter()
        .find(|step| step.value_of("id").and_then(Node::text) == after.text());
    let missed = when
        .text()
        .and_then(|text| text.trim().strip_prefix("missed "));
    if let (Some(step), Some(missed)) = (followed, missed) {
        let criteria = criteria_of(step);
        if !criteria.contains(&missed.trim()) {
            ledger.error(when, &unknown(missed.trim(), "criterion", &criteria));
        }
    }
}

/// A model, sample or criterion for a register in which the sentence is not asked for.
fn check_registers(ledger: &mut Ledger, step: &Node) {
    let Some(asked) = step
        .value_of("say")
        .and_then(|say| say.value_of("registers"))
    else {
        return;
    };
    let asked: Vec<&str> = asked.items().iter().filter_map(Node::text).collect();
    for key in ["models", "samples"] {
        for node in step.value_of(key).map_or(&[][..], Node::items) {
            if let Some(register) = node.value_of("register") {
                known(ledger, register, "register of this step", &asked);
            }
        }
    }
    for criterion in step.value_of("rubric").map_or(&[][..], Node::items) {
        for register in criterion.value_of("for").map_or(&[][..], Node::items) {
            known(ledger, register, "register of this step", &asked);
        }
    }
}

/// The names of all that an answer can earn.
fn criteria_of(step: &Node) -> Vec<&str> {
    let findings = in_review(step, "findings").iter().filter_map(id);
    let rows = step.value_of("sheet").map(|sheet| ids(sheet, "rows"));
    let rows = rows.into_iter().flatten();
    findings.chain(rows).chain(ids(step, "rubric")).collect()
}

fn ids<'n>(step: &'n Node, key: &str) -> Vec<&'n str> {
    let items = step.value_of(key).map_or(&[][..], Node::items);
    items.iter().filter_map(id).collect()
}

fn id(node: &Node) -> Option<&str> {
    node.value_of("id")?.text()
}

fn known(ledger: &mut Ledger, name: &Node, what: &'static str, names: &[&str]) {
    if let Some(text) = name.text()
        && !names.contains(&text)
    {
        ledger.error(name, &unknown(text, what, names));
    }
}
