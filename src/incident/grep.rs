//! `grep` over recorded output.

use regex_lite::RegexBuilder;

use super::{
    command::Command,
    filtered::{Filtered, joined},
};

/// Keeps the lines of `text` that the pattern of `command` asks for.
pub fn grep(stage: &[String], command: &Command, text: &str) -> Filtered {
    let has = |name: &str| command.flag(name).is_some();
    let given: Vec<&str> = command
        .flags
        .iter()
        .filter(|flag| flag.name == "e")
        .filter_map(|flag| flag.value.as_deref())
        .collect();
    let patterns = if given.is_empty() {
        let inner = command.inner.as_ref().map(|inner| inner.program.as_str());
        match inner.or(command.words.first().map(String::as_str)) {
            Some(pattern) => vec![pattern],
            None => {
                return Filtered::Fault("usage: grep [OPTION]... PATTERNS [FILE]...".to_owned());
            }
        }
    } else {
        given
    };
    let program = stage.iter().find(|word| word.contains("grep"));
    let is_extended = has("E") || has("P") || program.is_some_and(|word| word.ends_with("egrep"));
    let is_fixed = has("F") || program.is_some_and(|word| word.ends_with("fgrep"));
    let expressions: Vec<String> = patterns
        .iter()
        .map(|pattern| match (is_fixed, is_extended) {
            (true, _) => regex_lite::escape(pattern),
            (false, true) => (*pattern).to_owned(),
            (false, false) => from_basic(pattern),
        })
        .collect();
    let mut expression = expressions.join("|");
    if has("w") {
        expression = format!(r"\b(?:{expression})\b");
    }
    let built = RegexBuilder::new(&expression)
        .case_insensitive(has("i"))
        .size_limit(1 << 20)
        .build();
    let Ok(pattern) = built else {
        return Filtered::Fault(format!("grep: `{}` is no pattern", patterns.join("` `")));
    };
    let lines: Vec<&str> = text.lines().collect();
    let fits: Vec<bool> = lines
        .iter()
        .map(|line| pattern.is_match(line) != has("v"))
        .collect();
    if has("c") {
        return Filtered::Text(fits.iter().filter(|fits| **fits).count().to_string());
    }
    if has("q") {
        return Filtered::Text(String::new());
    }
    if has("o") {
        let found = lines
            .iter()
            .flat_map(|line| pattern.find_iter(line))
            .map(|found| found.as_str())
            .filter(|found| !found.is_empty());
        return Filtered::Text(joined(found));
    }
    let around = |name: &str| -> usize {
        let value = command.flag(name).or_else(|| command.flag("C"));
        value
            .and_then(|flag| flag.value.as_deref()?.parse().ok())
            .unwrap_or(0)
    };
    let most = command
        .flag("m")
        .and_then(|flag| flag.value.as_deref()?.parse().ok())
        .unwrap_or(usize::MAX);
    Filtered::Text(with_context(
        &lines,
        &fits,
        around("B"),
        around("A"),
        has("n"),
        most,
    ))
}

fn with_context(
    lines: &[&str],
    fits: &[bool],
    before: usize,
    after: usize,
    is_numbered: bool,
    most: usize,
) -> String {
    let hits: Vec<usize> = (0..lines.len()).filter(|at| fits[*at]).take(most).collect();
    let mut shown: Vec<String> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        let is_hit = hits.contains(&at);
        let is_near = hits
            .iter()
            .any(|hit| at + before >= *hit && at <= hit.saturating_add(after));
        if !is_near {
            continue;
        }
        if (before > 0 || after > 0) && last.is_some_and(|last| last + 1 < at) {
            shown.push("--".to_owned());
        }
        last = Some(at);
        if is_numbered {
            let mark = if is_hit { ':' } else { '-' };
            shown.push(format!("{}{mark}{line}", at + 1));
        } else {
            shown.push((*line).to_owned());
        }
    }
    shown.join("\n")
}

/// A basic regular expression, in which `\|` is an alternative and `(`, `+`, `?`, `{` are themselves.
fn from_basic(pattern: &str) -> String {
    let mut expression = String::with_capacity(pattern.len());
    let mut in_class = false;
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some(special @ ('|' | '(' | ')' | '+' | '?' | '{' | '}')) => {
                    expression.push(special);
                }
                Some(other) => expression.extend(['\\', other]),
                None => expression.push_str(r"\\"),
            },
            '|' | '(' | ')' | '+' | '?' | '{' | '}' if !in_class => {
                expression.extend(['\\', character]);
            }
            '*' if expression.is_empty() => expression.push_str(r"\*"),
            other => {
                in_class = match other {
                    '[' => true,
                    ']' => false,
                    _ => in_class,
                };
                expression.push(other);
            }
        }
    }
    expression
}
