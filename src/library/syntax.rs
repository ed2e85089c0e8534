//! What the YAML parser stumbled over, said to somebody who does not know YAML's grammar.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::{
    fault::Fault,
    problem::{Place, Problem},
    source::Source,
};
use crate::domain::Position;

/// The problem behind `error`.
pub fn problem(source: &Source, error: &ScanError) -> Problem {
    let line = error.marker().line().max(1);
    if let Some((place, key)) = full_width_colon(source, line) {
        return Problem::error(place, &Fault::FullWidthColon { key });
    }
    let at = Position {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: u32::try_from(error.marker().col() + 1).unwrap_or(u32::MAX),
    };
    if let Some(place) = leading_tab(source, at) {
        return Problem::error(place, &Fault::Tab);
    }
    Problem::error(Place::new(source, at, 1), &fault(error))
}

fn fault(error: &ScanError) -> Fault {
    match error.kind() {
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation => Fault::Tab,
        ErrorKind::UnknownAnchor => Fault::UnknownAlias,
        ErrorKind::UnexpectedEofFlowSequence => Fault::Unclosed { open: "a `[`" },
        ErrorKind::UnexpectedEofFlowMapping | ErrorKind::UnexpectedEofImplicitFlowMapping => {
            Fault::Unclosed { open: "a `{`" }
        }
        kind => Fault::Syntax(kind.to_string()),
    }
}

/// The last line up to `line` in which a key is followed by `：`, as input methods write it.
pub fn full_width_colon(source: &Source, line: usize) -> Option<(Place, String)> {
    let mut found = None;
    for (index, text) in source.text.lines().take(line).enumerate() {
        let key_and_rest = text.trim_start_matches([' ', '-', '{']);
        let Some((key, _)) = key_and_rest.split_once('：') else {
            continue;
        };
        if key.is_empty() || !key.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            continue;
        }
        let column = text.chars().take_while(|&c| c != '：').count() + 1;
        let at = Position {
            line: u32::try_from(index + 1).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        };
        found = Some((Place::new(source, at, 1), key.to_owned()));
    }
    found
}

/// A tab before the first word of the line at fault.
fn leading_tab(source: &Source, at: Position) -> Option<Place> {
    let line = source.line(at.line);
    let blanks = line.len() - line.trim_start().len();
    let tab = line.get(..blanks)?.find('\t')?;
    let column = u32::try_from(tab + 1).ok()?;
    let at = Position {
        line: at.line,
        column,
    };
    Some(Place::new(source, at, 1))
}
