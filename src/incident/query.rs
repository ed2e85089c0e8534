//! A query typed without the tool that would run it: SQL as for `psql -c`, an expression of metrics as for `promql`.

/// The words with which nobody begins a shell command, but statements of SQL begin.
const STATEMENTS: &[&str] = &[
    "select", "show", "explain", "with", "alter", "insert", "delete", "vacuum",
];

/// Functions with which expressions of metrics begin.
const FUNCTIONS: &[&str] = &[
    "rate(",
    "irate(",
    "increase(",
    "sum(",
    "avg(",
    "max(",
    "min(",
    "count(",
    "topk(",
    "histogram_quantile(",
];

/// `line` as the one command that runs it, where it is a bare query.
pub fn bare_query(line: &str) -> Option<Vec<String>> {
    let line = line.trim().trim_start_matches("$ ");
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let word = first.to_lowercase();
    let is_statement = STATEMENTS.contains(&word.as_str()) && !rest.trim().is_empty();
    if is_statement || first.starts_with("\\d") {
        return Some(vec!["psql".to_owned(), "-c".to_owned(), line.to_owned()]);
    }
    is_expression(line).then(|| vec!["promql".to_owned(), line.to_owned()])
}

/// `node_load1{instance="a"}`, `rate(http_requests_total[5m])`.
fn is_expression(line: &str) -> bool {
    let is_called = FUNCTIONS.iter().any(|name| line.starts_with(name));
    let name = line.split_once('{').map_or("", |(name, _)| name);
    let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_:".contains(c);
    let is_selector = name.contains('_') && name.chars().all(is_of_name);
    is_called || is_selector
}

#[cfg(test)]
mod tests {
    use super::bare_query;

    #[track_caller]
    fn case(line: &str, expected: Option<&str>) {
        let words = bare_query(line);
        assert_eq!(
            words.and_then(|it| it.into_iter().next()).as_deref(),
            expected,
            "{line}"
        );
    }

    #[test]
    fn statements_and_expressions_have_a_tool() {
        case("SELECT 1;", Some("psql"));
        case("show lock_timeout", Some("psql"));
        case("\\d+ payments", Some("psql"));
        case("node_load1{instance=\"a\"} > 2", Some("promql"));
        case(
            "sum(rate(http_requests_total[5m])) by (code)",
            Some("promql"),
        );
    }

    #[test]
    fn commands_are_no_queries() {
        case("kubectl get pods", None);
        case("show", None);
        case("awk '{print $1}' file", None);
        case("cat /proc/{1,2}/maps", None);
    }
}
