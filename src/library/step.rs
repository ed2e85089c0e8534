//! A step of a scenario file.

use super::{
    criterion,
    fault::Fault,
    incident::incident,
    ledger::Ledger,
    review, sheet,
    tree::{Node, Value},
    value::{in_review, list_of, number_of, text, text_of, words, words_of},
};
use crate::domain::{
    Cause, Condition, Criterion, CriterionId, Expectation, ExpectedState, Form, Language, Limits,
    Model, Register, Sample, Say, SayDrill, Step, StepId, Task, Text,
};

/// Reads one step; `None` where it has no id.
pub fn step(ledger: &mut Ledger, node: &Node) -> Option<Step> {
    let rubric = node.value_of("rubric").map_or(&[][..], Node::items);
    let red_flags = node.value_of("red_flags").map_or(&[][..], Node::items);
    let named = ["findings", "decoys", "extras"].map(|key| in_review(node, key));
    let parts = named.into_iter().chain([rubric, red_flags]);
    let all: Vec<Node> = parts.flatten().cloned().collect();
    ledger.unique(&all, "criterion or red flag");
    let (task, findings) = task(ledger, node);
    Some(Step {
        id: StepId::from(words_of(node, "id")?),
        ask: text_of(node, "ask").unwrap_or_default(),
        task,
        rubric: findings
            .into_iter()
            .chain(
                rubric
                    .iter()
                    .filter_map(|node| criterion::criterion(ledger, node)),
            )
            .collect(),
        red_flags: red_flags.iter().filter_map(criterion::red_flag).collect(),
        order: list_of(node, "order")
            .into_iter()
            .map(CriterionId::from)
            .collect(),
        models: node
            .value_of("models")
            .map(|list| list.items().iter().map(model).collect())
            .unwrap_or_default(),
        samples: node
            .value_of("samples")
            .map(|list| list.items().iter().map(sample).collect())
            .unwrap_or_default(),
        register: register(node),
        form: match words_of(node, "form").as_deref() {
            Some("notes") => Form::Notes,
            _ => Form::Prose,
        },
        language: match words_of(node, "language").as_deref() {
            Some("any") => Language::Any,
            _ => Language::English,
        },
        limits: node.value_of("limits").map(limits).unwrap_or_default(),
        template: text_of(node, "template"),
        hint: text_of(node, "hint"),
        after: words_of(node, "after").map(StepId::from),
        condition: node
            .value_of("when")
            .and_then(|node| condition(ledger, node)),
        asked: Vec::new(),
        renamed_from: words_of(node, "renamed_from"),
        at: node.at,
    })
}

/// The keys of which a step has at most one.
const BLOCKS: &[&str] = &["say", "review", "sheet", "incident"];

/// How the step is answered, and the criteria that belong to that.
fn task(ledger: &mut Ledger, node: &Node) -> (Task, Vec<Criterion>) {
    let found: Vec<_> = BLOCKS
        .iter()
        .copied()
        .filter(|key| node.entry(key).is_some())
        .collect();
    if found.len() > 1 {
        let (shape, keys) = ("step", BLOCKS);
        ledger.error_at(node.at, 1, &Fault::OneOf { shape, keys, found });
    }
    if let Some(node) = node.value_of("review") {
        let (review, findings) = review::review(ledger, node);
        return (Task::Review(Box::new(review)), findings);
    }
    if let Some(node) = node.value_of("incident") {
        let incident = incident(ledger, node);
        return (Task::Incident(Box::new(incident)), Vec::new());
    }
    if let Some(node) = node.value_of("sheet") {
        return (
            Task::Sheet(Box::new(sheet::sheet(ledger, node))),
            Vec::new(),
        );
    }
    match node.value_of("say") {
        Some(node) => (Task::Say(say(node)), Vec::new()),
        None => (Task::Write, Vec::new()),
    }
}

fn register(node: &Node) -> Option<Register> {
    words_of(node, "register").and_then(|name| Register::parse(&name))
}

fn limits(node: &Node) -> Limits {
    Limits {
        sentences: number_of(node, "sentences"),
        words: number_of(node, "words"),
        seconds: number_of(node, "seconds"),
    }
}

fn say(node: &Node) -> Say {
    let registers: Vec<Register> = list_of(node, "registers")
        .iter()
        .filter_map(|name| Register::parse(name))
        .collect();
    Say {
        source: node.value_of("source").map(source).unwrap_or_default(),
        registers: if registers.is_empty() {
            vec![Register::Meeting]
        } else {
            registers
        },
        start: words_of(node, "start"),
        from: words_of(node, "from").and_then(|name| Register::parse(&name)),
        drill: words_of(node, "drill")
            .and_then(|name| SayDrill::parse(&name))
            .unwrap_or_default(),
    }
}

/// A bare source is Chinese if it holds a Chinese character.
fn source(node: &Node) -> Text {
    let text = text(node);
    if matches!(node.value, Value::Scalar { .. }) && text.en.chars().any(is_han) {
        Text {
            en: String::new(),
            zh: Some(text.en),
        }
    } else {
        text
    }
}

/// Whether `character` is a Chinese one.
pub const fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

fn condition(ledger: &mut Ledger, node: &Node) -> Option<Condition> {
    let written = words(node);
    let condition = match written.split_whitespace().collect::<Vec<_>>()[..] {
        ["missed", criterion] => Some(Condition::Missed(CriterionId::from(criterion))),
        ["score", ">=", percent] => percent
            .strip_suffix('%')
            .and_then(|number| number.parse::<f64>().ok())
            .filter(|number| (0.0..=100.0).contains(number))
            .map(|number| Condition::ScoreAtLeast(number / 100.0)),
        _ => None,
    };
    if condition.is_none() {
        ledger.error(node, &Fault::BadCondition { text: written });
    }
    condition
}

fn model(node: &Node) -> Model {
    let (text, register) = match &node.value {
        Value::Mapping(_) => (words_of(node, "text").unwrap_or_default(), register(node)),
        _ => (words(node), None),
    };
    let at = node.value_of("text").map_or(node.at, |text| text.at);
    Model {
        text: text.trim_end().to_owned(),
        register,
        at,
    }
}

fn sample(node: &Node) -> Sample {
    Sample {
        text: words_of(node, "text")
            .unwrap_or_default()
            .trim_end()
            .to_owned(),
        expect: node.value_of("expect").map(expectation),
        flags: list_of(node, "flags")
            .into_iter()
            .map(CriterionId::from)
            .collect(),
        register: register(node),
        because: node
            .value_of("because")
            .map(|node| node.entries().iter().filter_map(cause).collect())
            .unwrap_or_default(),
        note: words_of(node, "note"),
        known_gap: words_of(node, "known_gap"),
        at: node.value_of("text").map_or(node.at, |text| text.at),
    }
}

fn cause(entry: &super::tree::Entry) -> Option<(CriterionId, Cause)> {
    let cause = Cause::parse(entry.value.text()?)?;
    Some((CriterionId::from(entry.key.clone()), cause))
}

fn expectation(node: &Node) -> Expectation {
    if let Value::Mapping(entries) = &node.value {
        let state = |entry: &super::tree::Entry| {
            let state = match entry.value.text()? {
                "within" => ExpectedState::Hit,
                "factor" => ExpectedState::Partial,
                "off" => ExpectedState::Missed,
                name => ExpectedState::parse(name)?,
            };
            Some((CriterionId::from(entry.key.clone()), state))
        };
        return Expectation::States(entries.iter().filter_map(state).collect());
    }
    match node.text() {
        Some("full") => Expectation::Full,
        _ => Expectation::None,
    }
}
