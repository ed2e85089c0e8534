//! Numbers with powers of base units, and their arithmetic.

use crate::domain::{Gigabyte, Month};

use super::super::unit::{Dimension, Unit};

/// How many kinds of base unit there are.
const KINDS: usize = 5;

/// Powers of bytes, seconds, dollars, euros and yuan. Things counted have no unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Powers([i8; KINDS]);

/// A number of base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Amount {
    /// How many.
    pub number: f64,
    /// Of what.
    pub powers: Powers,
}

/// How strictly units are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Mode {
    /// Every unit counts.
    Full,
    /// An hour, a month and a second are all 1: the working converts time by hand.
    Timeless,
    /// No unit counts: the working converts everything by hand.
    Bare,
}

/// A unit, or a product of units, in every [`Mode`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Measure {
    full: Amount,
    timeless: Amount,
}

/// What a gigabyte and a month are in a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Conventions {
    /// How many bytes a gigabyte has.
    pub gigabyte: Gigabyte,
    /// How long a month is.
    pub month: Month,
}

impl Powers {
    /// The power of seconds.
    const TIME: usize = 1;

    fn one(dimension: Dimension) -> Self {
        let mut powers = [0; KINDS];
        match dimension {
            Dimension::Data => powers[0] = 1,
            Dimension::Time => powers[Self::TIME] = 1,
            Dimension::Money => powers[2] = 1,
            Dimension::Euro => powers[3] = 1,
            Dimension::Yuan => powers[4] = 1,
            _ => {}
        }
        Self(powers)
    }

    fn combined(self, other: Self, sign: i8) -> Self {
        let mut powers = self.0;
        for (power, by) in powers.iter_mut().zip(other.0) {
            *power = power.saturating_add(by.saturating_mul(sign));
        }
        Self(powers)
    }

    /// Whether bytes are among the units.
    pub const fn has_bytes(self) -> bool {
        self.0[0] != 0
    }

    /// Whether there is no unit.
    pub fn is_plain(self) -> bool {
        self.0 == [0; KINDS]
    }

    /// Without seconds.
    fn timeless(mut self) -> Self {
        self.0[Self::TIME] = 0;
        self
    }
}

impl Amount {
    /// A number without unit.
    pub const fn plain(number: f64) -> Self {
        Self {
            number,
            powers: Powers([0; KINDS]),
        }
    }

    /// The product.
    pub fn times(self, other: Self) -> Self {
        Self {
            number: self.number * other.number,
            powers: self.powers.combined(other.powers, 1),
        }
    }

    /// The power; `None` for a power that is no plain number, or of a unit and no whole number.
    pub fn to_the(self, power: Self) -> Option<Self> {
        if !power.powers.is_plain() {
            return None;
        }
        let number = self.number.powf(power.number);
        if self.powers.is_plain() {
            return Some(Self::plain(number));
        }
        let times = [1_i8, 2, 3]
            .into_iter()
            .find(|times| (f64::from(*times) - power.number).abs() < 1e-9)?;
        let powers = Powers(self.powers.0.map(|each| each.saturating_mul(times)));
        Some(Self { number, powers })
    }

    /// The quotient; of a zero it is not finite.
    pub fn over(self, other: Self) -> Self {
        Self {
            number: self.number / other.number,
            powers: self.powers.combined(other.powers, -1),
        }
    }
}

impl Measure {
    /// The number one.
    pub const ONE: Self = Self {
        full: Amount::plain(1.0),
        timeless: Amount::plain(1.0),
    };

    /// A plain number in place of a unit.
    pub const fn scaled(number: f64) -> Self {
        Self {
            full: Amount::plain(number),
            timeless: Amount::plain(number),
        }
    }

    /// One of the unit called `name`, in small letters; things counted are plain numbers.
    pub fn of(name: &str, conventions: Conventions) -> Option<Self> {
        let unit = Unit::parse(name)?;
        let above = Powers::one(unit.dimension);
        let powers = match unit.per {
            Some(per) => above.combined(Powers::one(per), -1),
            None => above,
        };
        let number = match unit.dimension {
            Dimension::Share => 0.01,
            Dimension::Data if unit.per.is_none() => conventions.bytes(unit.factor),
            Dimension::Time => conventions.seconds(unit.factor),
            _ => unit.factor,
        };
        let without_time = match (unit.dimension, unit.per) {
            (Dimension::Time, _) | (Dimension::Count, Some(_)) => 1.0,
            _ => number,
        };
        Some(Self {
            full: Amount { number, powers },
            timeless: Amount {
                number: without_time,
                powers: powers.timeless(),
            },
        })
    }

    /// The product.
    pub fn times(self, other: Self) -> Self {
        Self {
            full: self.full.times(other.full),
            timeless: self.timeless.times(other.timeless),
        }
    }

    /// The quotient.
    pub fn over(self, other: Self) -> Self {
        Self {
            full: self.full.over(other.full),
            timeless: self.timeless.over(other.timeless),
        }
    }

    /// What one of it is.
    pub const fn in_mode(&self, mode: Mode) -> Amount {
        match mode {
            Mode::Full => self.full,
            Mode::Timeless => self.timeless,
            Mode::Bare => Amount::plain(1.0),
        }
    }
}

impl Conventions {
    /// A decimal step of bytes in the sheet's own gigabytes.
    fn bytes(self, factor: f64) -> f64 {
        const STEPS: [(f64, i32); 5] = [(1e3, 1), (1e6, 2), (1e9, 3), (1e12, 4), (1e15, 5)];
        let step = STEPS.iter().find(|(size, _)| same(*size, factor));
        match (self.gigabyte, step) {
            (Gigabyte::Binary, Some((_, step))) => 1024_f64.powi(*step),
            _ => factor,
        }
    }

    /// A month or a year in the sheet's own months.
    fn seconds(self, factor: f64) -> f64 {
        const MONTH: f64 = 730.0 * 3600.0;
        const DAYS: f64 = 30.0 * 86_400.0;
        match self.month {
            Month::Days30 if same(factor, MONTH) => DAYS,
            Month::Days30 if same(factor, 12.0 * MONTH) => 12.0 * DAYS,
            _ => factor,
        }
    }
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= one.abs() * 1e-9
}
