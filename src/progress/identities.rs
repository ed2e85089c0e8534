//! Identities for runs, attempts and events: UUID version 7, so that they sort by time.

use uuid::Builder;

use crate::domain::Moment;

/// The counter has 12 bits; what does not fit borrows a millisecond from the future.
const COUNTER_LIMIT: u16 = 0x0fff;

/// A source of identities. Each one is greater than the one before, even when the clock is set back.
#[derive(Clone, Debug)]
pub struct Identities {
    random: fastrand::Rng,
    last_ms: u64,
    counter: u16,
}

impl Identities {
    /// A source whose random part follows from `seed`; two sources need two seeds.
    pub fn new(seed: u64) -> Self {
        Self {
            random: fastrand::Rng::with_seed(seed),
            last_ms: 0,
            counter: 0,
        }
    }

    /// The next identity, made at `now`.
    pub fn next(&mut self, now: Moment) -> String {
        let now_ms = u64::try_from(now.wall_ms).unwrap_or(0);
        if now_ms > self.last_ms {
            self.last_ms = now_ms;
            self.counter = 0;
        } else if self.counter < COUNTER_LIMIT {
            self.counter += 1;
        } else {
            self.last_ms += 1;
            self.counter = 0;
        }
        let mut bytes = [0; 10];
        bytes[..2].copy_from_slice(&self.counter.to_be_bytes());
        bytes[2..].copy_from_slice(&self.random.u64(..).to_be_bytes());
        Builder::from_unix_timestamp_millis(self.last_ms, &bytes)
            .into_uuid()
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNTER_LIMIT, Identities};
    use crate::domain::Moment;

    fn at(wall_ms: i64) -> Moment {
        Moment {
            wall_ms,
            ..Moment::default()
        }
    }

    #[test]
    fn an_identity_carries_its_time_and_version() {
        let identity = Identities::new(1).next(at(1_764_000_000_000));
        assert!(identity.starts_with("019ab697-e800-7000-"), "{identity}");
    }

    #[test]
    fn identities_grow_within_a_millisecond_and_when_the_clock_is_set_back() {
        let mut identities = Identities::new(7);
        let mut last = identities.next(at(2_000));
        for step in 0..2 * i64::from(COUNTER_LIMIT) {
            let next = identities.next(at(2_000 - step));
            assert!(next > last, "{next} after {last}");
            last = next;
        }
    }

    #[test]
    fn two_seeds_give_two_identities_in_the_same_millisecond() {
        assert_ne!(
            Identities::new(1).next(at(5)),
            Identities::new(2).next(at(5))
        );
    }
}
