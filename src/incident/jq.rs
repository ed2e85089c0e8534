//! Simple selections of `jq` over recorded JSON.

use serde_json::Value;

use super::{command::Command, filtered::Filtered};

/// The most values that a selection gives.
const MOST: usize = 1000;

/// `.a.b`, `.items[]`, `.a[0]`, `.a, .b`, `{a, b: .c}`, `select(.a == "b")`, `length`, `keys`, joined by `|`.
///
/// A recorded output is often shortened and no JSON any more; then it is given back whole.
pub fn jq(command: &Command, text: &str) -> Filtered {
    let filter = command.words.first().map_or(".", String::as_str);
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return Filtered::Unknown("jq, for what is recorded is no whole JSON,".to_owned());
    };
    let Some(values) = piped(filter, vec![value]) else {
        return Filtered::Unknown("jq with more than simple selections".to_owned());
    };
    let is_raw = command.flag("r").is_some();
    let is_compact = command.flag("c").is_some();
    let shown: Vec<String> = values
        .iter()
        .map(|value| match value {
            Value::String(text) if is_raw => text.clone(),
            value if is_compact => value.to_string(),
            value => serde_json::to_string_pretty(value).unwrap_or_default(),
        })
        .collect();
    Filtered::Text(shown.join("\n"))
}

/// `filter` over every one of `values`; `None` where it is more than can be done here.
fn piped(filter: &str, values: Vec<Value>) -> Option<Vec<Value>> {
    let mut values = values;
    for stage in parted(filter, '|') {
        let mut next = Vec::new();
        for value in &values {
            for term in parted(stage, ',') {
                next.extend(selected(term.trim(), value)?);
                if next.len() > MOST {
                    return None;
                }
            }
        }
        values = next;
    }
    Some(values)
}

/// `text` cut at `mark` where it stands in no bracket and no quote.
fn parted(text: &str, mark: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut is_quoted, mut from) = (0_usize, false, 0);
    for (at, character) in text.char_indices() {
        match character {
            '"' => is_quoted = !is_quoted,
            '(' | '[' | '{' if !is_quoted => depth += 1,
            ')' | ']' | '}' if !is_quoted => depth = depth.saturating_sub(1),
            other if other == mark && depth == 0 && !is_quoted => {
                parts.extend(text.get(from..at));
                from = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(text.get(from..));
    parts
}

fn selected(term: &str, value: &Value) -> Option<Vec<Value>> {
    if let Some(condition) = within(term, "select(", ")") {
        let holds = holds(condition, value)?;
        return Some(holds.then(|| value.clone()).into_iter().collect());
    }
    if let Some(fields) = within(term, "{", "}") {
        let mut object = serde_json::Map::new();
        for field in parted(fields, ',') {
            let (name, path) = match parted(field, ':').as_slice() {
                [name] => (name.trim().to_owned(), format!(".{}", name.trim())),
                [name, path] => (name.trim().to_owned(), (*path).trim().to_owned()),
                _ => return None,
            };
            let found = piped(&path, vec![value.clone()])?.into_iter().next();
            let name = name.trim_matches('"').to_owned();
            object.insert(name, found.unwrap_or(Value::Null));
        }
        return Some(vec![Value::Object(object)]);
    }
    if let Some(inner) = within(term, "[", "]") {
        return Some(vec![Value::Array(piped(inner, vec![value.clone()])?)]);
    }
    match term {
        "length" => {
            let length = match value {
                Value::Array(items) => items.len(),
                Value::Object(fields) => fields.len(),
                Value::String(text) => text.chars().count(),
                _ => 0,
            };
            Some(vec![Value::from(length)])
        }
        "keys" => {
            let fields = value.as_object()?;
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort();
            Some(vec![keys.into_iter().cloned().map(Value::from).collect()])
        }
        path => walked(path.strip_prefix('.')?, value),
    }
}

fn within<'t>(term: &'t str, before: &str, after: &str) -> Option<&'t str> {
    term.strip_prefix(before)?.strip_suffix(after)
}

/// `.a == "b"`, `.a != 3`, `.a > 3`, `.a | test("x")`, `.a`.
fn holds(condition: &str, value: &Value) -> Option<bool> {
    let first = |path: &str| -> Option<Value> {
        let found = piped(path.trim(), vec![value.clone()])?;
        Some(found.into_iter().next().unwrap_or(Value::Null))
    };
    if let Some((path, pattern)) = condition.split_once("test(") {
        let pattern = pattern.trim_end_matches(')').trim_matches('"');
        let found = first(path.trim().trim_end_matches('|'))?;
        let pattern = regex_lite::Regex::new(pattern).ok()?;
        return Some(found.as_str().is_some_and(|text| pattern.is_match(text)));
    }
    for operator in ["==", "!=", ">=", "<=", ">", "<"] {
        let Some((path, wanted)) = condition.split_once(operator) else {
            continue;
        };
        let (found, wanted) = (
            first(path)?,
            serde_json::from_str::<Value>(wanted.trim()).ok()?,
        );
        let order = found.as_f64().zip(wanted.as_f64());
        let order = order.and_then(|(found, wanted)| found.partial_cmp(&wanted));
        return Some(match operator {
            "==" => found == wanted,
            "!=" => found != wanted,
            ">=" => order.is_some_and(std::cmp::Ordering::is_ge),
            "<=" => order.is_some_and(std::cmp::Ordering::is_le),
            ">" => order.is_some_and(std::cmp::Ordering::is_gt),
            _ => order.is_some_and(std::cmp::Ordering::is_lt),
        });
    }
    Some(!matches!(
        first(condition)?,
        Value::Null | Value::Bool(false)
    ))
}

/// `a.b[0].c[]` from `value` on; what is not there is null.
fn walked(path: &str, value: &Value) -> Option<Vec<Value>> {
    let mut values = vec![value.clone()];
    let mut rest = path.trim_end_matches('?');
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix('[') {
            let (index, after) = inside.split_once(']')?;
            let mut next = Vec::new();
            for value in &values {
                match (index, value) {
                    ("", Value::Array(items)) => next.extend(items.iter().cloned()),
                    ("", Value::Object(fields)) => next.extend(fields.values().cloned()),
                    ("", _) => {}
                    (key, value) if key.starts_with('"') => {
                        let found = value.get(key.trim_matches('"'));
                        next.push(found.cloned().unwrap_or(Value::Null));
                    }
                    (index, value) => {
                        let found = value.get(index.parse::<usize>().ok()?);
                        next.push(found.cloned().unwrap_or(Value::Null));
                    }
                }
            }
            values = next;
            rest = after.trim_start_matches('?');
            rest = rest.strip_prefix('.').unwrap_or(rest);
            continue;
        }
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let key = key.trim_end_matches('?').trim_matches('"');
        if key.is_empty()
            || !key
                .chars()
                .all(|c| c.is_alphanumeric() || "_-/".contains(c))
        {
            return None;
        }
        let found = |value: &Value| value.get(key).cloned().unwrap_or(Value::Null);
        values = values.iter().map(found).collect();
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::{super::command::Command, Filtered, jq};

    const POD: &str = r#"{"metadata": {"name": "api-1"}, "spec": {"containers": [
        {"name": "api", "image": "shop/api:2", "ports": [80]}, {"name": "log", "image": "fluent-bit:3"}]},
        "status": {"restarts": 7}}"#;

    #[track_caller]
    fn case(filter: &str, expected: &str) {
        let words = ["jq", "-r", "-c", filter].map(str::to_owned);
        let command = Command::parse(&words).unwrap();
        let found = match jq(&command, POD) {
            Filtered::Text(text) => text.replace('\n', " "),
            other => format!("{other:?}"),
        };
        assert_eq!(found, expected, "{filter}");
    }

    #[test]
    fn paths_lead_to_values() {
        case(".metadata.name", "api-1");
        case(".spec.containers[].image", "shop/api:2 fluent-bit:3");
        case(".spec.containers[0].ports[0]", "80");
        case(".spec.nothing.there", "null");
        case(".metadata.name, .status.restarts", "api-1 7");
    }

    #[test]
    fn values_are_chosen_and_put_together() {
        case(
            r#".spec.containers[] | select(.name == "log") | .image"#,
            "fluent-bit:3",
        );
        case(".spec.containers | length", "2");
        case(
            ".spec.containers[] | {name, port: .ports[0]}",
            r#"{"name":"api","port":80} {"name":"log","port":null}"#,
        );
        case(".spec | keys", r#"["containers"]"#);
        case("select(.status.restarts > 5) | .metadata.name", "api-1");
    }

    #[test]
    fn what_is_more_than_a_selection_is_told() {
        case(
            ".spec.containers | group_by(.name)",
            r#"Unknown("jq with more than simple selections")"#,
        );
    }
}
