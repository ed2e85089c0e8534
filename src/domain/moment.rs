//! A point in time, handed in from the outermost loop.

use std::time::Duration;

/// When something happens, on two clocks: one for records, one for countdowns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 UTC; may jump when the machine's clock is set.
    pub wall_ms: i64,
    /// Minutes east of UTC where the learner sits.
    pub utc_offset_minutes: i32,
    /// Time since the program started; never runs backwards.
    pub steady: Duration,
}

impl Moment {
    /// The same moment, `later` on both clocks.
    #[must_use]
    pub fn plus(self, later: Duration) -> Self {
        Self {
            wall_ms: self.wall_ms + i64::try_from(later.as_millis()).unwrap_or(i64::MAX),
            utc_offset_minutes: self.utc_offset_minutes,
            steady: self.steady + later,
        }
    }
}
