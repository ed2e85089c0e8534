//! What a filled sheet came to, row by row: part of the scorecard.

use serde::{Deserialize, Serialize};

/// How near a row is to the author's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RowState {
    /// Within the tolerance.
    Within,
    /// Within a factor of two.
    Factor,
    /// Further away, or not to be read.
    Off,
    /// Left out.
    Missing,
}

/// What one row came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowCard {
    /// The row.
    pub id: String,
    /// How near it is.
    pub state: RowState,
    /// What the learner's working comes to, in the unit of the row.
    #[serde(default)]
    pub value: Option<f64>,
    /// What the author's comes to.
    pub expected: f64,
    /// What the author's formula comes to with the learner's own rows, where that is another number.
    #[serde(default)]
    pub expected_from_own: Option<f64>,
    /// The unit of all three.
    pub unit: String,
    /// Why it is off, or right in spite of a difference; names of [`crate::domain::Cause`].
    #[serde(default)]
    pub because: Vec<String>,
    /// The given left out or the price that was taken, where one explains the difference.
    #[serde(default)]
    pub named: Option<String>,
    /// First byte of the working in the answer.
    #[serde(default)]
    pub start: usize,
    /// One past its last byte.
    #[serde(default)]
    pub end: usize,
    /// Why the working cannot be read.
    #[serde(default)]
    pub fault: Option<String>,
}

/// The row that makes up most of the bill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// The row.
    pub row: String,
    /// Its share of the total, 0..=1.
    pub share: f64,
    /// Whether the prose names it as the driver.
    pub named: bool,
}

/// What a lever saves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saving {
    /// The lever.
    pub id: String,
    /// What it saves, in the unit of the last row.
    pub saves: f64,
    /// That as a share of the total, 0..=1.
    pub share: f64,
}

/// What a filled sheet came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetCard {
    /// Every row, in the order of the sheet.
    pub rows: Vec<RowCard>,
    /// The biggest driver; absent where no row is part of the total.
    #[serde(default)]
    pub driver: Option<Driver>,
    /// The levers, the greatest saving first.
    #[serde(default)]
    pub levers: Vec<Saving>,
}
