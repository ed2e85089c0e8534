//! What the rules find, in the name of the rule that is running.

use crate::library::{Place, Problem, Severity};

use super::{agreement::Agreement, pattern_use::PatternUse};

/// The problems of one scenario and how its samples came out.
#[derive(Debug, Default)]
pub struct Findings {
    /// The rule that is running.
    pub rule: &'static str,
    /// What was found so far.
    pub problems: Vec<Problem>,
    /// How the samples agreed so far.
    pub agreement: Agreement,
    /// What the patterns catch.
    pub patterns: Vec<PatternUse>,
}

impl Findings {
    /// Adds what an author must mend.
    pub fn error(&mut self, place: Place, what: impl AsRef<str>, cure: impl AsRef<str>) {
        self.add(Severity::Error, place, what.as_ref(), cure.as_ref());
    }

    /// Adds what an author should look at.
    pub fn warning(&mut self, place: Place, what: impl AsRef<str>, cure: impl AsRef<str>) {
        self.add(Severity::Warning, place, what.as_ref(), cure.as_ref());
    }

    /// Adds what an author may want to know.
    pub fn note(&mut self, place: Place, what: impl AsRef<str>, cure: impl AsRef<str>) {
        self.add(Severity::Note, place, what.as_ref(), cure.as_ref());
    }

    fn add(&mut self, severity: Severity, place: Place, what: &str, cure: &str) {
        self.problems
            .push(Problem::new(severity, self.rule, place, what, Some(cure)));
    }
}
