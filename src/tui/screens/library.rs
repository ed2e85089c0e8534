//! The list of scenarios, searched as one types.

use ratatui::{
    Frame,
    crossterm::event::{KeyCode, KeyEvent},
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr;

use super::screen::Screen;
use crate::{
    domain::{Header, Kind, Text},
    tui::{
        action::Action,
        desk::Desk,
        keymap::Table,
        markdown::markdown,
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        printable::printable,
        route::{Reply, Route},
        search::{Found, Search},
        wrap::shorten,
    },
};

/// The order of the list while nothing is searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Kind,
    Level,
    Title,
}

/// The list of scenarios.
pub struct LibraryScreen {
    search: Search,
    query: String,
    kind: Option<Kind>,
    order: Order,
    found: Vec<Found>,
    selected: usize,
    /// What is known of the one selected, read when it was.
    preview: Option<About>,
}

/// What the preview tells of a scenario beyond its header.
struct About {
    steps: usize,
    brief: Text,
}

impl LibraryScreen {
    /// The whole list.
    pub fn new(desk: &Desk) -> Self {
        let mut screen = Self {
            search: Search::of(desk),
            query: String::new(),
            kind: None,
            order: Order::Kind,
            found: vec![],
            selected: 0,
            preview: None,
        };
        screen.refresh(desk);
        screen
    }

    fn refresh(&mut self, desk: &Desk) {
        let headers = desk.library.headers();
        self.found = self.search.find(&self.query);
        if let Some(kind) = self.kind {
            self.found.retain(|found| headers[found.index].kind == kind);
        }
        if self.query.trim().is_empty() {
            match self.order {
                Order::Kind => {}
                Order::Level => self
                    .found
                    .sort_by_key(|found| headers[found.index].difficulty),
                Order::Title => {
                    let title = |found: &Found| headers[found.index].title.en.to_lowercase();
                    self.found.sort_by_cached_key(title);
                }
            }
        }
        self.select(0, desk);
    }

    fn select(&mut self, selected: usize, desk: &Desk) {
        self.selected = selected.min(self.found.len().saturating_sub(1));
        let chosen = self.chosen(desk);
        let scenario = chosen.and_then(|header| desk.library.scenario(&header.id).ok());
        self.preview = scenario.map(|scenario| About {
            steps: scenario.steps.len(),
            brief: scenario.brief,
        });
    }

    fn chosen<'a>(&self, desk: &'a Desk) -> Option<&'a Header> {
        let found = self.found.get(self.selected)?;
        desk.library.headers().get(found.index)
    }
}

impl Screen for LibraryScreen {
    fn tables(&self) -> &'static [Table] {
        &[Table::Library, Table::Typing]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let all = desk.library.headers().len().to_string();
        let found = self.found.len().to_string();
        let kind = self
            .kind
            .map_or(desk.say(Phrase::AllKinds), |kind| desk.kind(kind));
        let order = desk.say(match self.order {
            Order::Kind => Phrase::SortName,
            Order::Level => Phrase::SortLevel,
            Order::Title => Phrase::SortTitle,
        });
        let facts = [
            kind.to_owned(),
            desk.fill(Phrase::SortedBy, &[order]),
            desk.fill(Phrase::CountOf, &[&found, &all]),
        ];
        let between = format!(" {} ", desk.glyphs.dot);
        (desk.say(Phrase::Scenarios).to_owned(), facts.join(&between))
    }

    fn library_changed(&mut self, desk: &Desk) {
        self.search = Search::of(desk);
        self.refresh(desk);
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        match action {
            Action::Up => self.select(self.selected.saturating_sub(1), desk),
            Action::Down => self.select(self.selected + 1, desk),
            Action::PageUp => self.select(self.selected.saturating_sub(10), desk),
            Action::PageDown => self.select(self.selected + 10, desk),
            Action::Open => {
                let route = |header: &Header| Route::Drill(header.id.clone());
                return Reply::go(self.chosen(desk).map_or(Route::Stay, route));
            }
            Action::Kind => {
                self.kind = match self.kind {
                    None => Kind::ALL.first().copied(),
                    Some(kind) => Kind::ALL.into_iter().find(|next| *next > kind),
                };
                self.refresh(desk);
            }
            Action::Sort => {
                self.order = match self.order {
                    Order::Kind => Order::Level,
                    Order::Level => Order::Title,
                    Order::Title => Order::Kind,
                };
                self.refresh(desk);
            }
            Action::Back if self.query.is_empty() => return Reply::go(Route::Back),
            Action::Clear | Action::Back => {
                self.query.clear();
                self.refresh(desk);
            }
            _ => {}
        }
        Reply::stay()
    }

    fn type_key(&mut self, key: KeyEvent, desk: &Desk) -> Reply {
        match key.code {
            KeyCode::Char(letter) if !letter.is_control() && key.modifiers.bits() <= 1 => {
                self.query.push(letter);
            }
            KeyCode::Backspace => drop(self.query.pop()),
            _ => return Reply::stay(),
        }
        self.refresh(desk);
        Reply::stay()
    }

    fn paste(&mut self, text: &str, desk: &Desk) -> Reply {
        self.query.push_str(&printable(text).replace('\n', " "));
        self.refresh(desk);
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let [top, body] = area.layout(&Layout::vertical([
            Constraint::Length(3),
            Constraint::Min(0),
        ]));
        let field = Pane::new(desk.say(Phrase::SearchFor)).focused(true).draw(
            frame,
            top,
            &desk.theme,
            &desk.glyphs,
        );
        let room = usize::from(field.width).saturating_sub(1);
        let mut shown = self.query.as_str();
        while shown.width() > room {
            shown = shown
                .get(shown.chars().next().map_or(0, char::len_utf8)..)
                .unwrap_or_default();
        }
        frame.render_widget(Line::raw(shown.to_owned()), field);
        let x = field.x + u16::try_from(shown.width()).unwrap_or(0);
        if field.height > 0 && x < frame.area().right() {
            frame.set_cursor_position((x, field.y));
        }
        let is_wide = body.width >= 100;
        let (list, preview) = if is_wide {
            let [list, preview] = body.layout(&Layout::horizontal([
                Constraint::Fill(5),
                Constraint::Fill(4),
            ]));
            (list, Some(preview))
        } else if body.height >= 15 {
            let [list, preview] = body.layout(&Layout::vertical([
                Constraint::Min(0),
                Constraint::Length(8),
            ]));
            (list, Some(preview))
        } else {
            (body, None)
        };
        self.draw_list(frame, list, desk);
        if let (Some(area), Some(header)) = (preview, self.chosen(desk)) {
            draw_preview(frame, area, header, self.preview.as_ref(), desk);
        }
    }
}

/// Cells of a list in which a title, its kind, its difficulty and its minutes have room.
const WIDE_ENOUGH_FOR_DIFFICULTY: usize = 72;

impl LibraryScreen {
    fn draw_list(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let inner =
            Pane::new(desk.say(Phrase::Scenarios)).draw(frame, area, &desk.theme, &desk.glyphs);
        let width = usize::from(inner.width);
        let headers = desk.library.headers();
        if self.found.is_empty() {
            let phrase = if headers.is_empty() {
                Phrase::NoScenarios
            } else {
                Phrase::NothingFound
            };
            let text = (desk.say(phrase).to_owned(), desk.theme.muted);
            frame.render_widget(
                Paragraph::new(crate::tui::wrap::wrap(&[text], width, 0)),
                inner,
            );
            return;
        }
        let height = usize::from(inner.height);
        let top = top_for(self.selected, self.found.len(), height);
        let rows: Vec<Line> = self
            .found
            .iter()
            .enumerate()
            .skip(top)
            .take(height)
            .map(|(index, found)| {
                self.row(&headers[found.index], index == self.selected, width, desk)
            })
            .collect();
        frame.render_widget(Paragraph::new(rows), inner);
    }

    fn row(&self, header: &Header, is_selected: bool, width: usize, desk: &Desk) -> Line<'static> {
        let kind = pad(desk.kind(header.kind), 9);
        let minutes = header.minutes.map_or(String::new(), |minutes| {
            desk.fill(Phrase::Minutes, &[&minutes.to_string()])
        });
        // Titles come first: how hard it is stands in the preview as well.
        let facts = if width < WIDE_ENOUGH_FOR_DIFFICULTY {
            format!("{kind} {minutes:>6}")
        } else {
            let difficulty = pad(desk.difficulty(header.difficulty), 8);
            format!("{kind}  {difficulty}  {minutes:>7}")
        };
        let done = desk
            .overview
            .recent
            .iter()
            .any(|past| past.scenario == header.id);
        let mark = if done { desk.glyphs.hit } else { " " };
        let room = width.saturating_sub(facts.width() + 6).max(8);
        let title = shorten(header.title.in_language(desk.language.is_chinese()), room);
        let base = if is_selected {
            desk.theme.focus
        } else {
            desk.theme.text
        };
        let pointer = if is_selected {
            desk.glyphs.pointer
        } else {
            " "
        };
        let matched = self.search.matched(&title, &self.query);
        let mut spans = vec![
            Span::styled(format!("{pointer} "), desk.theme.focus),
            Span::styled(format!("{mark} "), desk.theme.hit),
        ];
        for (index, letter) in title.chars().enumerate() {
            let style = if matched.contains(&index) {
                base.patch(desk.theme.found)
            } else {
                base
            };
            spans.push(Span::styled(letter.to_string(), style));
        }
        spans.push(Span::raw(
            " ".repeat(room.saturating_sub(title.width()) + 2),
        ));
        spans.push(Span::styled(facts, desk.theme.muted));
        Line::from(spans)
    }
}

fn draw_preview(
    frame: &mut Frame,
    area: Rect,
    header: &Header,
    about: Option<&About>,
    desk: &Desk,
) {
    let is_chinese = desk.language.is_chinese();
    let title = header.title.in_language(is_chinese);
    let inner = Pane::new(&shorten(title, usize::from(area.width).saturating_sub(6))).draw(
        frame,
        area,
        &desk.theme,
        &desk.glyphs,
    );
    let width = usize::from(inner.width);
    let tags = header.tags.iter().chain(&header.competencies);
    let tags = tags.map(String::as_str).collect::<Vec<_>>().join(", ");
    let mut rows = match about {
        Some(about) => {
            let steps = desk.fill(Phrase::StepCount, &[&about.steps.to_string()]);
            let facts = format!("{steps} {} {tags}", desk.glyphs.dot);
            let mut rows = vec![
                Line::styled(shorten(&facts, width), desk.theme.muted),
                Line::default(),
            ];
            rows.extend(markdown(
                about.brief.in_language(is_chinese),
                width,
                &desk.theme,
            ));
            rows
        }
        None => vec![Line::styled(desk.say(Phrase::Unreadable), desk.theme.alarm)],
    };
    rows.truncate(usize::from(inner.height));
    draw_rows(frame, inner, &rows, 0, desk.more(), desk.theme.muted);
}

/// `text` with blanks after it up to `width` cells.
fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
