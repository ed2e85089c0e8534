//! Statistics for programs.

use serde_json::{Value, json};

use crate::progress::{Insight, Overview, Standing};

/// The statistics as one JSON object. Percentages are 0 to 100, scores 0 to 1.
pub fn json(overview: &Overview) -> Value {
    let insight = &overview.insight;
    json!({
        "answers": overview.attempts,
        "streak_days": overview.streak_days,
        "due": { "steps": overview.due.len(), "later": overview.later },
        "standing": overview.standing.iter().map(|group| json!({
            "group": group.group.name(),
            "percent": group.percent,
            "trend": group.trend,
        })).collect::<Vec<_>>(),
        "competencies": insight.competencies.iter().map(|competency| json!({
            "competency": competency.competency,
            "group": competency.group.name(),
            "percent": competency.standing.percent,
            "trend": competency.standing.trend,
            "answers": competency.answers,
        })).collect::<Vec<_>>(),
        "kinds": kinds(insight),
        "marks": {
            "content": mark(insight.content),
            "structure": mark(insight.structure),
            "communication": mark(insight.communication),
        },
        "missing": overview.missing.iter().map(|point| json!({
            "key": point.key,
            "label": point.label,
            "missed": point.missed,
            "tries": point.tries,
            "drill": point.drill.as_ref().map(ToString::to_string),
        })).collect::<Vec<_>>(),
        "judgement": {
            "rightly_claimed": insight.judgement.rightly_claimed,
            "overclaimed": insight.judgement.overclaimed,
            "underclaimed": insight.judgement.underclaimed,
            "rightly_left": insight.judgement.rightly_left,
        },
        "last_30_days": {
            "answers": insight.effort.answers,
            "minutes": insight.effort.minutes,
            "seconds_per_answer": insight.effort.seconds_per_answer,
            "hints_per_answer": insight.effort.hints_per_answer.0,
            "hints_per_answer_before": insight.effort.hints_per_answer.1,
            "templates": insight.effort.templates,
        },
        "days": overview.days.iter().map(|(day, attempts, score)| json!({
            "day": day,
            "attempts": attempts,
            "score": score,
        })).collect::<Vec<_>>(),
    })
}

fn kinds(insight: &Insight) -> Vec<Value> {
    let kinds = insight.kinds.iter().map(|kind| {
        json!({
            "kind": kind.kind.name(),
            "percent": kind.standing.percent,
            "trend": kind.standing.trend,
            "weeks": kind.weeks.iter().map(|week| json!({
                "begins": week.begins.to_string(),
                "answers": week.answers,
                "score": week.score,
            })).collect::<Vec<_>>(),
        })
    });
    kinds.collect()
}

fn mark(standing: Option<Standing>) -> Value {
    standing.map_or(
        Value::Null,
        |standing| json!({ "percent": standing.percent, "trend": standing.trend }),
    )
}

/// The statistics as comma-separated values: what is measured, of what, its value.
pub fn csv(overview: &Overview) -> String {
    let mut rows = vec!["measure,of,value".to_owned()];
    flatten(&mut rows, "", &json(overview));
    rows.join("\n") + "\n"
}

/// One row per number or text; an item of a list goes by the name that comes with it.
fn flatten(rows: &mut Vec<String>, of: &str, value: &Value) {
    const NAMES: [&str; 6] = ["competency", "group", "kind", "key", "day", "begins"];
    let below = |name: &str| match of {
        "" => name.to_owned(),
        of => format!("{of}/{name}"),
    };
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                if !NAMES.contains(&name.as_str()) {
                    flatten(rows, &below(name), field);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                let name = NAMES.iter().find_map(|name| item.get(*name)?.as_str());
                flatten(rows, &below(name.unwrap_or_default()), item);
            }
        }
        Value::Null => {}
        Value::String(text) => rows.push(row(of, &format!("\"{}\"", text.replace('"', "\"\"")))),
        value => rows.push(row(of, &value.to_string())),
    }
}

fn row(of: &str, value: &str) -> String {
    let (of, measure) = of.rsplit_once('/').unwrap_or(("", of));
    format!("{measure},\"{}\",{value}", of.replace('"', "\"\""))
}
