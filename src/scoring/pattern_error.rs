//! What is wrong with a pattern, at which column, and how to mend it.

use thiserror::Error;

/// A fault in a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{fault}")]
pub struct PatternError {
    /// The column of the fault, in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: PatternFault,
}

impl PatternError {
    /// How to mend it, as a sentence.
    pub fn cure(&self) -> &'static str {
        self.fault.cure()
    }
}

/// What can be wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PatternFault {
    /// Nothing there.
    #[error("the pattern is empty")]
    Empty,
    /// Nothing between two bars or brackets.
    #[error("an alternative is empty")]
    EmptyAlternative,
    /// An opening bracket without its closing one.
    #[error("this `(` has no `)`")]
    OpenGroup,
    /// A closing bracket or bar without an opening bracket.
    #[error("this `{0}` belongs to no `(`")]
    Stray(char),
    /// A quotation that does not end.
    #[error("this `\"` has no second one")]
    OpenQuote,
    /// A quantity that does not end.
    #[error("this `<` has no `>`")]
    OpenQuantity,
    /// An operator at an end or beside another.
    #[error("the operator `{0}` needs a word on both sides")]
    LoneOperator(String),
    /// A star by itself.
    #[error("a lone `*` would match anything")]
    LoneStar,
    /// A star inside a word.
    #[error("`*` stands only at the end of a word, or for one part of a path")]
    InnerStar,
    /// Too little before the star.
    #[error("a prefix needs three letters before its `*`")]
    ShortPrefix,
    /// A sign among the first three letters of a prefix.
    #[error("a prefix begins with three letters, and `{0}` is none")]
    SignInPrefix(char),
    /// An equals sign without a word.
    #[error("`=` needs a word")]
    LoneExact,
    /// Not a quantity.
    #[error("`<{0}>` is not a quantity")]
    BadQuantity(String),
    /// A unit nobody knows.
    #[error("unknown unit `{0}`")]
    UnknownUnit(String),
    /// An open range on both sides.
    #[error("`..` needs a number on at least one side")]
    EmptyRange,
    /// A tolerance that belongs to nothing.
    #[error("a tolerance needs a number before it")]
    LoneTolerance,
    /// More elements than a pattern may have.
    #[error("a pattern has at most 12 elements, this has {0}")]
    TooManyElements(usize),
    /// More alternatives than a pattern may have.
    #[error("a pattern has at most 64 alternatives, this has {0}")]
    TooManyAlternatives(usize),
    /// Groups nested without end.
    #[error("groups are nested more than 8 deep")]
    TooDeep,
    /// Only words that are in every sentence.
    #[error("the pattern has only words that stand in every sentence")]
    OnlyStopWords,
}

impl PatternFault {
    /// How to mend it, as a sentence.
    fn cure(&self) -> &'static str {
        match self {
            Self::Empty => "write at least one word",
            Self::EmptyAlternative => "write a word there, or take the `|` away",
            Self::OpenGroup => "close it with `)`",
            Self::Stray(_) => "open a group with `(` before it, or take it away",
            Self::OpenQuote => "close it with `\"`, or write `=(several words)`",
            Self::OpenQuantity => "close it with `>`",
            Self::LoneOperator(_) => "write a word before and after it, or take it away",
            Self::LoneStar => "use `~3` to allow words between",
            Self::InnerStar => "end the word with the `*`, or write the endings as `(this|that)`",
            Self::ShortPrefix => "write more of the word",
            Self::SignInPrefix(_) => {
                "write the words that are meant, as `(this|that)`, or a prefix of letters alone"
            }
            Self::LoneExact => "write the word right after it, or `=(several words)`",
            Self::BadQuantity(_) => {
                "write `<number [tolerance] [unit]>`, such as `<1230 10% USD/month>` or `<..500 ms>`"
            }
            Self::UnknownUnit(_) => {
                "use a unit of time, data, money, rate or share, such as `ms`, `GB`, `USD/month`, `req/s` or `%`"
            }
            Self::EmptyRange => "write `<5..>`, `<..10>` or `<5..10>`",
            Self::LoneTolerance => "write the number first, such as `<100 10% GB>`",
            Self::TooManyElements(_) => "split it into several patterns of `all`",
            Self::TooManyAlternatives(_) => "split it into several patterns of `any`",
            Self::TooDeep => "write the alternatives as patterns of their own",
            Self::OnlyStopWords => "add the word that carries the meaning, or write `=(the words)`",
        }
    }
}
