//! The day on which something counts: it begins at four in the morning where the learner sits.

use std::fmt;

use jiff::{Span, civil::Date};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// A day begins at 04:00 local time, so that practice after midnight still counts for the evening.
const BEGINS_MS: i64 = 4 * 60 * MINUTE_MS;

/// A local day, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDay(pub i64);

impl LocalDay {
    /// The day of `wall_ms` (milliseconds since 1970, UTC) at `utc_offset` minutes east of UTC.
    pub fn of(wall_ms: i64, utc_offset: i32) -> Self {
        let local = wall_ms.saturating_add(i64::from(utc_offset) * MINUTE_MS);
        Self(local.saturating_sub(BEGINS_MS).div_euclid(DAY_MS))
    }

    /// When the day begins at `utc_offset` minutes east of UTC, in milliseconds since 1970, UTC.
    pub fn begins_at(self, utc_offset: i32) -> i64 {
        self.0
            .saturating_mul(DAY_MS)
            .saturating_add(BEGINS_MS)
            .saturating_sub(i64::from(utc_offset) * MINUTE_MS)
    }

    /// The day `days` later.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The Monday on or before the day; 1970-01-01 was a Thursday.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus(-(self.0.saturating_add(3)).rem_euclid(7))
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let since = Date::new(1970, 1, 1).ok()?;
        let days = text.parse::<Date>().ok()?.since(since).ok()?.get_days();
        Some(Self(i64::from(days)))
    }

    /// The date; `None` outside of the years -9999 to 9999.
    pub fn date(self) -> Option<Date> {
        let days = Span::new().try_days(self.0).ok()?;
        Date::new(1970, 1, 1).ok()?.checked_add(days).ok()
    }
}

impl fmt::Display for LocalDay {
    /// `YYYY-MM-DD`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date() {
            Some(date) => date.fmt(formatter),
            None => write!(formatter, "day {}", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LocalDay;

    /// 2026-11-23T00:00:00Z.
    const MIDNIGHT: i64 = 1_795_392_000_000;
    const HOUR: i64 = 3_600_000;

    #[track_caller]
    fn case(wall_ms: i64, utc_offset: i32, expected: &str) {
        assert_eq!(LocalDay::of(wall_ms, utc_offset).to_string(), expected);
    }

    #[test]
    fn a_day_begins_at_four_in_the_morning_local_time() {
        case(MIDNIGHT + 4 * HOUR - 1, 0, "2026-11-22");
        case(MIDNIGHT + 4 * HOUR, 0, "2026-11-23");
        case(MIDNIGHT - 4 * HOUR - 1, 8 * 60, "2026-11-22");
        case(MIDNIGHT - 4 * HOUR, 8 * 60, "2026-11-23");
        case(MIDNIGHT + 12 * HOUR - 1, -8 * 60, "2026-11-22");
    }

    #[test]
    fn a_day_knows_when_it_begins() {
        for offset in [0, 480, -480, 345] {
            let day = LocalDay::of(MIDNIGHT, offset);
            let begins = day.begins_at(offset);
            assert_eq!(LocalDay::of(begins, offset), day);
            assert_eq!(LocalDay::of(begins - 1, offset), day.plus(-1));
        }
    }

    #[test]
    fn no_time_is_too_far_away_for_a_day() {
        for wall_ms in [i64::MIN, i64::MAX] {
            assert!(!LocalDay::of(wall_ms, 840).to_string().is_empty());
        }
    }
}
