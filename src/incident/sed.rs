//! `sed` and `tr` over recorded output, as far as people type them into a pipe.

use regex_lite::Regex;

use super::{
    command::Command,
    filtered::{Filtered, joined},
};

/// `sed -n '2,5p'`, `-n '/a/p'`, `-n '/a/,/b/p'`, `5q`, `/a/d`, `s/a/b/g`.
pub fn sed(command: &Command, text: &str) -> Filtered {
    let script = command.flag("e").and_then(|flag| flag.value.clone());
    let Some(script) = script.or_else(|| command.words.first().cloned()) else {
        return Filtered::Fault("usage: sed [OPTION]... {script} [FILE]...".to_owned());
    };
    let script = script.trim();
    let unknown = || Filtered::Unknown("sed with such a script".to_owned());
    if let Some(rest) = script.strip_prefix('s') {
        return replaced(rest, command, text).map_or_else(unknown, Filtered::Text);
    }
    let Some(verb) = script.chars().last() else {
        return unknown();
    };
    let address = script.get(..script.len() - verb.len_utf8());
    let Some(address) = address.and_then(|it| Address::parse(it.trim())) else {
        return unknown();
    };
    let chosen = address.chosen(text);
    let lines = text.lines().zip(chosen.iter());
    match verb {
        'p' => Filtered::Text(joined(
            lines.filter(|(_, is_in)| **is_in).map(|(line, _)| line),
        )),
        'd' => Filtered::Text(joined(
            lines.filter(|(_, is_in)| !**is_in).map(|(line, _)| line),
        )),
        'q' => {
            let last = chosen.iter().position(|is_in| *is_in);
            let count = last.map_or(usize::MAX, |at| at + 1);
            Filtered::Text(joined(text.lines().take(count)))
        }
        _ => unknown(),
    }
}

/// Some lines, as `sed` says it.
struct Address {
    from: Place,
    to: Option<Place>,
}

enum Place {
    Line(usize),
    Last,
    Fits(Regex),
}

impl Address {
    fn parse(text: &str) -> Option<Self> {
        let (from, rest) = Place::parse(text)?;
        let to = match rest.strip_prefix(',') {
            Some(to) => {
                let (to, rest) = Place::parse(to)?;
                rest.is_empty().then_some(Some(to))?
            }
            None => rest.is_empty().then_some(None)?,
        };
        Some(Self { from, to })
    }

    /// For each line whether it is meant.
    fn chosen(&self, text: &str) -> Vec<bool> {
        let count = text.lines().count();
        let mut is_inside = false;
        text.lines()
            .enumerate()
            .map(|(at, line)| {
                let Some(to) = &self.to else {
                    return self.from.is(at, count, line);
                };
                if is_inside {
                    is_inside = !to.is(at, count, line);
                    return true;
                }
                let is_first = self.from.is(at, count, line);
                // A line number that is past ends the range at once.
                is_inside = is_first && !matches!(to, Place::Line(last) if *last <= at + 1);
                is_first
            })
            .collect()
    }
}

impl Place {
    fn parse(text: &str) -> Option<(Self, &str)> {
        if let Some(rest) = text.strip_prefix('/') {
            let (pattern, rest) = rest.split_once('/')?;
            return Some((Self::Fits(Regex::new(pattern).ok()?), rest));
        }
        if let Some(rest) = text.strip_prefix('$') {
            return Some((Self::Last, rest));
        }
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        let (number, rest) = text.split_at(end);
        Some((Self::Line(number.parse().ok()?), rest))
    }

    fn is(&self, at: usize, count: usize, line: &str) -> bool {
        match self {
            Self::Line(number) => *number == at + 1,
            Self::Last => at + 1 == count,
            Self::Fits(pattern) => pattern.is_match(line),
        }
    }
}

/// `/a/b/g` over every line.
fn replaced(rest: &str, command: &Command, text: &str) -> Option<String> {
    let mark = rest.chars().next().filter(|c| !c.is_alphanumeric())?;
    let mut parts = rest.get(mark.len_utf8()..)?.split(mark);
    let (pattern, with, flags) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || command.flag("n").is_some() {
        return None;
    }
    let pattern = Regex::new(pattern).ok()?;
    let with = with.replace("\\1", "${1}").replace('&', "${0}");
    let line = |line: &str| {
        if flags.contains('g') {
            pattern.replace_all(line, with.as_str()).into_owned()
        } else {
            pattern.replace(line, with.as_str()).into_owned()
        }
    };
    Some(text.lines().map(line).collect::<Vec<_>>().join("\n"))
}

/// `tr ' ' '\n'`, `tr -d x`, `tr -s ' '`, `tr a-z A-Z`.
pub fn tr(command: &Command, text: &str) -> Filtered {
    let sets: Vec<Vec<char>> = command.words.iter().map(|word| set(word)).collect();
    let is = |flag: &str| command.flag(flag).is_some();
    match sets.as_slice() {
        [gone] if is("d") => {
            let kept = text.chars().filter(|it| !gone.contains(it));
            Filtered::Text(kept.collect())
        }
        [squeezed] if is("s") => Filtered::Text(squeezed_text(text, squeezed)),
        [from, to] => {
            let turned: String = text
                .chars()
                .map(|it| match from.iter().position(|each| *each == it) {
                    Some(at) => *to.get(at).or(to.last()).unwrap_or(&it),
                    None => it,
                })
                .collect();
            if is("s") {
                Filtered::Text(squeezed_text(&turned, to))
            } else {
                Filtered::Text(turned)
            }
        }
        _ => Filtered::Fault("tr: missing operand".to_owned()),
    }
}

fn squeezed_text(text: &str, set: &[char]) -> String {
    let mut last = None;
    text.chars()
        .filter(|it| {
            let is_again = last == Some(*it) && set.contains(it);
            last = Some(*it);
            !is_again
        })
        .collect()
}

/// The characters of a set: `a-z`, `\n`, `[:upper:]`.
fn set(word: &str) -> Vec<char> {
    match word {
        "[:upper:]" => return ('A'..='Z').collect(),
        "[:lower:]" => return ('a'..='z').collect(),
        "[:digit:]" => return ('0'..='9').collect(),
        "[:space:]" => return vec![' ', '\t', '\n'],
        _ => {}
    }
    let word = word
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\0", "\0");
    let letters: Vec<char> = word.chars().collect();
    let mut set = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        match (letters.get(at + 1), letters.get(at + 2)) {
            (Some('-'), Some(last)) if letter <= last => {
                set.extend(*letter..=*last);
                at += 3;
            }
            _ => {
                set.push(*letter);
                at += 1;
            }
        }
    }
    set
}
