//! How a working is taken: with its units, or as numbers converted by hand.

use super::{
    amount::{Amount, Measure, Mode},
    expression::{Expression, Scope},
    fault::{SheetFault, SheetFaultKind},
};

/// How far a factor written by hand may lie from the exact one: 30 days for 730 hours, 1,000 for 1,024.
const BY_HAND: f64 = 0.05;

/// A working in the unit of its row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Reading {
    /// The number, in the unit asked for.
    pub number: f64,
    /// How units were taken.
    pub mode: Mode,
}

/// Works `expression` out in `unit`.
///
/// The strictest mode in which it has that unit counts. Where the working converts by hand what its units
/// convert already, such as `3.5k req/s * 86400 * 30` asked per month, the mode without those units counts.
pub(in super::super) fn read(
    expression: &Expression,
    unit: &Measure,
    unit_name: &str,
    scope: &dyn Scope,
) -> Result<Reading, SheetFault> {
    let mut chosen: Option<Reading> = None;
    let factors = expression.plain_factors();
    let mut full = None;
    for mode in [Mode::Full, Mode::Timeless, Mode::Bare] {
        let wanted = unit.in_mode(mode);
        let Some(amount) = expression.evaluate(mode, scope)? else {
            continue;
        };
        if mode == Mode::Full {
            full = Some(amount);
        }
        if amount.powers != wanted.powers {
            continue;
        }
        let number = amount.number / wanted.number;
        let reading = Reading { number, mode };
        chosen = match chosen {
            None => Some(reading),
            Some(strict) if is_by_hand(strict.number / number, &factors) => Some(reading),
            strict => strict,
        };
    }
    let misses = |amount: Amount| {
        !amount.powers.is_plain() && amount.powers != unit.in_mode(Mode::Full).powers
    };
    let is_other =
        full.is_some_and(misses) && chosen.is_some_and(|reading| reading.mode == Mode::Bare);
    if is_other && expression.is_quantity() && !unit.in_mode(Mode::Full).powers.is_plain() {
        let wanted = unit_name.to_owned();
        return Err(SheetFault {
            start: 0,
            end: 0,
            kind: SheetFaultKind::WrongUnit { wanted },
        });
    }
    if let (
        Some(reading),
        Expression::Quantity {
            number, bare: true, ..
        },
    ) = (&mut chosen, expression)
        && is_per_cent(unit)
        && *number > 1.0
    {
        reading.number = *number;
    }
    match chosen {
        Some(reading) if reading.number < 0.0 => Err(SheetFault {
            start: 0,
            end: 0,
            kind: SheetFaultKind::Negative,
        }),
        Some(reading) if !reading.number.is_finite() => Err(SheetFault {
            start: 0,
            end: 0,
            kind: SheetFaultKind::TooLarge,
        }),
        Some(reading) => Ok(reading),
        None => Err(SheetFault {
            start: 0,
            end: 0,
            kind: SheetFaultKind::WrongUnit {
                wanted: unit_name.to_owned(),
            },
        }),
    }
}

/// Whether a row is asked in per cent, where `28.9` means what `28.9 %` does.
fn is_per_cent(unit: &Measure) -> bool {
    let full = unit.in_mode(Mode::Full);
    full.powers.is_plain() && (full.number - 0.01).abs() < 1e-12
}

/// Whether some of the plain factors multiply to what the units convert, or to its inverse.
fn is_by_hand(conversion: f64, factors: &[f64]) -> bool {
    if !conversion.is_finite() || conversion <= 0.0 || (conversion - 1.0).abs() < 1e-6 {
        return false;
    }
    (1_u32..1 << factors.len()).any(|chosen| {
        let picked = factors
            .iter()
            .enumerate()
            .filter(|(place, _)| chosen >> place & 1 == 1);
        let product: f64 = picked.map(|(_, factor)| factor).product();
        let off = (product * conversion.signum() / conversion).max(0.0);
        (off - 1.0).abs() <= BY_HAND || (product * conversion - 1.0).abs() <= BY_HAND
    })
}
