//! The wording of every [`Fault`], and its cure.

use std::fmt;

use super::{
    fault::Fault,
    wording::{List, article},
};

impl Fault {
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
            Self::TightDash => "put a blank behind the `-`".to_owned(),
            Self::SpecialStart { .. } => "put the whole value in quotes".to_owned(),
            Self::BadEscape => "double the `\\`, or use single quotes".to_owned(),
            Self::Indentation => "line it up with its neighbours of the same level".to_owned(),
            Self::UnknownAlias => "put the value in quotes if the `*` is meant as text".to_owned(),
            Self::SecondDocument => "move it to a file of its own".to_owned(),
            Self::ComplexKey => "put the key in quotes if it is meant as text".to_owned(),
            Self::CommaInText { .. } => {
                "put the whole text in quotes: other readers of YAML stop at the comma".to_owned()
            }
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
            }
            | Self::UnknownReference {
                near: Some(near), ..
            }
            | Self::UnknownPackFile { near: Some(near) } => format!("did you mean `{near}`?"),
            Self::UnknownName { known, .. } => format!("one of {}", List::or(known)),
            Self::BadName { .. } => {
                "use small letters, digits and hyphens, a letter or digit first, at most 64"
                    .to_owned()
            }
            Self::TooFew { .. } => "add an entry, or delete the key".to_owned(),
            Self::Formula { .. } => {
                "formulas use `+ - * / ^ ( ) %`, numbers with units, givens, earlier rows and `price(name)`".to_owned()
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
            Self::DuplicatePack { .. } => {
                "give one of them another `id:` in its `pack.yaml`, or load only one of them"
                    .to_owned()
            }
            Self::UnknownPackFile { near: None } => {
                "delete it; the rules of registers are built in".to_owned()
            }
            Self::UnknownReference { known, .. } if known.is_empty() => {
                "there is none to name".to_owned()
            }
            Self::UnknownReference { known, .. } => format!("there is {}", List::and(known)),
            Self::WhenWithoutAfter => "add `after:` with the step it looks at".to_owned(),
            Self::CircularDays { .. } => "name only days that can be done before it".to_owned(),
            Self::BadCondition { .. } => "write `missed CRITERION` or `score >= 80%`".to_owned(),
            Self::Diff(fault) => fault.cure().to_owned(),
            Self::EvidenceWithoutIncident => {
                "delete the key, or give the step an `incident:`".to_owned()
            }
            Self::UnsafeCharacters { .. } => "delete them; they are shown as `�`".to_owned(),
            Self::Syntax(_)
            | Self::NotAScenario { .. }
            | Self::WrongType { .. }
            | Self::Unreadable { .. } => return None,
        })
    }
}

impl fmt::Display for Fault {
    #[expect(
        clippy::too_many_lines,
        reason = "one table of sentences; parts of it would hide that each fault has one"
    )]
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
            Self::TightDash => write!(f, "`-` without a blank begins a word, not an entry"),
            Self::SpecialStart { character } => {
                write!(
                    f,
                    "a text cannot begin with `{}` unless it is quoted",
                    character.escape_default()
                )
            }
            Self::BadEscape => write!(f, "an unknown `\\` escape in double quotes"),
            Self::Indentation => write!(
                f,
                "this line begins at a column that fits nothing before it"
            ),
            Self::NotAScenario { found } => {
                write!(
                    f,
                    "a scenario is keys with values such as `id:`, `kind:`, `title:`, not {found}"
                )
            }
            Self::UnknownAlias => {
                write!(f, "`*` stands for an alias, and there is none of that name")
            }
            Self::SecondDocument => write!(f, "a second document after `---`"),
            Self::CommaInText { key } => {
                write!(
                    f,
                    "the comma ends the text of `{key}:` for YAML; it was read as one text"
                )
            }
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
            Self::NoValue { key, .. } => write!(f, "{key} has no value"),
            Self::WrongType { key, wanted, found } => {
                write!(f, "{key} takes {wanted}, not {found}")
            }
            Self::UnknownName { key, name, .. } => write!(f, "{key} has no choice `{name}`"),
            Self::BadName { key, name } => write!(f, "`{name}` is not a name for {key}"),
            Self::TooFew { key, least } => {
                write!(
                    f,
                    "{key} needs at least {least} {}",
                    if *least == 1 { "entry" } else { "entries" }
                )
            }
            Self::Formula { of, what } => write!(f, "`{of}` cannot be worked out: {what}"),
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
            Self::DuplicatePack { id, first } => {
                write!(
                    f,
                    "a pack `{id}` is loaded already, with {first}; this one is left out"
                )
            }
            Self::UnknownPackFile { .. } => {
                write!(f, "this is neither a scenario nor a file that a pack has")
            }
            Self::UnknownReference { name, what, .. } => write!(f, "there is no {what} `{name}`"),
            Self::CircularDays { day } => {
                write!(f, "the day `{day}` waits, through `after:`, for itself")
            }
            Self::WhenWithoutAfter => write!(f, "`when:` without `after:` is asked after nothing"),
            Self::BadCondition { text } => write!(f, "`when: {text}` is not understood"),
            Self::Diff(fault) => fault.fmt(f),
            Self::EvidenceWithoutIncident => write!(f, "`evidence:` without an `incident:`"),
            Self::UnsafeCharacters { code } => {
                write!(f, "a control or direction character ({code})")
            }
            Self::Unreadable { reason } => write!(f, "cannot be read: {reason}"),
        }
    }
}
