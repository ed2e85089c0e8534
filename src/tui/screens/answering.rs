//! What a drill needs of the field in which an answer is written.

use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};

use crate::{
    session::Drill,
    tui::{action::Action, desk::Desk, keymap::Table, message::Effect},
};

/// A field for one answer; whatever it looks like, what it holds is the plain-text form of the answer.
pub trait Answering {
    /// The tables that hold here, the nearest first.
    fn tables(&self) -> &'static [Table];

    /// The answer in its plain-text form, and the caret in characters.
    fn text(&self) -> (String, usize);

    /// Whether nothing was answered.
    fn is_blank(&self) -> bool;

    /// Does what a key means for the answer and its panes.
    fn act(&mut self, action: Action, desk: &Desk);

    /// Takes a key that no table claims.
    fn type_key(&mut self, key: KeyEvent, desk: &Desk);

    /// Takes pasted text as one change.
    fn paste(&mut self, text: &str);

    /// Whether a model is in sight.
    fn shows_model(&self) -> bool {
        false
    }

    /// Puts `text` in place of everything, as one change.
    fn replace(&mut self, text: &str);

    /// Takes `text` as an editor or an author's preview gives it: line ends at its end mean nothing.
    fn replace_edited(&mut self, text: &str) {
        self.replace(text.trim_end());
    }

    /// Puts the template before what was answered.
    fn insert_template(&mut self, template: &str);

    /// The answer as a file for use elsewhere, where it has such a form.
    fn export(&self, _drill: &Drill) -> Option<Effect> {
        None
    }

    /// Time passed.
    fn tick(&mut self, _desk: &Desk) {}

    /// When time alone will change what is shown.
    fn wakes_at(&self, _desk: &Desk) -> Option<std::time::Duration> {
        None
    }

    /// Draws what is asked and what was answered so far.
    fn view(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk);
}
