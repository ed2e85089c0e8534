//! The plain-text form of a sheet: `row = working`, one per line, prose beside it.

use super::{
    compiled::Compiled,
    diagnosis::Written,
    expression::Expression,
    fault::{SheetFault, SheetFaultKind},
    parser::parse,
    row_names::{exact_row, keyed, named_row, table_cells},
};

/// What stands in one row of an answer.
#[derive(Clone, Debug)]
pub(in super::super) struct Entry {
    /// The bytes of the working in the answer.
    pub span: (usize, usize),
    /// What it comes to, in the unit of the row; the place of a fault is in bytes of the answer.
    pub value: Result<f64, SheetFault>,
    /// What the other parts of `working = result` come to.
    pub others: Vec<f64>,
    /// The numbers and names in it.
    pub written: Written,
}

/// An answer, its rows worked out.
#[derive(Clone, Debug)]
pub(in super::super) struct Filled {
    /// What stands in every row; `None` where the row is left out.
    pub rows: Vec<Option<Entry>>,
    /// The answer with blanks in place of the workings, byte for byte.
    pub prose: String,
}

/// A line that fills a row.
struct Line {
    row: usize,
    /// Where the line begins, and the bytes of its working.
    start: usize,
    working: (usize, usize),
    /// The parts between `=`, with where they begin.
    parts: Vec<(usize, Result<Expression, SheetFault>, usize)>,
}

/// Reads `text` as an answer to `sheet`; never fails.
pub(in super::super) fn fill(sheet: &Compiled, text: &str, author: &[f64]) -> Filled {
    let mut lines: Vec<Line> = Vec::new();
    let mut prose = text.as_bytes().to_vec();
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_end_matches(['\n', '\r']);
        if let Some(line) = read_line(sheet, line, start) {
            blank(&mut prose, &line, start + raw.trim_end().len());
            lines.push(line);
        } else if line.trim_start().starts_with('|') {
            prose[start..start + line.len()].fill(b' ');
        }
        start += raw.len();
    }
    let rows = work(sheet, &lines, author);
    Filled {
        rows,
        prose: String::from_utf8(prose).unwrap_or_default(),
    }
}

/// What stands in every row of `text`, and the other lines; a second line for a row is one of those.
pub(in super::super) fn fields(sheet: &Compiled, text: &str) -> (Vec<String>, String) {
    let mut rows = vec![String::new(); sheet.rows.len()];
    let mut others = Vec::new();
    for line in text.lines() {
        let by_name = line
            .split_once('=')
            .and_then(|(key, working)| Some((exact_row(sheet, key)?, working)));
        let found = by_name.or_else(|| {
            let found = read_line(sheet, line, 0)?;
            Some((found.row, line.get(found.working.0..)?))
        });
        match found {
            Some((row, working)) if rows[row].is_empty() => {
                working.trim().clone_into(&mut rows[row]);
            }
            _ => others.push(line),
        }
    }
    (rows, others.join("\n"))
}

/// Leaves the remark behind a working, and what it is about; a plain row leaves nothing.
fn blank(prose: &mut [u8], line: &Line, end: usize) {
    let remark = prose.get(line.working.1..end).is_some_and(|rest| {
        rest.iter()
            .filter(|byte| byte.is_ascii_alphabetic())
            .count()
            > 2
    });
    let from = if remark { line.working.0 } else { line.start };
    let to = if remark { line.working.1 } else { end };
    if let Some(bytes) = prose.get_mut(from..to) {
        bytes.fill(b' ');
    }
    if !remark && let Some(first) = prose.get_mut(line.start).filter(|byte| byte.is_ascii()) {
        *first = b'.';
    }
}

fn read_line(sheet: &Compiled, line: &str, start: usize) -> Option<Line> {
    let (row, from, to) = match table_cells(line) {
        Some(cells) => {
            let (place, row) = cells.iter().enumerate().find_map(|(place, cell)| {
                Some((place, named_row(sheet, &line[cell.0..cell.1])?))
            })?;
            let rest = cells.get(place + 1..)?;
            (row, rest.first()?.0, rest.last()?.1)
        }
        None => keyed(sheet, line)?,
    };
    let working = line.get(from..to)?;
    if !working.chars().any(char::is_alphanumeric) {
        return None;
    }
    let language = sheet.language();
    let mut parts = Vec::new();
    let mut end = start + from;
    for (at, part) in parted(working) {
        let begin = start + from + at;
        let parsed = parse(part, language).map_err(|fault| moved(fault, begin));
        if let Ok(parsed) = &parsed {
            end = begin + parsed.end;
        }
        let length = part.len();
        parts.push((begin, parsed.map(|parsed| parsed.expression), length));
    }
    // a sentence that happens to begin with the name of a row
    let is_prose =
        !working.chars().any(char::is_numeric) && parts.iter().all(|(_, part, _)| part.is_err());
    if is_prose && !line.contains('=') {
        return None;
    }
    if parts.iter().all(|(_, part, _)| part.is_err()) {
        end = start + to;
    }
    Some(Line {
        row,
        start,
        working: (start + from, end),
        parts,
    })
}

fn moved(fault: SheetFault, by: usize) -> SheetFault {
    SheetFault {
        start: fault.start + by,
        end: fault.end + by,
        kind: fault.kind,
    }
}

/// The parts of `working = result`, and where each begins.
fn parted(working: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut characters = working.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let length = match (character, next) {
            ('=' | '-', Some('>')) => 2,
            ('=' | '＝' | '→' | '⇒' | '|', _) => character.len_utf8(),
            ('≈' | '~', _)
                if !working[from..at].trim().is_empty()
                    && working[from..at]
                        .trim_end()
                        .ends_with(|c: char| c.is_alphanumeric() || c == ')') =>
            {
                character.len_utf8()
            }
            _ => continue,
        };
        if length == 2 {
            characters.next();
        }
        if !working[from..at].trim().is_empty() {
            parts.push((from, &working[from..at]));
        }
        from = at + length;
    }
    if !working[from..].trim().is_empty() {
        parts.push((from, &working[from..]));
    }
    parts
}

/// Works every row out; a row that uses another takes the learner's value, or the author's where that has none.
fn work(sheet: &Compiled, lines: &[Line], author: &[f64]) -> Vec<Option<Entry>> {
    let count = sheet.rows.len();
    // the last readable line for a row counts
    let mut chosen: Vec<Option<&Line>> = vec![None; count];
    for line in lines {
        let readable = line.parts.iter().any(|(_, part, _)| part.is_ok());
        if readable || chosen[line.row].is_none() {
            chosen[line.row] = Some(line);
        }
    }
    let mut values = author.to_vec();
    let mut entries: Vec<Option<Entry>> = vec![None; count];
    for _ in 0..count {
        let mut worked = false;
        for row in 0..count {
            let Some(line) = chosen[row].filter(|_| entries[row].is_none()) else {
                continue;
            };
            let used = line
                .parts
                .iter()
                .filter_map(|(_, part, _)| part.as_ref().ok())
                .flat_map(Expression::names);
            let waits = used
                .into_iter()
                .any(|name| name < count && chosen[name].is_some() && entries[name].is_none());
            if waits {
                continue;
            }
            let entry = worked_out(sheet, line, &values);
            if let (Ok(value), Some(slot)) = (&entry.value, values.get_mut(row)) {
                *slot = *value;
            }
            entries[row] = Some(entry);
            worked = true;
        }
        if !worked {
            break;
        }
    }
    for row in 0..count {
        if let (Some(line), None) = (chosen[row], &entries[row]) {
            let name = sheet.rows[row].id.clone();
            let fault = SheetFault {
                start: line.working.0,
                end: line.working.1,
                kind: SheetFaultKind::Circle { name },
            };
            entries[row] = Some(Entry {
                span: line.working,
                value: Err(fault),
                others: Vec::new(),
                written: Written::default(),
            });
        }
    }
    entries
}

fn worked_out(sheet: &Compiled, line: &Line, values: &[f64]) -> Entry {
    let mut faults = Vec::new();
    let mut found = Vec::new();
    for (begin, part, length) in &line.parts {
        let result = part.clone().and_then(|expression| {
            sheet.work(line.row, &expression, values).map_err(|fault| {
                let whole = fault.end == 0;
                let (start, end) = if whole {
                    (*begin, begin + length)
                } else {
                    (fault.start + begin, fault.end + begin)
                };
                SheetFault {
                    start,
                    end,
                    kind: fault.kind,
                }
            })
        });
        match result {
            Ok(reading) => found.push(reading.number),
            Err(fault) => faults.push(fault),
        }
    }
    let nothing = SheetFault {
        start: line.working.0,
        end: line.working.1,
        kind: SheetFaultKind::Empty,
    };
    let value = found
        .pop()
        .ok_or_else(|| faults.into_iter().next().unwrap_or(nothing));
    Entry {
        span: line.working,
        value,
        others: found,
        written: written(line),
    }
}

/// The numbers and names of a working; of a result alone, that.
fn written(line: &Line) -> Written {
    let readable = || {
        line.parts
            .iter()
            .filter_map(|(_, part, _)| part.as_ref().ok())
    };
    let all = readable().count();
    // the last part is the result where something stands before it
    let working = readable().take(if all > 1 { all - 1 } else { all });
    let mut written = Written::default();
    for part in working {
        written.numbers.extend(part.numbers());
        written.names.extend(part.names());
    }
    written
}
