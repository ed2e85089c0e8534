//! How a worked incident is graded: diagnosis, process and communication apart.

mod communication;
mod grader;
mod process;
mod words;

pub(super) use grader::IncidentGrader;
