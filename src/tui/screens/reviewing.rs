//! A review under way as a field for an answer: keys to the diff, the editor or the request.

use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};

use super::{
    answering::Answering,
    review_view::ReviewView,
    review_work::{Focus, PAGE, ReviewWork},
};
use crate::{
    session::Drill,
    tui::{action::Action, desk::Desk, keymap::Table, message::Effect},
};

/// A review under way.
#[derive(Debug)]
pub struct Reviewing {
    work: ReviewWork,
}

impl Reviewing {
    /// The field for the turn of `drill`, with `text` from an earlier sitting.
    pub fn new(drill: &Drill, text: Option<(&str, usize)>) -> Self {
        Self {
            work: ReviewWork::new(drill, text),
        }
    }
}

impl Answering for Reviewing {
    fn tables(&self) -> &'static [Table] {
        match self.work.focus {
            Focus::Request | Focus::Diff => &[
                Table::Review,
                Table::ReviewAids,
                Table::Lists,
                Table::Everywhere,
            ],
            Focus::Comment(..) | Focus::Conclusion(_) => {
                &[Table::Remark, Table::Editing, Table::Typing]
            }
            Focus::Search(_) => &[Table::Find, Table::Editing, Table::Typing],
        }
    }

    fn text(&self) -> (String, usize) {
        let text = self.work.own.text(&self.work.diff);
        let caret = text.chars().count();
        (text, caret)
    }

    fn is_blank(&self) -> bool {
        self.work.own.is_blank()
    }

    fn act(&mut self, action: Action, _desk: &Desk) {
        match (action, &self.work.focus) {
            (Action::Points, _) => self.work.shows_points = !self.work.shows_points,
            (Action::Study, _) => self.work.shows_model = !self.work.shows_model,
            (Action::Keep, _) => self.work.keep(),
            (Action::Pane | Action::Comment, Focus::Request) => self.work.focus = Focus::Diff,
            (Action::Pane, Focus::Diff) => self.work.focus = Focus::Request,
            (Action::Up, Focus::Request) => self.work.top = self.work.top.saturating_sub(1),
            (Action::Down, Focus::Request) => self.work.top += 1,
            (Action::PageUp, Focus::Request) => self.work.top = self.work.top.saturating_sub(PAGE),
            (Action::PageDown, Focus::Request) => self.work.top += PAGE,
            (Action::First, Focus::Request) => self.work.top = 0,
            (Action::Label, Focus::Comment(..) | Focus::Conclusion(_)) => self.work.turn(),
            (Action::Edit(edit), _) => {
                if let Some(editor) = self.work.editor() {
                    editor.edit(edit);
                }
                self.work.take_over();
            }
            (action, Focus::Request | Focus::Diff) => {
                self.work.focus = Focus::Diff;
                self.work.act_in_diff(action);
            }
            _ => {}
        }
        self.work.top = self.work.top.min(500);
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) {
        if let Some(editor) = self.work.editor() {
            editor.type_key(key);
        }
        self.work.take_over();
    }

    fn paste(&mut self, text: &str) {
        match self.work.editor() {
            Some(editor) => editor.paste(text),
            // what is pasted over the diff is a review, or prose for its summary
            None => self.work.put_before(text),
        }
        self.work.take_over();
    }

    fn replace(&mut self, text: &str) {
        self.work.replace(text);
    }

    fn insert_template(&mut self, template: &str) {
        self.work.put_before(template);
    }

    fn export(&self, drill: &Drill) -> Option<Effect> {
        let id = &drill.scenario().header.id.scenario;
        Some(Effect::Export {
            name: format!("firedrill-{id}-review.md"),
            text: self.work.own.markdown(&self.work.diff),
        })
    }

    fn view(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        ReviewView {
            work: &self.work,
            drill,
            desk,
        }
        .draw(frame, area);
    }
}
