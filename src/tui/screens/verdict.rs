//! The end of a mock interview: the short form of its report.

use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
    widgets::Paragraph,
};

use crate::{
    report::Report,
    tui::{
        bar::{bar, percent},
        desk::Desk,
        pane::Pane,
        phrases::Phrase,
        wrap::{shorten, wrap},
    },
};

pub fn draw(frame: &mut Frame, area: Rect, report: &Report, desk: &Desk) {
    let theme = &desk.theme;
    let inner =
        Pane::new(desk.say(Phrase::MockEnd))
            .focused(true)
            .draw(frame, area, theme, &desk.glyphs);
    let width = usize::from(inner.width);
    let cells = u16::try_from(width / 5).unwrap_or(10).clamp(5, 16);
    let verdict = format!(
        "{}  {}",
        desk.hiring(report.verdict),
        desk.fill(Phrase::Percent, &[&percent(report.score)])
    );
    let mut rows = vec![
        Line::styled(verdict, theme.emphasis),
        Line::styled(desk.say(Phrase::MockPractice), theme.muted),
        Line::default(),
    ];
    for exercise in &report.exercises {
        let room = (width / 2).clamp(10, 40);
        rows.push(Line::from(vec![
            Span::styled(padded(&exercise.title, room), theme.text),
            Span::styled(bar(exercise.score, cells, &desk.glyphs), theme.key),
            Span::styled(format!(" {:>3}  ", percent(exercise.score)), theme.text),
            Span::styled(desk.hiring(exercise.verdict), theme.emphasis),
        ]));
    }
    rows.push(Line::default());
    for dimension in &report.dimensions {
        let mark = dimension.mark.unwrap_or(0.0);
        rows.push(Line::from(vec![
            Span::styled(padded(dimension.name, 18), theme.muted),
            Span::styled(bar(mark, cells, &desk.glyphs), theme.key),
            Span::styled(format!(" {:>3}", percent(mark)), theme.text),
        ]));
    }
    rows.push(Line::default());
    if !report.next.is_empty() {
        rows.push(Line::styled(desk.say(Phrase::MockNextUp), theme.focus));
    }
    for next in &report.next {
        let text = format!("{} ({})", next.point, next.title);
        rows.extend(wrap(&[(text, theme.text)], width, 2));
    }
    frame.render_widget(Paragraph::new(rows), inner);
}

/// `text` in exactly `width` cells and one more.
fn padded(text: &str, width: usize) -> String {
    use unicode_width::UnicodeWidthStr;
    let text = shorten(text, width);
    let blanks = width.saturating_sub(text.width()) + 1;
    text + &" ".repeat(blanks)
}
