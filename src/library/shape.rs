//! What a file may hold: one table that the reader, the JSON Schema and the format guide share.

/// What stands in a mapping.
#[derive(Debug)]
pub struct Shape {
    /// Its name in messages, such as `criterion`.
    pub name: &'static str,
    /// The keys it takes, in the order the guide lists them.
    pub fields: &'static [Field],
}

/// One key of a mapping.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it must be there, or what holds without it.
    pub need: Need,
    /// What it means, in one line.
    pub means: &'static str,
}

/// Whether a key may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be there; the example is shown where it is missing.
    Required(&'static str),
    /// What holds without it, in the words of the guide.
    Default(&'static str),
    /// It must be there unless another key is; key and example.
    Unless(&'static str, &'static str),
    /// One of several; said by the rule that knows them.
    Choice,
}

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// A name in small letters, digits and hyphens.
    Name,
    /// A text in one language.
    Words,
    /// A text, or a mapping with `en` and `zh`.
    Text,
    /// A text in Chinese or English, or a mapping with either or both.
    Foreign,
    /// A whole number from 1 (to a limit).
    Count(u32),
    /// A whole number from 0 (to a limit).
    Whole(u32),
    /// A number above 0.
    Amount,
    /// `true` or `false`.
    Flag,
    /// One word of a choice.
    OneOf(&'static [&'static str]),
    /// A list, with at least so many entries.
    List(&'static Takes, usize),
    /// A mapping.
    Map(&'static Shape),
    /// A text, or a mapping that holds the text and more.
    WordsOr(&'static Shape),
    /// `full`, `none`, or states by criterion.
    Expectation,
    /// Any mapping of names to one shape.
    Named(&'static Shape),
    /// Any mapping of names to what is said here.
    Entries(&'static Takes),
    /// A share such as `10%`, above 0 and at most 100 %.
    Percent,
}

/// A row of a shape's table.
pub const fn field(key: &'static str, takes: Takes, need: Need, means: &'static str) -> Field {
    Field {
        key,
        takes,
        need,
        means,
    }
}

/// Two tables in one; `N` must be the number of their rows.
pub const fn joined<const N: usize>(first: &[Field], then: &[Field]) -> [Field; N] {
    let mut rows = [first[0]; N];
    let mut at = 0;
    while at < N {
        rows[at] = if at < first.len() {
            first[at]
        } else {
            then[at - first.len()]
        };
        at += 1;
    }
    rows
}
