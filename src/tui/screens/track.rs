//! A track: day by day what is passed, what is locked and why; an item is started, or signed for, from here.

use ratatui::{
    Frame,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr;

use super::{
    screen::Screen,
    track_item::{about, name, state},
};
use crate::{
    domain::TrackTask,
    progress::{DayStanding, DayState, Event, Identities, ItemStanding, Record, TrackStanding},
    tui::{
        action::Action,
        desk::Desk,
        keymap::Table,
        message::{Effect, Write},
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        printable::printable,
        route::{Reply, Route},
        wrap::{shorten, wrap},
    },
};

/// From this width on the chosen item stands beside the list.
const WIDE: u16 = 110;

/// A name longer than this is no name.
const LONGEST_NAME: usize = 60;

/// Where the learner stands on one track.
#[derive(Debug)]
pub struct TrackScreen {
    identities: Identities,
    /// Which of the tracks.
    shown: usize,
    /// Which of its items.
    selected: usize,
    /// Who signs for the selected item, while that is typed.
    signing: Option<String>,
}

impl TrackScreen {
    /// The track number `shown`, at the first item to be done.
    pub fn new(shown: usize, identities: Identities, desk: &Desk) -> Self {
        let mut screen = Self {
            identities,
            shown,
            selected: 0,
            signing: None,
        };
        screen.select_next_to_do(desk);
        screen
    }

    fn select_next_to_do(&mut self, desk: &Desk) {
        let to_do = self
            .items(desk)
            .position(|(day, item)| day.state == DayState::Open && item.passed_at.is_none());
        self.selected = to_do.unwrap_or(0);
    }

    fn track<'a>(&self, desk: &'a Desk) -> Option<&'a TrackStanding> {
        let last = desk.tracks.len().saturating_sub(1);
        desk.tracks.get(self.shown.min(last))
    }

    fn items<'a>(
        &self,
        desk: &'a Desk,
    ) -> impl Iterator<Item = (&'a DayStanding, &'a ItemStanding)> {
        let days = self.track(desk).into_iter().flat_map(|track| &track.days);
        days.flat_map(|day| day.items.iter().map(move |item| (day, item)))
    }

    fn chosen<'a>(&self, desk: &'a Desk) -> Option<(&'a DayStanding, &'a ItemStanding)> {
        let last = self.items(desk).count().saturating_sub(1);
        self.items(desk).nth(self.selected.min(last))
    }

    /// Into the scenario of the selected item, or on to who signs for it.
    fn open(&mut self, desk: &Desk) -> Reply {
        let Some((day, item)) = self.chosen(desk) else {
            return Reply::stay();
        };
        if let (DayState::Locked(waits), Some(track)) = (&day.state, self.track(desk)) {
            return Reply::notice(&desk.fill(Phrase::TrackLocked, &[&numbers(waits, track)]));
        }
        match &item.item.task {
            TrackTask::Practice { scenario, .. } if desk.library.header(scenario).is_none() => {
                Reply::notice(&desk.fill(Phrase::TrackGone, &[&scenario.to_string()]))
            }
            TrackTask::Practice { scenario, .. } => Reply::go(Route::Drill(scenario.clone())),
            TrackTask::Exit(_) | TrackTask::SignOff(_) => {
                self.signing = Some(String::new());
                Reply::stay()
            }
        }
    }

    /// Keeps the signature that was typed.
    fn sign(&mut self, desk: &Desk) -> Reply {
        let by = self.signing.take().unwrap_or_default();
        let by = by.trim();
        let (Some(track), Some((_, item)), false) =
            (self.track(desk), self.chosen(desk), by.is_empty())
        else {
            return Reply::stay();
        };
        let id = self.identities.next(desk.now);
        let event = Event::signed_off(id, &track.id, &item.item.id, by, desk.now);
        let notice = desk.fill(Phrase::TrackSigned, &[by]);
        Reply::effects(vec![
            Effect::Keep(Write::Records {
                records: vec![Record::Event(event)],
                finished: None,
            }),
            Effect::LoadOverview,
            Effect::Notify(notice),
        ])
    }

    fn type_text(&mut self, text: &str) {
        if let Some(name) = &mut self.signing {
            let room = LONGEST_NAME.saturating_sub(name.chars().count());
            name.extend(printable(text).replace('\n', " ").chars().take(room));
        }
    }
}

impl Screen for TrackScreen {
    fn tables(&self) -> &'static [Table] {
        if self.signing.is_some() {
            &[Table::PhraseField, Table::Typing]
        } else {
            &[Table::Track, Table::Lists, Table::Everywhere]
        }
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let Some(track) = self.track(desk) else {
            return (desk.say(Phrase::Track).to_owned(), String::new());
        };
        let title = track.title.in_language(desk.language.is_chinese());
        let (passed, all) = track.count();
        let count = [passed.to_string(), all.to_string()];
        let count = desk.fill(Phrase::TrackPassed, &[&count[0], &count[1]]);
        let far = desk.how_far(track);
        let right = if passed == all {
            far
        } else {
            format!("{count} {} {far}", desk.glyphs.dot)
        };
        (title.to_owned(), right)
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        if self.signing.is_some() {
            match action {
                Action::Open => return self.sign(desk),
                Action::Back => self.signing = None,
                _ => {}
            }
            return Reply::stay();
        }
        let last = self.items(desk).count().saturating_sub(1);
        self.selected = self.selected.min(last);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::PageUp => self.selected = self.selected.saturating_sub(8),
            Action::PageDown => self.selected = (self.selected + 8).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Pane if desk.tracks.len() > 1 => {
                self.shown = (self.shown + 1) % desk.tracks.len();
                self.select_next_to_do(desk);
            }
            Action::Open => return self.open(desk),
            Action::Back => return Reply::go(Route::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) -> Reply {
        match (&mut self.signing, key.code) {
            (Some(_), KeyCode::Char(letter)) if key.modifiers.bits() <= 1 => {
                self.type_text(letter.encode_utf8(&mut [0; 4]));
            }
            (Some(name), KeyCode::Backspace) => drop(name.pop()),
            _ => {}
        }
        Reply::stay()
    }

    fn paste(&mut self, text: &str, _desk: &Desk) -> Reply {
        self.type_text(text);
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let Some(track) = self.track(desk) else {
            let text = Line::styled(desk.say(Phrase::TrackNone), desk.theme.muted);
            return frame.render_widget(text, area);
        };
        let [list, item] = if area.width >= WIDE {
            area.layout(&Layout::horizontal([
                Constraint::Percentage(55),
                Constraint::Fill(1),
            ]))
        } else {
            let below = (area.height * 2 / 5).min(10);
            area.layout(&Layout::vertical([
                Constraint::Min(0),
                Constraint::Length(below),
            ]))
        };
        self.draw_days(frame, list, track, desk);
        self.draw_item(frame, item, track, desk);
    }
}

impl TrackScreen {
    fn draw_days(&self, frame: &mut Frame, area: Rect, track: &TrackStanding, desk: &Desk) {
        let inner = Pane::new(desk.say(Phrase::Track))
            .focused(self.signing.is_none())
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let width = usize::from(inner.width);
        let last = self.items(desk).count().saturating_sub(1);
        let selected = self.selected.min(last);
        let (mut rows, mut at, mut number) = (vec![], 0, 0);
        for (index, day) in track.days.iter().enumerate() {
            rows.push(day_row(index, day, track, width, desk));
            for item in &day.items {
                if number == selected {
                    at = rows.len();
                }
                rows.push(item_row(item, number == selected, width, desk));
                number += 1;
            }
        }
        let top = top_for(at, rows.len(), usize::from(inner.height));
        draw_rows(frame, inner, &rows, top, desk.more(), desk.theme.muted);
    }

    fn draw_item(&self, frame: &mut Frame, area: Rect, track: &TrackStanding, desk: &Desk) {
        let Some((day, item)) = self.chosen(desk) else {
            return;
        };
        let title = name(item, desk);
        let title = shorten(&title, usize::from(area.width).saturating_sub(6));
        let inner = Pane::new(&title).focused(self.signing.is_some()).draw(
            frame,
            area,
            &desk.theme,
            &desk.glyphs,
        );
        let width = usize::from(inner.width);
        let mut rows = vec![];
        if let Some(by) = &self.signing {
            let asked = format!("{} ", desk.say(Phrase::TrackWhoSigns));
            let x = asked.width() + by.width();
            rows.push(Line::from(vec![
                Span::styled(asked, desk.theme.focus),
                Span::styled(by.clone(), desk.theme.text),
            ]));
            let x = inner.x + u16::try_from(x).unwrap_or(0);
            if inner.contains((x, inner.y).into()) {
                frame.set_cursor_position((x, inner.y));
            }
        }
        if let DayState::Locked(waits) = &day.state {
            let why = desk.fill(Phrase::TrackLocked, &[&numbers(waits, track)]);
            rows.extend(wrap(&[(why, desk.theme.partial)], width, 0));
        }
        rows.extend(about(item, &track.id, width, desk));
        frame.render_widget(Paragraph::new(rows), inner);
    }
}

/// The numbers of the days with these names.
fn numbers(names: &[String], track: &TrackStanding) -> String {
    let days = track.days.iter().enumerate();
    let meant = days.filter(|(_, day)| names.contains(&day.id));
    let numbers: Vec<String> = meant.map(|(index, _)| (index + 1).to_string()).collect();
    numbers.join(", ")
}

fn day_row(
    index: usize,
    day: &DayStanding,
    track: &TrackStanding,
    width: usize,
    desk: &Desk,
) -> Line<'static> {
    let theme = &desk.theme;
    let (words, style) = match &day.state {
        DayState::Locked(waits) => (
            desk.fill(Phrase::TrackWaitsFor, &[&numbers(waits, track)]),
            theme.muted,
        ),
        DayState::Open if track.today() == Some(index) => {
            (desk.say(Phrase::TrackToday).to_owned(), theme.focus)
        }
        DayState::Open => (desk.say(Phrase::TrackOpen).to_owned(), theme.text),
        DayState::Done => (desk.say(Phrase::TrackDone).to_owned(), theme.hit),
    };
    let title = day.title.in_language(desk.language.is_chinese());
    let number = desk.fill(Phrase::TrackDay, &[&(index + 1).to_string()]);
    let name = format!("{number} {} {title}", desk.glyphs.dot);
    spread((&name, theme.title), (&words, style), width)
}

fn item_row(item: &ItemStanding, is_selected: bool, width: usize, desk: &Desk) -> Line<'static> {
    let (glyph, words, style) = state(item.state, desk);
    let pointer = if is_selected {
        desk.glyphs.pointer
    } else {
        " "
    };
    let text = if is_selected {
        desk.theme.focus
    } else {
        desk.theme.text
    };
    let name = name(item, desk);
    let mut row = spread((&name, text), (words, style), width.saturating_sub(4));
    row.spans
        .insert(0, Span::styled(format!("{glyph} "), style));
    let pointer = Span::styled(format!("{pointer} "), desk.theme.focus);
    row.spans.insert(0, pointer);
    row
}

/// One text at the left and one at the right of a row.
fn spread(
    left: (&str, ratatui::style::Style),
    right: (&str, ratatui::style::Style),
    width: usize,
) -> Line<'static> {
    let text = shorten(left.0, width.saturating_sub(right.0.width() + 2).max(6));
    let blanks = width.saturating_sub(text.width() + right.0.width());
    Line::from(vec![
        Span::styled(text, left.1),
        Span::raw(" ".repeat(blanks)),
        Span::styled(right.0.to_owned(), right.1),
    ])
}
