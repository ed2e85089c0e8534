//! How long a person was at it, pauses left out.

use std::time::Duration;

/// The longest silence that still counts as reading or thinking; of a longer one only this much counts.
const LONGEST_THOUGHT: Duration = Duration::from_mins(2);

/// Time with a question in front, fed by every sign of life.
#[derive(Clone, Copy, Debug)]
pub struct Attention {
    counted: Duration,
    last: Duration,
}

impl Attention {
    /// Begins at `steady`, with `counted` from an earlier sitting.
    pub const fn begin(steady: Duration, counted: Duration) -> Self {
        Self {
            counted,
            last: steady,
        }
    }

    /// Someone is there at `steady`.
    pub fn touch(&mut self, steady: Duration) {
        self.counted = self.so_far(steady);
        self.last = self.last.max(steady);
    }

    /// The time that counts, if `steady` is now.
    pub fn so_far(&self, steady: Duration) -> Duration {
        self.counted + steady.saturating_sub(self.last).min(LONGEST_THOUGHT)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Attention;

    #[track_caller]
    fn case(touches: &[u64], expected: u64) {
        let mut attention = Attention::begin(Duration::ZERO, Duration::ZERO);
        for second in touches {
            attention.touch(Duration::from_secs(*second));
        }
        let last = touches.last().copied().unwrap_or(0);
        assert_eq!(
            attention.so_far(Duration::from_secs(last)).as_secs(),
            expected
        );
    }

    #[test]
    fn time_counts_while_someone_is_there() {
        case(&[], 0);
        case(&[10, 20, 30], 30);
        case(&[100, 200], 200);
    }

    #[test]
    fn a_lunch_break_counts_as_two_minutes() {
        case(&[10, 3610], 130);
    }

    #[test]
    fn a_clock_that_runs_backwards_takes_nothing_away() {
        case(&[30, 10], 30);
    }
}
