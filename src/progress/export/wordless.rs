//! Records without anything that a learner wrote. Only what is named here stays, so that a field which is new, or unknown to this
//! program, is left out and not let through.

use serde_json::{Map, Value};

use super::line::{AttemptLine, EventLine, RunLine};

/// What stays of the plan of a run: ids, and fingerprints of the points that had to be made.
const PLAN: [&str; 2] = ["scenarios", "must"];

/// What stays of a scorecard.
const CARD: [&str; 3] = ["score", "verdict", "confidence"];

/// What stays of the marks.
const MARKS: [&str; 3] = ["content", "structure", "communication"];

/// What stays of a criterion.
const CRITERION: [&str; 5] = ["id", "state", "credit", "weight", "skill"];

/// The run without words.
pub fn wordless_run(run: &RunLine) -> RunLine {
    RunLine {
        plan: Value::Object(kept(&run.plan, &PLAN)),
        extra: Map::new(),
        ..run.clone()
    }
}

/// The attempt without words.
pub fn wordless_attempt(attempt: &AttemptLine) -> AttemptLine {
    let whole = Value::Object(attempt.card.clone());
    let mut card = kept(&whole, &CARD);
    if let Some(marks) = whole.get("marks") {
        card.insert("marks".to_owned(), Value::Object(kept(marks, &MARKS)));
    }
    if let Some(Value::Array(criteria)) = whole.get("criteria") {
        let criteria = criteria
            .iter()
            .map(|it| Value::Object(kept(it, &CRITERION)));
        card.insert("criteria".to_owned(), criteria.collect());
    }
    AttemptLine {
        id: attempt.id.clone(),
        run: attempt.run.clone(),
        scenario: attempt.scenario.clone(),
        step: attempt.step.clone(),
        part: attempt.part.clone(),
        parent: attempt.parent.clone(),
        criterion: attempt.criterion.clone(),
        register: attempt.register.clone(),
        answer: None,
        engine: attempt.engine.clone(),
        rubric: attempt.rubric.clone(),
        card,
        extra: Map::new(),
        ..*attempt
    }
}

/// The event without words: that it happened, and when. What says how records are to be read stays, and so does who signed.
pub fn wordless_event(event: &EventLine) -> EventLine {
    let names: &[&str] = match event.kind.as_str() {
        "signed-off" => &["track", "item", "by"],
        "renamed" => &["scenario", "step", "criterion", "now"],
        "disputed" => &["criterion", "says"],
        "rated" => &["rating"],
        _ => &[],
    };
    EventLine {
        data: Value::Object(kept(&event.data, names)),
        extra: Map::new(),
        ..event.clone()
    }
}

/// The fields of `value` with these names.
fn kept(value: &Value, names: &[&str]) -> Map<String, Value> {
    let fields = names.iter().filter_map(|&name| {
        let field = value.get(name)?;
        Some((name.to_owned(), field.clone()))
    });
    fields.collect()
}
