//! What is found wrong with a file while it is read.

use std::collections::HashMap;

use super::{
    fault::Fault,
    problem::{MOST_PROBLEMS, Place, Problem},
    source::Source,
    tree::Node,
};
use crate::domain::Position;

/// Remembers what is wrong, and where.
pub struct Ledger<'s> {
    source: &'s Source,
    /// What was found on the way.
    pub problems: Vec<Problem>,
}

impl<'s> Ledger<'s> {
    /// Begins with no problem.
    pub fn new(source: &'s Source) -> Self {
        Self {
            source,
            problems: Vec::new(),
        }
    }

    /// Remembers an error at `node`.
    pub fn error(&mut self, node: &Node, fault: &Fault) {
        self.error_at(node.at, node.width, fault);
    }

    /// Remembers an error at a place.
    pub fn error_at(&mut self, at: Position, width: u32, fault: &Fault) {
        if self.problems.len() >= MOST_PROBLEMS {
            return;
        }
        let place = Place::new(self.source, at, width);
        self.problems.push(Problem::error(place, fault));
    }

    /// Whether a `>` joins the lines of the block that stands at `place`.
    pub fn is_folded(&self, place: Position) -> bool {
        let joins = |line: u32| {
            let head = self.source.line(line).trim_end();
            [": >", ": >-", ": >+"]
                .iter()
                .any(|indicator| head.ends_with(indicator))
        };
        joins(place.line) || place.line > 1 && joins(place.line - 1)
    }

    /// Where line `index` (from 0) of the text behind a `|` at `indicator` stands, and its width.
    pub fn line_of_block(&self, indicator: Position, index: usize) -> (Position, u32) {
        let column = usize::try_from(indicator.column.saturating_sub(1)).unwrap_or(0);
        let head = self.source.line(indicator.line);
        let is_indicator = matches!(head.chars().nth(column), Some('|' | '>'));
        let first = indicator.line + u32::from(is_indicator);
        let indent = |line: u32| {
            let text = self.source.line(line);
            let blanks = text.chars().take_while(|&c| c == ' ').count();
            (!text.trim().is_empty()).then_some(blanks)
        };
        let indent = (first..first + 50).find_map(indent).unwrap_or(0);
        let line = first.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
        let text = self.source.line(line);
        let width = text.chars().count().saturating_sub(indent);
        let at = Position {
            line,
            column: u32::try_from(indent + 1).unwrap_or(1),
        };
        (at, u32::try_from(width).unwrap_or(1).max(1))
    }

    /// Says of `named` things with the same id that they are not told apart.
    pub fn unique<'n>(&mut self, nodes: &'n [Node], shape: &'static str) {
        let mut seen: HashMap<&'n str, u32> = HashMap::new();
        for id in nodes.iter().filter_map(|node| node.value_of("id")) {
            let Some(name) = id.text() else { continue };
            if let Some(&first) = seen.get(name) {
                let fault = Fault::DuplicateId {
                    id: name.to_owned(),
                    shape,
                    first,
                };
                self.error(id, &fault);
            } else {
                seen.insert(name, id.at.line);
            }
        }
    }
}
