//! Why a row is off, told from how many times too large or too small it is.

use crate::domain::Cause;

use super::{amount::Mode, compiled::Compiled, formulas::Constant};

/// An explanation of a difference.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Explanation {
    /// What happened; two where one alone does not explain it.
    pub causes: Vec<Cause>,
    /// The given or price that it happened with.
    pub named: Option<String>,
}

/// Slips of unit and time by their factor; the reverse counts too.
const SLIPS: &[(Cause, f64)] = &[
    (Cause::Thousand, 1e3),
    (Cause::Thousand, 1024.0),
    (Cause::Bits, 8.0),
    (Cause::Months, 12.0),
    (Cause::Hours, 24.0),
    (Cause::Days, 30.0),
    (Cause::Days, 730.0 / 24.0),
    (Cause::Hours, 720.0),
    (Cause::Hours, 730.0),
    (Cause::Percent, 100.0),
    (Cause::Days, 365.0),
    (Cause::Seconds, 60.0),
    (Cause::Seconds, 3600.0),
    (Cause::Seconds, 86_400.0),
    (Cause::Seconds, 2_592_000.0),
    (Cause::Seconds, 2_628_000.0),
    (Cause::Thousand, 1e6),
    (Cause::Digit, 10.0),
    (Cause::Digit, 10_000.0),
    (Cause::Thousand, 1_048_576.0),
    (Cause::Thousand, 1e9),
    (Cause::Hours, 8760.0),
];

/// The step between one meaning of gigabyte and the other, and between both of month.
const GIGABYTE: f64 = 1.024;
const MONTH: f64 = 730.0 / 720.0;

/// What a learner wrote for a row, as far as it tells why it is off.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// The numbers of the working, without units.
    pub numbers: Vec<f64>,
    /// The names of the working.
    pub names: Vec<usize>,
}

impl Written {
    /// Whether there is more than a result.
    fn shows_working(&self) -> bool {
        self.numbers.len() > 1 || !self.names.is_empty()
    }

    /// Whether `price` may have been taken: its number is there, or only a result is.
    fn takes(&self, sheet: &Compiled, price: &Constant) -> bool {
        let bare = price.amounts[Mode::Bare as usize].number;
        let is_written = |number: &f64| {
            [1.0, 1e3, 1e4, 1e6]
                .iter()
                .any(|per| (number / (bare * per) - 1.0).abs() < 1e-6)
        };
        let is_named = |name: &usize| {
            sheet
                .constant(*name)
                .is_some_and(|constant| constant.name == price.name)
        };
        !self.shows_working()
            || self.numbers.iter().any(is_written)
            || self.names.iter().any(is_named)
    }
}

/// Whether `ratio` is the other meaning of month, or of gigabyte in a row that `has_bytes`, and nothing else.
pub(super) fn is_convention(ratio: f64, has_bytes: bool) -> bool {
    let gigabytes = (-4..=4_i32)
        .filter(|step| *step != 0 && has_bytes)
        .map(|step| GIGABYTE.powi(step));
    let mut meanings = gigabytes.chain([MONTH, MONTH.recip()]);
    meanings.any(|expected| (ratio / expected - 1.0).abs() < 0.0008)
}

/// Explains why the row at `place` is `ratio` times what it should be; `slack` is how rough numbers are.
pub(super) fn explain(
    sheet: &Compiled,
    place: usize,
    ratio: f64,
    slack: f64,
    written: &Written,
) -> Option<Explanation> {
    if !ratio.is_finite() || ratio <= 0.0 {
        return None;
    }
    let slack = slack.clamp(0.02, 0.08);
    let known = known_factors(sheet, place, written);
    let all = known
        .iter()
        .map(|(cause, factor, named)| (*cause, *factor, named.clone()));
    let slips = SLIPS.iter().map(|&(cause, factor)| (cause, factor, None));
    let mut single: Vec<(f64, Cause, Option<String>)> = all
        .chain(slips)
        .map(|(cause, factor, named)| (distance(ratio, factor), cause, named))
        .filter(|(distance, ..)| *distance <= slack)
        .collect();
    // what the sheet itself can tell goes before what only a number suggests
    single.sort_by(|one, two| {
        (one.2.is_none() && !is_of_time(one.1))
            .cmp(&(two.2.is_none() && !is_of_time(two.1)))
            .then(one.0.total_cmp(&two.0))
    });
    if let Some((_, cause, named)) = single.into_iter().next() {
        return Some(Explanation {
            causes: vec![cause],
            named,
        });
    }
    if distance(ratio, 2.0) <= slack.min(0.015) {
        return Some(Explanation {
            causes: vec![Cause::InOut],
            named: None,
        });
    }
    pairs(ratio, &known)
}

const fn is_of_time(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::Hours | Cause::Days | Cause::Months | Cause::Bits | Cause::Thousand
    )
}

/// Two slips at once: a step of a thousand with one of time, with bits, or with what the sheet itself can tell.
fn pairs(ratio: f64, known: &[(Cause, f64, Option<String>)]) -> Option<Explanation> {
    let mut best: Option<(f64, Explanation)> = None;
    let seconds = SLIPS
        .iter()
        .filter(|(cause, _)| is_of_time(*cause))
        .map(|&(cause, factor)| (cause, factor, None))
        .chain(known.iter().cloned());
    for (second, factor, named) in seconds {
        for &(first, step) in SLIPS.iter().filter(|(cause, _)| *cause == Cause::Thousand) {
            if first == second {
                continue;
            }
            for combined in [factor * step, factor / step] {
                let distance = distance(ratio, combined);
                if distance <= 0.02 && best.as_ref().is_none_or(|(known, _)| distance < *known) {
                    let causes = vec![first, second];
                    best = Some((
                        distance,
                        Explanation {
                            causes,
                            named: named.clone(),
                        },
                    ));
                }
            }
        }
    }
    best.map(|(_, explanation)| explanation)
}

/// How far `ratio` is from `factor` or its inverse.
fn distance(ratio: f64, factor: f64) -> f64 {
    (ratio.ln().abs() - factor.ln().abs()).abs()
}

/// What the row's own formula can go wrong by: its givens and its prices.
fn known_factors(
    sheet: &Compiled,
    place: usize,
    written: &Written,
) -> Vec<(Cause, f64, Option<String>)> {
    let Some(row) = sheet.rows.get(place) else {
        return Vec::new();
    };
    let mut factors = Vec::new();
    let used: Vec<&Constant> = row
        .formula
        .names()
        .into_iter()
        .filter_map(|name| sheet.constant(name))
        .collect();
    for constant in row
        .formula
        .factor_names()
        .into_iter()
        .filter_map(|name| sheet.constant(name))
    {
        let full = constant.amounts[0];
        if !constant.is_price
            && full.powers.is_plain()
            && full.number > 0.0
            && (full.number - 1.0).abs() > 1e-9
        {
            let cause = if is_of_copies(&constant.name) {
                Cause::Replication
            } else {
                Cause::LeftOut
            };
            factors.push((cause, full.number, Some(constant.name.clone())));
        }
    }
    for number in row.formula.plain_factors() {
        let copies = (number - 2.0).abs() < 1e-9 || (number - 3.0).abs() < 1e-9;
        if copies {
            let cause = if number < 2.5 {
                Cause::InOut
            } else {
                Cause::Replication
            };
            factors.push((cause, number, None));
        }
    }
    let kind = |constant: &Constant| constant.amounts[Mode::Full as usize].powers;
    for price in used.iter().filter(|constant| constant.is_price) {
        let others = sheet.constants.iter().filter(|other| {
            other.is_price
                && other.name != price.name
                && kind(other) == kind(price)
                && written.takes(sheet, other)
        });
        for other in others {
            let factor = other.amounts[0].number / price.amounts[0].number;
            if factor.is_finite() && factor > 0.0 && (factor - 1.0).abs() > 0.05 {
                let cause = if other.name.ends_with("each-way") {
                    Cause::InOut
                } else {
                    Cause::PriceClass
                };
                factors.push((cause, factor, Some(other.name.clone())));
            }
        }
    }
    factors
}

fn is_of_copies(name: &str) -> bool {
    ["replica", "copies", "copy", "rf", "mirror", "azs", "zones"]
        .iter()
        .any(|word| name.contains(word))
}
