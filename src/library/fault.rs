//! The wording of everything that can be wrong with the form of a file, and its cure.

use std::fmt;

use super::wording::{List, article};

/// What is wrong with the form of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A byte that cannot stand there in UTF-8.
    NotUtf8 {
        /// The byte.
        byte: u8,
    },
    /// A byte order mark of UTF-16.
    Utf16,
    /// Nothing but blanks and comments.
    Empty,
    /// More bytes than a scenario may have.
    TooLarge {
        /// How many may be.
        most: usize,
    },
    /// Deeper than any scenario.
    TooDeep {
        /// How deep may be.
        most: usize,
    },
    /// More values than any scenario has, aliases counted at every use.
    TooMany {
        /// How many may be.
        most: usize,
    },
    /// Not YAML; in the words of the parser.
    Syntax(String),
    /// `key: a: b`.
    StrayColon,
    /// A tab where YAML wants blanks.
    Tab,
    /// A full-width `：` behind a key.
    FullWidthColon {
        /// The key before it.
        key: String,
    },
    /// A quote, bracket or brace that is never closed.
    Unclosed {
        /// What is open.
        open: &'static str,
    },
    /// `*name` without `&name`.
    UnknownAlias,
    /// `---` and more.
    SecondDocument,
    /// The same key twice.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line of the first.
        first: u32,
    },
    /// A key that is a list or a mapping.
    ComplexKey,
    /// `!word`.
    Tag {
        /// The tag as written.
        tag: String,
    },
    /// A key that means nothing here.
    UnknownKey {
        /// The key.
        key: String,
        /// What it stands in, such as `criterion`.
        shape: &'static str,
        /// What was probably meant.
        near: Option<&'static str>,
        /// What may stand here.
        known: Vec<&'static str>,
    },
    /// A key that must be there.
    MissingKey {
        /// The key.
        key: &'static str,
        /// What it is missing from.
        shape: &'static str,
        /// What to write.
        example: &'static str,
    },
    /// `key:` without a value, `~` or `null`.
    NoValue {
        /// The key, or what the list holds.
        key: String,
        /// Whether it may be left out.
        optional: bool,
    },
    /// A list where a word was wanted, and the like.
    WrongType {
        /// The key, or what the list holds.
        key: String,
        /// What it takes.
        wanted: String,
        /// What is there.
        found: String,
    },
    /// A word outside the fixed choice.
    UnknownName {
        /// The key.
        key: String,
        /// The word.
        name: String,
        /// What was probably meant.
        near: Option<String>,
        /// The choice.
        known: Vec<String>,
    },
    /// A name that is not in small letters, digits and hyphens.
    BadName {
        /// The key.
        key: String,
        /// The name.
        name: String,
    },
    /// A list with too few entries.
    TooFew {
        /// The key.
        key: String,
        /// How many it takes at least.
        least: usize,
    },
    /// A part of the format that a later version brings.
    NotUnderstood {
        /// The key.
        key: &'static str,
        /// What it stands in.
        shape: &'static str,
    },
    /// A file of a later format.
    LaterFormat {
        /// The number in the file.
        format: String,
    },
    /// Not exactly one of `any`, `all`, `at_least`.
    OneOf {
        /// What lacks it.
        shape: &'static str,
        /// The keys of which one is wanted.
        keys: &'static [&'static str],
        /// Those that are there.
        found: Vec<&'static str>,
    },
    /// A number of patterns that cannot be met.
    AtLeastTooMany {
        /// What was asked.
        n: u32,
        /// How many there are.
        of: usize,
    },
    /// `steps` is not the last key.
    KeyAfterSteps {
        /// The key behind it.
        key: String,
    },
    /// The same id twice among siblings.
    DuplicateId {
        /// The id.
        id: String,
        /// What bears it.
        shape: &'static str,
        /// The line of the first.
        first: u32,
    },
    /// Two scenarios of one pack with the same id.
    DuplicateScenario {
        /// The id.
        id: String,
        /// The file of the first.
        first: String,
    },
    /// A condition in no known form.
    BadCondition {
        /// As written.
        text: String,
    },
    /// Characters that would move the cursor or reorder text.
    UnsafeCharacters {
        /// The code of the first, such as `U+001B`.
        code: String,
    },
    /// The machine would not give the file.
    Unreadable {
        /// Why, in the words of the system.
        reason: String,
    },
}

impl Fault {
    /// The fixed name of the rule.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } | Self::Utf16 => "encoding",
            Self::Empty => "empty-file",
            Self::TooLarge { .. } | Self::TooDeep { .. } | Self::TooMany { .. } => "too-large",
            Self::Syntax(_)
            | Self::StrayColon
            | Self::Tab
            | Self::FullWidthColon { .. }
            | Self::Unclosed { .. }
            | Self::UnknownAlias
            | Self::ComplexKey
            | Self::Tag { .. } => "yaml",
            Self::SecondDocument => "second-document",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey { .. } | Self::OneOf { .. } => "missing-key",
            Self::NoValue { .. } => "no-value",
            Self::WrongType { .. } | Self::TooFew { .. } | Self::AtLeastTooMany { .. } => {
                "wrong-type"
            }
            Self::UnknownName { .. } | Self::BadName { .. } | Self::BadCondition { .. } => {
                "unknown-name"
            }
            Self::NotUnderstood { .. } | Self::LaterFormat { .. } => "not-understood",
            Self::KeyAfterSteps { .. } => "steps-last",
            Self::DuplicateId { .. } | Self::DuplicateScenario { .. } => "duplicate-id",
            Self::UnsafeCharacters { .. } => "unsafe-characters",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// What to do, where there is something to say.
    pub fn cure(&self) -> Option<String> {
        Some(match self {
            Self::NotUtf8 { .. } | Self::Utf16 => "save the file as UTF-8 in the editor".to_owned(),
            Self::Empty => "`firedrill new KIND ID` writes a commented template".to_owned(),
            Self::TooLarge { .. } | Self::TooMany { .. } => {
                "split it: one file is one scenario".to_owned()
            }
            Self::TooDeep { .. } => {
                "look for brackets that were meant as text and quote them".to_owned()
            }
            Self::StrayColon => {
                "put the value in quotes, or behind `|` on lines of its own".to_owned()
            }
            Self::Tab => "indent with blanks".to_owned(),
            Self::FullWidthColon { key } => {
                format!("write `{key}: ` with a half-width colon and a blank")
            }
            Self::Unclosed { .. } => {
                "close it, or quote the value if it is meant as text".to_owned()
            }
            Self::UnknownAlias => "put the value in quotes if the `*` is meant as text".to_owned(),
            Self::SecondDocument => "move it to a file of its own".to_owned(),
            Self::ComplexKey => "put the key in quotes if it is meant as text".to_owned(),
            Self::DuplicateKey { .. } => "join the two, or delete one".to_owned(),
            Self::Tag { tag } => format!("put the value in quotes if `{tag}` is meant as text"),
            Self::UnknownKey {
                near: Some(near), ..
            } => format!("did you mean `{near}`?"),
            Self::UnknownKey { shape, known, .. } => {
                format!("{} takes {}", article(shape), List::and(known))
            }
            Self::MissingKey { example, .. } => format!("add `{example}`"),
            Self::NoValue { optional: true, .. } => {
                "give a value, or delete the key for its default; text goes in quotes: \"null\""
                    .to_owned()
            }
            Self::NoValue { .. } => "give a value; text goes in quotes: \"null\"".to_owned(),
            Self::UnknownName {
                near: Some(near), ..
            } => format!("did you mean `{near}`?"),
            Self::UnknownName { known, .. } => format!("one of {}", List::or(known)),
            Self::BadName { .. } => {
                "use small letters, digits and hyphens, a letter or digit first, at most 64"
                    .to_owned()
            }
            Self::TooFew { .. } => "add an entry, or delete the key".to_owned(),
            Self::NotUnderstood { .. } => {
                "leave the step out, or play it with a later version".to_owned()
            }
            Self::LaterFormat { .. } => {
                "this version reads format 1; a later version of the program may read it".to_owned()
            }
            Self::OneOf { keys, .. } => format!("give exactly one of {}", List::or(keys)),
            Self::AtLeastTooMany { .. } => "lower `n:` or add patterns".to_owned(),
            Self::KeyAfterSteps { .. } => {
                "move it above `steps:`, where a listing stops reading".to_owned()
            }
            Self::DuplicateId { .. } | Self::DuplicateScenario { .. } => {
                "give one of them another id".to_owned()
            }
            Self::BadCondition { .. } => "write `missed CRITERION` or `score >= 80%`".to_owned(),
            Self::UnsafeCharacters { .. } => "delete them; they are shown as `�`".to_owned(),
            Self::Syntax(_) | Self::WrongType { .. } | Self::Unreadable { .. } => return None,
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 { byte } => write!(f, "the byte 0x{byte:02x} is not UTF-8"),
            Self::Utf16 => write!(f, "the file is UTF-16"),
            Self::Empty => write!(f, "the file is empty"),
            Self::TooLarge { most } => write!(f, "the file has more than {most} bytes"),
            Self::TooDeep { most } => write!(f, "nested more than {most} levels deep"),
            Self::TooMany { most } => {
                write!(f, "more than {most} values, aliases counted at every use")
            }
            Self::Syntax(words) => write!(f, "not YAML: {words}"),
            Self::StrayColon => write!(f, "a second `: ` in one line"),
            Self::Tab => write!(f, "a tab where YAML wants blanks"),
            Self::FullWidthColon { key } => write!(f, "a full-width `：` behind `{key}`"),
            Self::Unclosed { open } => write!(f, "{open} is never closed"),
            Self::UnknownAlias => {
                write!(f, "`*` stands for an alias, and there is none of that name")
            }
            Self::SecondDocument => write!(f, "a second document after `---`"),
            Self::DuplicateKey { key, first } => {
                write!(f, "`{key}:` is already given in line {first}")
            }
            Self::ComplexKey => write!(f, "a key must be one word"),
            Self::Tag { tag } => write!(f, "`{tag}` is read as a YAML tag"),
            Self::UnknownKey { key, shape, .. } => {
                write!(f, "unknown key `{key}` in {}", article(shape))
            }
            Self::MissingKey { key, shape, .. } => {
                write!(f, "{} needs `{key}:`", article(shape))
            }
            Self::NoValue { key, .. } => write!(f, "`{key}:` has no value"),
            Self::WrongType { key, wanted, found } => {
                write!(f, "`{key}:` takes {wanted}, not {found}")
            }
            Self::UnknownName { key, name, .. } => write!(f, "`{key}:` has no choice `{name}`"),
            Self::BadName { key, name } => write!(f, "`{key}: {name}` is not a name"),
            Self::TooFew { key, least } => {
                write!(
                    f,
                    "`{key}:` needs at least {least} {}",
                    if *least == 1 { "entry" } else { "entries" }
                )
            }
            Self::NotUnderstood { key, shape } => {
                write!(
                    f,
                    "`{key}:` in {} is not understood by this version",
                    article(shape)
                )
            }
            Self::LaterFormat { format } => write!(f, "the file says `format: {format}`"),
            Self::OneOf { shape, keys, found } if found.is_empty() => {
                write!(f, "{} needs {}", article(shape), List::or(keys))
            }
            Self::OneOf { shape, found, .. } => {
                write!(f, "{} has {} together", article(shape), List::and(found))
            }
            Self::AtLeastTooMany { n, of } => write!(f, "at least {n} of {of} can never be met"),
            Self::KeyAfterSteps { key } => write!(f, "`{key}:` stands after `steps:`"),
            Self::DuplicateId { id, shape, first } => {
                write!(
                    f,
                    "{} `{id}` already stands in line {first}",
                    article(shape)
                )
            }
            Self::DuplicateScenario { id, first } => {
                write!(f, "a scenario `{id}` already stands in {first}")
            }
            Self::BadCondition { text } => write!(f, "`when: {text}` is not understood"),
            Self::UnsafeCharacters { code } => {
                write!(f, "a control or direction character ({code})")
            }
            Self::Unreadable { reason } => write!(f, "cannot be read: {reason}"),
        }
    }
}
