//! The answer to an interviewer's question about one point: a plain text, whatever the step asked for.

use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};

use super::answering::Answering;
use crate::{
    session::Drill,
    tui::{
        action::{Action, Edit},
        desk::Desk,
        editor::Editor,
        keymap::Table,
        pane::Pane,
        phrases::Phrase,
    },
};

/// The answer to a probe.
#[derive(Debug)]
pub struct ProbeAnswer {
    editor: Editor,
}

impl ProbeAnswer {
    /// The field with `text` and its caret from an earlier sitting.
    pub fn new((text, caret): (&str, usize)) -> Self {
        Self {
            editor: Editor::new(text, caret),
        }
    }
}

impl Answering for ProbeAnswer {
    fn tables(&self) -> &'static [Table] {
        &[Table::Writing, Table::Editing, Table::Typing]
    }

    fn text(&self) -> (String, usize) {
        (self.editor.text(), self.editor.caret())
    }

    fn is_blank(&self) -> bool {
        self.editor.is_blank()
    }

    fn act(&mut self, action: Action, _desk: &Desk) {
        match action {
            Action::Edit(edit) => self.editor.edit(edit),
            Action::PageUp => self.editor.page(-8),
            Action::PageDown => self.editor.page(8),
            _ => {}
        }
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) {
        self.editor.type_key(key);
    }

    fn paste(&mut self, text: &str) {
        self.editor.paste(text);
    }

    fn replace(&mut self, text: &str) {
        self.editor.replace(text);
    }

    fn insert_template(&mut self, template: &str) {
        self.editor.edit(Edit::TextStart);
        self.editor.paste(template);
    }

    fn view(&self, frame: &mut Frame, area: Rect, _drill: &Drill, desk: &Desk) {
        let inner = Pane::new(desk.say(Phrase::YourAnswer)).focused(true).draw(
            frame,
            area,
            &desk.theme,
            &desk.glyphs,
        );
        let key = desk
            .keymap
            .key_of(&[Table::Interview], Action::Submit)
            .map(|key| key.to_string())
            .unwrap_or_default();
        let placeholder = desk.fill(Phrase::StartWriting, &[&key]);
        self.editor
            .draw(frame, inner, &desk.theme, &placeholder, true);
    }
}
