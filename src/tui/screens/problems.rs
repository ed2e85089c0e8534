//! What is wrong with scenario files, each with its place and its cure.

use ratatui::{Frame, layout::Rect};

use super::screen::Screen;
use crate::library::Problem;
use crate::tui::{
    action::Action,
    desk::Desk,
    keymap::Table,
    pane::{Pane, draw_rows},
    phrases::Phrase,
    route::{Reply, Route},
    wrap::wrap,
};

/// The problems of every pack, or of one scenario.
#[derive(Debug, Default)]
pub struct ProblemsScreen {
    /// The problems; those of every pack where this is empty.
    about: Vec<Problem>,
    top: usize,
}

impl ProblemsScreen {
    /// The problems for which one scenario cannot be read.
    pub const fn about(problems: Vec<Problem>) -> Self {
        Self {
            about: problems,
            top: 0,
        }
    }

    fn problems<'a>(&'a self, desk: &'a Desk) -> Vec<&'a Problem> {
        if self.about.is_empty() {
            desk.problems().collect()
        } else {
            self.about.iter().collect()
        }
    }
}

impl Screen for ProblemsScreen {
    fn tables(&self) -> &'static [Table] {
        &[Table::Page, Table::Lists, Table::Everywhere]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let count = self.problems(desk).len().to_string();
        (desk.say(Phrase::Problems).to_owned(), count)
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        let most = self.problems(desk).len() * 8;
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(most),
            Action::PageUp => self.top = self.top.saturating_sub(10),
            Action::PageDown => self.top = (self.top + 10).min(most),
            Action::First => self.top = 0,
            Action::Last => self.top = most,
            Action::Back => return Reply::go(Route::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let inner =
            Pane::new(desk.say(Phrase::Problems)).draw(frame, area, &desk.theme, &desk.glyphs);
        let width = usize::from(inner.width);
        let problems = self.problems(desk);
        let mut runs = vec![];
        if problems.is_empty() {
            runs.push((desk.say(Phrase::NoProblems).to_owned(), desk.theme.text));
        }
        for problem in problems {
            runs.push((format!("{problem}\n\n"), desk.theme.text));
        }
        let rows = wrap(&runs, width, 0);
        draw_rows(frame, inner, &rows, self.top, desk.more(), desk.theme.muted);
    }
}
