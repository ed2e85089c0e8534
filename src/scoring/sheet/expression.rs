//! Formulas and workings as trees.
//!
//! Libraries that evaluate arithmetic with units were tried first. They give no place for a fault inside a
//! formula, add 1.3 MB to a program of six, and take a unit that does not cancel for an error, where a
//! learner who writes `100 TB * 1024 * $0.023` has converted by hand and means dollars. What is needed
//! here is small: five operators over doubles, and five base units.

use super::{
    amount::{Amount, Conventions, Measure, Mode},
    fault::{SheetFault, SheetFaultKind},
};

/// A formula or a working.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Expression {
    /// A number with its unit.
    Quantity {
        /// The number, multipliers such as `k` included.
        number: f64,
        /// Its unit.
        unit: Measure,
        /// Whether it is a number and nothing else.
        bare: bool,
    },
    /// A row, given or price, by its place in the names.
    Name {
        /// The place.
        index: usize,
        /// Where it stands.
        span: (usize, usize),
    },
    /// The negative.
    Negative(Box<Self>),
    /// Two sides of an operator: `+ - * / ^`.
    Both {
        /// The operator.
        sign: char,
        /// Its left side.
        left: Box<Self>,
        /// Its right side.
        right: Box<Self>,
        /// Where the right side stands.
        span: (usize, usize),
    },
}

/// What names stand for while an expression is worked out.
pub(in super::super) trait Scope {
    /// What the name at `index` is; a sentence's kind where it has no value.
    fn value(&self, index: usize, mode: Mode) -> Result<Amount, SheetFaultKind>;
}

impl Expression {
    /// Works the expression out; sums of different units have no value except in [`Mode::Bare`].
    pub fn evaluate(&self, mode: Mode, scope: &dyn Scope) -> Result<Option<Amount>, SheetFault> {
        let amount = match self {
            Self::Quantity { number, unit, .. } => {
                Some(Amount::plain(*number).times(unit.in_mode(mode)))
            }
            Self::Name { index, span } => {
                let value = scope.value(*index, mode);
                Some(value.map_err(|kind| fault(*span, kind))?)
            }
            Self::Negative(inner) => inner.evaluate(mode, scope)?.map(|amount| Amount {
                number: -amount.number,
                ..amount
            }),
            Self::Both {
                sign,
                left,
                right,
                span,
            } => {
                let (left, right) = (left.evaluate(mode, scope)?, right.evaluate(mode, scope)?);
                let (Some(left), Some(right)) = (left, right) else {
                    return Ok(None);
                };
                combined(*sign, left, right, *span)?
            }
        };
        match amount {
            Some(amount) if !amount.number.is_finite() => {
                Err(fault(self.span(), SheetFaultKind::TooLarge))
            }
            amount => Ok(amount),
        }
    }

    /// The plain numbers it is multiplied by; a divisor counts as its inverse.
    pub fn plain_factors(&self) -> Vec<f64> {
        let mut factors = Vec::new();
        self.collect_factors(&mut |each| {
            if let (
                Self::Quantity {
                    number, bare: true, ..
                },
                inverse,
            ) = each
            {
                factors.push(if inverse { 1.0 / number } else { *number });
            }
        });
        factors.truncate(8);
        factors
    }

    /// The names it is multiplied by or divided by.
    pub fn factor_names(&self) -> Vec<usize> {
        let mut names = Vec::new();
        self.collect_factors(&mut |(each, _)| {
            if let Self::Name { index, .. } = each {
                names.push(*index);
            }
        });
        names
    }

    fn collect_factors(&self, tell: &mut dyn FnMut((&Self, bool))) {
        self.factors(false, tell);
    }

    fn factors(&self, inverse: bool, tell: &mut dyn FnMut((&Self, bool))) {
        match self {
            Self::Both {
                sign: '*',
                left,
                right,
                ..
            } => {
                left.factors(inverse, tell);
                right.factors(inverse, tell);
            }
            Self::Both {
                sign: '/',
                left,
                right,
                ..
            } => {
                left.factors(inverse, tell);
                right.factors(!inverse, tell);
            }
            other => tell((other, inverse)),
        }
    }

    /// The parts of a sum, each a name or something else; one part where it is no sum.
    pub fn addends(&self) -> Vec<&Self> {
        match self {
            Self::Both {
                sign: '+',
                left,
                right,
                ..
            } => {
                let mut addends = left.addends();
                addends.extend(right.addends());
                addends
            }
            other => vec![other],
        }
    }

    /// Every name in it.
    pub fn names(&self) -> Vec<usize> {
        match self {
            Self::Quantity { .. } => Vec::new(),
            Self::Name { index, .. } => vec![*index],
            Self::Negative(inner) => inner.names(),
            Self::Both { left, right, .. } => {
                let mut names = left.names();
                names.extend(right.names());
                names
            }
        }
    }

    /// Every number in it, without units.
    pub fn numbers(&self) -> Vec<f64> {
        match self {
            Self::Quantity { number, .. } => vec![*number],
            Self::Name { .. } => Vec::new(),
            Self::Negative(inner) => inner.numbers(),
            Self::Both { left, right, .. } => {
                let mut numbers = left.numbers();
                numbers.extend(right.numbers());
                numbers
            }
        }
    }

    /// Whether it is one quantity, without operator or name.
    pub const fn is_quantity(&self) -> bool {
        matches!(self, Self::Quantity { .. })
    }

    fn span(&self) -> (usize, usize) {
        match self {
            Self::Name { span, .. } | Self::Both { span, .. } => *span,
            Self::Negative(inner) => inner.span(),
            Self::Quantity { .. } => (0, 0),
        }
    }
}

fn fault(span: (usize, usize), kind: SheetFaultKind) -> SheetFault {
    SheetFault {
        start: span.0,
        end: span.1,
        kind,
    }
}

fn combined(
    sign: char,
    left: Amount,
    right: Amount,
    span: (usize, usize),
) -> Result<Option<Amount>, SheetFault> {
    Ok(match sign {
        '*' => Some(left.times(right)),
        '/' if right.number == 0.0 => return Err(fault(span, SheetFaultKind::ByZero)),
        '/' => Some(left.over(right)),
        '^' => left.to_the(right),
        _ if left.powers != right.powers => None,
        '+' => Some(Amount {
            number: left.number + right.number,
            ..left
        }),
        _ => Some(Amount {
            number: left.number - right.number,
            ..left
        }),
    })
}

/// A unit as rows are asked in it, such as `USD/month`; unknown words count things.
pub(in super::super) fn unit_asked(text: &str, conventions: Conventions) -> Measure {
    let mut measure = Measure::ONE;
    for (place, part) in text.split('/').enumerate() {
        let words = part
            .split_whitespace()
            .filter_map(|word| super::lexicon::unit(word, conventions));
        let part = words.fold(Measure::ONE, Measure::times);
        measure = if place == 0 {
            measure.times(part)
        } else {
            measure.over(part)
        };
    }
    measure
}
