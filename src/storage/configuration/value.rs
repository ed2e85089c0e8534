//! A setting's value, and where it came from.

use std::{env, fmt, path::PathBuf};

/// Where a value came from; a later one outdoes an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said anything.
    #[default]
    Default,
    /// This line of the file.
    Line(u32),
    /// This environment variable.
    Variable(&'static str),
    /// This option on the command line.
    Option(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => formatter.write_str("default"),
            Self::Line(line) => write!(formatter, "line {line}"),
            Self::Variable(name) | Self::Option(name) => formatter.write_str(name),
        }
    }
}

/// A value and where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value that holds.
    pub value: T,
    /// Where it came from.
    pub origin: Origin,
}

impl<T> Setting<T> {
    /// A value that holds while nobody says anything else.
    pub const fn new(value: T) -> Self {
        Self {
            value,
            origin: Origin::Default,
        }
    }

    /// Puts `value` in place of what held before.
    pub fn set(&mut self, value: T, origin: Origin) {
        *self = Self { value, origin };
    }
}

/// A value as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Number(i64),
    /// A list of texts.
    List(Vec<String>),
    /// Something that no setting takes; its name in TOML.
    Other(&'static str),
}

impl Value {
    /// The value of an environment variable, in which everything is text.
    pub fn of_variable(text: &str) -> Self {
        match text {
            "true" => Self::Truth(true),
            "false" => Self::Truth(false),
            text => text
                .parse()
                .map_or_else(|_| Self::Text(text.to_owned()), Self::Number),
        }
    }

    /// A list of folders; in a variable they are separated as those of `PATH` are.
    pub fn folders(&self) -> Option<Vec<PathBuf>> {
        match self {
            Self::List(texts) => Some(texts.iter().map(PathBuf::from).collect()),
            Self::Text(text) => Some(env::split_paths(text).collect()),
            _ => None,
        }
    }

    /// A text, `None` for one without letters.
    pub fn words(&self) -> Option<Option<String>> {
        match self {
            Self::Text(text) => Some((!text.trim().is_empty()).then(|| text.clone())),
            _ => None,
        }
    }
}
