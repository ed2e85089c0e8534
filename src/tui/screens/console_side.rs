//! What stands beside and below a console: what was seen and suspected, the last thing that somebody said.

use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

use crate::{
    incident::{Console, What},
    tui::{
        console_words::Label,
        desk::Desk,
        pane::{Pane, draw_rows},
        wrap::{shorten, wrap},
    },
};

fn clock(console: &Console, minute: u32) -> String {
    let at = (console.incident().starts + minute) % (24 * 60);
    format!("{:02}:{:02}", at / 60, at % 60)
}

/// Clock, time left and severity.
pub fn status(console: &Console, desk: &Desk) -> Line<'static> {
    let world = console.world();
    let severity = world
        .events
        .iter()
        .rev()
        .find_map(|event| match &event.what {
            What::Declared(text) if text.to_uppercase().starts_with("SEV") => {
                text.split([' ', ',']).next().map(str::to_uppercase)
            }
            _ => None,
        });
    let mut text = format!(
        "{} {} {}/{} min",
        clock(console, world.minute),
        desk.glyphs.dot,
        world.minute,
        console.incident().minutes
    );
    if let Some(severity) = severity {
        text = format!("{text} {} {severity}", desk.glyphs.dot);
    }
    let is_late = world.minute * 4 >= console.incident().minutes * 3;
    let style = if is_late {
        desk.theme.partial
    } else {
        desk.theme.muted
    };
    Line::styled(text, style)
}

/// Draws what was seen, done and suspected.
pub fn draw_evidence(console: &Console, frame: &mut Frame, area: Rect, desk: &Desk) {
    let theme = &desk.theme;
    let inner = Pane::new(Label::Evidence.in_language(desk.language)).draw(
        frame,
        area,
        theme,
        &desk.glyphs,
    );
    let width = usize::from(inner.width);
    let mut rows: Vec<Line<'static>> = Vec::new();
    let incident = console.incident();
    for event in &console.world().events {
        let (text, style) = match &event.what {
            What::Opened(id) => (id.clone(), theme.text),
            What::Acted(id) => (format!("{} {id}", desk.glyphs.pointer), theme.emphasis),
            What::Injected(id) => {
                let inject = incident.injects.iter().find(|it| it.id == *id);
                let from = inject.map_or(id.as_str(), |it| {
                    it.from.in_language(desk.language.is_chinese())
                });
                (format!("{from}…"), theme.muted)
            }
            _ => continue,
        };
        let text = shorten(&text, width.saturating_sub(6));
        rows.push(Line::from(vec![
            Span::styled(format!("{} ", clock(console, event.minute)), theme.muted),
            Span::styled(text, style),
        ]));
    }
    if rows.is_empty() {
        rows.push(Line::styled(
            Label::NoEvidence.in_language(desk.language),
            theme.muted,
        ));
    }
    let mut suspected: Vec<Line<'static>> = Vec::new();
    for (number, suspicion) in console.hypotheses().iter().enumerate() {
        let (mark, style) = if suspicion.is_rejected {
            (desk.glyphs.missed, theme.muted)
        } else {
            ("?", theme.text)
        };
        suspected.extend(wrap(
            &[(format!("H{} {mark} {}", number + 1, suspicion.text), style)],
            width,
            3,
        ));
        for (is_for, text) in &suspicion.weighed {
            let (sign, style) = if *is_for {
                ("+", theme.text)
            } else {
                ("-", theme.partial)
            };
            suspected.extend(wrap(&[(format!("   {sign} {text}"), style)], width, 5));
        }
    }
    if !suspected.is_empty() {
        let most = usize::from(inner.height / 2);
        suspected.truncate(most.saturating_sub(2));
        suspected.insert(
            0,
            Line::styled(Label::Hypotheses.in_language(desk.language), theme.focus),
        );
        suspected.insert(0, Line::default());
    }
    // What was seen last is seen; what is suspected always is.
    let room = usize::from(inner.height).saturating_sub(suspected.len());
    let skipped = rows.len().saturating_sub(room);
    let shown: Vec<Line<'static>> = rows.into_iter().skip(skipped).chain(suspected).collect();
    draw_rows(frame, inner, &shown, 0, desk.more(), theme.muted);
}

/// The inject that waits for an answer, or the last one that came.
fn message(console: &Console, desk: &Desk) -> Option<(String, String)> {
    let incident = console.incident();
    let world = console.world();
    let wanted = world.wanted(incident);
    let last = (0..incident.injects.len())
        .filter_map(|place| Some((world.came(place)?, place)))
        .max();
    let place = wanted.map(|it| it.0).or(last.map(|it| it.1))?;
    let inject = incident.injects.get(place)?;
    let is_chinese = desk.language.is_chinese();
    let due = wanted.map_or_else(String::new, |(_, left)| {
        Label::Reply
            .in_language(desk.language)
            .replace("{}", &left.to_string())
    });
    let minute = world.came(place).unwrap_or_default();
    let said = format!(
        "{} {}: {}",
        clock(console, minute),
        inject.from.in_language(is_chinese),
        inject.says.in_language(is_chinese)
    );
    Some((said, due))
}

/// Draws the last word, if there is one.
pub fn draw_message(console: &Console, frame: &mut Frame, area: Rect, desk: &Desk) {
    let Some((said, due)) = message(console, desk) else {
        return;
    };
    let inner = Pane::new(Label::Message.in_language(desk.language))
        .right(Line::styled(due, desk.theme.alarm))
        .draw(frame, area, &desk.theme, &desk.glyphs);
    let rows = wrap(&[(said, desk.theme.text)], usize::from(inner.width), 0);
    draw_rows(frame, inner, &rows, 0, desk.more(), desk.theme.muted);
}

/// Whether somebody said something.
pub fn has_message(console: &Console) -> bool {
    (0..console.incident().injects.len()).any(|place| console.world().came(place).is_some())
}
