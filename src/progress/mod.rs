//! What the learner has done so far, and what follows from it. Pure: the log itself is kept elsewhere.

mod overview;
mod record;

pub use overview::{
    Competency, CompetencyGroup, DueStep, KeptMissing, Overview, PastAttempt, Resumable,
};
pub use record::{Attempt, Draft, Event, Part, Purpose, Record, Run};
