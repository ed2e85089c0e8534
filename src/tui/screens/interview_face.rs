//! How a mock interview looks: the plan, and a question under the clock.

use std::time::Duration;

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Paragraph,
};

use super::answering::Answering;
use crate::{
    session::{Interview, Manner, Plan},
    tui::{dates, desk::Desk, pane::Pane, phrases::Phrase, wrap::wrap},
};

/// The plan: kinds and minutes, and no question.
pub fn draw_plan(frame: &mut Frame, area: Rect, plan: &Plan, desk: &Desk) {
    let theme = &desk.theme;
    let inner =
        Pane::new(desk.say(Phrase::MockPlan))
            .focused(true)
            .draw(frame, area, theme, &desk.glyphs);
    let width = usize::from(inner.width);
    let paragraph = |text: String, style: Style| wrap(&[(text, style)], width, 0);
    let count = plan.exercises.len().to_string();
    let minutes = plan.request.minutes.to_string();
    let intro = match plan.exercises.len() {
        1 => desk.fill(Phrase::MockIntroOne, &[&minutes]),
        _ => desk.fill(Phrase::MockIntro, &[&count, &minutes]),
    };
    let mut rows = paragraph(intro, theme.text);
    rows.push(Line::default());
    for (index, exercise) in plan.exercises.iter().enumerate() {
        let about = exercise.seconds().div_ceil(60).to_string();
        let number = (index + 1).to_string();
        let row = desk.fill(
            Phrase::MockRow,
            &[&number, desk.kind(exercise.kind), &about],
        );
        rows.push(Line::styled(row, theme.emphasis));
    }
    rows.push(Line::default());
    if plan.is_short() {
        let about = plan.seconds().div_ceil(60).to_string();
        let text = desk.fill(Phrase::MockShort, &[&minutes, &about]);
        rows.extend(paragraph(text, theme.partial));
    }
    let manner = plan.request.manner;
    if manner.is_ticked() {
        let how = match manner {
            Manner::Facilitated => Phrase::MockFacilitate,
            _ => Phrase::MockSpoken,
        };
        rows.extend(paragraph(desk.say(how).to_owned(), theme.text));
        rows.extend(paragraph(
            desk.say(Phrase::MockSpokenAside).to_owned(),
            theme.muted,
        ));
    }
    rows.extend(paragraph(
        desk.say(Phrase::MockPractice).to_owned(),
        theme.muted,
    ));
    frame.render_widget(Paragraph::new(rows), inner);
}

/// What is asked, under the clock.
pub fn draw_question(
    frame: &mut Frame,
    area: Rect,
    (interview, field, says): (&Interview, &dyn Answering, Phrase),
    desk: &Desk,
) {
    let [top, rest] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(0),
    ]));
    draw_clock(frame, top, interview, says, desk);
    let theme = &desk.theme;
    if interview.is_paused() {
        let inner = Pane::new(desk.say(Phrase::Mock)).draw(frame, rest, theme, &desk.glyphs);
        let text = (desk.say(Phrase::MockPaused).to_owned(), theme.emphasis);
        let rows = wrap(&[text], usize::from(inner.width), 0);
        return frame.render_widget(Paragraph::new(rows), inner);
    }
    let is_ticked = interview.plan().request.manner.is_ticked();
    let probed = interview.probed().filter(|_| !is_ticked);
    let Some(probe) = probed.and_then(|point| point.probe.as_ref()) else {
        return field.view(frame, rest, interview.drill(), desk);
    };
    let width = usize::from(rest.width).saturating_sub(4);
    let text = probe.in_language(desk.language.is_chinese()).trim();
    let rows = wrap(&[(text.to_owned(), theme.emphasis)], width, 0);
    let height = u16::try_from(rows.len() + 2).unwrap_or(5);
    let [asked, answer] = rest.layout(&Layout::vertical([
        Constraint::Length(height.min(rest.height / 2)),
        Constraint::Min(0),
    ]));
    let inner =
        Pane::new(desk.say(Phrase::MockInterviewer)).draw(frame, asked, theme, &desk.glyphs);
    frame.render_widget(Paragraph::new(rows), inner);
    field.view(frame, answer, interview.drill(), desk);
}

fn draw_clock(frame: &mut Frame, area: Rect, interview: &Interview, says: Phrase, desk: &Desk) {
    let (question, all) = interview.question_left(desk.now);
    let left = interview.left(desk.now);
    let theme = &desk.theme;
    let says = match left.as_secs() {
        0 => Phrase::MockOver,
        1..=120 => Phrase::MockTwoLeft,
        540..=600 => Phrase::MockTenLeft,
        _ => says,
    };
    let mut clock = desk.fill(
        Phrase::MockClock,
        &[&dates::clock(question), &dates::clock(left)],
    );
    if interview.waiting() > 0 {
        let waiting = interview.waiting().to_string();
        clock = format!(
            "{} {} {clock}",
            desk.fill(Phrase::MockWaiting, &[&waiting]),
            desk.glyphs.dot
        );
    }
    let style = urgency(question, all, desk);
    let clock = Line::from(Span::styled(format!("{clock} "), style)).right_aligned();
    let room = u16::try_from(clock.width()).unwrap_or(0).min(area.width);
    let [words, time] = area.layout(&Layout::horizontal([
        Constraint::Min(0),
        Constraint::Length(room),
    ]));
    frame.render_widget(
        Line::styled(format!(" {}", desk.say(says)), theme.text),
        words,
    );
    frame.render_widget(clock, time);
}

/// Calm, amber in the last third, red in the last twenty seconds.
fn urgency(left: Duration, all: Duration, desk: &Desk) -> Style {
    if left <= Duration::from_secs(20) {
        desk.theme.alarm
    } else if left * 3 <= all {
        desk.theme.partial
    } else {
        desk.theme.muted
    }
}
