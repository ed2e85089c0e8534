//! How a worked incident is graded: diagnosis, process and communication apart.

mod communication;
mod fingerprint;
mod grader;
mod process;
mod words;

pub(super) use fingerprint::incident_parts;
pub(super) use grader::IncidentGrader;
