//! Numbers with units as an answer says them: `1.2k`, `$3.4k a month`, `5m`, `3 万`.

use super::unit::{Dimension, Unit};

/// One way to read a number of the answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    /// The number, multipliers such as `k` included.
    pub number: f64,
    /// Its unit, if one is said.
    pub unit: Option<Unit>,
}

/// A number of the answer with every way to read it, and the folded bytes it takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    /// First folded byte.
    pub start: usize,
    /// One past the last folded byte.
    pub end: usize,
    /// `5m` is five minutes or five million.
    pub readings: Vec<Reading>,
}

/// Reads the quantity whose first digit (or number word) stands at `start` of a folded text.
pub(super) fn read(text: &str, start: usize) -> Option<Quantity> {
    let (plain, mut end) = read_number(text, start)?;
    let money = text[..start]
        .chars()
        .next_back()
        .and_then(|sign| Unit::parse(sign.encode_utf8(&mut [0; 4])))
        .filter(|unit| unit.dimension != Dimension::Share);
    let first = money.map_or(start, |_| {
        start - text[..start].chars().next_back().map_or(0, char::len_utf8)
    });
    let mut readings = Vec::new();
    let mut farthest = end;
    // as a multiplier, then a unit; then as a unit at once
    if let Some((times, after)) = read_multiplier(text, end) {
        let number = plain * times;
        let (unit, last) =
            read_unit(text, after).map_or((None, after), |(unit, last)| (Some(unit), last));
        push(
            text,
            number,
            money,
            unit,
            last,
            &mut readings,
            &mut farthest,
        );
    }
    match read_unit(text, end) {
        Some((unit, last)) => push(
            text,
            plain,
            money,
            Some(unit),
            last,
            &mut readings,
            &mut farthest,
        ),
        None if readings.is_empty() => {
            push(text, plain, money, None, end, &mut readings, &mut farthest);
        }
        None => {}
    }
    end = end.max(farthest);
    Some(Quantity {
        start: first,
        end,
        readings,
    })
}

/// Adds one reading, with what it is counted per if that follows.
fn push(
    text: &str,
    number: f64,
    money: Option<Unit>,
    unit: Option<Unit>,
    end: usize,
    readings: &mut Vec<Reading>,
    farthest: &mut usize,
) {
    let unit = money.or(unit);
    let (unit, end) = match unit {
        Some(unit) => match read_per(text, end) {
            Some((below, last)) if unit.per.is_none() => (unit.over(below), last),
            _ => (Some(unit), end),
        },
        None => (None, end),
    };
    readings.push(Reading { number, unit });
    *farthest = (*farthest).max(end);
}

/// Numbers that people write as words.
const WORDS: &[(&str, f64)] = &[
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("fifteen", 15.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("ninety", 90.0),
    ("hundred", 100.0),
    ("thousand", 1e3),
];

/// Whether a folded word is a number.
pub(super) fn is_number_word(word: &str) -> bool {
    WORDS.iter().any(|(name, _)| *name == word)
}

/// The number that a folded word stands for.
pub(super) fn number_word(word: &str) -> Option<f64> {
    let known = WORDS.iter().find(|(name, _)| *name == word);
    known.map(|&(_, number)| number)
}

fn read_number(text: &str, start: usize) -> Option<(f64, usize)> {
    let rest = text.get(start..)?;
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        let word = &rest[..letters(rest)];
        let number = WORDS.iter().find(|(name, _)| *name == word)?.1;
        return Some((number, start + word.len()));
    }
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut plain = String::new();
    let mut at = 0;
    while digit(at) {
        plain.push(char::from(bytes[at]));
        at += 1;
        let group = bytes.get(at) == Some(&b',')
            && digit(at + 1)
            && digit(at + 2)
            && digit(at + 3)
            && !digit(at + 4);
        if group {
            at += 1;
        }
    }
    if bytes.get(at) == Some(&b'.') && digit(at + 1) {
        plain.push('.');
        at += 1;
        while digit(at) {
            plain.push(char::from(bytes[at]));
            at += 1;
        }
    }
    plain.parse().ok().map(|number| (number, start + at))
}

/// How many bytes of letters `text` begins with.
fn letters(text: &str) -> usize {
    text.find(|c: char| !c.is_alphabetic() && !matches!(c, '%' | '$' | '€' | '¥'))
        .unwrap_or(text.len())
}

/// Where the next word begins: here, or after one space or hyphen.
fn skip_gap(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(b' ' | b'-') => at + 1,
        _ => at,
    }
}

fn read_multiplier(text: &str, at: usize) -> Option<(f64, usize)> {
    const TIMES: &[(&str, f64)] = &[
        ("thousand", 1e3),
        ("million", 1e6),
        ("billion", 1e9),
        ("bn", 1e9),
        ("k", 1e3),
        ("m", 1e6),
        ("b", 1e9),
        ("万", 1e4),
        ("亿", 1e8),
    ];
    let from = skip_gap(text, at);
    let word = &text[from..from + letters(&text[from..])];
    TIMES.iter().find_map(|&(name, times)| {
        let rest = word.strip_prefix(name)?;
        let spaced_letter = from > at && name.len() == 1;
        let chinese = !name.is_ascii();
        let fits = rest.is_empty() || chinese || (from == at && Unit::parse(rest).is_some());
        (fits && !spaced_letter).then_some((times, from + name.len()))
    })
}

fn read_unit(text: &str, at: usize) -> Option<(Unit, usize)> {
    let from = skip_gap(text, at);
    let length = letters(&text[from..]);
    let name = text
        .get(from..from + length)
        .filter(|name| !name.is_empty())?;
    // one letter after a space is a word, not a unit: "5 s" is seconds, "5 m" and "5 d" are not sure
    if from > at && length == 1 && !matches!(name, "s" | "h" | "%" | "g" | "元") {
        return None;
    }
    Unit::parse(name).map(|unit| (unit, from + length))
}

/// Reads `/month`, `per month`, `a month`, `each month`, `monthly`.
fn read_per(text: &str, at: usize) -> Option<(Unit, usize)> {
    let rest = text.get(at..)?;
    let trimmed = rest.trim_start_matches(' ');
    let spaces = rest.len() - trimmed.len();
    for (adverb, unit) in [
        ("monthly", "month"),
        ("daily", "day"),
        ("hourly", "hour"),
        ("yearly", "year"),
    ] {
        if trimmed.starts_with(adverb) {
            return Some((Unit::parse(unit)?, at + spaces + adverb.len()));
        }
    }
    let lead = ["/", "per ", "a ", "an ", "each ", "every "]
        .iter()
        .find(|lead| trimmed.starts_with(**lead))?;
    let after = &trimmed[lead.len()..];
    let gap = after.len() - after.trim_start_matches(' ').len();
    let after = &after[gap..];
    let name = &after[..letters(after)];
    Unit::parse(name).map(|unit| (unit, at + spaces + lead.len() + gap + name.len()))
}
