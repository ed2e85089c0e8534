//! What was done so far: the days, and every answer to be opened again.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr;

use super::screen::Screen;
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
        pane::{Pane, top_for},
        phrases::Phrase,
        route::{Reply, Route},
        wrap::{shorten, wrap},
    },
};

/// The days the upper pane shows.
const DAYS: usize = 28;

/// Progress.
#[derive(Debug, Default)]
pub struct ProgressScreen {
    selected: usize,
}

impl Screen for ProgressScreen {
    fn tables(&self) -> &'static [Table] {
        &[Table::Progress, Table::Lists, Table::Everywhere]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let count = desk.overview.attempts.to_string();
        let right = desk.fill(Phrase::AttemptsSoFar, &[&count]);
        (desk.say(Phrase::Progress).to_owned(), right)
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        let recent = &desk.overview.recent;
        let last = recent.len().saturating_sub(1);
        match action {
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
            Action::Back => return Reply::go(Route::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let has_days = area.height >= 16 && !desk.overview.days.is_empty();
        let [upper, lower] = area.layout(&Layout::vertical([
            Constraint::Length(if has_days { 5 } else { 0 }),
            Constraint::Min(0),
        ]));
        if has_days {
            draw_days(frame, upper, desk);
        }
        self.draw_attempts(frame, lower, desk);
    }
}

impl ProgressScreen {
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

/// A column per day of practice: how many answers, and how good.
fn draw_days(frame: &mut Frame, area: Rect, desk: &Desk) {
    let inner = Pane::new(desk.say(Phrase::LastWeeks)).draw(frame, area, &desk.theme, &desk.glyphs);
    let days = &desk.overview.days;
    let room = usize::from(inner.width / 6).min(DAYS);
    let shown = &days[days.len().saturating_sub(room)..];
    let mut rows = vec![Line::default(), Line::default(), Line::default()];
    for (day, attempts, mean) in shown {
        let month_day = day.get(5..).unwrap_or(day);
        rows[0]
            .spans
            .push(Span::styled(format!("{month_day:<6}"), desk.theme.muted));
        rows[1].spans.push(Span::styled(
            format!("{:<6}", bar(*mean, 4, &desk.glyphs)),
            desk.theme.key,
        ));
        rows[2]
            .spans
            .push(Span::styled(format!("{attempts:<6}"), desk.theme.text));
    }
    frame.render_widget(Paragraph::new(rows), inner);
}
