//! A team on a track: people by items, what shows a pass, what is stale and which skills are weak.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr;

use super::{screen::Screen, track_item::state};
use crate::{
    domain::ScenarioId,
    progress::{ItemState, Stale},
    report::{Team, TeamCell, TeamItem, TeamPerson},
    tui::{
        action::Action,
        desk::Desk,
        keymap::Table,
        message::Effect,
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        route::Reply,
        wrap::{shorten, wrap},
    },
};

/// The widest a name is shown.
const NAME: usize = 16;

/// What people handed over, as a matrix to walk through.
#[derive(Debug)]
pub struct TeamScreen {
    team: Team,
    person: usize,
    item: usize,
    /// Whether what is stale and weak over the team stands below, in place of the selected item.
    shows_whole: bool,
    top: usize,
}

impl TeamScreen {
    /// The matrix of `team`, at its first person and item.
    pub const fn new(team: Team) -> Self {
        Self {
            team,
            person: 0,
            item: 0,
            shows_whole: false,
            top: 0,
        }
    }

    /// Moves by people and items while an item is shown, and through the text while the whole team is.
    fn step(&mut self, rows: isize, items: isize) {
        let moved = |from: usize, by: isize, count: usize| {
            from.saturating_add_signed(by).min(count.saturating_sub(1))
        };
        if self.shows_whole && rows != 0 {
            let most = self.team.items.len() + self.team.skills.len() + self.team.left_out.len();
            self.top = moved(self.top, rows, most * 3);
        } else {
            self.person = moved(self.person, rows, self.team.people.len());
            self.item = moved(self.item, items, self.team.items.len());
        }
    }
}

impl Screen for TeamScreen {
    fn tables(&self) -> &'static [Table] {
        &[Table::Team, Table::Lists, Table::Everywhere]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let count = self.team.people.len().to_string();
        let mut tracks = desk.library.tracks();
        let track = tracks.find(|track| track.full_id() == self.team.track);
        let title = track.map_or(self.team.title.as_str(), |track| {
            track.title.in_language(desk.language.is_chinese())
        });
        (
            title.to_owned(),
            desk.fill(Phrase::TeamPeople, &[&count, &self.team.day]),
        )
    }

    fn act(&mut self, action: Action, _desk: &Desk) -> Reply {
        match action {
            Action::Up => self.step(-1, 0),
            Action::Down => self.step(1, 0),
            Action::PageUp => self.step(-8, 0),
            Action::PageDown => self.step(8, 0),
            Action::First => self.step(isize::MIN, isize::MIN),
            Action::Last => self.step(isize::MAX, isize::MAX),
            Action::ScrollLeft => self.step(0, -1),
            Action::ScrollRight => self.step(0, 1),
            Action::Pane => {
                self.shows_whole = !self.shows_whole;
                self.top = 0;
            }
            // There is nobody's own progress behind this screen.
            Action::Back => return Reply::effects(vec![Effect::Quit]),
            _ => {}
        }
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let people = u16::try_from(self.team.people.len()).unwrap_or(u16::MAX);
        let wanted = people.saturating_add(3).min(area.height / 2).max(4);
        let [matrix, below] = area.layout(&Layout::vertical([
            Constraint::Length(wanted),
            Constraint::Min(0),
        ]));
        self.draw_matrix(frame, matrix, desk);
        let (title, rows) = if self.shows_whole {
            (
                desk.say(Phrase::TeamWhole).to_owned(),
                self.whole(usize::from(below.width).saturating_sub(4), desk),
            )
        } else {
            self.selected(usize::from(below.width).saturating_sub(4), desk)
        };
        let title = shorten(&title, usize::from(below.width).saturating_sub(6));
        let inner = Pane::new(&title).focused(self.shows_whole).draw(
            frame,
            below,
            &desk.theme,
            &desk.glyphs,
        );
        draw_rows(frame, inner, &rows, self.top, desk.more(), desk.theme.muted);
    }
}

impl TeamScreen {
    fn draw_matrix(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let inner = Pane::new(desk.say(Phrase::Team))
            .focused(!self.shows_whole)
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let width = usize::from(inner.width);
        let room = self.team.people.iter().map(|it| it.name.width().min(NAME));
        let room = room.max().unwrap_or(0).max(4) + 1;
        let from = self.first_column(width.saturating_sub(room));
        let mut rows = vec![self.days(from, room, width, desk)];
        for (index, person) in self.team.people.iter().enumerate() {
            rows.push(self.person_row(index, person, (from, room, width), desk));
        }
        let height = usize::from(inner.height).saturating_sub(1);
        let top = top_for(self.person, self.team.people.len(), height);
        // The row of the days stays where it is.
        let shown = rows.drain(1..).skip(top).take(height).collect::<Vec<_>>();
        rows.extend(shown);
        frame.render_widget(Paragraph::new(rows), inner);
    }

    /// The first item to show so that the selected one is in `width` cells.
    fn first_column(&self, width: usize) -> usize {
        (0..=self.item)
            .find(|from| self.cells(*from, self.item + 1) <= width)
            .unwrap_or(self.item)
    }

    /// The width of the items from `from` to before `end`, a blank before each day.
    fn cells(&self, from: usize, end: usize) -> usize {
        let items = self.team.items.get(from..end).unwrap_or_default();
        let days = items.windows(2).filter(|pair| pair[0].day != pair[1].day);
        items.len() + days.count() + 1
    }

    fn days(&self, from: usize, room: usize, width: usize, desk: &Desk) -> Line<'static> {
        let mut row = " ".repeat(room);
        let mut day = 0;
        let mut at = room;
        for item in self.team.items.iter().skip(from) {
            if item.day != day {
                at += 1;
                day = item.day;
                row += &" ".repeat(at.saturating_sub(row.width()));
                if row.width() == at && at + day.to_string().len() <= width {
                    row += &day.to_string();
                }
            }
            at += 1;
        }
        Line::styled(row, desk.theme.muted)
    }

    fn person_row(
        &self,
        index: usize,
        person: &TeamPerson,
        (from, room, width): (usize, usize, usize),
        desk: &Desk,
    ) -> Line<'static> {
        let is_selected = index == self.person;
        let style = if is_selected {
            desk.theme.focus
        } else {
            desk.theme.text
        };
        let name = shorten(&person.name, NAME);
        let blanks = " ".repeat(room.saturating_sub(name.width()));
        let mut row = Line::from(Span::styled(name + &blanks, style));
        let mut day = 0;
        let cells = self.team.items.iter().zip(&person.cells).enumerate();
        for (number, (item, cell)) in cells.skip(from) {
            let gap = usize::from(item.day != day);
            if row.width() + gap + 1 > width {
                return row;
            }
            day = item.day;
            row.push_span(" ".repeat(gap));
            let (glyph, _, style) = state(standing(cell), desk);
            let style = if is_selected && number == self.item {
                style.add_modifier(Modifier::REVERSED)
            } else {
                style
            };
            row.push_span(Span::styled(glyph, style));
        }
        let passed = [person.passed.to_string(), self.team.items.len().to_string()];
        let far = format!("  {}/{}", passed[0], passed[1]);
        if row.width() + far.width() <= width {
            row.push_span(Span::styled(far, desk.theme.muted));
        }
        row
    }

    /// The selected item of the selected person.
    fn selected(&self, width: usize, desk: &Desk) -> (String, Vec<Line<'static>>) {
        let person = self.team.people.get(self.person);
        let item = self.team.items.get(self.item);
        let (Some(person), Some(item)) = (person, item) else {
            return (String::new(), vec![]);
        };
        let Some(cell) = person.cells.get(self.item) else {
            return (String::new(), vec![]);
        };
        let day = desk.fill(Phrase::TrackDay, &[&item.day.to_string()]);
        let heading = format!("{} {} {day}", person.name, desk.glyphs.dot);
        let theme = &desk.theme;
        let mut rows = wrap(&[(title(item, cell, desk), theme.title)], width, 0);
        let (_, word, style) = state(standing(cell), desk);
        rows.push(Line::styled(word, style));
        if let (Some(by), Some(day)) = (&cell.signed_by, &cell.date) {
            let signed = desk.fill(Phrase::TrackSignedBy, &[by, day]);
            rows.extend(wrap(&[(signed, theme.text)], width, 0));
        } else if let Some(day) = &cell.date {
            let records = cell.records.join(", ");
            let rubrics = cell.rubrics.join(", ");
            let evidence = desk.fill(Phrase::TrackEvidence, &[day, &records, &rubrics]);
            rows.extend(wrap(&[(evidence, theme.text)], width, 2));
        }
        let count = [person.passed.to_string(), self.team.items.len().to_string()];
        let passed = desk.fill(Phrase::TrackPassed, &[&count[0], &count[1]]);
        let shared = desk.fill(
            Phrase::TeamAnswers,
            &[
                &person.attempts.to_string(),
                person.last.as_deref().unwrap_or("-"),
            ],
        );
        let whole = format!("{passed} {} {shared}", desk.glyphs.dot);
        rows.extend(wrap(&[(whole, theme.muted)], width, 0));
        let nothing = desk.say(Phrase::TeamNotRanked).to_owned();
        rows.extend(wrap(&[(nothing, theme.muted)], width, 0));
        (heading, rows)
    }

    /// What is weak and what is stale over the team, and which files were left out.
    fn whole(&self, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let theme = &desk.theme;
        let mut rows = vec![];
        let mut part = |name: Phrase, lines: Vec<String>, style: Style| {
            if lines.is_empty() {
                return;
            }
            rows.push(Line::styled(desk.say(name), theme.title));
            for line in lines {
                rows.extend(wrap(&[(line, style)], width, 2));
            }
        };
        let skills = self.team.skills.iter().map(|skill| {
            let numbers = [skill.missed, skill.tries].map(|it| it.to_string());
            let people = [skill.people.0, skill.people.1].map(|it| it.to_string());
            let values = [
                &skill.label,
                &numbers[0],
                &numbers[1],
                &people[0],
                &people[1],
            ];
            desk.fill(Phrase::TeamSkill, &values.map(String::as_str))
        });
        part(Phrase::TeamWeakest, skills.collect(), theme.text);
        let stale = self.team.stale().into_iter().map(|(item, people)| {
            let day = desk.fill(Phrase::TrackDay, &[&item.day.to_string()]);
            format!(
                "{day} {} {}: {}",
                desk.glyphs.dot,
                item.id,
                people.join(", ")
            )
        });
        part(Phrase::ItemStale, stale.collect(), theme.text);
        part(
            Phrase::TeamLeftOut,
            self.team.left_out.clone(),
            theme.missed,
        );
        if rows.is_empty() {
            rows.push(Line::styled(desk.say(Phrase::TeamNothing), theme.muted));
        }
        rows
    }
}

/// The state by which a cell is drawn as on a track.
fn standing(cell: &TeamCell) -> ItemState {
    match cell.state {
        "passed" => ItemState::Done,
        "tried" => ItemState::Tried,
        "stale" => ItemState::Stale(Stale::Old),
        _ => ItemState::Open,
    }
}

/// What an item is about, in the language of the interface where the library knows it.
fn title(item: &TeamItem, cell: &TeamCell, desk: &Desk) -> String {
    let scenario = cell.scenario.as_deref().and_then(ScenarioId::parse);
    let header = scenario.and_then(|scenario| desk.library.header(&scenario));
    header.map_or_else(
        || item.title.clone(),
        |header| {
            let title = header.title.in_language(desk.language.is_chinese());
            title.to_owned()
        },
    )
}
