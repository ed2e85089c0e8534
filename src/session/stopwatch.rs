//! A clock that counts by steady time and can be stopped.

use std::time::Duration;

/// Time used so far; a jump of the machine's clock changes nothing of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stopwatch {
    counted: Duration,
    /// The steady time since which it runs; `None` while it is stopped.
    since: Option<Duration>,
}

impl Stopwatch {
    /// Stopped, with `counted` on it.
    pub const fn stopped_at(counted: Duration) -> Self {
        Self {
            counted,
            since: None,
        }
    }

    /// Runs from `steady` on; no change where it runs already.
    pub fn start(&mut self, steady: Duration) {
        self.since.get_or_insert(steady);
    }

    /// Stops at `steady`.
    pub fn stop(&mut self, steady: Duration) {
        self.counted = self.used(steady);
        self.since = None;
    }

    /// The time on it at `steady`.
    pub fn used(&self, steady: Duration) -> Duration {
        let running = self.since.map(|since| steady.saturating_sub(since));
        self.counted + running.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Stopwatch;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn time_counts_only_while_it_runs() {
        let mut watch = Stopwatch::stopped_at(at(5));
        assert_eq!(watch.used(at(100)), at(5));
        watch.start(at(100));
        watch.start(at(105));
        assert_eq!(watch.used(at(110)), at(15));
        watch.stop(at(120));
        assert_eq!(watch.used(at(500)), at(25));
    }
}
