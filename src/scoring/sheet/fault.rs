//! Why a working cannot be read, in a sentence with the place.

use std::fmt;

/// What is wrong with a formula or a working, and with which of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault {
    /// First byte of the formula that is wrong.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What is wrong.
    pub kind: SheetFaultKind,
}

/// What can be wrong with a formula or a working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFaultKind {
    /// There is nothing.
    Empty,
    /// More bytes than anybody writes.
    TooLong {
        /// How many may be.
        most: usize,
    },
    /// Deeper in parentheses than anybody writes.
    TooDeep,
    /// A word that names nothing.
    UnknownName {
        /// The word.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// A price that is on no list.
    UnknownPrice {
        /// Its name.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// An operator, a parenthesis or the end where a number should stand.
    NumberMissing {
        /// What stands before, such as `*`.
        after: String,
    },
    /// Two numbers side by side.
    OperatorMissing {
        /// The second of them.
        before: String,
    },
    /// A parenthesis that is not closed.
    Unclosed,
    /// A parenthesis that was never opened.
    Unopened,
    /// `1,5`.
    DecimalComma {
        /// As written.
        number: String,
        /// With a point.
        point: String,
    },
    /// A number no double can hold.
    NotANumber {
        /// As written.
        number: String,
    },
    /// `2–3 TB`.
    Range,
    /// A character that has no meaning in arithmetic.
    Character {
        /// The character.
        character: char,
    },
    /// Division by zero.
    ByZero,
    /// Larger than a double.
    TooLarge,
    /// Rows that use each other.
    Circle {
        /// The row that leads back to itself.
        name: String,
    },
    /// A row that cannot be read itself, or is left out.
    NoValue {
        /// The row.
        name: String,
    },
    /// One quantity of something else than is asked.
    WrongUnit {
        /// The unit that is asked.
        wanted: String,
    },
    /// Less than nothing.
    Negative,
}

impl fmt::Display for SheetFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use SheetFaultKind as Kind;
        match &self.kind {
            Kind::Empty => {
                formatter.write_str("there is nothing to work out; write a number or arithmetic")
            }
            Kind::TooLong { most } => write!(
                formatter,
                "a working has at most {most} characters; split it over rows"
            ),
            Kind::TooDeep => formatter
                .write_str("the parentheses are too deep; work the inner part in a row of its own"),
            Kind::UnknownName { name, near } => {
                write!(formatter, "`{name}` is no row, given or unit of this sheet")?;
                or_near(formatter, near.as_deref())
            }
            Kind::UnknownPrice { name, near } => {
                write!(formatter, "there is no price `{name}`")?;
                or_near(formatter, near.as_deref())
            }
            Kind::NumberMissing { after } if after.is_empty() => {
                formatter.write_str("a number is missing at the start")
            }
            Kind::NumberMissing { after } => {
                write!(formatter, "a number is missing after `{after}`")
            }
            Kind::OperatorMissing { before } => {
                write!(
                    formatter,
                    "an operator such as `*` or `+` is missing before `{before}`"
                )
            }
            Kind::Unclosed => formatter.write_str("a parenthesis is opened and not closed"),
            Kind::Unopened => formatter.write_str("a parenthesis is closed that was not opened"),
            Kind::DecimalComma { number, point } => write!(
                formatter,
                "`{number}` can be read in two ways; write `{point}` with a point, and commas only between thousands"
            ),
            Kind::NotANumber { number } => write!(formatter, "`{number}` is no number"),
            Kind::Range => formatter.write_str("give one number, not a range"),
            Kind::Character { character } => {
                write!(
                    formatter,
                    "`{character}` has no meaning here; `+ - * / ^ ( ) %` have"
                )
            }
            Kind::ByZero => formatter.write_str("this divides by zero"),
            Kind::TooLarge => formatter.write_str("the number is too large to work with"),
            Kind::Circle { name } => write!(formatter, "`{name}` is worked out from itself"),
            Kind::NoValue { name } => write!(formatter, "`{name}` has no value that could be used"),
            Kind::WrongUnit { wanted } => write!(
                formatter,
                "this is not in {wanted}, and cannot be turned into it"
            ),
            Kind::Negative => {
                formatter.write_str("this comes to less than zero; look at the signs")
            }
        }
    }
}

fn or_near(formatter: &mut fmt::Formatter<'_>, near: Option<&str>) -> fmt::Result {
    match near {
        Some(near) => write!(formatter, "; did you mean `{near}`?"),
        None => Ok(()),
    }
}
