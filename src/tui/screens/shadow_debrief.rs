//! What a model typed from memory came to: the words, how many were right, how fast.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::Line,
};

use crate::{
    domain::{Register, Step},
    progress::Attempt,
    scoring::{Stretch, compare, nearest_reading},
    tui::{
        bar::percent,
        comparison::comparison,
        count,
        desk::Desk,
        pane::{Pane, draw_rows},
        phrases::Phrase,
        wrap::wrap,
    },
};

/// Milliseconds in a minute.
const MINUTE_MS: u64 = 60_000;

/// Draws the typed words against the model, and the figures; `gaps` is how many words of how many the next try leaves out.
pub fn draw_shadow(
    frame: &mut Frame,
    area: Rect,
    attempt: &Attempt,
    step: Option<&Step>,
    gaps: Option<(usize, usize)>,
    desk: &Desk,
) {
    let theme = &desk.theme;
    let model = model(attempt, step);
    let typed = attempt.answer.as_str();
    let compared = compare(typed, &model);
    let [upper, lower] = area.layout(&Layout::vertical([
        Constraint::Min(0),
        Constraint::Length(8.min(area.height / 2)),
    ]));
    let inner = Pane::new(desk.say(Phrase::ShadowTitle)).draw(frame, upper, theme, &desk.glyphs);
    let width = usize::from(inner.width);
    let rows = wrap(&comparison(typed, &model, theme), width, 0);
    draw_rows(frame, inner, &rows, 0, desk.more(), theme.muted);

    let inner = Pane::new(desk.say(Phrase::Points)).draw(frame, lower, theme, &desk.glyphs);
    let width = usize::from(inner.width);
    let (right, of) = (compared.right.to_string(), compared.of.to_string());
    let accuracy = percent(compared.accuracy());
    let mut lines = vec![
        (
            desk.fill(Phrase::ShadowWords, &[&right, &of, &accuracy]),
            theme.emphasis,
        ),
        (
            desk.fill(Phrase::ShadowSpeed, &[&speed(attempt).to_string()]),
            theme.text,
        ),
    ];
    let missed = compared
        .stretches
        .iter()
        .filter_map(|stretch| match stretch {
            Stretch::Model(words) => Some(words.as_str()),
            Stretch::Both(_) | Stretch::Mine(_) => None,
        });
    let missed: Vec<_> = missed.collect();
    if missed.is_empty() {
        lines.push((desk.say(Phrase::ShadowPerfect).to_owned(), theme.hit));
    } else {
        let words = missed.join(" / ");
        lines.push((
            format!("{}: {words}", desk.say(Phrase::ShadowMissed)),
            theme.missed,
        ));
    }
    if let Some((gaps, words)) = gaps {
        let told = desk.fill(Phrase::ShadowNext, &[&gaps.to_string(), &words.to_string()]);
        lines.push((told, theme.muted));
    }
    let rows: Vec<Line> = lines
        .into_iter()
        .flat_map(|line| wrap(&[line], width, 0))
        .collect();
    draw_rows(frame, inner, &rows, 0, desk.more(), theme.muted);
}

/// The reading that was typed, or the one that came nearest to it.
fn model(attempt: &Attempt, step: Option<&Step>) -> String {
    let Some(step) = step else {
        return String::new();
    };
    let register = attempt.register.as_deref().and_then(Register::parse);
    let fits = |model: &&crate::domain::Model| step.register_of(model) == register;
    let model = step.models.iter().find(fits).or(step.models.first());
    model.map_or_else(String::new, |model| {
        nearest_reading(&model.text, &attempt.answer).1
    })
}

/// Words a minute, of the time from the first key on.
fn speed(attempt: &Attempt) -> u64 {
    let words = u64::try_from(count::words(&attempt.answer)).unwrap_or(0);
    (words * MINUTE_MS)
        .checked_div(attempt.active_ms)
        .unwrap_or(0)
}
