//! Every command of the screen below by name, found by typing a part of it.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use ratatui::{
    Frame,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr;

use super::screen::Screen;
use crate::tui::{
    action::Action,
    desk::Desk,
    keymap::{Binding, Table},
    pane::{Pane, top_for},
    phrases::Phrase,
    route::{Reply, Route},
};

/// The commands of some tables.
pub struct PaletteScreen {
    about: &'static [Table],
    query: String,
    selected: usize,
    matcher: SkimMatcherV2,
}

impl PaletteScreen {
    /// The commands where `about` hold.
    pub fn new(about: &'static [Table]) -> Self {
        Self {
            about,
            query: String::new(),
            selected: 0,
            matcher: SkimMatcherV2::default().ignore_case(),
        }
    }

    fn found<'a>(&self, desk: &'a Desk) -> Vec<&'a Binding> {
        let rows = self.about.iter().flat_map(|table| desk.keymap.rows(*table));
        let named = rows.filter(|row| !matches!(row.action, Action::Edit(_) | Action::Palette));
        named
            .filter(|row| {
                self.matcher
                    .fuzzy_match(desk.say(row.help), &self.query)
                    .is_some()
            })
            .collect()
    }
}

impl Screen for PaletteScreen {
    fn tables(&self) -> &'static [Table] {
        &[Table::Palette, Table::Typing]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        (desk.say(Phrase::PaletteTitle).to_owned(), String::new())
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        let found = self.found(desk);
        let last = found.len().saturating_sub(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::Open => {
                let chosen = found.get(self.selected);
                return Reply::go(chosen.map_or(Route::Stay, |row| Route::Do(row.action)));
            }
            Action::Back => return Reply::go(Route::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) -> Reply {
        match key.code {
            KeyCode::Char(letter) if !letter.is_control() && key.modifiers.bits() <= 1 => {
                self.query.push(letter);
            }
            KeyCode::Backspace if self.query.is_empty() => return Reply::go(Route::Back),
            KeyCode::Backspace => drop(self.query.pop()),
            _ => {}
        }
        self.selected = 0;
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let [top, body] = area.layout(&Layout::vertical([
            Constraint::Length(3),
            Constraint::Min(0),
        ]));
        let field = Pane::new(desk.say(Phrase::SearchFor)).focused(true).draw(
            frame,
            top,
            &desk.theme,
            &desk.glyphs,
        );
        frame.render_widget(Line::raw(format!(":{}", self.query)), field);
        let x = field.x + u16::try_from(self.query.width() + 1).unwrap_or(0);
        if field.contains((x, field.y).into()) {
            frame.set_cursor_position((x, field.y));
        }
        let inner =
            Pane::new(desk.say(Phrase::PaletteTitle)).draw(frame, body, &desk.theme, &desk.glyphs);
        let found = self.found(desk);
        let height = usize::from(inner.height);
        let top = top_for(self.selected, found.len(), height);
        let rows = found
            .iter()
            .enumerate()
            .skip(top)
            .take(height)
            .map(|(index, row)| {
                let is_selected = index == self.selected;
                let pointer = if is_selected {
                    desk.glyphs.pointer
                } else {
                    " "
                };
                let help = desk.say(row.help);
                let blanks = " ".repeat(28_usize.saturating_sub(help.width()));
                let style = if is_selected {
                    desk.theme.focus
                } else {
                    desk.theme.text
                };
                let key = row
                    .keys
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                Line::from(vec![
                    Span::styled(format!("{pointer} {help}{blanks}"), style),
                    Span::styled(key, desk.theme.key),
                ])
            });
        frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), inner);
    }
}
