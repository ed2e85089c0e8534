//! What was done so far: in figures, and every answer to be opened again.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr;

use super::{
    figures::{one_column, two_columns},
    screen::Screen,
};
use crate::{
    domain::Register,
    progress::PastAttempt,
    tui::{
        action::Action,
        bar::{bar, percent},
        dates,
        desk::Desk,
        keymap::Table,
        message::Effect,
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        route::{Reply, Route},
        wrap::{shorten, wrap},
    },
};

/// From this width on the figures stand in two columns.
const WIDE: u16 = 110;

/// More rows than the figures ever have.
const MOST_ROWS: usize = 200;

/// Progress.
#[derive(Debug, Default)]
pub struct ProgressScreen {
    /// Whether the answers are in front, and not the figures.
    shows_answers: bool,
    selected: usize,
    /// The first row of the figures that is shown.
    scrolled: usize,
}

impl Screen for ProgressScreen {
    fn tables(&self) -> &'static [Table] {
        if self.shows_answers {
            &[
                Table::Answers,
                Table::Progress,
                Table::Lists,
                Table::Everywhere,
            ]
        } else {
            &[Table::Progress, Table::Lists, Table::Everywhere]
        }
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let count = desk.overview.attempts.to_string();
        let mut right = desk.fill(Phrase::AttemptsSoFar, &[&count]);
        if desk.overview.streak_days > 0 {
            let streak = desk.overview.streak_days.to_string();
            let streak = desk.fill(Phrase::StreakDays, &[&streak]);
            right = format!("{right} {} {streak}", desk.glyphs.dot);
        }
        (desk.say(Phrase::Progress).to_owned(), right)
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        let recent = &desk.overview.recent;
        let last = recent.len().saturating_sub(1);
        match action {
            Action::Pane => self.shows_answers = !self.shows_answers,
            Action::DrillMissed => return Reply::go(Route::Missed(None)),
            Action::Back => return Reply::go(Route::Back),
            action if !self.shows_answers => self.scroll(action),
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::PageUp => self.selected = self.selected.saturating_sub(10),
            Action::PageDown => self.selected = (self.selected + 10).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Open => {
                let chosen = recent.get(self.selected);
                let load = chosen.map(|past| Effect::LoadAttempt(past.id.clone()));
                return Reply::effects(load.into_iter().collect());
            }
            _ => {}
        }
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        if self.shows_answers {
            self.draw_attempts(frame, area, desk);
        } else {
            self.draw_figures(frame, area, desk);
        }
    }
}

impl ProgressScreen {
    const fn scroll(&mut self, action: Action) {
        self.scrolled = match action {
            Action::Up => self.scrolled.saturating_sub(1),
            Action::Down => self.scrolled.saturating_add(1),
            Action::PageUp => self.scrolled.saturating_sub(10),
            Action::PageDown => self.scrolled.saturating_add(10),
            Action::First => 0,
            _ => self.scrolled,
        };
        if self.scrolled > MOST_ROWS {
            self.scrolled = MOST_ROWS;
        }
    }

    fn draw_figures(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let inner = Pane::new(desk.say(Phrase::Figures)).focused(true).draw(
            frame,
            area,
            &desk.theme,
            &desk.glyphs,
        );
        if desk.overview.attempts == 0 {
            let text = (desk.say(Phrase::NoAttempts).to_owned(), desk.theme.muted);
            let rows = wrap(&[text], usize::from(inner.width), 0);
            frame.render_widget(Paragraph::new(rows), inner);
            return;
        }
        let draw = |frame: &mut Frame, area: Rect, rows: &[Line<'static>]| {
            draw_rows(
                frame,
                area,
                rows,
                self.scrolled,
                desk.more(),
                desk.theme.muted,
            );
        };
        if area.width < WIDE {
            draw(frame, inner, &one_column(usize::from(inner.width), desk));
            return;
        }
        let halves = Layout::horizontal([Constraint::Fill(1); 2]).spacing(3);
        let [left, right] = inner.layout(&halves);
        let width = usize::from(left.width.min(right.width));
        let (one, other) = two_columns(width, desk);
        draw(frame, left, &one);
        draw(frame, right, &other);
    }

    fn draw_attempts(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let theme = &desk.theme;
        let inner = Pane::new(desk.say(Phrase::PastAnswers)).focused(true).draw(
            frame,
            area,
            theme,
            &desk.glyphs,
        );
        let recent = &desk.overview.recent;
        let width = usize::from(inner.width);
        if recent.is_empty() {
            let text = (desk.say(Phrase::NoAttempts).to_owned(), theme.muted);
            frame.render_widget(Paragraph::new(wrap(&[text], width, 0)), inner);
            return;
        }
        let height = usize::from(inner.height);
        let selected = self.selected.min(recent.len() - 1);
        let top = top_for(selected, recent.len(), height);
        let shown = recent.iter().enumerate().skip(top).take(height);
        let rows: Vec<Line> = shown
            .map(|(index, past)| row(past, index == selected, width, desk))
            .collect();
        frame.render_widget(Paragraph::new(rows), inner);
    }
}

fn row(past: &PastAttempt, is_selected: bool, width: usize, desk: &Desk) -> Line<'static> {
    let theme = &desk.theme;
    let when = dates::minute(past.submitted_at, past.utc_offset);
    let register = past.register.as_deref().and_then(Register::parse);
    let step = match register {
        Some(register) => format!("{}, {}", past.step, desk.register(register)),
        None => past.step.clone(),
    };
    let verdict = desk.verdict(past.verdict);
    let tail = format!(
        "{} {:>3}  {verdict}",
        bar(past.score, 6, &desk.glyphs),
        percent(past.score)
    );
    let tail = format!(
        "{tail}{}",
        " ".repeat(20_usize.saturating_sub(tail.width()))
    );
    let room = width.saturating_sub(when.width() + tail.width() + 6);
    // Several answers of one scenario are told apart by their steps, so the step keeps its half.
    let step = shorten(&step, room / 2);
    let title = shorten(&past.title, room.saturating_sub(step.width() + 3));
    let name = format!("{title} {} {step}", desk.glyphs.dot);
    let blanks = " ".repeat(room.saturating_sub(name.width()) + 2);
    let (pointer, style) = if is_selected {
        (desk.glyphs.pointer, theme.focus)
    } else {
        (" ", theme.text)
    };
    Line::from(vec![
        Span::styled(format!("{pointer} "), theme.focus),
        Span::styled(format!("{when}  "), theme.muted),
        Span::styled(name + &blanks, style),
        Span::styled(tail, theme.text),
    ])
}
