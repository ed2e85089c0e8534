//! Where in its source text a thing stands, so that later checks can point at it.

/// A line and a column, both counted from 1; a column counts characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, counted from 1; 0 where the thing was never in a file.
    pub line: u32,
    /// Column in characters, counted from 1; 0 where the thing was never in a file.
    pub column: u32,
}
