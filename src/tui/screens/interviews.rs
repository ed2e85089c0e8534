//! The mock interviews so far: verdict, score and the change against the one before, and each report whole.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};

use super::{screen::Screen, verdict};
use crate::{
    report::Report,
    tui::{
        action::Action,
        bar::{bar, percent},
        desk::Desk,
        keymap::Table,
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        route::{Reply, Route},
        wrap::wrap,
    },
};

/// The list of interviews, the newest first.
#[derive(Debug)]
pub struct InterviewsScreen {
    told: Vec<Report>,
    selected: usize,
    /// How far the report that was opened is scrolled.
    open: Option<usize>,
}

impl InterviewsScreen {
    /// The interviews of `told`, the newest first.
    pub const fn new(told: Vec<Report>) -> Self {
        Self {
            told,
            selected: 0,
            open: None,
        }
    }

    fn row(&self, index: usize, report: &Report, desk: &Desk) -> Line<'static> {
        let theme = &desk.theme;
        let (pointer, style) = if index == self.selected {
            (desk.glyphs.pointer, theme.focus)
        } else {
            (" ", theme.text)
        };
        let change = self.told.get(index + 1).map_or_else(String::new, |before| {
            let points = ((report.score - before.score) * 100.0).round();
            format!("{points:+}")
        });
        Line::from(vec![
            Span::styled(format!("{pointer} "), theme.focus),
            Span::styled(report.began.clone(), style),
            Span::styled(format!("  {}  ", report.level), theme.muted),
            Span::styled(bar(report.score, 10, &desk.glyphs), theme.key),
            Span::styled(format!(" {:>3} ", percent(report.score)), theme.text),
            Span::styled(format!("{change:>4}  "), theme.muted),
            Span::styled(desk.hiring(report.verdict), theme.emphasis),
        ])
    }

    /// The mean of the newest three against that of the three before them.
    fn trend(&self, desk: &Desk) -> String {
        let mean = |from: usize| {
            let scores = self.told.get(from..from + 3)?.iter().map(|it| it.score);
            Some(scores.sum::<f64>() / 3.0)
        };
        match (mean(0), mean(3)) {
            (Some(now), Some(before)) => {
                let change = ((now - before) * 100.0).round();
                let values = [percent(now), percent(before), format!("{change:+}")];
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                desk.fill(Phrase::InterviewsTrend, &values)
            }
            _ => desk.say(Phrase::InterviewsNoTrend).to_owned(),
        }
    }
}

impl Screen for InterviewsScreen {
    fn tables(&self) -> &'static [Table] {
        match self.open {
            Some(_) => &[Table::Page, Table::Lists, Table::Everywhere],
            None => &[Table::Interviews, Table::Lists, Table::Everywhere],
        }
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let count = self.told.len().to_string();
        (desk.say(Phrase::Interviews).to_owned(), count)
    }

    fn act(&mut self, action: Action, _desk: &Desk) -> Reply {
        let last = self.told.len().saturating_sub(1);
        if let (Some(top), Some(report)) = (&mut self.open, self.told.get(self.selected)) {
            match action {
                Action::Back => self.open = None,
                action => *top = verdict::scrolled(*top, action, report),
            }
            return Reply::stay();
        }
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::PageUp => self.selected = self.selected.saturating_sub(10),
            Action::PageDown => self.selected = (self.selected + 10).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Open if !self.told.is_empty() => self.open = Some(0),
            Action::Back => return Reply::go(Route::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        if let (Some(top), Some(report)) = (self.open, self.told.get(self.selected)) {
            return verdict::draw(frame, area, (report, top), desk);
        }
        let [list, below] = area.layout(&Layout::vertical([
            Constraint::Min(0),
            Constraint::Length(5),
        ]));
        let inner = Pane::new(desk.say(Phrase::Interviews)).focused(true).draw(
            frame,
            list,
            &desk.theme,
            &desk.glyphs,
        );
        let mut rows: Vec<Line<'static>> = self
            .told
            .iter()
            .enumerate()
            .map(|(index, report)| self.row(index, report, desk))
            .collect();
        if rows.is_empty() {
            let none = desk.say(Phrase::InterviewsNone);
            rows.push(Line::styled(none, desk.theme.muted));
        }
        let top = top_for(self.selected, rows.len(), usize::from(inner.height));
        draw_rows(frame, inner, &rows, top, desk.more(), desk.theme.muted);
        let inner = Pane::new(desk.say(Phrase::InterviewsHow)).draw(
            frame,
            below,
            &desk.theme,
            &desk.glyphs,
        );
        let words = (self.trend(desk), desk.theme.text);
        let practice = format!("\n{}", desk.say(Phrase::MockPractice));
        let words = [words, (practice, desk.theme.muted)];
        let rows = wrap(&words, usize::from(inner.width), 0);
        draw_rows(frame, inner, &rows, 0, desk.more(), desk.theme.muted);
    }
}
