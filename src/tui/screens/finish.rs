//! The end of a drill: every answer of the run on one page.

use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr;

use crate::{
    session::Drill,
    tui::{
        bar::{bar, percent},
        desk::Desk,
        pane::Pane,
        phrases::Phrase,
        wrap::{shorten, wrap},
    },
};

/// Draws what the answers of `drill` came to.
pub fn draw_finish(frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
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
        ]));
    }
    frame.render_widget(Paragraph::new(rows), inner);
}
