//! A search in what a console has shown: the rows that hold the words, one of them in sight.

use ratatui::{style::Style, text::Line};

use crate::tui::{action::Edit, editor::Editor};

/// A search, open while its words are typed.
#[derive(Debug)]
pub struct Finder {
    /// The words.
    pub words: Editor,
    /// Whether the words are still typed.
    pub is_open: bool,
    /// Which of the rows that fit is in sight, counted from the last.
    nth: usize,
}

impl Finder {
    /// A search for nothing yet.
    pub fn new() -> Self {
        Self {
            words: Editor::one_line(),
            is_open: true,
            nth: 0,
        }
    }

    /// Changes the words, or goes to the row before or after.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Up => self.nth += 1,
            Edit::Down => self.nth = self.nth.saturating_sub(1),
            edit => {
                self.words.edit(edit);
                self.nth = 0;
            }
        }
    }

    /// Starts from the last row again, as the words are others.
    pub fn restart(&mut self) {
        self.nth = 0;
    }

    /// Marks the rows that fit; the place of the one in sight among all.
    pub fn mark(&self, rows: &mut [Line<'static>], found: Style) -> Option<usize> {
        let wanted = self.words.text().to_lowercase();
        if wanted.trim().is_empty() {
            return None;
        }
        let mut places = Vec::new();
        for (at, row) in rows.iter_mut().enumerate() {
            if row.to_string().to_lowercase().contains(&wanted) {
                *row = std::mem::take(row).patch_style(found);
                places.push(at);
            }
        }
        let last = places.len().checked_sub(1)?;
        places.get(last.saturating_sub(self.nth)).copied()
    }
}
