//! The report of a mock interview on the screen, whole and to scroll: verdict, dimensions, time, what to practise, every answer.

use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    report::{Answered, ExerciseReport, Report},
    tui::{
        action::Action,
        bar::{bar, percent},
        desk::Desk,
        pane::{Pane, draw_rows},
        phrases::Phrase,
        wrap::{shorten, wrap},
    },
};

/// Draws the report from the row with the given number on.
pub fn draw(frame: &mut Frame, area: Rect, (report, top): (&Report, usize), desk: &Desk) {
    let inner = Pane::new(desk.say(Phrase::MockEnd)).focused(true).draw(
        frame,
        area,
        &desk.theme,
        &desk.glyphs,
    );
    let rows = rows(report, usize::from(inner.width), desk);
    draw_rows(frame, inner, &rows, top, desk.more(), desk.theme.muted);
}

/// The first row after `action`.
pub fn scrolled(top: usize, action: Action, report: &Report) -> usize {
    let answers = report.exercises.iter().flat_map(|it| &it.answers);
    let letters: usize = answers
        .map(|it| it.answer.len() / 30 + it.points.len() * 2 + it.probes.len() * 6 + 8)
        .sum();
    let most = 30 + letters;
    match action {
        Action::Up => top.saturating_sub(1),
        Action::Down => (top + 1).min(most),
        Action::PageUp => top.saturating_sub(10),
        Action::PageDown => (top + 10).min(most),
        Action::First => 0,
        Action::Last => most,
        _ => top,
    }
}

/// All of the report.
pub fn rows(report: &Report, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let theme = &desk.theme;
    let cells = u16::try_from(width / 5).unwrap_or(10).clamp(5, 16);
    let dot = desk.glyphs.dot;
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
        let name = padded(dimension_name(dimension.name, desk), 18);
        let mut row = vec![Span::styled(name, theme.muted)];
        match dimension.mark {
            Some(mark) => row.extend([
                Span::styled(bar(mark, cells, &desk.glyphs), theme.key),
                Span::styled(format!(" {:>3}", percent(mark)), theme.text),
            ]),
            None => row.push(Span::styled(desk.say(Phrase::MockNotAsked), theme.muted)),
        }
        rows.push(Line::from(row));
    }
    rows.push(Line::default());
    if !report.next.is_empty() {
        rows.push(Line::styled(desk.say(Phrase::MockNextUp), theme.focus));
    }
    for next in &report.next {
        let text = format!("{} ({})", next.point, next.title);
        rows.extend(wrap(&[(text, theme.text)], width, 2));
        rows.push(Line::styled(format!("  {}", next.command), theme.muted));
    }
    let time = &report.time;
    let used = [clock(time.used), clock(time.given)];
    let counts = [time.pauses, time.timed_out, time.not_reached].map(|it| it.to_string());
    let values = [&used[0], &used[1], &counts[0], &counts[1], &counts[2]];
    let time = desk.fill(Phrase::MockTimeUse, &values.map(String::as_str));
    rows.extend(wrap(&[(time, theme.muted)], width, 0));
    for exercise in &report.exercises {
        told(&mut rows, exercise, (width, dot), desk);
    }
    rows
}

fn told(
    rows: &mut Vec<Line<'static>>,
    exercise: &ExerciseReport,
    (width, dot): (usize, &str),
    desk: &Desk,
) {
    let theme = &desk.theme;
    rows.push(Line::default());
    let title = format!("{} {dot} {}", exercise.title, desk.hiring(exercise.verdict));
    rows.extend(wrap(&[(title, theme.title)], width, 0));
    let (met, style) = if exercise.met {
        (Phrase::MockMet, theme.hit)
    } else {
        (Phrase::MockNotMet, theme.missed)
    };
    let met = format!("{}: ", desk.say(met));
    let expectation = (exercise.expectation.to_owned(), theme.text);
    rows.extend(wrap(&[(met, style), expectation], width, 2));
    for answer in &exercise.answers {
        answered(rows, answer, (width, dot), desk);
    }
}

fn answered(
    rows: &mut Vec<Line<'static>>,
    answer: &Answered,
    (width, dot): (usize, &str),
    desk: &Desk,
) {
    let theme = &desk.theme;
    rows.push(Line::default());
    let head = format!(
        "{} {dot} {} {dot} {}",
        answer.step,
        desk.fill(Phrase::Percent, &[&percent(answer.score)]),
        clock(answer.seconds)
    );
    rows.push(Line::styled(head, theme.focus));
    let mut said = |text: &str, style: Style| {
        rows.extend(wrap(&[(text.to_owned(), style)], width, 2));
    };
    said(&answer.ask, theme.muted);
    said(&answer.answer, theme.text);
    for point in &answer.points {
        let (glyph, style) = match (point.state, point.recovered) {
            ("hit", _) => (desk.glyphs.hit, theme.hit),
            ("partial", _) | (_, true) => (desk.glyphs.partial, theme.partial),
            _ => (desk.glyphs.missed, theme.missed),
        };
        let quotes = point.quotes.iter().map(|it| format!(" \"{it}\""));
        let quotes: String = quotes.collect();
        said(&format!("{glyph} {}{quotes}", point.point), style);
    }
    for flag in &answer.red_flags {
        let words = format!("{} {} \"{}\"", desk.glyphs.alarm, flag.about, flag.words);
        said(&words, theme.missed);
    }
    for remark in &answer.remarks {
        said(
            &format!("\"{}\": {}", remark.words, remark.about),
            theme.muted,
        );
    }
    for probe in &answer.probes {
        said(&probe.question, theme.muted);
        said(&probe.answer, theme.text);
    }
}

/// The name of a dimension in the language of the interface.
fn dimension_name<'a>(name: &'a str, desk: &Desk) -> &'a str {
    match name {
        "Technical depth" => desk.say(Phrase::DimensionDepth),
        "Problem solving" => desk.say(Phrase::DimensionSolving),
        "Structure" => desk.say(Phrase::DimensionStructure),
        "Communication" => desk.say(Phrase::DimensionCommunication),
        "Time" => desk.say(Phrase::DimensionTime),
        name => name,
    }
}

fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// `text` in exactly `width` cells and one more.
fn padded(text: &str, width: usize) -> String {
    use unicode_width::UnicodeWidthStr;
    let text = shorten(text, width);
    let blanks = width.saturating_sub(text.width()) + 1;
    text + &" ".repeat(blanks)
}
