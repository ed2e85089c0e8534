//! What is told about a mock interview: one [`Report`], and its forms for reading and for sending.

mod build;
mod chart;
mod expectation;
mod html;
mod markdown;
mod page;
mod value;
mod words;

pub use chart::{Bar, bars};
pub use expectation::expectation;
pub use page::{escaped, page};
pub use value::{
    Answered, Dimension, ExerciseReport, Point, Practise, Probed, Report, Said, TimeUse,
};
pub use words::{PRACTICE, hiring};
