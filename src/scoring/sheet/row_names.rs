//! Which row a line of an answer fills: by id, label, or words of them; in lines and in tables.

use super::{super::stem::stem, compiled::Compiled, formulas::CompiledRow};

/// The cells of a row of a Markdown table, as bytes of the line.
pub(super) fn table_cells(line: &str) -> Option<Vec<(usize, usize)>> {
    let inside = line.trim();
    if !inside.starts_with('|') || inside.matches('|').count() < 2 {
        return None;
    }
    let mut cells = Vec::new();
    let mut from = line.find('|')? + 1;
    for (at, _) in line.match_indices('|').skip(1) {
        cells.push((from, at));
        from = at + 1;
    }
    if !line[from..].trim().is_empty() {
        cells.push((from, line.len()));
    }
    Some(cells)
}

/// `row = working`, `row: working`, `row working`: the row and the bytes of the working.
pub(super) fn keyed(sheet: &Compiled, line: &str) -> Option<(usize, usize, usize)> {
    for (at, character) in line
        .char_indices()
        .filter(|(_, character)| matches!(character, '=' | ':' | '＝' | '：' | '≈' | '~' | '→'))
    {
        if let Some(row) = named_row(sheet, &line[..at]) {
            let from = at + character.len_utf8();
            let from = from + usize::from(line[from..].starts_with(['=', '>']));
            return Some((row, from, line.len()));
        }
        if matches!(character, '=' | '＝') {
            break;
        }
    }
    // "put $500", "storage - 3,478", "| put"
    let bare = line.trim_start_matches(|character: char| !character.is_alphanumeric());
    let first = line.len() - bare.len();
    let at = bare.char_indices().find(|&(at, character)| {
        matches!(character, '$' | '0'..='9' | '(' | '–' | '—' | '\t')
            && bare[..at].ends_with(|before: char| before.is_whitespace())
            || character == '-' && bare[..at].ends_with(' ')
    })?;
    let key = &bare[..at.0];
    let row = exact_row(sheet, key)?;
    let skip = if matches!(at.1, '–' | '—' | '-' | '\t') {
        at.1.len_utf8()
    } else {
        0
    };
    let rest = bare[at.0 + skip..].trim_start();
    rest.starts_with(|character: char| matches!(character, '$' | '~' | '≈' | '(' | '0'..='9'))
        .then_some(())?;
    Some((row, first + at.0 + skip, line.len()))
}

/// A name without marks of lists, bold and code, in small letters and single blanks.
fn plain(name: &str) -> String {
    let name = name
        .trim()
        .trim_start_matches(['-', '*', '+', '>', '#', '•', '·', ' ']);
    let numbered = name.trim_start_matches(|character: char| character.is_ascii_digit());
    let name = match numbered.strip_prefix(['.', ')']) {
        Some(rest) if numbered.len() < name.len() => rest,
        _ => name,
    };
    let mut outside = String::new();
    let mut depth = 0_usize;
    for character in name.chars() {
        match character {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '*' | '`' | '"' | '\'' | '，' | ',' => {}
            '_' | '-' | '–' | '/' => outside.push(' '),
            other => outside.extend(other.to_lowercase()),
        }
    }
    outside.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn exact_row(sheet: &Compiled, key: &str) -> Option<usize> {
    let key = plain(key);
    let is = |row: &CompiledRow| {
        plain(&row.id) == key
            || plain(&row.label.en) == key
            || row.label.zh.as_deref().is_some_and(|zh| plain(zh) == key)
    };
    (!key.is_empty())
        .then(|| sheet.rows.iter().position(is))
        .flatten()
}

/// Words that many labels have.
const IDLE: &[&str] = &[
    "cost", "costs", "the", "of", "for", "per", "month", "monthly", "total", "bill", "a", "s",
    "usd", "price", "charge", "charges",
];

/// The row that a key names: by its id, its label, or words of them that no other row has.
pub(super) fn named_row(sheet: &Compiled, key: &str) -> Option<usize> {
    if let Some(row) = exact_row(sheet, key) {
        return Some(row);
    }
    let said = plain(key);
    let words: Vec<String> = said
        .split(' ')
        .filter(|word| !IDLE.contains(word))
        .map(stem)
        .collect();
    if words.is_empty() {
        let total = said
            .split(' ')
            .any(|word| matches!(word, "total" | "sum" | "bill"));
        return (total && !said.is_empty())
            .then(|| sheet.rows.len().checked_sub(1))
            .flatten();
    }
    if words.len() > 5 {
        return None;
    }
    let covers = |row: &CompiledRow| {
        let known = format!("{} {}", plain(&row.id), plain(&row.label.en));
        let known: Vec<String> = known.split(' ').map(stem).collect();
        words.iter().all(|word| known.contains(word))
    };
    let mut covering = sheet
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| covers(row))
        .map(|(place, _)| place);
    let first = covering.next()?;
    covering.next().is_none().then_some(first)
}
