//! The units a quantity can have, as dimension and factor.

/// What a unit measures; rates are one dimension over another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Seconds.
    Time,
    /// Bytes.
    Data,
    /// Per cent.
    Share,
    /// United States dollars.
    Money,
    /// Euros; never the same as dollars.
    Euro,
    /// Yuan; never the same as dollars.
    Yuan,
    /// Requests, queries, writes and other things counted.
    Count,
    /// Hertz.
    Frequency,
    /// Watts.
    Power,
    /// Metres.
    Length,
}

/// A unit with its dimension, the dimension it is divided by, and what one of it is in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// What it is counted per.
    pub per: Option<Dimension>,
    /// How many base units one of it is.
    pub factor: f64,
}

/// A month of 730 hours, as cloud prices count it; in seconds.
const MONTH: f64 = 730.0 * 3600.0;

/// The names of every unit, with dimension and factor.
const NAMES: &[(&str, Dimension, f64)] = &[
    ("ns nanosecond nanoseconds", Dimension::Time, 1e-9),
    ("us µs μs microsecond microseconds", Dimension::Time, 1e-6),
    (
        "ms msec msecs millisecond milliseconds millis",
        Dimension::Time,
        1e-3,
    ),
    ("s sec secs second seconds", Dimension::Time, 1.0),
    ("min mins minute minutes m", Dimension::Time, 60.0),
    ("h hr hrs hour hours", Dimension::Time, 3600.0),
    ("d day days", Dimension::Time, 86_400.0),
    ("week weeks wk", Dimension::Time, 604_800.0),
    ("month months mo mon", Dimension::Time, MONTH),
    ("year years yr y", Dimension::Time, 12.0 * MONTH),
    ("byte bytes", Dimension::Data, 1.0),
    ("kb kilobyte kilobytes", Dimension::Data, 1e3),
    ("mb megabyte megabytes", Dimension::Data, 1e6),
    ("gb gigabyte gigabytes gig gigs g", Dimension::Data, 1e9),
    ("tb terabyte terabytes t", Dimension::Data, 1e12),
    ("pb petabyte petabytes", Dimension::Data, 1e15),
    ("kib ki", Dimension::Data, 1024.0),
    ("mib mi", Dimension::Data, 1_048_576.0),
    ("gib gi", Dimension::Data, 1_073_741_824.0),
    ("tib ti", Dimension::Data, 1_099_511_627_776.0),
    ("pib pi", Dimension::Data, 1_125_899_906_842_624.0),
    ("bit bits", Dimension::Data, 0.125),
    ("kbit kbits", Dimension::Data, 125.0),
    ("mbit mbits", Dimension::Data, 125_000.0),
    ("gbit gbits", Dimension::Data, 125_000_000.0),
    ("% percent pct", Dimension::Share, 1.0),
    ("$ usd dollar dollars us$ bucks", Dimension::Money, 1.0),
    ("cent cents", Dimension::Money, 0.01),
    ("€ eur euro euros", Dimension::Euro, 1.0),
    ("¥ cny rmb yuan 元", Dimension::Yuan, 1.0),
    (
        "req reqs request requests rq query queries write writes read reads event events message messages msg msgs \
         call calls op ops operation operations transaction transactions tx upload uploads download downloads \
         user users item items row rows series pod pods node nodes replica replicas core cores cpu cpus vcpu vcpus \
         time times connection connections attempt attempts try tries retry retries copy copies object objects",
        Dimension::Count,
        1.0,
    ),
    ("hz", Dimension::Frequency, 1.0),
    ("khz", Dimension::Frequency, 1e3),
    ("mhz", Dimension::Frequency, 1e6),
    ("ghz", Dimension::Frequency, 1e9),
    ("w watt watts", Dimension::Power, 1.0),
    ("kw", Dimension::Power, 1e3),
    ("km", Dimension::Length, 1e3),
];

/// Rates written as one word.
const RATES: &[(&str, Dimension, f64, Dimension, f64)] = &[
    (
        "rps qps tps iops wps",
        Dimension::Count,
        1.0,
        Dimension::Time,
        1.0,
    ),
    ("rpm", Dimension::Count, 1.0, Dimension::Time, 60.0),
    ("bps", Dimension::Data, 0.125, Dimension::Time, 1.0),
    ("kbps", Dimension::Data, 125.0, Dimension::Time, 1.0),
    ("mbps", Dimension::Data, 125_000.0, Dimension::Time, 1.0),
    ("gbps", Dimension::Data, 125_000_000.0, Dimension::Time, 1.0),
];

impl Unit {
    /// The unit called `name` (folded), with an optional `/` and what it is per.
    pub fn parse(name: &str) -> Option<Self> {
        match name.split_once('/') {
            Some((above, below)) => {
                let above = Self::parse_single(above.trim())?;
                above.over(Self::parse_single(below.trim())?)
            }
            None => Self::parse_single(name.trim()),
        }
    }

    /// This unit per `below`; `None` if either is a rate already.
    pub fn over(self, below: Self) -> Option<Self> {
        (self.per.is_none() && below.per.is_none()).then(|| Self {
            dimension: self.dimension,
            per: Some(below.dimension),
            factor: self.factor / below.factor,
        })
    }

    /// Whether both measure the same thing.
    pub fn measures_like(self, other: Self) -> bool {
        self.dimension == other.dimension && self.per == other.per
    }

    fn parse_single(name: &str) -> Option<Self> {
        let of = |names: &str| names.split(' ').any(|known| known == name);
        let plain = NAMES
            .iter()
            .find(|(names, ..)| of(names))
            .map(|&(_, dimension, factor)| Self {
                dimension,
                per: None,
                factor,
            });
        plain.or_else(|| {
            RATES
                .iter()
                .find(|(names, ..)| of(names))
                .map(|&(_, dimension, above, per, below)| Self {
                    dimension,
                    per: Some(per),
                    factor: above / below,
                })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Dimension, Unit};

    #[track_caller]
    fn case(name: &str, dimension: Dimension, per: Option<Dimension>, factor: f64) {
        let unit = Unit::parse(name);
        assert_eq!(
            unit,
            Some(Unit {
                dimension,
                per,
                factor
            }),
            "{name}"
        );
    }

    #[test]
    fn units_have_dimension_and_factor() {
        case("ms", Dimension::Time, None, 1e-3);
        case(
            "usd/month",
            Dimension::Money,
            Some(Dimension::Time),
            1.0 / 2_628_000.0,
        );
        case("req/s", Dimension::Count, Some(Dimension::Time), 1.0);
        case("qps", Dimension::Count, Some(Dimension::Time), 1.0);
        case("gib", Dimension::Data, None, 1_073_741_824.0);
        assert_eq!(Unit::parse("parsec"), None);
        assert_eq!(Unit::parse("a/b/c"), None);
    }
}
