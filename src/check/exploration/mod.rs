//! Where an incident can lead, looked through for its author.

mod coverage;
mod deeds;
mod explore;
mod graph;

pub use coverage::Seen;
pub use explore::{Exploration, before_known};
