//! The keys of the screen below, from the tables that dispatch them.

use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::screen::Screen;
use crate::tui::{
    action::Action,
    desk::Desk,
    keymap::Table,
    pane::{Pane, draw_rows},
    phrases::Phrase,
    route::{Reply, Route},
};

/// The keys of some tables.
#[derive(Debug)]
pub struct HelpScreen {
    about: &'static [Table],
    top: usize,
}

impl HelpScreen {
    /// Help on the screen where `about` hold.
    pub const fn new(about: &'static [Table]) -> Self {
        Self { about, top: 0 }
    }

    fn rows(&self, desk: &Desk) -> Vec<Line<'static>> {
        let bindings = self.about.iter().flat_map(|table| desk.keymap.rows(*table));
        let mut rows: Vec<(String, &str)> = vec![];
        for binding in bindings {
            let keys: Vec<_> = binding.keys.iter().map(ToString::to_string).collect();
            let keys = keys.join(", ");
            let help = desk.say(binding.help);
            match rows.last_mut() {
                // Up and down share a line.
                Some((before, said)) if *said == help => *before = format!("{before}, {keys}"),
                _ => rows.push((keys, help)),
            }
        }
        let width = rows.iter().map(|(keys, _)| keys.width()).max().unwrap_or(0);
        let line = |(keys, help): (String, &str)| {
            let blanks = " ".repeat(width - keys.width() + 2);
            Line::from(vec![
                Span::styled(keys, desk.theme.key),
                Span::raw(blanks),
                Span::styled(help.to_owned(), desk.theme.text),
            ])
        };
        rows.into_iter().map(line).collect()
    }
}

impl Screen for HelpScreen {
    fn tables(&self) -> &'static [Table] {
        &[Table::Page, Table::Lists, Table::Typing]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        (desk.say(Phrase::HelpTitle).to_owned(), String::new())
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        let most = self.rows(desk).len();
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(most),
            Action::PageUp => self.top = self.top.saturating_sub(10),
            Action::PageDown => self.top = (self.top + 10).min(most),
            Action::First => self.top = 0,
            Action::Last => self.top = most,
            Action::Back | Action::Help => return Reply::go(Route::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let inner =
            Pane::new(desk.say(Phrase::HelpTitle)).draw(frame, area, &desk.theme, &desk.glyphs);
        let rows = self.rows(desk);
        draw_rows(frame, inner, &rows, self.top, desk.more(), desk.theme.muted);
    }
}
