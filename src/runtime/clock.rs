//! The one place where time enters.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use jiff::tz::TimeZone;

use crate::domain::Moment;

/// Tells the time.
pub trait Clock {
    /// The time now.
    fn now(&self) -> Moment;
}

impl<C: Clock> Clock for &C {
    fn now(&self) -> Moment {
        (**self).now()
    }
}

/// The machine's own clocks.
#[derive(Debug)]
pub struct SystemClock {
    start: Instant,
    zone: TimeZone,
}

impl Default for SystemClock {
    fn default() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place where time enters")]
        let start = Instant::now();
        Self {
            start,
            zone: TimeZone::system(),
        }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        #[expect(clippy::disallowed_methods, reason = "the one place where time enters")]
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let wall_ms = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
        let offset = jiff::Timestamp::from_millisecond(wall_ms)
            .map_or(0, |timestamp| self.zone.to_offset(timestamp).seconds());
        Moment {
            wall_ms,
            utc_offset_minutes: offset / 60,
            steady: self.start.elapsed(),
        }
    }
}
