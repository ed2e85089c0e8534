//! Where an incident can lead, looked through for its author.

mod coverage;
mod deeds;
mod explore;
mod graph;
mod way;

pub use coverage::Seen;
pub use explore::{Exploration, before_known};
pub use way::lines_to;
