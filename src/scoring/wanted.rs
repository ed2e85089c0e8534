//! Numbers with units as a pattern asks for them, and how those of an answer compare.

use super::{
    pattern_error::PatternFault,
    quantity::{Quantity, Reading},
    unit::Unit,
};

/// A range of quantities that a pattern asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wanted {
    /// Least number, in the unit as written.
    low: f64,
    /// Greatest number, in the unit as written.
    high: f64,
    /// The unit; `None` takes any.
    unit: Option<Unit>,
}

/// How a quantity of the answer compares with what a pattern asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// Within the range, in a unit of the same dimension.
    Within,
    /// Within the range if the unit asked for is meant, but it is not said.
    UnitMissing,
    /// Something else.
    Off,
}

impl Wanted {
    /// Reads what stands between `<` and `>`.
    pub fn parse(body: &str) -> Result<Self, PatternFault> {
        let bad = || PatternFault::BadQuantity(body.trim().to_owned());
        let mut parts = body.split_whitespace().peekable();
        let range = parts.next().ok_or_else(bad)?;
        if tolerance(range).is_some() {
            return Err(PatternFault::LoneTolerance);
        }
        let (mut low, mut high) = match range.split_once("..") {
            Some(("", "")) => return Err(PatternFault::EmptyRange),
            Some((low, high)) => (
                bound(low, f64::NEG_INFINITY).ok_or_else(bad)?,
                bound(high, f64::INFINITY).ok_or_else(bad)?,
            ),
            None => {
                let number = number(range).ok_or_else(bad)?;
                (number, number)
            }
        };
        if low > high {
            return Err(bad());
        }
        let widen = parts.peek().and_then(|part| tolerance(part));
        if let Some((below, above)) = widen {
            parts.next();
            low *= below;
            high *= above;
        }
        let name = parts.collect::<Vec<_>>().join("").to_lowercase();
        let unit = if name.is_empty() {
            None
        } else {
            Some(Unit::parse(&name).ok_or(PatternFault::UnknownUnit(name))?)
        };
        Ok(Self { low, high, unit })
    }

    /// Compares every reading of `quantity`; the best one counts.
    pub fn compare(&self, quantity: &Quantity) -> Comparison {
        let mut best = Comparison::Off;
        for reading in &quantity.readings {
            match self.compare_reading(*reading) {
                Comparison::Within => return Comparison::Within,
                Comparison::UnitMissing => best = Comparison::UnitMissing,
                Comparison::Off => {}
            }
        }
        best
    }

    fn compare_reading(&self, reading: Reading) -> Comparison {
        match (self.unit, reading.unit) {
            (None, _) if self.holds(reading.number, 1.0) => Comparison::Within,
            (Some(wanted), Some(said)) if wanted.measures_like(said) => {
                if self.holds(reading.number * said.factor, wanted.factor) {
                    Comparison::Within
                } else {
                    Comparison::Off
                }
            }
            // "$3.4k" where so much a month is asked for
            (Some(wanted), Some(said))
                if said.per.is_none()
                    && said.dimension == wanted.dimension
                    && wanted.per.is_some()
                    && self.holds(reading.number, 1.0) =>
            {
                Comparison::UnitMissing
            }
            (Some(_), None) if self.holds(reading.number, 1.0) => Comparison::UnitMissing,
            _ => Comparison::Off,
        }
    }

    /// Whether `value` lies between the bounds, each times `factor`, but for rounding.
    fn holds(&self, value: f64, factor: f64) -> bool {
        let slack = 1e-9;
        let (low, high) = (self.low * factor, self.high * factor);
        value >= low - low.abs() * slack && value <= high + high.abs() * slack
    }
}

fn bound(text: &str, open: f64) -> Option<f64> {
    if text.is_empty() {
        Some(open)
    } else {
        number(text)
    }
}

/// `10%` or `x2` as the factors below and above.
fn tolerance(text: &str) -> Option<(f64, f64)> {
    if let Some(percent) = text.strip_suffix('%') {
        let share = number(percent)? / 100.0;
        return Some((1.0 - share, 1.0 + share));
    }
    let factor = number(text.strip_prefix('x')?)?;
    (factor > 0.0).then(|| (1.0 / factor, factor))
}

/// A number of a pattern, with thousands commas and `k`, `M` or `bn`.
fn number(text: &str) -> Option<f64> {
    let text = text.to_lowercase();
    let (digits, times) = [("bn", 1e9), ("k", 1e3), ("m", 1e6)]
        .iter()
        .find_map(|(suffix, times)| Some((text.strip_suffix(suffix)?, *times)))
        .unwrap_or((&text, 1.0));
    let plain: String = digits.chars().filter(|&c| c != ',').collect();
    if !plain.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    plain.parse::<f64>().ok().map(|number| number * times)
}

#[cfg(test)]
mod tests {
    use super::super::quantity::{is_number_word, read};
    use super::{Comparison, Wanted};

    #[track_caller]
    fn case(wanted: &str, said: &str, expected: Comparison) {
        let Ok(wanted) = Wanted::parse(wanted) else {
            panic!("`{wanted}` is no quantity");
        };
        let word = said.split([' ', '-']).position(is_number_word).map(|_| 0);
        let start = said.find(|c: char| c.is_ascii_digit()).or(word);
        let Some(quantity) = start.and_then(|start| read(said, start)) else {
            panic!("`{said}` holds no number");
        };
        assert_eq!(wanted.compare(&quantity), expected, "{quantity:?}");
    }

    #[test]
    fn quantities_compare_across_units_and_spellings() {
        case("3478 10% USD/month", "$3.4k a month", Comparison::Within);
        case("3478 10% USD/month", "$3,478/month", Comparison::Within);
        case(
            "3478 10% USD/month",
            "3478 dollars per month",
            Comparison::Within,
        );
        case("3478 10% USD/month", "3,478", Comparison::UnitMissing);
        case("3478 10% USD/month", "$3,478", Comparison::UnitMissing);
        case("3478 10% USD/month", "$3,478 a day", Comparison::Off);
        case("..500 ms", "0.2 s", Comparison::Within);
        case("..500 ms", "2 s", Comparison::Off);
        case("5 min", "5m", Comparison::Within);
        case("5 min", "300 s", Comparison::Within);
        case("5 min", "five minutes", Comparison::Within);
        case("5 min", "5-minute", Comparison::Within);
        case("5000000", "5m", Comparison::Within);
        case("1200", "1.2k", Comparison::Within);
        case("1230", "1,230", Comparison::Within);
        case("95 %", "95%", Comparison::Within);
        case("95 %", "95 percent", Comparison::Within);
        case("30000", "3 万", Comparison::Within);
        case("100 x2 GB", "180 gb", Comparison::Within);
        case("100 x2 GB", "210 gb", Comparison::Off);
        case("1 GiB", "1 gb", Comparison::Off);
        case("2 req/s", "2 requests per second", Comparison::Within);
        case("2000 req/s", "2k qps", Comparison::Within);
        case("0.023 USD/GB", "$0.023/gb", Comparison::Within);
        case("512 MiB", "512mi", Comparison::Within);
        case("5..10", "7", Comparison::Within);
        case("5..", "4", Comparison::Off);
    }
}
