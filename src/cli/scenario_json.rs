//! Scenarios and problems as JSON.

use serde_json::{Value, json};

use crate::{
    domain::{Criterion, Header, RedFlag, Register, Requirement, Scenario, Step, Task, Text},
    library::Problem,
};

/// What a listing shows.
pub fn header(header: &Header) -> Value {
    json!({
        "id": header.id.scenario,
        "pack": header.id.pack,
        "kind": header.kind.name(),
        "title": text(&header.title),
        "difficulty": header.difficulty.name(),
        "minutes": header.minutes,
        "tags": header.tags,
        "competencies": header.competencies,
    })
}

/// A whole scenario, answers included.
pub fn scenario(scenario: &Scenario) -> Value {
    let mut value = header(&scenario.header);
    value["brief"] = text(&scenario.brief);
    value["sources"] = json!(scenario.sources);
    value["steps"] = scenario.steps.iter().map(step).collect();
    value
}

/// A problem with its place.
pub fn problem(problem: &Problem) -> Value {
    json!({
        "file": problem.place.file,
        "line": problem.place.at.line,
        "column": problem.place.at.column,
        "severity": problem.severity.name(),
        "rule": problem.rule,
        "what": problem.what,
        "cure": problem.cure,
    })
}

fn step(step: &Step) -> Value {
    let models: Vec<Value> = step
        .models
        .iter()
        .map(|model| json!({ "text": model.text, "register": model.register.map(Register::name) }))
        .collect();
    json!({
        "id": step.id.as_str(),
        "ask": text(&step.ask),
        "register": step.register.map(Register::name),
        "say": match &step.task {
            Task::Say(say) => json!({
                "source": text(&say.source),
                "registers": say.registers.iter().map(|register| register.name()).collect::<Vec<_>>(),
                "drill": say.drill.name(),
            }),
            Task::Write | Task::Review(_) | Task::Incident(_) | Task::Sheet(_) => Value::Null,
        },
        "limits": {
            "sentences": step.limits.sentences,
            "words": step.limits.words,
            "seconds": step.limits.seconds,
        },
        "after": step.after.as_ref().map(crate::domain::StepId::as_str),
        "rubric": step.rubric.iter().map(criterion).collect::<Vec<_>>(),
        "red_flags": step.red_flags.iter().map(red_flag).collect::<Vec<_>>(),
        "models": models,
    })
}

fn criterion(criterion: &Criterion) -> Value {
    let (way, least) = match &criterion.requirement {
        Requirement::Any(_) => ("any", 1),
        Requirement::All(patterns) => ("all", patterns.len()),
        Requirement::AtLeast { n, .. } => ("at_least", *n),
    };
    let patterns = criterion.requirement.patterns().iter();
    json!({
        "id": criterion.id.as_str(),
        "point": text(&criterion.point),
        "weight": criterion.weight,
        "must": criterion.must,
        "way": way,
        "least": least,
        "patterns": patterns.map(|pattern| &pattern.text).collect::<Vec<_>>(),
        "skill": criterion.skill,
    })
}

fn red_flag(flag: &RedFlag) -> Value {
    json!({
        "id": flag.id.as_str(),
        "point": text(&flag.point),
        "penalty": flag.penalty,
        "fatal": flag.fatal,
    })
}

fn text(text: &Text) -> Value {
    json!({ "en": text.en, "zh": text.zh })
}
