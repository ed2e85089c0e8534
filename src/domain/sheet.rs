//! A cost sheet: rows to be worked from givens and prices, and levers that lower the bill.

use super::{identity::CriterionId, position::Position, text::Text};

/// A formula or a number in the language people write numbers in, and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formula {
    /// As the author wrote it, such as `uploads * price(s3-put)`.
    pub text: String,
    /// Where its first character stands.
    pub at: Position,
    /// Whether it stands as written on one line, so that columns inside it are columns of the file.
    pub is_inline: bool,
}

/// How many bytes a gigabyte has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gigabyte {
    /// 10^9 bytes, and 1,000 gigabytes in a terabyte.
    #[default]
    Decimal,
    /// 2^30 bytes, and 1,024 gigabytes in a terabyte.
    Binary,
}

/// How long a month is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Month {
    /// 730 hours, as cloud prices count it.
    #[default]
    Hours730,
    /// 30 days.
    Days30,
}

/// A quantity the learner is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its name in formulas.
    pub name: String,
    /// What it is, for people; the name where absent.
    pub label: Option<Text>,
    /// How much it is, such as `100M /month`.
    pub is: Formula,
}

/// A price of a pack's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Its name in `price(name)`.
    pub name: String,
    /// What is sold, for people; the name where absent.
    pub label: Option<Text>,
    /// How much it is, such as `$0.005 /1000`.
    pub is: Formula,
    /// Where it holds, such as `us-east-1`.
    pub region: String,
    /// When it was looked up, as `2026-10-31`.
    pub date: String,
    /// Where it was looked up.
    pub source: String,
}

/// A line of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name in formulas and answers.
    pub id: CriterionId,
    /// What it is, for people.
    pub label: Text,
    /// How it is worked from givens, prices and earlier rows.
    pub is: Formula,
    /// The unit it is asked in, such as `USD/month`; empty where it is a plain number.
    pub unit: String,
    /// How far a right answer may be off, as a share of it; .1 by default.
    pub tolerance: f64,
    /// Where it stands in its file.
    pub at: Position,
}

/// Something that lowers the bill.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// Its name in the sheet.
    pub id: CriterionId,
    /// What is done, for people.
    pub label: Text,
    /// What it saves, from givens, prices and rows.
    pub saves: Formula,
    /// Where it stands in its file.
    pub at: Position,
}

/// A cost sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The rows, each from earlier ones; at least one, the last is usually the total.
    pub rows: Vec<Row>,
    /// What is given.
    pub givens: Vec<Given>,
    /// The prices that the formulas name, in the order of their names.
    pub prices: Vec<Price>,
    /// The other prices of the same list, which somebody may take by mistake.
    pub other_prices: Vec<Price>,
    /// What lowers the bill.
    pub levers: Vec<Lever>,
    /// When the working was last held against the prices, as `2026-10-31`.
    pub date: Option<String>,
    /// How many bytes a gigabyte has in the author's working.
    pub gigabyte: Gigabyte,
    /// How long a month is in the author's working.
    pub month: Month,
}
