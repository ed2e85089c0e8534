//! What the application needs of a screen.

use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};

use crate::{
    domain::Moment,
    progress::Draft,
    tui::{action::Action, desk::Desk, keymap::Table, route::Reply},
};

/// One screen of the stack.
pub trait Screen {
    /// The tables that hold here, the nearest first.
    fn tables(&self) -> &'static [Table];

    /// The words at the left and at the right of the top row.
    fn heading(&self, desk: &Desk) -> (String, String);

    /// Does what a key of the tables means.
    fn act(&mut self, action: Action, desk: &Desk) -> Reply;

    /// Takes a key that no table claims.
    fn type_key(&mut self, _key: KeyEvent, _desk: &Desk) -> Reply {
        Reply::stay()
    }

    /// Takes pasted text.
    fn paste(&mut self, _text: &str, _desk: &Desk) -> Reply {
        Reply::stay()
    }

    /// Time passed.
    fn tick(&mut self, _desk: &Desk) -> Reply {
        Reply::stay()
    }

    /// The scenario files have been read again.
    fn library_changed(&mut self, _desk: &Desk) {}

    /// Takes a sentence frame.
    fn insert(&mut self, text: &str, desk: &Desk) -> Reply {
        self.paste(text, desk)
    }

    /// Takes the text that came back from the learner's own editor.
    fn edited(&mut self, _text: String, _desk: &Desk) {}

    /// The text in hand, if the disk has not seen it.
    fn unsaved(&self, _now: Moment) -> Option<Draft> {
        None
    }

    /// The text in hand has been handed over for saving.
    fn handed_over(&mut self) {}

    /// The step that is asked or was asked last, and the text given to it so far.
    fn step_in_front(&self) -> Option<(String, String)> {
        None
    }

    /// Whether there is text in hand that was not submitted.
    fn has_text_in_hand(&self) -> bool {
        false
    }

    /// When time alone will change what is shown.
    fn wakes_at(&self, _desk: &Desk) -> Option<std::time::Duration> {
        None
    }

    /// Draws the screen between heading and footer.
    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk);
}
