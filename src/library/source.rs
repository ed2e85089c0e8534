//! A named text to read, so that loading needs no disk.

/// A file's name for messages, and its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The name in messages; usually the path as the person gave it.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The most bytes a file may have; longer ones are refused before they are parsed.
    pub const MOST_BYTES: usize = 1 << 20;

    /// A text under a name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
        }
    }

    /// The line counted from 1, without its break; empty past the end.
    pub fn line(&self, number: u32) -> &str {
        let index = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        self.text.lines().nth(index).unwrap_or_default()
    }
}
