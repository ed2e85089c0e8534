//! One rule, and what it may look at.

use super::{finding::Findings, subject::Subject};

/// A rule over one scenario.
#[derive(Clone, Copy, Debug)]
pub struct Lint {
    /// Its fixed name in messages.
    pub name: &'static str,
    /// What it holds a scenario to, in one line.
    pub about: &'static str,
    /// Adds what it finds.
    pub run: fn(&Subject<'_>, &mut Findings),
}
