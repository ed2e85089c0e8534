//! The field in which an answer is written.

use ratatui::{
    Frame,
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
    layout::Rect,
    style::{Modifier, Style},
};
use tui_textarea::{CursorMove, CursorRenderMode, TextArea, WrapMode};

use super::{action::Edit, printable::printable, theme::Theme};

/// How many changes can be taken back.
const UNDO_STEPS: usize = 1000;

/// A text under way: wrapped by words, with undo, a selection and the terminal's own cursor.
#[derive(Debug)]
pub struct Editor {
    area: TextArea<'static>,
    is_one_line: bool,
}

impl Editor {
    /// An editor that starts with `text`, the caret `caret` characters from its start.
    pub fn new(text: &str, caret: usize) -> Self {
        let lines = text.split('\n').map(str::to_owned).collect();
        let mut area = TextArea::new(lines);
        area.set_wrap_mode(WrapMode::Word);
        area.set_max_histories(UNDO_STEPS);
        area.set_undo_coalescing(true);
        area.set_cursor_render_mode(CursorRenderMode::Hidden);
        area.set_cursor_line_style(Style::new());
        area.set_selection_style(Style::new().add_modifier(Modifier::REVERSED));
        let mut editor = Self {
            area,
            is_one_line: false,
        };
        editor.move_to(caret);
        editor
    }

    /// An empty field of one line: what is pasted loses its line breaks.
    pub fn one_line() -> Self {
        Self {
            is_one_line: true,
            ..Self::new("", 0)
        }
    }

    /// The text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether there is nothing but blanks.
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// The caret, in characters from the start.
    pub fn caret(&self) -> usize {
        let (row, column) = self.area.cursor();
        let before = self.area.lines().iter().take(row);
        before.map(|line| line.chars().count() + 1).sum::<usize>() + column
    }

    /// Puts the caret `caret` characters from the start.
    fn move_to(&mut self, caret: usize) {
        let mut left = caret;
        for (row, line) in self.area.lines().iter().enumerate() {
            let length = line.chars().count();
            if left <= length || row + 1 == self.area.lines().len() {
                let place = |it: usize| u16::try_from(it).unwrap_or(u16::MAX);
                let jump = CursorMove::Jump(place(row), place(left.min(length)));
                self.area.move_cursor(jump);
                return;
            }
            left -= length + 1;
        }
    }

    /// Takes a key that no table claims; `true` if it changed the text.
    pub fn type_key(&mut self, key: KeyEvent) -> bool {
        let is_chord = key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER);
        match key.code {
            KeyCode::Char(letter) if !is_chord && !letter.is_control() => {
                self.area.insert_char(letter);
                true
            }
            _ => false,
        }
    }

    /// Takes pasted text as one change, made harmless.
    pub fn paste(&mut self, text: &str) {
        let mut text = printable(text);
        if self.is_one_line {
            text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        self.area.insert_str(text);
    }

    /// Puts `text` in place of everything, as one change that can be taken back.
    pub fn replace(&mut self, text: &str) {
        self.area.select_all();
        self.area.insert_str(printable(text));
    }

    /// Does what an editing key asks.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::NewLine if self.is_one_line => {}
            Edit::NewLine => self.area.insert_newline(),
            Edit::Left => self.go(CursorMove::Back),
            Edit::Right => self.go(CursorMove::Forward),
            Edit::Up => self.go(CursorMove::Up),
            Edit::Down => self.go(CursorMove::Down),
            Edit::WordLeft => self.go(CursorMove::WordBack),
            Edit::WordRight => self.go(CursorMove::WordForward),
            Edit::LineStart => self.go(CursorMove::Head),
            Edit::LineEnd => self.go(CursorMove::End),
            Edit::TextStart => self.go(CursorMove::Jump(0, 0)),
            Edit::TextEnd => self.go(CursorMove::Jump(u16::MAX, u16::MAX)),
            Edit::Backspace => drop(self.area.delete_char()),
            Edit::Delete => drop(self.area.delete_next_char()),
            Edit::DeleteWordBack => drop(self.area.delete_word()),
            Edit::DeleteWord => drop(self.area.delete_next_word()),
            Edit::DeleteToStart => drop(self.area.delete_line_by_head()),
            Edit::DeleteToEnd => drop(self.area.delete_line_by_end()),
            Edit::Undo => drop(self.area.undo()),
            Edit::Redo => drop(self.area.redo()),
            Edit::Yank => drop(self.area.paste()),
            Edit::SelectLeft => self.select(CursorMove::Back),
            Edit::SelectRight => self.select(CursorMove::Forward),
            Edit::SelectUp => self.select(CursorMove::Up),
            Edit::SelectDown => self.select(CursorMove::Down),
            Edit::SelectAll => self.area.select_all(),
            Edit::Cut => drop(self.area.cut()),
            Edit::Copy => self.area.copy(),
        }
    }

    /// Moves by so many rows of the screen.
    pub fn page(&mut self, rows: i16) {
        let step = if rows < 0 {
            CursorMove::Up
        } else {
            CursorMove::Down
        };
        for _ in 0..rows.unsigned_abs() {
            self.go(step);
        }
    }

    fn go(&mut self, movement: CursorMove) {
        self.area.cancel_selection();
        self.area.move_cursor(movement);
    }

    fn select(&mut self, movement: CursorMove) {
        if !self.area.is_selecting() {
            self.area.start_selection();
        }
        self.area.move_cursor(movement);
    }

    /// Draws the text, `placeholder` where there is none, and the cursor if the field takes the keys.
    pub fn draw(
        &self,
        frame: &mut Frame,
        area: Rect,
        theme: &Theme,
        placeholder: &str,
        is_focused: bool,
    ) {
        if area.is_empty() {
            return;
        }
        frame.render_widget(&self.area, area);
        if self.area.is_empty() && !placeholder.is_empty() {
            let hint = ratatui::text::Line::styled(placeholder.to_owned(), theme.muted);
            frame.render_widget(hint, Rect { height: 1, ..area });
        }
        if is_focused && let Some(position) = self.area.rendered_cursor_position() {
            frame.set_cursor_position(position);
        }
    }
}
