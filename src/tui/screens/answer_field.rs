//! Which field a step is answered in.

use super::{
    answering::Answering, console::ConsoleField, filling::Filling, reviewing::Reviewing,
    writing::Writing,
};
use crate::{domain::Task, session::Drill};

/// The field for the turn of `drill`, with `text` and its caret from an earlier sitting.
pub fn answer_field(drill: &Drill, text: Option<(&str, usize)>) -> Box<dyn Answering> {
    match &drill.step().task {
        Task::Write | Task::Say(_) => Box::new(Writing::new(drill, text)),
        Task::Incident(incident) => {
            Box::new(ConsoleField::new(incident, text.map(|(text, _)| text)))
        }
        Task::Review(_) => Box::new(Reviewing::new(drill, text)),
        Task::Sheet(sheet) => Box::new(Filling::new(sheet, text)),
    }
}
