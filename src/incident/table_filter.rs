//! `sort`, `uniq`, `cut`, `wc` and simple `awk` over recorded output.

use std::cmp::Ordering;

use regex_lite::Regex;

use super::{
    command::Command,
    filtered::{Filtered, joined},
};

/// Counts lines, words and bytes.
pub fn wc(command: &Command, text: &str) -> String {
    let lines = text.lines().count();
    let words = text.split_whitespace().count();
    let bytes = text.len() + usize::from(!text.is_empty());
    let has = |name| command.flag(name).is_some();
    match (has("l"), has("w"), has("c")) {
        (true, false, false) => lines.to_string(),
        (false, true, false) => words.to_string(),
        (false, false, true) => bytes.to_string(),
        _ => format!("{lines:>7} {words:>7} {bytes:>7}"),
    }
}

/// Sorts lines, by a field and as numbers where asked for.
pub fn sort(command: &Command, text: &str) -> String {
    let has = |name: &str| command.flag(name).is_some();
    let key = command.flag("k").and_then(|flag| flag.value.as_deref());
    let field: Option<usize> = key.and_then(|key| {
        let digits: String = key.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    let is_number = has("n") || has("h") || has("g") || key.is_some_and(|key| key.contains('n'));
    let is_reversed = has("r") || key.is_some_and(|key| key.contains('r'));
    let separator = command
        .flag("t")
        .and_then(|flag| flag.value.as_deref()?.chars().next());
    let part = |line: &'_ str| -> String {
        let Some(field) = field else {
            return line.to_owned();
        };
        let parts: Vec<&str> = match separator {
            Some(separator) => line.split(separator).collect(),
            None => line.split_whitespace().collect(),
        };
        parts
            .get(field.saturating_sub(1)..)
            .unwrap_or_default()
            .join(" ")
    };
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_by(|one, two| {
        let (first, second) = (part(one), part(two));
        let order = if is_number {
            leading_number(&first).total_cmp(&leading_number(&second))
        } else {
            first.cmp(&second)
        };
        if is_reversed { order.reverse() } else { order }
    });
    if has("u") {
        lines.dedup();
    }
    joined(lines.into_iter())
}

/// `12`, `-3.5`, `1.2G`; 0 where there is none, as `sort` has it.
fn leading_number(text: &str) -> f64 {
    let text = text.trim_start();
    let end = text
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '+'))
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let scale = match unit.chars().next() {
        Some('K' | 'k') => 1024.0,
        Some('M') => 1024.0_f64.powi(2),
        Some('G') => 1024.0_f64.powi(3),
        Some('T') => 1024.0_f64.powi(4),
        _ => 1.0,
    };
    number.parse::<f64>().unwrap_or(0.0) * scale
}

/// Joins equal neighbours.
pub fn uniq(command: &Command, text: &str) -> String {
    let mut runs: Vec<(usize, &str)> = Vec::new();
    for line in text.lines() {
        match runs.last_mut() {
            Some((count, last)) if *last == line => *count += 1,
            _ => runs.push((1, line)),
        }
    }
    if command.flag("d").is_some() {
        runs.retain(|(count, _)| *count > 1);
    }
    let lines: Vec<String> = runs
        .into_iter()
        .map(|(count, line)| match command.flag("c") {
            Some(_) => format!("{count:>7} {line}"),
            None => line.to_owned(),
        })
        .collect();
    lines.join("\n")
}

/// Keeps some fields of each line.
pub fn cut(command: &Command, text: &str) -> Filtered {
    let value = |name: &str| command.flag(name).and_then(|flag| flag.value.clone());
    let Some(list) = value("f").or_else(|| value("c")) else {
        return Filtered::Fault(
            "cut: you must specify a list of bytes, characters, or fields".to_owned(),
        );
    };
    let wanted = |n: usize| {
        list.split(',').any(|part| match part.split_once('-') {
            Some((from, to)) => {
                from.parse().unwrap_or(1) <= n && n <= to.parse().unwrap_or(usize::MAX)
            }
            None => part.parse() == Ok(n),
        })
    };
    let by_character = value("f").is_none();
    let delimiter = value("d").and_then(|it| it.chars().next()).unwrap_or('\t');
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            if by_character {
                let kept = line.chars().enumerate().filter(|(at, _)| wanted(at + 1));
                return kept.map(|(_, character)| character).collect();
            }
            let kept: Vec<&str> = line
                .split(delimiter)
                .enumerate()
                .filter(|(at, _)| wanted(at + 1))
                .map(|(_, part)| part)
                .collect();
            kept.join(&delimiter.to_string())
        })
        .collect();
    Filtered::Text(lines.join("\n"))
}

/// `/pattern/ {print $1, $NF}`, `NR>1`, `$2>5 {print $1}`.
pub fn awk(command: &Command, text: &str) -> Filtered {
    let Some(script) = command.words.first() else {
        return Filtered::Fault("usage: awk 'PROGRAM'".to_owned());
    };
    let unknown = || Filtered::Unknown("awk with more than a condition and `print`".to_owned());
    let (condition, action) = match script.split_once('{') {
        Some((condition, action)) => (condition.trim(), action.trim().trim_end_matches('}').trim()),
        None => (script.trim(), "print"),
    };
    let Some(printed) = action.trim_end_matches(';').strip_prefix("print") else {
        return unknown();
    };
    let pattern = match condition
        .strip_prefix('/')
        .and_then(|it| it.strip_suffix('/'))
    {
        Some(pattern) => match Regex::new(pattern) {
            Ok(pattern) => Some(pattern),
            Err(_) => return Filtered::Fault(format!("awk: `{pattern}` is no pattern")),
        },
        None => None,
    };
    let comparison = if pattern.is_none() && !condition.is_empty() {
        match Comparison::parse(condition) {
            Some(comparison) => Some(comparison),
            None => return unknown(),
        }
    } else {
        None
    };
    let separator = command.flag("F").and_then(|flag| flag.value.clone());
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let fields: Vec<&str> = match &separator {
            Some(separator) => line.split(separator.as_str()).collect(),
            None => line.split_whitespace().collect(),
        };
        let fits = pattern
            .as_ref()
            .is_none_or(|pattern| pattern.is_match(line))
            && comparison
                .as_ref()
                .is_none_or(|it| it.holds(at + 1, line, &fields));
        if !fits {
            continue;
        }
        if printed.trim().is_empty() {
            lines.push(line.to_owned());
            continue;
        }
        let mut shown = Vec::new();
        for part in printed.split(',') {
            let mut joined = String::new();
            for piece in part.split_whitespace() {
                match piece.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
                    Some(literal) => joined.push_str(literal),
                    None => match field(piece, at + 1, line, &fields) {
                        Some(value) => joined.push_str(&value),
                        None => return unknown(),
                    },
                }
            }
            shown.push(joined);
        }
        lines.push(shown.join(" "));
    }
    Filtered::Text(lines.join("\n"))
}

/// `$2`, `$NF`, `$0`, `NR`, `NF`; `None` for anything else.
fn field(name: &str, row: usize, line: &str, fields: &[&str]) -> Option<String> {
    match name {
        "NR" => return Some(row.to_string()),
        "NF" => return Some(fields.len().to_string()),
        "$0" => return Some(line.to_owned()),
        "$NF" => {
            return Some(
                fields
                    .last()
                    .map_or_else(String::new, |it| (*it).to_owned()),
            );
        }
        _ => {}
    }
    let number: usize = name.strip_prefix('$')?.parse().ok()?;
    let value = number.checked_sub(1).and_then(|at| fields.get(at));
    Some(value.map_or_else(String::new, |it| (*it).to_owned()))
}

struct Comparison {
    field: String,
    operator: &'static str,
    value: String,
}

impl Comparison {
    fn parse(text: &str) -> Option<Self> {
        for operator in ["==", "!=", ">=", "<=", "~", ">", "<"] {
            if let Some((field, value)) = text.split_once(operator) {
                return Some(Self {
                    field: field.trim().to_owned(),
                    operator,
                    value: value.trim().trim_matches(['"', '/']).to_owned(),
                });
            }
        }
        None
    }

    fn holds(&self, row: usize, line: &str, fields: &[&str]) -> bool {
        let Some(given) = field(&self.field, row, line, fields) else {
            return false;
        };
        if self.operator == "~" {
            return Regex::new(&self.value).is_ok_and(|pattern| pattern.is_match(&given));
        }
        let order = match (
            self.value.parse::<f64>(),
            given.trim_end_matches('%').parse::<f64>(),
        ) {
            (Ok(value), Ok(given)) => given.partial_cmp(&value),
            _ => Some(given.as_str().cmp(self.value.as_str())),
        };
        match self.operator {
            "==" => order == Some(Ordering::Equal),
            "!=" => order != Some(Ordering::Equal),
            ">" => order == Some(Ordering::Greater),
            "<" => order == Some(Ordering::Less),
            ">=" => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
            _ => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        }
    }
}
