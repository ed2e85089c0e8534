//! A cost sheet of a scenario file: read, priced, and worked out once so that no fault waits for a learner.

use super::{
    fault::Fault,
    ledger::Ledger,
    prices::Prices,
    tree::{Node, Value},
    value::{formula, text_of, words_of},
};
use crate::{
    domain::{CriterionId, Formula, Gigabyte, Given, Lever, Month, Position, Row, Sheet},
    scoring::Estimate,
};

/// How far a right answer may be off where the author does not say.
const TOLERANCE: f64 = 0.1;

/// Reads a sheet; its prices are not known yet.
pub fn sheet(ledger: &mut Ledger, node: &Node) -> Sheet {
    let rows = node.value_of("rows").map_or(&[][..], Node::items);
    let levers = node.value_of("levers").map_or(&[][..], Node::items);
    let both: Vec<Node> = rows.iter().chain(levers).cloned().collect();
    ledger.unique(&both, "row or lever");
    let givens = node.value_of("givens").map_or(&[][..], Node::entries);
    for given in givens {
        if let Some(row) = both
            .iter()
            .find(|row| words_of(row, "id").as_deref() == Some(&given.key))
        {
            let (id, shape, first) = (given.key.clone(), "given, row or lever", row.at.line);
            ledger.error_at(
                given.at,
                given.width,
                &Fault::DuplicateId { id, shape, first },
            );
        }
    }
    Sheet {
        rows: rows.iter().filter_map(row).collect(),
        givens: givens
            .iter()
            .map(|entry| Given {
                name: entry.key.clone(),
                label: text_of(&entry.value, "label"),
                is: match &entry.value.value {
                    Value::Mapping(_) => {
                        entry.value.value_of("is").map(formula).unwrap_or_default()
                    }
                    _ => formula(&entry.value),
                },
            })
            .collect(),
        levers: levers.iter().filter_map(lever).collect(),
        date: words_of(node, "date"),
        gigabyte: match words_of(node, "gigabyte").as_deref() {
            Some("binary") => Gigabyte::Binary,
            _ => Gigabyte::Decimal,
        },
        month: match words_of(node, "month").as_deref() {
            Some("30 d") => Month::Days30,
            _ => Month::Hours730,
        },
        ..Sheet::default()
    }
}

fn row(node: &Node) -> Option<Row> {
    let tolerance = words_of(node, "tolerance").and_then(|written| percent(&written));
    Some(Row {
        id: CriterionId::from(words_of(node, "id")?),
        label: text_of(node, "label").unwrap_or_default(),
        is: formula(node.value_of("is")?),
        unit: words_of(node, "unit").unwrap_or_default(),
        tolerance: tolerance.unwrap_or(TOLERANCE),
        at: node.at,
    })
}

fn lever(node: &Node) -> Option<Lever> {
    Some(Lever {
        id: CriterionId::from(words_of(node, "id")?),
        label: text_of(node, "label").unwrap_or_default(),
        saves: formula(node.value_of("saves")?),
        at: node.at,
    })
}

/// `10%` as a share; `None` unless it is above 0 and at most 100 %.
pub fn percent(written: &str) -> Option<f64> {
    let number: f64 = written.trim().strip_suffix('%')?.trim().parse().ok()?;
    (number > 0.0 && number <= 100.0).then_some(number / 100.0)
}

/// Gives `sheet` the prices its formulas name, and reports every formula that cannot be worked out.
pub fn price(ledger: &mut Ledger, sheet: &mut Sheet, prices: &Prices) {
    let rows = sheet.rows.iter().map(|row| &row.is);
    let formulas: Vec<&Formula> = rows
        .chain(sheet.levers.iter().map(|lever| &lever.saves))
        .collect();
    let names = |name: &str| {
        let call = format!("price({})", name.to_lowercase());
        formulas.iter().any(|formula| {
            let plain: String = formula.text.to_lowercase().split_whitespace().collect();
            plain.contains(&call)
        })
    };
    let (used, others) = prices.iter().cloned().partition(|price| names(&price.name));
    sheet.prices = used;
    sheet.other_prices = others;
    let Err(problems) = Estimate::new(sheet) else {
        return;
    };
    for problem in problems {
        let is_price = sheet
            .prices
            .iter()
            .chain(&sheet.other_prices)
            .any(|price| price.is == problem.formula);
        if is_price {
            // said of the price list itself
            continue;
        }
        let (at, width) = place(&problem.formula, problem.fault.start, problem.fault.end);
        let fault = Fault::Formula {
            of: problem.of,
            what: problem.fault.to_string(),
        };
        ledger.error_at(at, width, &fault);
    }
}

/// The place of some bytes of a formula in its file.
pub fn place(formula: &Formula, start: usize, end: usize) -> (Position, u32) {
    let characters = |from: usize, to: usize| {
        let count = formula
            .text
            .get(from..to)
            .map_or(0, |text| text.chars().count());
        u32::try_from(count).unwrap_or(0)
    };
    if !formula.is_inline {
        return (formula.at, 1);
    }
    let start = start.min(formula.text.len());
    let end = end.clamp(start, formula.text.len());
    let whole = start == end && start == 0;
    let width = if whole {
        characters(0, formula.text.len())
    } else {
        characters(start, end)
    };
    let column = formula.at.column + characters(0, start);
    (
        Position {
            column,
            ..formula.at
        },
        width.max(1),
    )
}
