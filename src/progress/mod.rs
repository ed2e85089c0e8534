//! What the learner has done so far, and what follows from it. Pure: the log itself is kept elsewhere.

mod agenda;
mod calendar;
mod catalogue;
mod competency;
mod export;
mod fit;
mod identities;
mod insight;
mod local_day;
mod member;
mod memory;
mod merge;
mod missing;
mod overview;
mod phrase;
mod rating;
mod record;
mod renames;
mod sitting;
mod streak;
mod tally;
mod track;
mod track_standing;

pub use agenda::{Agenda, MINUTES_PER_DAY, ScheduledStep, today};
pub use calendar::{CalendarWeek, Practice, calendar};
pub use catalogue::Catalogue;
pub use competency::{CompetencyGroup, competency_label};
pub use export::{
    AttemptLine, CSV_HEADING, EXPORT_VERSION, EventLine, ExportHeader, Line, LineProblem,
    OtherLine, RunLine, csv_rows, read_line, read_time, write_line,
};
pub use fit::{LEAST_REPETITIONS, fit};
pub use identities::Identities;
pub use insight::{CompetencyStanding, Effort, Insight, KindTrend, Standing, Week};
pub use local_day::LocalDay;
pub use member::Member;
pub use memory::{Memory, Review, Scheduler};
pub use merge::Merge;
pub use missing::{MADE, TRIES, Tries, kept_missing};
pub use overview::{
    Competency, DueStep, KeptMissing, Overview, PastAttempt, Resumable, Shadowed, standing,
};
pub use phrase::{CLEAN_TO_RETIRE, Happening, Kept, MISSED_BELOW, Phrase, PhraseName};
pub use rating::Rating;
pub use record::{Attempt, Draft, DraftKey, Event, Part, Purpose, Record, Run};
pub use renames::{Rename, renames};
pub use sitting::{Stop, due_stops, stops};
pub use streak::streak_days;
pub use tally::{Judgement, Sum, Tally, days, reviewed_ms};
pub use track::{Signature, Stale, TrackAnswer, TrackRecords, TrackSteps};
pub use track_standing::{
    DayStanding, DayState, Evidence, ItemStanding, ItemState, StepStanding, TrackStanding,
};
