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
