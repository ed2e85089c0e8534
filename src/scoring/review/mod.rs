//! How a review earns points: by place, by content, by severity, and by what it leaves alone.

mod asides;
mod catch;
mod grading;
mod head;
mod label;
mod mask;
mod outcome;
mod part;
mod place;
mod tone;
mod written;

pub(super) use grading::ReviewBlock;
pub use place::{Location, locate};
pub use written::{WrittenComment, WrittenReview, read_review};
