//! What comes of a filter.

/// What came of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filtered {
    /// The lines that are left.
    Text(String),
    /// The filter is used wrongly; in the words of the program.
    Fault(String),
    /// This filter is not to be had; the name of its program.
    Unknown(String),
}

/// Lines with a line end each.
pub fn joined<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
