//! The loop: keys, signals and time become messages, effects become writes.

mod clock;

pub use clock::{Clock, SystemClock};
