//! The whole picture: heading, screen, footer.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};

use super::{desk::Desk, keymap::Table, phrases::Phrase, screens::Screen, wrap::shorten};

/// The smallest window in which every screen works.
pub const LEAST: (u16, u16) = (60, 16);

/// The window below which nothing sensible can be shown.
const TOO_SMALL: (u16, u16) = (24, 6);

/// Draws `screen` with what stands above and below it. A `standing` notice has a row of its own, a passing `notice`
/// takes the place of the keys.
pub fn draw(
    frame: &mut Frame,
    screen: &dyn Screen,
    standing: Option<&str>,
    notice: Option<&str>,
    desk: &Desk,
) {
    let area = frame.area();
    if area.width < TOO_SMALL.0 || area.height < TOO_SMALL.1 {
        draw_too_small(frame, area, desk);
        return;
    }
    let rows = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(u16::from(standing.is_some())),
        Constraint::Length(1),
    ]);
    let [top, body, above_bottom, bottom] = area.layout(&rows);
    draw_heading(frame, top, screen, desk);
    screen.view(frame, body, desk);
    let width = usize::from(bottom.width).saturating_sub(2);
    let told = |notice| Line::styled(format!(" {}", shorten(notice, width)), desk.theme.alarm);
    if let Some(standing) = standing {
        frame.render_widget(told(standing), above_bottom);
    }
    let line = match notice {
        Some(notice) => told(notice),
        None => hints(screen.tables(), width, desk),
    };
    frame.render_widget(line, bottom);
}

fn draw_heading(frame: &mut Frame, area: Rect, screen: &dyn Screen, desk: &Desk) {
    let (left, right) = screen.heading(desk);
    let width = usize::from(area.width).saturating_sub(2);
    let right = Line::styled(shorten(&right, width / 2), desk.theme.muted);
    let taken = u16::try_from(right.width() + 1)
        .unwrap_or(u16::MAX)
        .min(area.width);
    let room = width.saturating_sub(right.width() + 1);
    let left = Line::styled(shorten(&left, room), desk.theme.title);
    let [_, left_area, right_area] = area.layout(&Layout::horizontal([
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(taken),
    ]));
    frame.render_widget(left, left_area);
    frame.render_widget(right, right_area);
}

/// The keys that work now, as many as fit; the last one shown is always help.
fn hints(tables: &[Table], width: usize, desk: &Desk) -> Line<'static> {
    let rows: Vec<_> = tables
        .iter()
        .flat_map(|table| desk.keymap.rows(*table))
        .filter(|row| row.is_shown)
        .collect();
    let mut spans: Vec<Span> = vec![Span::raw(" ")];
    let mut used = 0;
    let mut shown: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let key = row.keys.first()?.to_string();
            Some([
                Span::styled(key, desk.theme.key),
                Span::styled(format!(" {}  ", desk.say(row.help)), desk.theme.muted),
            ])
        })
        .collect();
    let cells = |pair: &[Span; 2]| pair[0].width() + pair[1].width();
    let last = shown.pop();
    let reserved = last.as_ref().map_or(0, cells);
    for pair in shown {
        if used + cells(&pair) + reserved > width + 2 {
            break;
        }
        used += cells(&pair);
        spans.extend(pair);
    }
    spans.extend(last.into_iter().flatten());
    Line::from(spans)
}

fn draw_too_small(frame: &mut Frame, area: Rect, desk: &Desk) {
    let text = desk.fill(
        Phrase::TooSmall,
        &[
            &area.width.to_string(),
            &area.height.to_string(),
            &LEAST.0.to_string(),
            &LEAST.1.to_string(),
        ],
    );
    let rows = super::wrap::wrap(&[(text, desk.theme.text)], usize::from(area.width), 0);
    frame.render_widget(ratatui::widgets::Paragraph::new(rows), area);
}
