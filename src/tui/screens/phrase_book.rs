//! The phrase book: sentences that were missed or marked, to be said, mended, retired.

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
    domain::Register,
    progress::{CLEAN_TO_RETIRE, Event, Identities, Kept, Phrase as Sentence, Record},
    tui::{
        action::Action,
        dates,
        desk::Desk,
        editor::Editor,
        keymap::Table,
        message::{Effect, Write},
        pane::{Pane, top_for},
        phrases::Phrase,
        printable::printable,
        route::{Reply, Route},
        wrap::{shorten, wrap},
    },
};

/// What takes the keys.
#[derive(Debug)]
enum Mode {
    List,
    Search,
    Rewrite(Box<Editor>),
}

/// The phrase book.
#[derive(Debug)]
pub struct PhraseBookScreen {
    identities: Identities,
    mode: Mode,
    query: String,
    selected: usize,
    /// Whether the next press takes the selected sentence out.
    is_removing: bool,
}

impl PhraseBookScreen {
    /// The whole book; what is changed in it is kept under `identities`.
    pub const fn new(identities: Identities) -> Self {
        Self {
            identities,
            mode: Mode::List,
            query: String::new(),
            selected: 0,
            is_removing: false,
        }
    }

    /// The sentences that the search leaves, those that come back first in front.
    fn found<'a>(&self, desk: &'a Desk) -> Vec<&'a Sentence> {
        let wanted = self.query.to_lowercase();
        let holds = |sentence: &&Sentence| {
            let best = sentence.best.as_deref().unwrap_or_default();
            let all = format!("{} {best} {}", sentence.text, sentence.name.scenario);
            let all = all.to_lowercase();
            wanted.split_whitespace().all(|word| all.contains(word))
        };
        desk.overview.phrases.iter().filter(holds).collect()
    }

    fn chosen<'a>(&self, desk: &'a Desk) -> Option<&'a Sentence> {
        let found = self.found(desk);
        let last = found.len().saturating_sub(1);
        found.get(self.selected.min(last)).copied()
    }

    /// Notes that `kind` happened to `sentence`, and has the book read again.
    fn note(&mut self, kind: &str, sentence: &Sentence, text: &str, desk: &Desk) -> Reply {
        let data = serde_json::json!({
            "register": sentence.name.register,
            "text": text,
            "why": Kept::Marked.name(),
        });
        let event = Event {
            id: self.identities.next(desk.now),
            run: None,
            attempt: None,
            scenario: Some(sentence.name.scenario.clone()),
            step: Some(sentence.name.step.clone()),
            kind: kind.to_owned(),
            at: desk.now.wall_ms,
            active_ms: 0,
            data: data.to_string(),
        };
        let records = vec![Record::Event(event)];
        Reply::effects(vec![
            Effect::Keep(Write::Records {
                records,
                finished: None,
            }),
            Effect::LoadOverview,
        ])
    }

    fn act_in_list(&mut self, action: Action, desk: &Desk) -> Reply {
        let last = self.found(desk).len().saturating_sub(1);
        self.selected = self.selected.min(last);
        let was_removing = std::mem::take(&mut self.is_removing);
        let chosen = self.chosen(desk).cloned();
        match (action, chosen) {
            (Action::Up, _) => self.selected = self.selected.saturating_sub(1),
            (Action::Down, _) => self.selected = (self.selected + 1).min(last),
            (Action::PageUp, _) => self.selected = self.selected.saturating_sub(10),
            (Action::PageDown, _) => self.selected = (self.selected + 10).min(last),
            (Action::First, _) => self.selected = 0,
            (Action::Last, _) => self.selected = last,
            (Action::Search, _) => self.mode = Mode::Search,
            (Action::Back, _) if !self.query.is_empty() => self.query.clear(),
            (Action::Back, _) => return Reply::go(Route::Back),
            (Action::Open, Some(chosen)) => return Reply::go(Route::Sentence(chosen.name)),
            (Action::Rewrite, Some(chosen)) => {
                let best = chosen.best.unwrap_or_default();
                let caret = best.chars().count();
                self.mode = Mode::Rewrite(Box::new(Editor::new(&best, caret)));
            }
            (Action::Retire, Some(chosen)) => {
                let kind = if chosen.is_retired {
                    "phrase-kept"
                } else {
                    "phrase-retired"
                };
                let text = chosen.text.clone();
                return self.note(kind, &chosen, &text, desk);
            }
            (Action::Remove, Some(chosen)) if was_removing => {
                return self.note("phrase-removed", &chosen, "", desk);
            }
            (Action::Remove, Some(_)) => {
                self.is_removing = true;
                let key = desk.keymap.key_of(&[Table::Phrases], Action::Remove);
                let key = key.map(|key| key.to_string()).unwrap_or_default();
                let notice = desk.fill(Phrase::PhraseRemoveAgain, &[&key]);
                return Reply::effects(vec![Effect::Notify(notice)]);
            }
            (
                Action::Speak,
                Some(Sentence {
                    best: Some(best), ..
                }),
            ) => {
                return Reply::effects(vec![Effect::Speak(best)]);
            }
            _ => {}
        }
        Reply::stay()
    }
}

impl Screen for PhraseBookScreen {
    fn tables(&self) -> &'static [Table] {
        match self.mode {
            Mode::List => &[Table::Phrases, Table::Lists, Table::Everywhere],
            Mode::Search => &[Table::PhraseField, Table::Typing],
            Mode::Rewrite(_) => &[Table::PhraseField, Table::Editing, Table::Typing],
        }
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let phrases = &desk.overview.phrases;
        let due = phrases.iter().filter(|it| it.is_due(desk.now.wall_ms));
        let counts = [phrases.len().to_string(), due.count().to_string()];
        let counts = desk.fill(Phrase::PhraseCounts, &[&counts[0], &counts[1]]);
        (desk.say(Phrase::PhraseBook).to_owned(), counts)
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        match (&mut self.mode, action) {
            (Mode::List, action) => return self.act_in_list(action, desk),
            (Mode::Search, Action::Back) => {
                self.query.clear();
                self.mode = Mode::List;
            }
            (Mode::Rewrite(editor), Action::Edit(edit)) => editor.edit(edit),
            (Mode::Search, Action::Open) | (Mode::Rewrite(_), Action::Back) => {
                self.mode = Mode::List;
            }
            (Mode::Rewrite(editor), Action::Open) => {
                let text = editor.text().trim().to_owned();
                self.mode = Mode::List;
                if let Some(chosen) = self.chosen(desk).cloned() {
                    return self.note("phrase-edited", &chosen, &text, desk);
                }
            }
            _ => {}
        }
        Reply::stay()
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) -> Reply {
        match (&mut self.mode, key.code) {
            (Mode::Search, KeyCode::Char(letter)) if key.modifiers.bits() <= 1 => {
                self.query.push(letter);
                self.selected = 0;
            }
            (Mode::Search, KeyCode::Backspace) => drop(self.query.pop()),
            (Mode::Rewrite(editor), _) => drop(editor.type_key(key)),
            _ => {}
        }
        Reply::stay()
    }

    fn paste(&mut self, text: &str, _desk: &Desk) -> Reply {
        match &mut self.mode {
            Mode::List => {}
            Mode::Search => self.query.push_str(&printable(text).replace('\n', " ")),
            Mode::Rewrite(editor) => editor.paste(text),
        }
        Reply::stay()
    }

    fn has_text_in_hand(&self) -> bool {
        matches!(&self.mode, Mode::Rewrite(editor) if !editor.is_blank())
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let below = 9.min(area.height / 2);
        let [upper, lower] = area.layout(&Layout::vertical([
            Constraint::Min(0),
            Constraint::Length(below),
        ]));
        self.draw_list(frame, upper, desk);
        self.draw_chosen(frame, lower, desk);
    }
}

impl PhraseBookScreen {
    fn draw_list(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let theme = &desk.theme;
        let is_searching = matches!(self.mode, Mode::Search);
        let title = if is_searching || !self.query.is_empty() {
            format!("{}: {}", desk.say(Phrase::SearchFor), self.query)
        } else {
            desk.say(Phrase::PhraseBook).to_owned()
        };
        let title = shorten(&title, usize::from(area.width).saturating_sub(6));
        let is_focused = !matches!(self.mode, Mode::Rewrite(_));
        let inner = Pane::new(&title)
            .focused(is_focused)
            .draw(frame, area, theme, &desk.glyphs);
        if is_searching {
            let x = area.x + 2 + u16::try_from(title.width()).unwrap_or(0);
            frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
        }
        let found = self.found(desk);
        let width = usize::from(inner.width);
        if found.is_empty() {
            let phrase = if desk.overview.phrases.is_empty() {
                Phrase::PhraseEmpty
            } else {
                Phrase::NothingFound
            };
            let run = (desk.say(phrase).to_owned(), theme.muted);
            frame.render_widget(Paragraph::new(wrap(&[run], width, 0)), inner);
            return;
        }
        let height = usize::from(inner.height);
        let selected = self.selected.min(found.len() - 1);
        let top = top_for(selected, found.len(), height);
        let shown = found.iter().enumerate().skip(top).take(height);
        let rows: Vec<Line> = shown
            .map(|(index, sentence)| row(sentence, index == selected, width, desk))
            .collect();
        frame.render_widget(Paragraph::new(rows), inner);
    }

    fn draw_chosen(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let Some(chosen) = self.chosen(desk) else {
            return;
        };
        let theme = &desk.theme;
        if let Mode::Rewrite(editor) = &self.mode {
            let inner = Pane::new(desk.say(Phrase::PhraseOwn)).focused(true).draw(
                frame,
                area,
                theme,
                &desk.glyphs,
            );
            editor.draw(frame, inner, theme, "", true);
            return;
        }
        let title = desk.library.header(&chosen.name.scenario).map_or_else(
            || chosen.name.scenario.to_string(),
            |header| {
                header
                    .title
                    .in_language(desk.language.is_chinese())
                    .to_owned()
            },
        );
        let title = shorten(&title, usize::from(area.width).saturating_sub(6));
        let inner = Pane::new(&title).draw(frame, area, theme, &desk.glyphs);
        let width = usize::from(inner.width);
        let mut rows = wrap(&[(chosen.text.clone(), theme.emphasis)], width, 0);
        let best = chosen.best.as_deref();
        let best = best.unwrap_or(desk.say(Phrase::PhraseNoOwn)).to_owned();
        let own = format!("{}: ", desk.say(Phrase::PhraseOwn));
        rows.extend(wrap(&[(own, theme.focus), (best, theme.text)], width, 0));
        let why = desk.say(match chosen.why {
            Kept::Marked => Phrase::PhraseMarked,
            Kept::Missed => Phrase::PhraseMissed,
        });
        let clean = [chosen.clean.to_string(), CLEAN_TO_RETIRE.to_string()];
        let clean = desk.fill(Phrase::PhraseClean, &[&clean[0], &clean[1]]);
        let facts = format!("{why} {dot} {clean}", dot = desk.glyphs.dot);
        rows.push(Line::styled(facts, theme.muted));
        frame.render_widget(Paragraph::new(rows), inner);
    }
}

/// The sentence, its register, and when it comes back.
fn row(sentence: &Sentence, is_selected: bool, width: usize, desk: &Desk) -> Line<'static> {
    let theme = &desk.theme;
    let register = Register::parse(&sentence.name.register);
    let register = register.map_or("", |register| desk.register(register));
    let when = match sentence.due {
        None => desk.say(Phrase::PhraseKnown).to_owned(),
        Some(due) if due <= desk.now.wall_ms => desk.say(Phrase::PhraseDueNow).to_owned(),
        Some(due) => {
            let day = dates::minute(due, desk.now.utc_offset_minutes);
            let day = day.split(' ').next().unwrap_or_default().to_owned();
            desk.fill(Phrase::PhraseDueOn, &[&day])
        }
    };
    let facts = format!("{register} {} {when}", desk.glyphs.dot);
    let room = width.saturating_sub(facts.width() + 4).max(8);
    let text = shorten(&sentence.text, room);
    let blanks = " ".repeat(room.saturating_sub(text.width()) + 2);
    let (mark, style) = if is_selected {
        (desk.glyphs.pointer, theme.focus)
    } else {
        (" ", theme.text)
    };
    Line::from(vec![
        Span::styled(format!("{mark} "), theme.focus),
        Span::styled(text + &blanks, style),
        Span::styled(facts, theme.muted),
    ])
}
