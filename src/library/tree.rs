//! A YAML file as a tree in which every value keeps its place and its words as written.
//!
//! The tree is built from the parser's events. Deserialising straight into structs would type
//! scalars early (`5.10` becomes 5.1) and stop at the first fault; a tree lets one pass over
//! [`super::shape`] report every fault of a file.

use crate::domain::Position;

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// Behind `|` or `>`.
    Block,
}

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its first character.
    pub at: Position,
    /// How many characters of its first line belong to it.
    pub width: u32,
    /// What it is.
    pub value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A word or a text.
    Scalar {
        /// The characters, escapes resolved.
        text: String,
        /// How it is written.
        style: Style,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in the order of the file.
    Mapping(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub at: Position,
    /// How many characters the key has.
    pub width: u32,
    /// What belongs to it.
    pub value: Node,
}

impl Node {
    /// The text of a scalar; `None` for `null`, `~`, an empty value, lists and mappings.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } if !self.is_null() => Some(text),
            _ => None,
        }
    }

    /// Whether YAML reads the value as nothing.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, style: Style::Plain }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The entries of a list; empty for anything else.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::Sequence(items) => items,
            _ => &[],
        }
    }

    /// The entries of a mapping; empty for anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The entry under `key`.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value under `key`.
    pub fn value_of(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// What the value is, in the words of a message.
    pub fn described(&self) -> String {
        match &self.value {
            Value::Sequence(_) => "a list".to_owned(),
            Value::Mapping(_) => "a mapping".to_owned(),
            Value::Scalar { .. } if self.is_null() => "nothing".to_owned(),
            Value::Scalar { text, .. } => {
                let mut shown: String = text.trim().chars().take(40).collect();
                if shown.len() < text.trim().len() {
                    shown.push('…');
                }
                format!("`{shown}`")
            }
        }
    }

    /// How many values it holds, itself included.
    pub fn count(&self) -> usize {
        1 + match &self.value {
            Value::Scalar { .. } => 0,
            Value::Sequence(items) => items.iter().map(Self::count).sum(),
            Value::Mapping(entries) => entries.iter().map(|entry| entry.value.count()).sum(),
        }
    }

    /// How many bytes of text it holds, keys included.
    pub fn bytes(&self) -> usize {
        match &self.value {
            Value::Scalar { text, .. } => text.len(),
            Value::Sequence(items) => items.iter().map(Self::bytes).sum(),
            Value::Mapping(entries) => entries
                .iter()
                .map(|entry| entry.key.len() + entry.value.bytes())
                .sum(),
        }
    }
}
