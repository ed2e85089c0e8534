//! A cost sheet under way: rows with what they come to, what is given, prose beside them.

use ratatui::{
    Frame,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::answering::Answering;
use crate::{
    domain::Sheet,
    session::Drill,
    tui::{
        action::{Action, Edit},
        desk::Desk,
        editor::Editor,
        figures::figure,
        given_rows::given_rows,
        keymap::Table,
        markdown::markdown,
        pane::{Pane, draw_rows},
        phrases::Phrase,
        sheet_form::SheetForm,
        wrap::shorten,
    },
};

/// The part of the screen that takes the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Brief,
    Row(usize),
    Prose,
}

/// A sheet under way.
#[derive(Debug)]
pub struct Filling {
    form: SheetForm,
    focus: Focus,
    /// Where the keys went before the brief was looked at.
    before: Focus,
    /// The first row of the brief that is shown.
    top: usize,
}

impl Filling {
    /// The field for `sheet`, with `text` and its caret from an earlier sitting.
    pub fn new(sheet: &Sheet, text: Option<(&str, usize)>) -> Self {
        let mut form = SheetForm::new(sheet);
        let focus = match text {
            Some((text, caret)) => {
                form.read(text);
                form.row_at(text, caret).map_or(Focus::Prose, Focus::Row)
            }
            None => Focus::Row(0),
        };
        Self {
            form,
            focus,
            before: focus,
            top: 0,
        }
    }

    fn editor(&mut self) -> &mut Editor {
        if self.focus == Focus::Brief {
            self.focus = self.before;
        }
        match self.focus {
            Focus::Row(row) if row < self.form.fields.len() => &mut self.form.fields[row],
            _ => &mut self.form.prose,
        }
    }

    /// The next row, then the prose.
    const fn go_down(&mut self) {
        self.focus = match self.focus {
            Focus::Row(row) if row + 1 < self.form.fields.len() => Focus::Row(row + 1),
            Focus::Row(_) => Focus::Prose,
            other => other,
        };
    }

    const fn go_up(&mut self) {
        self.focus = match self.focus {
            Focus::Row(row) => Focus::Row(row.saturating_sub(1)),
            other => other,
        };
    }

    fn draw_upper(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        if area.height < 3 {
            return;
        }
        let is_brief = self.focus == Focus::Brief;
        let title = if is_brief {
            Phrase::Brief
        } else {
            Phrase::SheetGiven
        };
        let inner = Pane::new(desk.say(title)).focused(is_brief).draw(
            frame,
            area,
            &desk.theme,
            &desk.glyphs,
        );
        let width = usize::from(inner.width);
        let is_chinese = desk.language.is_chinese();
        let rows = if is_brief {
            let mut rows = markdown(
                drill.scenario().brief.in_language(is_chinese),
                width,
                &desk.theme,
            );
            rows.push(Line::default());
            rows.extend(markdown(
                drill.step().ask.in_language(is_chinese),
                width,
                &desk.theme,
            ));
            rows
        } else {
            self.given(drill, width, desk)
        };
        draw_rows(frame, inner, &rows, self.top, desk.more(), desk.theme.muted);
    }

    /// What is asked, the hints taken, the givens and the prices.
    fn given(&self, drill: &Drill, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let is_chinese = desk.language.is_chinese();
        let mut rows = markdown(drill.step().ask.in_language(is_chinese), width, &desk.theme);
        for hint in drill.hints() {
            rows.push(Line::styled(
                format!(
                    "{}: {}",
                    desk.say(Phrase::HintLabel),
                    hint.in_language(is_chinese)
                ),
                desk.theme.focus,
            ));
        }
        rows.extend(given_rows(&self.form.sheet, width, desk));
        rows
    }

    fn draw_sheet(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let inner = Pane::new(desk.say(Phrase::SheetRows))
            .focused(matches!(self.focus, Focus::Row(_)))
            .right(Line::styled(desk.say(Phrase::SheetHelp), desk.theme.muted))
            .draw(frame, area, &desk.theme, &desk.glyphs);
        if inner.height < 2 {
            return;
        }
        let values = self.form.values();
        let shown = usize::from(inner.height) - 1;
        let focused = match self.focus {
            Focus::Row(row) => row,
            _ => self.form.fields.len().saturating_sub(1),
        };
        let first = focused.saturating_sub(shown.saturating_sub(1));
        let label = (inner.width / 3).clamp(8, 30);
        let value = (inner.width / 3).clamp(8, 24);
        for (line, row) in (first..self.form.fields.len()).take(shown).enumerate() {
            let y = inner.y + u16::try_from(line).unwrap_or(0);
            let columns = Layout::horizontal([
                Constraint::Length(label),
                Constraint::Min(6),
                Constraint::Length(value),
            ]);
            let [left, middle, right] = Rect {
                y,
                height: 1,
                ..inner
            }
            .layout(&columns);
            self.draw_row(frame, [left, middle, right], row, values.get(row), desk);
        }
        let message = Rect {
            y: inner.y + inner.height - 1,
            height: 1,
            ..inner
        };
        frame.render_widget(
            self.message(values.get(focused), focused, usize::from(inner.width), desk),
            message,
        );
    }

    fn draw_row(
        &self,
        frame: &mut Frame,
        areas: [Rect; 3],
        row: usize,
        value: Option<&Option<Result<f64, String>>>,
        desk: &Desk,
    ) {
        let theme = &desk.theme;
        let [left, middle, right] = areas;
        let (Some(asked), Some(field)) = (self.form.sheet.rows.get(row), self.form.fields.get(row))
        else {
            return;
        };
        let is_here = self.focus == Focus::Row(row);
        let pointer = if is_here { desk.glyphs.pointer } else { " " };
        let name = asked.label.in_language(desk.language.is_chinese());
        let name = shorten(name, usize::from(left.width).saturating_sub(3));
        let style = if is_here { theme.emphasis } else { theme.text };
        frame.render_widget(
            Line::from(vec![
                Span::styled(format!("{pointer} "), theme.focus),
                Span::styled(name, style),
            ]),
            left,
        );
        if is_here {
            field.draw(frame, middle, theme, asked.id.as_str(), true);
        } else if field.is_blank() {
            frame.render_widget(Line::styled(asked.id.to_string(), theme.muted), middle);
        } else {
            let text = shorten(
                field.text().trim(),
                usize::from(middle.width).saturating_sub(1),
            );
            frame.render_widget(Line::styled(text, theme.text), middle);
        }
        let unit = &asked.unit;
        let shown = match value {
            Some(Some(Ok(number))) => {
                Line::styled(format!("= {} {unit}", figure(*number)), theme.focus)
            }
            Some(Some(Err(_))) => Line::styled(desk.say(Phrase::SheetUnread), theme.partial),
            _ => Line::styled(unit.clone(), theme.muted),
        };
        let room = usize::from(right.width);
        let shown = if shown.width() > room {
            Line::styled(shorten(&shown.to_string(), room), theme.focus)
        } else {
            shown
        };
        frame.render_widget(shown.right_aligned(), right);
    }

    /// Why the row that takes the keys cannot be read, or what can be written in it.
    fn message(
        &self,
        value: Option<&Option<Result<f64, String>>>,
        row: usize,
        width: usize,
        desk: &Desk,
    ) -> Line<'static> {
        if let Some(Some(Err(fault))) = value {
            return Line::styled(shorten(fault, width), desk.theme.partial);
        }
        let id = self.form.sheet.rows.get(row);
        let text = desk.fill(Phrase::SheetNames, &[id.map_or("", |row| row.id.as_str())]);
        if text.width() > width {
            Line::default()
        } else {
            Line::styled(text, desk.theme.muted)
        }
    }

    fn draw_prose(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        if area.height < 3 {
            return;
        }
        let is_here = self.focus == Focus::Prose;
        let inner = Pane::new(desk.say(Phrase::SheetProse))
            .focused(is_here)
            .draw(frame, area, &desk.theme, &desk.glyphs);
        self.form.prose.draw(
            frame,
            inner,
            &desk.theme,
            desk.say(Phrase::SheetProseHint),
            is_here,
        );
    }
}

impl Answering for Filling {
    fn tables(&self) -> &'static [Table] {
        match self.focus {
            Focus::Brief => &[Table::Writing, Table::Typing],
            Focus::Row(_) => &[Table::Cell, Table::Writing, Table::Editing, Table::Typing],
            Focus::Prose => &[Table::Writing, Table::Editing, Table::Typing],
        }
    }

    fn text(&self) -> (String, usize) {
        let row = match self.focus {
            Focus::Row(row) => Some(row),
            Focus::Brief | Focus::Prose => None,
        };
        (self.form.text(), self.form.caret(row))
    }

    fn is_blank(&self) -> bool {
        self.form.is_blank()
    }

    fn act(&mut self, action: Action, _desk: &Desk) {
        match action {
            Action::Down => self.go_down(),
            Action::Up => self.go_up(),
            Action::Edit(Edit::Up) if self.focus == Focus::Prose && self.form.is_at_head() => {
                self.focus = Focus::Row(self.form.fields.len().saturating_sub(1));
            }
            Action::Edit(edit) => self.editor().edit(edit),
            Action::Pane if self.focus == Focus::Brief => (self.focus, self.top) = (self.before, 0),
            Action::Pane => (self.before, self.focus, self.top) = (self.focus, Focus::Brief, 0),
            Action::PageUp => self.top = self.top.saturating_sub(4),
            Action::PageDown => self.top = (self.top + 4).min(200),
            _ => {}
        }
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) {
        match (self.focus, key.code) {
            (Focus::Brief, KeyCode::Up) => self.top = self.top.saturating_sub(1),
            (Focus::Brief, KeyCode::Down) => self.top += 1,
            (Focus::Brief, KeyCode::Enter) => self.focus = self.before,
            _ => {
                self.editor().type_key(key);
            }
        }
    }

    fn paste(&mut self, text: &str) {
        // a whole sheet goes to its rows
        if text.contains('\n') && self.form.is_blank() {
            return self.form.read(text);
        }
        self.editor().paste(text);
    }

    fn replace(&mut self, text: &str) {
        self.form.read(text);
    }

    fn insert_template(&mut self, template: &str) {
        self.focus = Focus::Prose;
        let before = self.form.prose.text();
        let between = if before.trim().is_empty() { "" } else { "\n\n" };
        self.form
            .prose
            .replace(&format!("{before}{between}{}", template.trim_end()));
    }

    fn view(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        let rows = u16::try_from(self.form.fields.len()).unwrap_or(8) + 3;
        if area.width >= 110 {
            let [left, right] = area.layout(&Layout::horizontal([
                Constraint::Fill(2),
                Constraint::Fill(3),
            ]));
            let [sheet, prose] = right.layout(&Layout::vertical([
                Constraint::Length(rows.min(right.height)),
                Constraint::Min(0),
            ]));
            self.draw_upper(frame, left, drill, desk);
            self.draw_sheet(frame, sheet, desk);
            self.draw_prose(frame, prose, desk);
        } else if area.height >= rows + 9 {
            let [upper, sheet, prose] = area.layout(&Layout::vertical([
                Constraint::Min(0),
                Constraint::Length(rows),
                Constraint::Length(5),
            ]));
            self.draw_upper(frame, upper, drill, desk);
            self.draw_sheet(frame, sheet, desk);
            self.draw_prose(frame, prose, desk);
        } else if self.focus == Focus::Brief {
            self.draw_upper(frame, area, drill, desk);
        } else if self.focus == Focus::Prose {
            let [upper, lower] = area.layout(&Layout::vertical([
                Constraint::Fill(1),
                Constraint::Fill(1),
            ]));
            self.draw_sheet(frame, upper, desk);
            self.draw_prose(frame, lower, desk);
        } else {
            let [upper, lower] = area.layout(&Layout::vertical([
                Constraint::Min(0),
                Constraint::Length(rows.min(area.height)),
            ]));
            self.draw_upper(frame, upper, drill, desk);
            self.draw_sheet(frame, lower, desk);
        }
    }
}
