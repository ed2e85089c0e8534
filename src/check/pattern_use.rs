//! What a pattern catches in the models and samples of its step.

/// A pattern, and the words it catches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PatternUse {
    /// The file it stands in.
    pub file: String,
    /// The line it stands on.
    pub line: u32,
    /// Its step.
    pub step: String,
    /// Its criterion.
    pub criterion: String,
    /// The pattern as it is written.
    pub pattern: String,
    /// For every model and sample in which it finds something, denied or not: the words.
    pub caught: Vec<String>,
}
