//! Progress for spreadsheets: one row per criterion of each attempt.

use serde_json::Value;

use super::{super::local_day::LocalDay, line::AttemptLine, time::write_time};

/// The names of the columns.
pub const CSV_HEADING: &str = "submitted_at,day,scenario,step,part,register,attempt,run,seconds,hints,template,\
    score,verdict,structure,communication,criterion,skill,state,credit,weight";

/// The rows of one attempt, without line breaks.
pub fn csv_rows(attempt: &AttemptLine) -> Vec<String> {
    let verdict = attempt.card.get("verdict").map(cell).unwrap_or_default();
    let mark = |name| {
        attempt
            .mark(name)
            .map_or_else(String::new, |mark| mark.to_string())
    };
    let shared = [
        cell(&write_time(attempt.submitted_at)),
        LocalDay::of(attempt.submitted_at, attempt.utc_offset).to_string(),
        quoted(&attempt.scenario),
        quoted(&attempt.step),
        quoted(&attempt.part),
        quoted(attempt.register.as_deref().unwrap_or_default()),
        quoted(&attempt.id),
        quoted(&attempt.run),
        (attempt.active_ms / 1000).to_string(),
        attempt.hints.to_string(),
        attempt.template.to_string(),
        attempt.score.to_string(),
        verdict,
        mark("structure"),
        mark("communication"),
    ]
    .join(",");
    let criteria = attempt.card.get("criteria").and_then(Value::as_array);
    criteria
        .into_iter()
        .flatten()
        .map(|criterion| {
            let own = ["id", "skill", "state", "credit", "weight"]
                .map(|name| criterion.get(name).map(cell).unwrap_or_default());
            format!("{shared},{}", own.join(","))
        })
        .collect()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => quoted(text),
        other => quoted(&other.to_string()),
    }
}

/// Quotes a text where RFC 4180 asks for it. A text that a spreadsheet would take for a formula gets an apostrophe.
fn quoted(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(quoted(text), expected);
    }

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        case("opening", "opening");
        case("a,b", "\"a,b\"");
        case("say \"hi\"", "\"say \"\"hi\"\"\"");
        case("two\nlines", "\"two\nlines\"");
        case("=1+1", "'=1+1");
    }
}
