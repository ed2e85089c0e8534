//! A sheet with every formula read and worked out.

use crate::domain::Sheet;

use super::{
    amount::{Amount, Conventions, Mode},
    expression::{Expression, Scope},
    fault::{SheetFault, SheetFaultKind},
    formulas::{CompiledLever, CompiledRow, Constant, FormulaProblem, Reader, problem_at},
    parser::Language,
    reading::{Reading, read},
};

/// A sheet with every formula read.
#[derive(Clone, Debug)]
pub(in super::super) struct Compiled {
    /// The rows, in the order of the sheet.
    pub rows: Vec<CompiledRow>,
    /// Givens, then prices; both in the order of the sheet.
    pub constants: Vec<Constant>,
    /// The levers, in the order of the sheet.
    pub levers: Vec<CompiledLever>,
    /// What a gigabyte and a month are.
    pub conventions: Conventions,
    /// The names a working may use: rows, then givens.
    names: Vec<String>,
    /// The prices it may use.
    prices: Vec<String>,
}

/// What rows and levers come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bill {
    /// Every row in its own unit, in the order of the sheet.
    pub rows: Vec<f64>,
    /// What every lever saves, in the unit of the last row.
    pub levers: Vec<f64>,
}

impl Compiled {
    /// Reads every formula of `sheet`, and says of all that cannot be worked out why.
    pub fn new(sheet: &Sheet) -> Result<Self, Vec<FormulaProblem>> {
        let conventions = Conventions {
            gigabyte: sheet.gigabyte,
            month: sheet.month,
        };
        let mut reader = Reader {
            conventions,
            names: Vec::new(),
            prices: Vec::new(),
            problems: Vec::new(),
        };
        let constants = reader.constants(sheet);
        let rows = reader.rows(sheet);
        let levers = reader.levers(sheet);
        if !reader.problems.is_empty() {
            return Err(reader.problems);
        }
        let compiled = Self {
            rows,
            constants,
            levers,
            conventions,
            names: reader.names,
            prices: reader.prices,
        };
        match compiled.bill(&[]) {
            Ok(_) => Ok(compiled),
            Err((place, fault)) => Err(problem_at(sheet, place, fault)),
        }
    }

    /// What everything comes to with each constant times its `scales` (1 where there is none); otherwise
    /// the place of the row, or of the lever behind the rows, that has no value, and why.
    pub fn bill(&self, scales: &[f64]) -> Result<Bill, (usize, SheetFault)> {
        let mut bill = Bill::default();
        for (place, row) in self.rows.iter().enumerate() {
            let scope = Values {
                sheet: self,
                rows: &bill.rows,
                scales,
            };
            let reading = read(&row.formula, &row.unit, &row.unit_name, &scope)
                .map_err(|fault| (place, fault))?;
            bill.rows.push(reading.number);
        }
        let Some(last) = self.rows.last() else {
            return Ok(bill);
        };
        for (place, lever) in self.levers.iter().enumerate() {
            let scope = Values {
                sheet: self,
                rows: &bill.rows,
                scales,
            };
            let reading = read(&lever.saves, &last.unit, &last.unit_name, &scope);
            bill.levers.push(
                reading
                    .map_err(|fault| (self.rows.len() + place, fault))?
                    .number,
            );
        }
        Ok(bill)
    }

    /// The rows whose formula does not come to their unit by its own units.
    pub fn rows_converted_by_hand(&self, rows: &[f64]) -> Vec<usize> {
        let by_hand = |(place, row): &(usize, &CompiledRow)| {
            let reading = self.work(*place, &row.formula, rows);
            reading.is_ok_and(|reading| reading.mode != Mode::Full)
        };
        let rows = self.rows.iter().enumerate().filter(by_hand);
        rows.map(|(place, _)| place).collect()
    }

    /// Whether bytes are in the row at `place`, or in what it is worked from.
    pub fn has_bytes(&self, place: usize) -> bool {
        let Some(row) = self.rows.get(place) else {
            return false;
        };
        let full = Mode::Full as usize;
        row.unit.in_mode(Mode::Full).powers.has_bytes()
            || row.formula.names().into_iter().any(|name| {
                if name < place {
                    return self.has_bytes(name);
                }
                let constant = self.constant(name);
                constant.is_some_and(|constant| constant.amounts[full].powers.has_bytes())
            })
    }

    /// What the parts of the row's sum come to, from these values of the rows; none where it is no sum.
    pub fn addends(&self, place: usize, rows: &[f64]) -> Vec<f64> {
        let addends = self.rows.get(place).map(|row| row.formula.addends());
        let addends = addends.filter(|addends| addends.len() > 1);
        let value = |part: &Expression| Some(self.work(place, part, rows).ok()?.number);
        addends
            .unwrap_or_default()
            .into_iter()
            .filter_map(value)
            .collect()
    }

    /// One row by the author's formula, from these values of the rows.
    pub fn row_from(&self, place: usize, rows: &[f64]) -> Option<f64> {
        let row = self.rows.get(place)?;
        let scope = Values {
            sheet: self,
            rows,
            scales: &[],
        };
        read(&row.formula, &row.unit, &row.unit_name, &scope)
            .ok()
            .map(|reading| reading.number)
    }

    /// What a learner's working for the row at `place` comes to, from these values of the rows.
    pub fn work(
        &self,
        place: usize,
        working: &Expression,
        rows: &[f64],
    ) -> Result<Reading, SheetFault> {
        let row = &self.rows[place];
        let scope = Values {
            sheet: self,
            rows,
            scales: &[],
        };
        read(working, &row.unit, &row.unit_name, &scope)
    }

    /// The language of workings.
    pub fn language(&self) -> Language<'_> {
        Language {
            names: &self.names,
            prices: &self.prices,
            conventions: self.conventions,
            lenient: true,
        }
    }

    /// The constant that a name of a formula stands for; `None` for a row.
    pub fn constant(&self, name: usize) -> Option<&Constant> {
        self.constants.get(name.checked_sub(self.rows.len())?)
    }

    /// The rows that the last one adds up; all others of its unit where it is no sum.
    pub fn parts(&self) -> Vec<usize> {
        let Some((last, others)) = self.rows.split_last() else {
            return Vec::new();
        };
        let name = |part: &&Expression| match part {
            Expression::Name { index, .. } if *index < self.rows.len() => Some(*index),
            _ => None,
        };
        let parts: Vec<usize> = last.formula.addends().iter().filter_map(name).collect();
        if parts.len() > 1 {
            return parts;
        }
        let like = |row: &CompiledRow| {
            row.unit.in_mode(Mode::Full).powers == last.unit.in_mode(Mode::Full).powers
        };
        others
            .iter()
            .enumerate()
            .filter(|(_, row)| like(row))
            .map(|(place, _)| place)
            .collect()
    }
}

/// The values of rows so far, and every constant.
struct Values<'a> {
    sheet: &'a Compiled,
    rows: &'a [f64],
    scales: &'a [f64],
}

impl Scope for Values<'_> {
    fn value(&self, index: usize, mode: Mode) -> Result<Amount, SheetFaultKind> {
        if let Some(row) = self.sheet.rows.get(index) {
            let number = *self
                .rows
                .get(index)
                .ok_or_else(|| SheetFaultKind::NoValue {
                    name: row.id.clone(),
                })?;
            return Ok(Amount::plain(number).times(row.unit.in_mode(mode)));
        }
        let place = index - self.sheet.rows.len();
        let Some(constant) = self.sheet.constants.get(place) else {
            return Err(SheetFaultKind::NoValue {
                name: index.to_string(),
            });
        };
        let amount = constant.amounts[match mode {
            Mode::Full => 0,
            Mode::Timeless => 1,
            Mode::Bare => 2,
        }];
        let scale = self.scales.get(place).copied().unwrap_or(1.0);
        Ok(Amount {
            number: amount.number * scale,
            ..amount
        })
    }
}
