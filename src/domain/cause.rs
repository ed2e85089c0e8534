//! Why a row of a cost sheet is off, or right in spite of a difference.

/// What explains the difference between a row and the author's working.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The other meaning of gigabyte or of month; still within tolerance.
    Convention,
    /// Right with the learner's own numbers of the rows above.
    Carried,
    /// A step of k, M or G too many or too few: 1,000, 1,024 and their powers.
    Thousand,
    /// A digit too many or too few, as when 万 and 亿 are carried over: 10 and 10,000.
    Digit,
    /// Bits for bytes or bytes for bits: 8.
    Bits,
    /// A rate per second, minute or hour taken for another: 60, 3,600 and what a month has of them.
    Seconds,
    /// An hourly figure taken for a monthly or daily one, or the reverse: 730, 720, 24.
    Hours,
    /// A daily figure taken for a monthly one, or the reverse: 30 and its kin.
    Days,
    /// A monthly figure taken for a yearly one, or the reverse: 12.
    Months,
    /// Per cent taken for parts of one: 100.
    Percent,
    /// The copies of replication left out, or counted twice.
    Replication,
    /// A given left out, or taken twice.
    LeftOut,
    /// One direction counted instead of both, in and out, or the reverse: 2.
    InOut,
    /// The price of another class of service.
    PriceClass,
    /// The stated result is not what the working beside it comes to.
    Slip,
}

impl Cause {
    /// Every cause, in the order the documentation lists them.
    pub const ALL: [Self; 15] = [
        Self::Convention,
        Self::Carried,
        Self::Thousand,
        Self::Digit,
        Self::Bits,
        Self::Seconds,
        Self::Hours,
        Self::Days,
        Self::Months,
        Self::Percent,
        Self::Replication,
        Self::LeftOut,
        Self::InOut,
        Self::PriceClass,
        Self::Slip,
    ];

    /// The name in scenario files and in `grade --json`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Convention => "convention",
            Self::Carried => "carried",
            Self::Thousand => "thousand",
            Self::Digit => "digit",
            Self::Bits => "bits",
            Self::Seconds => "per-second",
            Self::Hours => "per-hour",
            Self::Days => "per-day",
            Self::Months => "per-month",
            Self::Percent => "percent",
            Self::Replication => "replication",
            Self::LeftOut => "left-out",
            Self::InOut => "in-out",
            Self::PriceClass => "price-class",
            Self::Slip => "slip",
        }
    }

    /// Reads the name in scenario files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.name() == name)
    }
}
