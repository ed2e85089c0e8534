//! Which field a step is answered in.

use super::{
    answering::Answering, console::ConsoleField, filling::Filling, reviewing::Reviewing,
    writing::Writing,
};
use crate::{
    domain::Task,
    session::Drill,
    tui::{action::Action, keymap::Table},
};

/// The same for a question of an interview, in which an interviewer keeps the clock.
pub fn interview_field(drill: &Drill, text: Option<(&str, usize)>) -> Box<dyn Answering> {
    match &drill.step().task {
        Task::Write | Task::Say(_) => Box::new(Writing::in_interview(drill, text)),
        _ => answer_field(drill, text),
    }
}

/// The tables that hold in an interview where `tables` hold in a drill: nothing of them helps with the answer.
pub fn interview_tables(tables: &[Table]) -> &'static [Table] {
    const EDITED: &[Table] = &[Table::Interview, Table::Editing, Table::Typing];
    match tables.first() {
        Some(Table::Review) => &[
            Table::Review,
            Table::Interview,
            Table::Lists,
            Table::Everywhere,
        ],
        Some(Table::Remark) => &[
            Table::Remark,
            Table::Interview,
            Table::Editing,
            Table::Typing,
        ],
        Some(Table::Listening) => &[
            Table::Listening,
            Table::Interview,
            Table::Lists,
            Table::Everywhere,
        ],
        Some(Table::Speaking) => &[
            Table::Speaking,
            Table::Interview,
            Table::Lists,
            Table::Everywhere,
        ],
        Some(Table::Notes) => &[
            Table::Notes,
            Table::Interview,
            Table::Editing,
            Table::Typing,
        ],
        Some(Table::Find) => &[Table::Find, Table::Editing, Table::Typing],
        Some(Table::Console) => &[
            Table::Console,
            Table::Interview,
            Table::Editing,
            Table::Typing,
        ],
        Some(Table::Cell) => &[Table::Cell, Table::Interview, Table::Editing, Table::Typing],
        _ => EDITED,
    }
}

/// Whether `action` helps with an answer, which nothing does in an interview.
pub const fn is_aid(action: Action) -> bool {
    matches!(
        action,
        Action::Hint
            | Action::Template
            | Action::Points
            | Action::Frames
            | Action::Study
            | Action::Editor
            | Action::SubmitToJudge
            | Action::Export
            | Action::Mode
            | Action::Speak
    )
}

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
