//! Grades a filled sheet: every row near or off, and why; the driver; the levers by saving.

use crate::domain::{Cause, Sheet};

use super::{
    super::reading::{Reading, Revision},
    super::scorecard::{Finding, Scorecard, Span, State, Via},
    super::sheet_card::{Driver, RowCard, RowState, Saving, SheetCard},
    answer::{Entry, Filled, fields, fill},
    compiled::{Bill, Compiled},
    diagnosis::{explain, is_convention},
    expression::Expression,
    formulas::FormulaProblem,
};

/// How many times too large or small a row may be and still earn half.
const FACTOR: f64 = 2.0;

/// A sheet ready to grade answers, and to be worked with other numbers.
#[derive(Clone, Debug)]
pub struct Estimate {
    sheet: Compiled,
    author: Bill,
}

/// What the rows of an answer came to.
struct Estimated {
    /// One finding per row.
    pub findings: Vec<Finding>,
    /// The rows in detail.
    pub card: SheetCard,
    /// The answer with blanks for the workings.
    pub prose: String,
}

impl Estimate {
    /// Reads and works out every formula; every one that cannot be is reported.
    pub fn new(sheet: &Sheet) -> Result<Self, Vec<FormulaProblem>> {
        let sheet = Compiled::new(sheet)?;
        let author = sheet.bill(&[]).unwrap_or_default();
        Ok(Self { sheet, author })
    }

    /// What the author's formulas come to.
    pub fn bill(&self) -> &Bill {
        &self.author
    }

    /// What they come to with some givens or prices times a factor; the numbers as given where the
    /// changed ones cannot be worked out.
    pub fn bill_with(&self, changes: &[(String, f64)]) -> Bill {
        let scale = |name: &str| {
            let change = changes
                .iter()
                .find(|(changed, _)| changed.eq_ignore_ascii_case(name));
            change.map_or(1.0, |(_, factor)| *factor)
        };
        let scales: Vec<f64> = self
            .sheet
            .constants
            .iter()
            .map(|constant| scale(&constant.name))
            .collect();
        self.sheet
            .bill(&scales)
            .unwrap_or_else(|_| self.author.clone())
    }

    /// The rows that make up the last one, by their places.
    pub fn parts(&self) -> Vec<usize> {
        self.sheet.parts()
    }

    /// What stands in every row of `answer` comes to, or why it cannot be read; `None` where it is left out.
    pub fn values(&self, answer: &str) -> Vec<Option<Result<f64, String>>> {
        let filled = fill(&self.sheet, answer, &self.author.rows);
        let shown = |entry: Entry| entry.value.map_err(|fault| fault.to_string());
        filled
            .rows
            .into_iter()
            .map(|entry| entry.map(shown))
            .collect()
    }

    /// The rows, by their places, whose formula does not come to their unit by its own units.
    pub fn rows_converted_by_hand(&self) -> Vec<usize> {
        self.sheet.rows_converted_by_hand(&self.author.rows)
    }

    /// The rows, by their places, that no later row and no lever uses; the last is never one.
    pub fn idle_rows(&self) -> Vec<usize> {
        let rows = self.sheet.rows.iter().map(|row| &row.formula);
        let levers = self.sheet.levers.iter().map(|lever| &lever.saves);
        let used: Vec<usize> = rows.chain(levers).flat_map(Expression::names).collect();
        let last = self.sheet.rows.len().saturating_sub(1);
        (0..last).filter(|row| !used.contains(row)).collect()
    }

    /// The plain-text form taken apart: what stands in every row, and the other lines as they are.
    pub fn fields(&self, text: &str) -> (Vec<String>, String) {
        fields(&self.sheet, text)
    }

    /// `answer` with blanks for the workings.
    pub(in super::super) fn prose(&self, answer: &str) -> String {
        fill(&self.sheet, answer, &self.author.rows).prose
    }

    /// Grades the rows of `answer`, and its prose with the patterns behind `reading`.
    pub(in super::super) fn grade(&self, answer: &str, reading: &dyn Reading) -> Scorecard {
        let Estimated {
            findings,
            card,
            prose,
        } = self.judge(answer);
        let is_beside = card.rows.iter().any(|row| row.state != RowState::Missing);
        let mut scorecard = reading.card(&prose, &mut |points| Revision {
            criteria: findings.iter().cloned().chain(points.criteria).collect(),
            is_beside,
            ..Revision::default()
        });
        scorecard.sheet = Some(card);
        scorecard
    }

    /// Judges every row of `answer`.
    fn judge(&self, answer: &str) -> Estimated {
        let Filled { rows, prose } = fill(&self.sheet, answer, &self.author.rows);
        let mut own = self.author.rows.clone();
        for (slot, entry) in own.iter_mut().zip(&rows) {
            if let Some(Entry {
                value: Ok(value), ..
            }) = entry
            {
                *slot = *value;
            }
        }
        let cards: Vec<RowCard> = rows
            .iter()
            .enumerate()
            .map(|(place, entry)| self.row(place, entry.as_ref(), &own))
            .collect();
        let findings = cards.iter().map(finding).collect();
        let driver = self.driver(&prose);
        Estimated {
            findings,
            card: SheetCard {
                rows: cards,
                driver,
                levers: self.levers(),
            },
            prose,
        }
    }

    fn row(&self, place: usize, entry: Option<&Entry>, own: &[f64]) -> RowCard {
        let row = &self.sheet.rows[place];
        let expected = self.author.rows.get(place).copied().unwrap_or_default();
        let from_own = self
            .sheet
            .row_from(place, own)
            .filter(|value| !near(*value, expected, 1e-9));
        let mut card = RowCard {
            id: row.id.clone(),
            state: RowState::Missing,
            value: None,
            expected,
            expected_from_own: from_own,
            unit: row.unit_name.clone(),
            because: Vec::new(),
            named: None,
            start: 0,
            end: 0,
            fault: None,
        };
        let Some(entry) = entry else { return card };
        (card.start, card.end) = entry.span;
        let value = match &entry.value {
            Ok(value) => *value,
            Err(fault) => {
                card.state = RowState::Off;
                card.fault = Some(fault.to_string());
                return card;
            }
        };
        card.value = Some(value);
        let has_bytes = self.sheet.has_bytes(place);
        let judge = |value, expected| judge(value, expected, row.tolerance, has_bytes);
        let judged = judge(value, expected);
        let judged_own = from_own.map(|own| judge(value, own));
        let (state, against, carried) = match (judged, judged_own) {
            (RowState::Within, _) => (judged, expected, false),
            (_, Some(RowState::Within)) => (RowState::Within, from_own.unwrap_or(expected), true),
            (RowState::Factor, _) => (judged, expected, false),
            (_, Some(RowState::Factor)) => (RowState::Factor, from_own.unwrap_or(expected), true),
            _ => (judged, from_own.unwrap_or(expected), false),
        };
        card.state = state;
        let ratio = value / against;
        let mut causes = Vec::new();
        if carried {
            causes.push(Cause::Carried);
        }
        if state == RowState::Within {
            if is_convention(ratio, has_bytes) {
                causes.push(Cause::Convention);
            }
        } else {
            let right = entry
                .others
                .iter()
                .any(|other| judge(*other, against) == RowState::Within);
            if right {
                causes.push(Cause::Slip);
            }
            let explain = |ratio| {
                explain(
                    &self.sheet,
                    place,
                    ratio,
                    row.tolerance / 2.0,
                    &entry.written,
                )
            };
            let other = (against - expected).abs() > f64::EPSILON;
            let explained =
                explain(ratio).or_else(|| other.then(|| explain(value / expected)).flatten());
            let mut parts = self.sheet.addends(place, own).into_iter();
            if parts.any(|part| near(value, against - part, 0.005)) {
                causes.push(Cause::LeftOut);
            } else if let Some(explanation) = explained {
                causes.extend(explanation.causes);
                card.named = explanation.named;
            }
        }
        card.because = causes
            .into_iter()
            .map(|cause| cause.name().to_owned())
            .collect();
        card
    }

    fn driver(&self, prose: &str) -> Option<Driver> {
        let total = self.author.rows.last().copied()?;
        let worth = |place: &usize| self.author.rows.get(*place).copied().unwrap_or_default();
        let biggest = self
            .parts()
            .into_iter()
            .max_by(|one, two| worth(one).total_cmp(&worth(two)))?;
        let row = self.sheet.rows.get(biggest)?;
        Some(Driver {
            row: row.id.clone(),
            share: if total > 0.0 {
                worth(&biggest) / total
            } else {
                0.0
            },
            named: super::driver::is_named(prose, &row.id, &row.label),
        })
    }

    fn levers(&self) -> Vec<Saving> {
        let total = self.author.rows.last().copied().unwrap_or_default();
        let mut savings: Vec<Saving> = self
            .sheet
            .levers
            .iter()
            .zip(&self.author.levers)
            .map(|(lever, &saves)| Saving {
                id: lever.id.clone(),
                saves,
                share: if total > 0.0 { saves / total } else { 0.0 },
            })
            .collect();
        savings.sort_by(|one, two| two.saves.total_cmp(&one.saves));
        savings
    }
}

/// How near `value` is to `expected`.
fn judge(value: f64, expected: f64, tolerance: f64, has_bytes: bool) -> RowState {
    if near(value, expected, tolerance) {
        return RowState::Within;
    }
    let ratio = value / expected;
    if is_convention(ratio, has_bytes) {
        return RowState::Within;
    }
    let factor = FACTOR * 1.001;
    if ratio.is_finite() && ratio <= factor && ratio >= 1.0 / factor {
        RowState::Factor
    } else {
        RowState::Off
    }
}

fn near(value: f64, expected: f64, tolerance: f64) -> bool {
    (value - expected).abs() <= expected.abs() * (tolerance + 1e-9) + 1e-12
}

fn finding(card: &RowCard) -> Finding {
    let (state, credit) = match card.state {
        RowState::Within => (State::Hit, 1.0),
        RowState::Factor => (State::Partial, 0.5),
        RowState::Off | RowState::Missing => (State::Missed, 0.0),
    };
    let spans = if credit > 0.0 {
        vec![Span {
            start: card.start,
            end: card.end,
            via: Via::Number,
        }]
    } else {
        Vec::new()
    };
    Finding {
        id: card.id.clone(),
        state,
        credit,
        weight: 1.0,
        skill: None,
        spans,
        closeness: 0.0,
        near: Vec::new(),
    }
}
