//! Home: what is in hand, what is due, where the learner stands.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Paragraph,
};

use super::screen::Screen;
use crate::domain::Header;
use crate::tui::{
    action::Action,
    bar::bar,
    dates,
    desk::Desk,
    keymap::Table,
    pane::Pane,
    phrases::Phrase,
    route::{Reply, Route},
    wrap::{shorten, wrap},
};

/// The bottom of the stack.
#[derive(Debug, Default)]
pub struct Home {
    selected: usize,
}

/// A row that can be chosen.
struct Entry {
    name: &'static str,
    about: String,
    route: Route,
    is_missing: bool,
}

impl Home {
    fn entries(desk: &Desk) -> Vec<Entry> {
        let overview = &desk.overview;
        let entry = |name, about, route| Entry {
            name: desk.say(name),
            about,
            route,
            is_missing: false,
        };
        let mut entries = vec![];
        for left in overview.resumable.iter().take(2) {
            let about = format!("{} {} {}", left.title, desk.glyphs.dot, left.step);
            entries.push(entry(
                Phrase::Continue,
                about,
                Route::Drill(left.scenario.clone()),
            ));
        }
        if !overview.due.is_empty() {
            let minutes: u32 = overview.due.iter().map(|due| due.minutes).sum();
            let steps = overview.due.len().to_string();
            let about = desk.fill(Phrase::DueSteps, &[&steps, &minutes.to_string()]);
            entries.push(entry(Phrase::Due, about, Route::Due));
        }
        if overview.attempts == 0
            && overview.resumable.is_empty()
            && let Some(header) = shortest(desk)
        {
            let title = header.title.in_language(desk.language.is_chinese());
            let route = Route::Drill(header.id.clone());
            entries.push(entry(Phrase::Start, title.to_owned(), route));
        }
        let scenarios = desk.library.headers().len().to_string();
        let about = desk.fill(Phrase::PickScenario, &[&scenarios]);
        entries.push(entry(Phrase::Drill, about, Route::Library));
        if !overview.phrases.is_empty() {
            let due = overview.phrases.iter();
            let due = due.filter(|it| it.is_due(desk.now.wall_ms)).count();
            let counts = [overview.phrases.len().to_string(), due.to_string()];
            let about = desk.fill(Phrase::PhraseCounts, &[&counts[0], &counts[1]]);
            entries.push(entry(Phrase::PhraseBook, about, Route::Phrases));
        }
        if let Some((_, track)) = desk.walked() {
            let title = track.title.in_language(desk.language.is_chinese());
            let about = format!("{} {} {title}", desk.how_far(track), desk.glyphs.dot);
            entries.push(entry(Phrase::Track, about, Route::Track));
        }
        let mock = crate::session::PlanRequest::default();
        let about = [mock.minutes.to_string(), mock.level.name().to_owned()];
        let about = desk.fill(Phrase::MockAbout, &[&about[0], &about[1]]);
        entries.push(entry(Phrase::Mock, about, Route::Mock));
        let attempts = desk.fill(Phrase::AttemptsSoFar, &[&overview.attempts.to_string()]);
        entries.push(entry(Phrase::Progress, attempts, Route::Progress));
        let problems = desk.problems().count();
        if problems > 0 {
            let about = desk.fill(Phrase::ProblemsFound, &[&problems.to_string()]);
            entries.push(entry(Phrase::Problems, about, Route::Problems));
        }
        entries.extend(overview.missing.iter().filter_map(|missing| {
            missing.drill.as_ref()?;
            let times = [missing.missed.to_string(), missing.tries.to_string()];
            Some(Entry {
                name: "",
                about: format!(
                    "{}\n{}",
                    missing.label,
                    desk.fill(Phrase::OfTimes, &[&times[0], &times[1]])
                ),
                route: Route::Missed(Some(missing.key.clone())),
                is_missing: true,
            })
        }));
        entries
    }

    fn selected(&self, entries: &[Entry]) -> usize {
        self.selected.min(entries.len().saturating_sub(1))
    }
}

impl Screen for Home {
    fn tables(&self) -> &'static [Table] {
        &[Table::Home, Table::Lists, Table::Everywhere]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let now = desk.now;
        let mut facts = vec![dates::day(
            now.wall_ms,
            now.utc_offset_minutes,
            desk.language,
        )];
        let overview = &desk.overview;
        if overview.streak_days > 0 {
            facts.push(desk.fill(Phrase::StreakDays, &[&overview.streak_days.to_string()]));
        }
        if !overview.due.is_empty() {
            facts.push(desk.fill(Phrase::DueCount, &[&overview.due.len().to_string()]));
        }
        let between = format!(" {} ", desk.glyphs.dot);
        ("firedrill".to_owned(), facts.join(&between))
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        let entries = Self::entries(desk);
        let selected = self.selected(&entries);
        match action {
            Action::Up => self.selected = selected.saturating_sub(1),
            Action::Down => self.selected = (selected + 1).min(entries.len().saturating_sub(1)),
            Action::First | Action::PageUp => self.selected = 0,
            Action::Last | Action::PageDown => self.selected = entries.len().saturating_sub(1),
            Action::Open => {
                let chosen = entries.into_iter().nth(selected);
                return Reply::go(chosen.map_or(Route::Stay, |entry| entry.route));
            }
            Action::Continue => {
                let left = desk.overview.resumable.first();
                return Reply::go(
                    left.map_or(Route::Stay, |left| Route::Drill(left.scenario.clone())),
                );
            }
            Action::Due => return Reply::go(Route::Due),
            Action::DrillMissed => {
                // The selected one, else all of them.
                let chosen = entries.into_iter().nth(selected);
                let chosen = chosen.filter(|entry| entry.is_missing);
                return Reply::go(chosen.map_or(Route::Missed(None), |entry| entry.route));
            }
            Action::Library => return Reply::go(Route::Library),
            Action::Phrases => return Reply::go(Route::Phrases),
            Action::Track => return Reply::go(Route::Track),
            Action::Mock => return Reply::go(Route::Mock),
            Action::Progress => return Reply::go(Route::Progress),
            Action::Problems => return Reply::go(Route::Problems),
            _ => {}
        }
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let entries = Self::entries(desk);
        let selected = self.selected(&entries);
        let today = entries.iter().filter(|entry| !entry.is_missing).count();
        let upper = u16::try_from(today.max(5) + 2).unwrap_or(7);
        let is_wide = area.width >= 76;
        let is_new = desk.overview.attempts == 0;
        if is_wide {
            let [upper, lower] = area.layout(&Layout::vertical([
                Constraint::Length(upper),
                Constraint::Min(0),
            ]));
            let [left, right] = upper.layout(&Layout::horizontal([Constraint::Fill(1); 2]));
            draw_today(frame, left, &entries, selected, desk);
            draw_standing(frame, right, desk);
            if is_new {
                draw_welcome(frame, lower, desk);
            } else {
                draw_missing(frame, lower, &entries, selected, desk);
            }
            return;
        }
        let today = u16::try_from(today + 2).unwrap_or(7);
        let [upper, lower] = area.layout(&Layout::vertical([
            Constraint::Length(today),
            Constraint::Min(0),
        ]));
        draw_today(frame, upper, &entries, selected, desk);
        if is_new {
            draw_welcome(frame, lower, desk);
        } else if lower.height >= 14 {
            let [middle, lower] = lower.layout(&Layout::vertical([
                Constraint::Length(7),
                Constraint::Min(0),
            ]));
            draw_standing(frame, middle, desk);
            draw_missing(frame, lower, &entries, selected, desk);
        } else if entries.get(selected).is_some_and(|entry| entry.is_missing) || lower.height < 7 {
            draw_missing(frame, lower, &entries, selected, desk);
        } else {
            draw_standing(frame, lower, desk);
        }
    }
}

fn draw_today(frame: &mut Frame, area: Rect, entries: &[Entry], selected: usize, desk: &Desk) {
    let inner = Pane::new(desk.say(Phrase::Today))
        .focused(entries.get(selected).is_some_and(|entry| !entry.is_missing))
        .draw(frame, area, &desk.theme, &desk.glyphs);
    let width = usize::from(inner.width);
    let rows: Vec<Line> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.is_missing)
        .map(|(index, entry)| {
            let is_selected = index == selected;
            let name = pad(entry.name, 10);
            let about = shorten(&entry.about, width.saturating_sub(12));
            Line::from(vec![
                pointer(is_selected, desk),
                Span::styled(
                    name,
                    if is_selected {
                        desk.theme.focus
                    } else {
                        desk.theme.title
                    },
                ),
                Span::styled(about, desk.theme.text),
            ])
        })
        .collect();
    frame.render_widget(Paragraph::new(rows), inner);
}

fn draw_standing(frame: &mut Frame, area: Rect, desk: &Desk) {
    let inner =
        Pane::new(desk.say(Phrase::WhereYouStand)).draw(frame, area, &desk.theme, &desk.glyphs);
    let cells = inner.width.saturating_sub(26).clamp(5, 20);
    let rows: Vec<Line> = desk
        .overview
        .standing
        .iter()
        .map(|standing| {
            let name = Span::styled(pad(desk.group(standing.group), 13), desk.theme.text);
            let Some(percent) = standing.percent else {
                return Line::from(vec![
                    name,
                    Span::styled(desk.say(Phrase::NotYetSeen), desk.theme.muted),
                ]);
            };
            let bar = bar(f64::from(percent) / 100.0, cells, &desk.glyphs);
            let mut spans = vec![
                name,
                Span::styled(bar, desk.theme.key),
                Span::raw(format!(" {percent:>3}")),
            ];
            match standing.trend {
                Some(trend) if trend > 0 => {
                    spans.push(Span::styled(
                        format!("  {} {trend}", desk.glyphs.up),
                        desk.theme.hit,
                    ));
                }
                Some(trend) if trend < 0 => {
                    let text = format!("  {} {}", desk.glyphs.down, trend.unsigned_abs());
                    spans.push(Span::styled(text, desk.theme.missed));
                }
                _ => {}
            }
            Line::from(spans)
        })
        .collect();
    if rows.is_empty() {
        let text = desk.say(Phrase::NotYetSeen);
        frame.render_widget(Line::styled(text, desk.theme.muted), inner);
    } else {
        frame.render_widget(Paragraph::new(rows), inner);
    }
}

fn draw_missing(frame: &mut Frame, area: Rect, entries: &[Entry], selected: usize, desk: &Desk) {
    let inner = Pane::new(desk.say(Phrase::YouKeepMissing))
        .focused(entries.get(selected).is_some_and(|entry| entry.is_missing))
        .draw(frame, area, &desk.theme, &desk.glyphs);
    let width = usize::from(inner.width);
    let rows: Vec<Line> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.is_missing)
        .map(|(index, entry)| {
            let (label, times) = entry.about.split_once('\n').unwrap_or((&entry.about, ""));
            let room = width.saturating_sub(18);
            Line::from(vec![
                pointer(index == selected, desk),
                Span::styled(pad(&shorten(label, room), room + 1), desk.theme.text),
                Span::styled(times.to_owned(), desk.theme.muted),
            ])
        })
        .collect();
    if rows.is_empty() {
        let text = (
            desk.say(Phrase::NothingMissing).to_owned(),
            desk.theme.muted,
        );
        frame.render_widget(Paragraph::new(wrap(&[text], width, 0)), inner);
    } else {
        let first = entries.iter().filter(|entry| !entry.is_missing).count();
        let height = usize::from(inner.height).max(1);
        let top = crate::tui::pane::top_for(selected.saturating_sub(first), rows.len(), height);
        let shown: Vec<_> = rows.into_iter().skip(top).collect();
        frame.render_widget(Paragraph::new(shown), inner);
    }
}

fn draw_welcome(frame: &mut Frame, area: Rect, desk: &Desk) {
    let width = usize::from(area.width).saturating_sub(4);
    let phrases = [Phrase::WelcomeOne, Phrase::WelcomeTwo, Phrase::WelcomeThree];
    let text = |phrase| (desk.say(phrase).to_owned(), desk.theme.text);
    let rows: Vec<_> = phrases
        .into_iter()
        .flat_map(|phrase| wrap(&[text(phrase)], width, 0))
        .collect();
    let height = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX);
    let area = Rect {
        height: height.min(area.height),
        ..area
    };
    let inner = Pane::new(desk.say(Phrase::Welcome)).draw(frame, area, &desk.theme, &desk.glyphs);
    frame.render_widget(Paragraph::new(rows), inner);
}

/// The scenario that takes the least time, for a first try.
fn shortest(desk: &Desk) -> Option<&Header> {
    let headers = desk.library.headers().iter();
    headers.min_by_key(|header| header.minutes.unwrap_or(u32::MAX))
}

fn pointer(is_selected: bool, desk: &Desk) -> Span<'static> {
    if is_selected {
        Span::styled(format!("{} ", desk.glyphs.pointer), desk.theme.focus)
    } else {
        Span::raw("  ")
    }
}

/// `text` with blanks after it up to `width` cells.
fn pad(text: &str, width: usize) -> String {
    use unicode_width::UnicodeWidthStr;
    let blanks = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(blanks))
}
