//! Everything that can be wrong with the form of a file.

use super::diff_fault::DiffFault;

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
    /// `-word` where `- word` was meant.
    TightDash,
    /// A text that begins with a character that YAML keeps for itself.
    SpecialStart {
        /// The character.
        character: char,
    },
    /// `"\q"`.
    BadEscape,
    /// A line that begins at no column that fits.
    Indentation,
    /// Not a mapping at all.
    NotAScenario {
        /// What is there.
        found: String,
    },
    /// `*name` without `&name`.
    UnknownAlias,
    /// `---` and more.
    SecondDocument,
    /// Inside `{…}` a comma cut a text in two; they were put together again.
    CommaInText {
        /// The key of the text.
        key: String,
    },
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
    /// A day of a track that waits for itself.
    CircularDays {
        /// The day.
        day: String,
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
    /// A part of a diff that cannot be read, or code that it does not have.
    Diff(DiffFault),
    /// Two packs with the same id.
    DuplicatePack {
        /// The id.
        id: String,
        /// A file of the first.
        first: String,
    },
    /// A file that is no scenario and that no pack has.
    UnknownPackFile {
        /// What it was probably meant to be called; `None` for a file whose rules are built in.
        near: Option<String>,
    },
    /// The name of nothing.
    UnknownReference {
        /// The name.
        name: String,
        /// What it should be the name of.
        what: &'static str,
        /// What was probably meant.
        near: Option<String>,
        /// The names there are.
        known: Vec<String>,
    },
    /// A condition on no step.
    WhenWithoutAfter,
    /// A condition in no known form.
    BadCondition {
        /// As written.
        text: String,
    },
    /// A criterion that wants evidence in a step without an incident.
    EvidenceWithoutIncident,
    /// A formula of a sheet that cannot be worked out.
    Formula {
        /// The row, given or lever it belongs to.
        of: String,
        /// What is wrong with it.
        what: String,
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
            | Self::TightDash
            | Self::SpecialStart { .. }
            | Self::BadEscape
            | Self::Indentation
            | Self::ComplexKey
            | Self::Tag { .. } => "yaml",
            Self::SecondDocument => "second-document",
            Self::CommaInText { .. } => "comma-in-text",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey { .. } | Self::OneOf { .. } => "missing-key",
            Self::NoValue { .. } => "no-value",
            Self::Diff(_) => "diff",
            Self::NotAScenario { .. }
            | Self::WrongType { .. }
            | Self::TooFew { .. }
            | Self::AtLeastTooMany { .. } => "wrong-type",
            Self::UnknownName { .. } | Self::BadName { .. } | Self::BadCondition { .. } => {
                "unknown-name"
            }
            Self::LaterFormat { .. } => "not-understood",
            Self::UnknownReference { .. }
            | Self::WhenWithoutAfter
            | Self::CircularDays { .. }
            | Self::EvidenceWithoutIncident => "unknown-reference",
            Self::KeyAfterSteps { .. } => "steps-last",
            Self::DuplicateId { .. }
            | Self::DuplicateScenario { .. }
            | Self::DuplicatePack { .. } => "duplicate-id",
            Self::UnknownPackFile { .. } => "unknown-file",
            Self::Formula { .. } => "formula",
            Self::UnsafeCharacters { .. } => "unsafe-characters",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}
