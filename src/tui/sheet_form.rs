//! The fields of a sheet under way, and its plain-text form.

use std::fmt::Write;

use super::{action::Edit, editor::Editor};
use crate::{domain::Sheet, scoring::Estimate};

/// A field for every row, and one for the prose beside them.
#[derive(Debug)]
pub struct SheetForm {
    /// What is asked.
    pub sheet: Sheet,
    estimate: Option<Estimate>,
    /// One line for every row.
    pub fields: Vec<Editor>,
    /// The prose beside them.
    pub prose: Editor,
}

impl SheetForm {
    /// An empty form for `sheet`.
    pub fn new(sheet: &Sheet) -> Self {
        Self {
            sheet: sheet.clone(),
            estimate: Estimate::new(sheet).ok(),
            fields: sheet.rows.iter().map(|_| Editor::one_line()).collect(),
            prose: Editor::new("", 0),
        }
    }

    /// Puts the plain-text form in place of everything.
    pub fn read(&mut self, text: &str) {
        let (rows, prose) = match &self.estimate {
            Some(estimate) => estimate.fields(text),
            None => (Vec::new(), text.to_owned()),
        };
        for (field, row) in self.fields.iter_mut().zip(rows) {
            field.replace(&row);
            field.edit(Edit::LineEnd);
        }
        self.prose.replace(&prose);
        self.prose.edit(Edit::TextEnd);
    }

    /// The row in which a caret of the plain-text form stands; `None` in the prose.
    pub fn row_at(&self, text: &str, caret: usize) -> Option<usize> {
        let before: String = text.chars().take(caret).collect();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let (key, _) = line.split_once('=')?;
        let mut rows = self.sheet.rows.iter();
        rows.position(|row| row.id.as_str() == key.trim())
    }

    /// The plain-text form: `row = working` for every row that is filled, then the prose.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (row, field) in self.sheet.rows.iter().zip(&self.fields) {
            if !field.is_blank() {
                // writing to a text cannot fail
                let _ = writeln!(text, "{} = {}", row.id, field.text().trim());
            }
        }
        text + &self.prose.text()
    }

    /// The caret in the plain-text form, in characters, where `row` (or the prose) takes the keys.
    pub fn caret(&self, row: Option<usize>) -> usize {
        let length = |field: &Editor| field.text().trim().chars().count();
        let mut caret = 0;
        for (place, (asked, field)) in self.sheet.rows.iter().zip(&self.fields).enumerate() {
            let key = asked.id.as_str().chars().count() + 3;
            match (field.is_blank(), row == Some(place)) {
                (true, true) => return caret,
                (true, false) => {}
                (false, true) => return caret + key + field.caret().min(length(field)),
                (false, false) => caret += key + length(field) + 1,
            }
        }
        caret + self.prose.caret()
    }

    /// What every row comes to, or why it cannot be read; `None` where it is empty.
    pub fn values(&self) -> Vec<Option<Result<f64, String>>> {
        let estimate = self.estimate.as_ref();
        estimate.map_or_else(Vec::new, |estimate| estimate.values(&self.text()))
    }

    /// Whether the caret stands in the first line of the prose.
    pub fn is_at_head(&self) -> bool {
        let text = self.prose.text();
        !text.chars().take(self.prose.caret()).any(|it| it == '\n')
    }

    /// Whether nothing was answered.
    pub fn is_blank(&self) -> bool {
        self.prose.is_blank() && self.fields.iter().all(Editor::is_blank)
    }
}
