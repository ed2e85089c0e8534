//! The formulas of a sheet, read, with what is wrong with them.

use crate::domain::{Formula, Sheet, Text};

use super::{
    amount::{Amount, Conventions, Measure, Mode},
    expression::{Expression, Scope, unit_asked},
    fault::{SheetFault, SheetFaultKind},
    parser::{Language, parse},
};

/// A formula of a sheet that cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaProblem {
    /// The row, given, price or lever it belongs to.
    pub of: String,
    /// The formula, and where.
    pub formula: Formula,
    /// What is wrong with it.
    pub fault: SheetFault,
}

/// A row, ready to be compared with.
#[derive(Clone, Debug)]
pub(in super::super) struct CompiledRow {
    /// Its name.
    pub id: String,
    /// What it is, for people.
    pub label: Text,
    /// How it is worked.
    pub formula: Expression,
    /// The unit it is asked in, as written.
    pub unit_name: String,
    /// The unit it is asked in.
    pub unit: Measure,
    /// How far a right answer may be off, as a share.
    pub tolerance: f64,
}

/// A given or a price.
#[derive(Clone, Debug)]
pub(in super::super) struct Constant {
    /// Its name in formulas, in small letters.
    pub name: String,
    /// What it is in every [`Mode`].
    pub amounts: [Amount; 3],
    /// Whether it is a price.
    pub is_price: bool,
}

/// A lever and what it saves.
#[derive(Clone, Debug)]
pub(in super::super) struct CompiledLever {
    /// Its name.
    pub id: String,
    /// What it saves.
    pub saves: Expression,
}

/// Reads formulas and gathers what is wrong with them.
pub(super) struct Reader {
    /// What a gigabyte and a month are.
    pub conventions: Conventions,
    /// Rows, then givens.
    pub names: Vec<String>,
    /// Prices.
    pub prices: Vec<String>,
    /// What cannot be read.
    pub problems: Vec<FormulaProblem>,
}

impl Reader {
    fn tell(&mut self, of: &str, formula: &Formula, fault: SheetFault) {
        self.problems.push(FormulaProblem {
            of: of.to_owned(),
            formula: formula.clone(),
            fault,
        });
    }

    pub fn constants(&mut self, sheet: &Sheet) -> Vec<Constant> {
        let rows = sheet.rows.iter();
        self.names = rows.map(|row| row.id.as_str().to_lowercase()).collect();
        let givens = sheet.givens.iter();
        let givens = givens.map(|given| (&given.name, &given.is, false));
        let prices = sheet.prices.iter().chain(&sheet.other_prices);
        let prices = prices.map(|price| (&price.name, &price.is, true));
        let mut constants = Vec::new();
        for (name, formula, is_price) in givens.chain(prices) {
            match constant(formula, self.conventions) {
                Ok(amounts) => constants.push(Constant {
                    name: name.to_lowercase(),
                    amounts,
                    is_price,
                }),
                Err(fault) => self.tell(name, formula, fault),
            }
        }
        for constant in &constants {
            let names = if constant.is_price {
                &mut self.prices
            } else {
                &mut self.names
            };
            names.push(constant.name.clone());
        }
        constants
    }

    fn formula(&mut self, of: &str, formula: &Formula) -> Option<Expression> {
        let language = Language {
            names: &self.names,
            prices: &self.prices,
            conventions: self.conventions,
            lenient: false,
        };
        match parse(&formula.text, language) {
            Ok(parsed) => Some(parsed.expression),
            Err(fault) => {
                self.tell(of, formula, fault);
                None
            }
        }
    }

    pub fn rows(&mut self, sheet: &Sheet) -> Vec<CompiledRow> {
        let mut rows = Vec::new();
        for (place, row) in sheet.rows.iter().enumerate() {
            let Some(formula) = self.formula(row.id.as_str(), &row.is) else {
                continue;
            };
            let mut names = formula.names().into_iter();
            if let Some(later) = names.find(|&name| (place..sheet.rows.len()).contains(&name)) {
                let name = self.names[later].clone();
                let (start, end) = (0, row.is.text.len());
                let kind = SheetFaultKind::NoValue { name };
                self.tell(row.id.as_str(), &row.is, SheetFault { start, end, kind });
                continue;
            }
            rows.push(CompiledRow {
                id: row.id.to_string(),
                label: row.label.clone(),
                formula,
                unit_name: row.unit.clone(),
                unit: unit_asked(&row.unit, self.conventions),
                tolerance: row.tolerance,
            });
        }
        rows
    }

    pub fn levers(&mut self, sheet: &Sheet) -> Vec<CompiledLever> {
        let mut levers = Vec::new();
        for lever in &sheet.levers {
            if let Some(saves) = self.formula(lever.id.as_str(), &lever.saves) {
                let id = lever.id.to_string();
                levers.push(CompiledLever { id, saves });
            }
        }
        levers
    }
}

/// What is wrong with the row at `place`, or with the lever behind the rows.
pub(super) fn problem_at(sheet: &Sheet, place: usize, fault: SheetFault) -> Vec<FormulaProblem> {
    let row = sheet.rows.get(place).map(|row| (&row.id, &row.is));
    let lever = || {
        let lever = sheet.levers.get(place.checked_sub(sheet.rows.len())?)?;
        Some((&lever.id, &lever.saves))
    };
    let found = row.or_else(lever);
    let problem = |(of, formula): (&crate::domain::CriterionId, &Formula)| FormulaProblem {
        of: of.to_string(),
        formula: formula.clone(),
        fault,
    };
    found.map(problem).into_iter().collect()
}

/// A given or a price in every mode.
fn constant(formula: &Formula, conventions: Conventions) -> Result<[Amount; 3], SheetFault> {
    let language = Language {
        names: &[],
        prices: &[],
        conventions,
        lenient: true,
    };
    let parsed = parse(&formula.text, language)?;
    let amount = |mode| {
        parsed
            .expression
            .evaluate(mode, &NoNames)?
            .ok_or_else(|| SheetFault {
                start: 0,
                end: formula.text.len(),
                kind: SheetFaultKind::WrongUnit {
                    wanted: "one unit".to_owned(),
                },
            })
    };
    Ok([
        amount(Mode::Full)?,
        amount(Mode::Timeless)?,
        amount(Mode::Bare)?,
    ])
}

struct NoNames;

impl Scope for NoNames {
    fn value(&self, _: usize, _: Mode) -> Result<Amount, SheetFaultKind> {
        Ok(Amount::plain(0.0))
    }
}
