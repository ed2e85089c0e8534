//! The end of a drill: every answer of the run on one page.

use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr;

use crate::{
    domain::Text,
    progress::Attempt,
    session::Drill,
    tui::{
        bar::{bar, percent},
        dates,
        desk::Desk,
        pane::Pane,
        phrases::Phrase,
        wrap::{shorten, wrap},
    },
};

/// Draws what the answers of `drill` came to, and when they come back; `next` follows in the sitting.
pub fn draw_finish(frame: &mut Frame, area: Rect, drill: &Drill, next: Option<&Text>, desk: &Desk) {
    let theme = &desk.theme;
    let inner = Pane::new(desk.say(Phrase::FinishTitle)).draw(frame, area, theme, &desk.glyphs);
    let width = usize::from(inner.width);
    let mut rows = wrap(
        &[(desk.say(Phrase::FinishLine).to_owned(), theme.muted)],
        width,
        0,
    );
    rows.push(Line::default());
    let cells = u16::try_from(width / 5).unwrap_or(10).clamp(5, 16);
    for attempt in drill.attempts() {
        let name = match attempt
            .register
            .as_deref()
            .and_then(crate::domain::Register::parse)
        {
            Some(register) => format!(
                "{} {} {}",
                attempt.step,
                desk.glyphs.dot,
                desk.register(register)
            ),
            None => attempt.step.clone(),
        };
        let room = (width / 2).clamp(10, 40);
        let name = shorten(&name, room);
        let blanks = " ".repeat(room.saturating_sub(name.width()) + 1);
        rows.push(Line::from(vec![
            Span::styled(name + &blanks, theme.text),
            Span::styled(bar(attempt.card.score, cells, &desk.glyphs), theme.key),
            Span::styled(format!(" {:>3}  ", percent(attempt.card.score)), theme.text),
            Span::styled(desk.verdict(attempt.card.verdict), theme.emphasis),
            Span::styled(back_on(attempt, desk), theme.muted),
        ]));
    }
    if let Some(next) = next {
        let next = next.in_language(desk.language.is_chinese());
        let next = desk.fill(Phrase::NextScenario, &[next]);
        rows.push(Line::default());
        rows.extend(wrap(&[(next, theme.text)], width, 0));
    }
    frame.render_widget(Paragraph::new(rows), inner);
}

/// When the step of `attempt` comes back.
fn back_on(attempt: &Attempt, desk: &Desk) -> String {
    let name = (attempt.scenario.clone(), attempt.step.clone());
    let Some(due) = desk.overview.returns.get(&name) else {
        return String::new();
    };
    let day = dates::day(*due, desk.now.utc_offset_minutes, desk.language);
    format!("  {}", desk.fill(Phrase::BackOn, &[&day]))
}
