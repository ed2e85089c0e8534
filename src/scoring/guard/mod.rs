//! Tells answers that are not graded as they stand: nothing said, said back, listed, shuffled, meant for another question.

mod empty;
mod flooded;
mod foreign;
mod keyword_list;
mod mash;
mod parroted;
mod pasted;
mod profile;
mod repeated;
mod shuffled;
mod watch;

pub(super) use profile::Profile;
pub(super) use watch::{Alarm, Watch};
