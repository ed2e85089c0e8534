//! What the learner has done so far, and what follows from it. Pure: the log itself is kept elsewhere.

mod catalogue;
mod identities;
mod local_day;
mod overview;
mod record;
mod streak;

pub use catalogue::Catalogue;
pub use identities::Identities;
pub use local_day::LocalDay;
pub use overview::{
    Competency, CompetencyGroup, DueStep, KeptMissing, Overview, PastAttempt, Resumable,
};
pub use record::{Attempt, Draft, DraftKey, Event, Part, Purpose, Record, Run};
pub use streak::streak_days;
