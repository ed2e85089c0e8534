//! What the YAML parser stumbled over, said to somebody who does not know YAML's grammar.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::{
    fault::Fault,
    problem::{Place, Problem},
    source::Source,
};
use crate::domain::Position;

/// How deep lists and mappings may nest; the format itself needs fewer than half.
pub const MOST_DEPTH: usize = 24;

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
    // The parser notices some faults only on the line after them.
    let near = [at.line.saturating_sub(1), at.line, at.line + 1];
    if let Some(place) = near.iter().find_map(|&line| leading_tab(source, line)) {
        return Problem::error(place, &Fault::Tab);
    }
    let before = at.line.saturating_sub(1);
    if let Some(place) = [before, at.line]
        .iter()
        .find_map(|&line| tight_dash(source, line))
    {
        return Problem::error(place, &Fault::TightDash);
    }
    Problem::error(Place::new(source, at, 1), &fault(error))
}

fn fault(error: &ScanError) -> Fault {
    match error.kind() {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => Fault::Tab,
        ErrorKind::UnknownAnchor => Fault::UnknownAlias,
        ErrorKind::MappingValueNotAllowed => Fault::StrayColon,
        ErrorKind::UnexpectedCharacter { character } => Fault::SpecialStart {
            character: *character,
        },
        ErrorKind::UnclosedQuotedScalar => Fault::Unclosed { open: "a quote" },
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => Fault::Unclosed {
            open: "a `[` or `{` before this",
        },
        ErrorKind::UnknownQuotedScalarEscape => Fault::BadEscape,
        ErrorKind::RecursionLimitExceeded => Fault::TooDeep { most: MOST_DEPTH },
        ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::InvalidIndentation => Fault::Indentation,
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

/// A tab before the first word of a line.
fn leading_tab(source: &Source, line: u32) -> Option<Place> {
    let text = source.line(line);
    let blanks = text.len() - text.trim_start().len();
    let tab = text.get(..blanks)?.find('\t')?;
    let column = u32::try_from(tab + 1).ok()?;
    Some(Place::new(source, Position { line, column }, 1))
}

/// A `-` that begins an entry and has no blank behind it.
fn tight_dash(source: &Source, line: u32) -> Option<Place> {
    let text = source.line(line);
    let dash = text.len() - text.trim_start().len();
    let word = text.get(dash..)?.strip_prefix('-')?;
    if !word.starts_with(|c: char| c.is_ascii_lowercase()) || !word.contains(':') {
        return None;
    }
    let column = u32::try_from(dash + 1).ok()?;
    Some(Place::new(source, Position { line, column }, 1))
}
