//! What is worked out from the log and kept beside it, so that nothing has to be worked out on the way to a screen.
//!
//! Everything here can be dropped and rebuilt. What an append touches is worked out again from the log itself, in the
//! order of times and identities and never of arrival; so what is kept equals what would be rebuilt.

mod days;
mod memories;
mod misses;
mod phrases;
mod refresh;
mod results;
mod rules;
mod touched;

pub use days::{answers, tallies_since};
pub use memories::{histories, scheduled_steps};
pub use misses::tries;
pub use phrases::{phrases, shadowed};
pub use refresh::{catch_up, rebuild, refresh};
pub use rules::Rules;
pub use touched::Touched;
