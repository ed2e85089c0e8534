//! What is told about a mock interview: one [`Report`], and its forms for reading and for sending.

mod build;
mod chart;
mod expectation;
mod html;
mod markdown;
mod page;
mod personal;
mod team;
mod team_forms;
mod team_html;
mod value;
mod words;

pub use chart::{Bar, bars};
pub use expectation::{bar, expectation};
pub use page::{escaped, page};
pub use personal::{Personal, PersonalInterview, PersonalMissing, PersonalTrack};
pub use team::{Team, TeamCell, TeamItem, TeamPerson, TeamSkill};
pub use value::{
    Answered, Dimension, ExerciseReport, Point, Practise, Probed, Report, Said, TimeUse,
};
pub use words::{PRACTICE, hiring};
