//! An answer that is spoken: what to read aloud, what to listen for, ticks and notes.

use ratatui::{
    Frame,
    crossterm::event::KeyEvent,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};

use super::answering::Answering;
use crate::{
    domain::{Criterion, Step, Text},
    session::{Asked, Drill, Interview, Manner, Tick, Ticks},
    tui::{
        action::{Action, Edit},
        desk::Desk,
        editor::Editor,
        keymap::Table,
        markdown::markdown,
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        sentence::sentence_rows,
        wrap::wrap,
    },
};

/// From this width on the list stands beside the question.
const WIDE: u16 = 100;

/// Something to listen for.
#[derive(Debug)]
struct Wanted {
    id: String,
    point: Text,
    probe: Option<Text>,
    weight: f64,
    is_must: bool,
    is_flag: bool,
}

/// An answer that is listened to.
#[derive(Debug)]
pub struct Listening {
    drill: Drill,
    /// What is asked about one point instead of the question.
    probe: Option<Text>,
    wanted: Vec<Wanted>,
    ticks: Ticks,
    notes: Editor,
    is_noting: bool,
    selected: usize,
    /// The first row of the question that is shown.
    top: usize,
}

impl Listening {
    /// The field for what `interview` asks, with `text` and its caret from an earlier sitting.
    pub fn new(interview: &Interview, text: Option<(&str, usize)>) -> Self {
        let drill = interview.drill().clone();
        let (text, caret) = text.unwrap_or_default();
        let mut ticks = Ticks::read(text);
        ticks.has_spoken |= interview.plan().request.manner == Manner::Facilitated;
        let probed = match interview.asked() {
            Asked::Probe(id) => Some(id.as_str()),
            _ => None,
        };
        let before = text.chars().count() - ticks.notes.chars().count();
        Self {
            wanted: wanted(drill.step(), &drill, probed),
            probe: interview.probed().and_then(|point| point.probe.clone()),
            notes: Editor::new(&ticks.notes, caret.saturating_sub(before)),
            drill,
            ticks,
            is_noting: false,
            selected: 0,
            top: 0,
        }
    }

    fn tick(&mut self, tick: Tick) {
        if let Some(wanted) = self.wanted.get(self.selected) {
            if self.ticks.points.get(&wanted.id) == Some(&tick) {
                self.ticks.points.remove(&wanted.id);
            } else {
                self.ticks.points.insert(wanted.id.clone(), tick);
            }
        }
    }

    /// What the program would tick by the notes; nothing where there are none.
    fn offered(&self) -> Vec<(String, Tick)> {
        if self.notes.is_blank() {
            return vec![];
        }
        let card = self.drill.graded(&self.notes.text());
        let of_points = card
            .criteria
            .iter()
            .map(|finding| (finding.id.clone(), Tick::of(finding.state)));
        let of_flags = card
            .red_flags
            .iter()
            .map(|flag| (flag.id.clone(), Tick::Hit));
        of_points
            .chain(of_flags)
            .filter(|(_, tick)| *tick != Tick::Missed)
            .filter(|(id, _)| self.wanted.iter().any(|wanted| wanted.id == *id))
            .collect()
    }

    /// Takes what is offered for every point that is not ticked yet.
    fn take_offers(&mut self) {
        for (id, tick) in self.offered() {
            self.ticks.points.entry(id).or_insert(tick);
        }
    }

    fn question_rows(&self, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let is_chinese = desk.language.is_chinese();
        let theme = &desk.theme;
        if let Some(probe) = &self.probe {
            let probe = probe.in_language(is_chinese).trim().to_owned();
            return wrap(&[(probe, theme.emphasis)], width, 0);
        }
        let step = self.drill.step();
        let ask = step.ask.in_language(is_chinese).trim().to_owned();
        let mut rows = wrap(&[(ask, theme.emphasis)], width, 0);
        for (title, text) in sentence_rows(&self.drill, desk) {
            rows.extend(wrap(
                &[(format!("{title}: "), theme.focus), (text, theme.text)],
                width,
                0,
            ));
        }
        rows.push(Line::default());
        let brief = &self.drill.scenario().brief;
        rows.extend(markdown(brief.in_language(is_chinese), width, theme));
        rows
    }

    fn draw_question(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let title = match self.drill.turn().register {
            Some(register) => format!(
                "{} {} {}",
                desk.say(Phrase::ReadAloud),
                desk.glyphs.dot,
                desk.fill(Phrase::ForRegister, &[desk.register(register)])
            ),
            None => desk.say(Phrase::ReadAloud).to_owned(),
        };
        let inner = Pane::new(&title).draw(frame, area, &desk.theme, &desk.glyphs);
        let rows = self.question_rows(usize::from(inner.width), desk);
        draw_rows(frame, inner, &rows, self.top, desk.more(), desk.theme.muted);
    }

    fn draw_list(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let inner = Pane::new(desk.say(Phrase::ListenFor))
            .focused(!self.is_noting)
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let (rows, starts) = self.list_rows(usize::from(inner.width), desk);
        let last = starts.get(self.selected + 1).copied();
        let anchor = last.unwrap_or(rows.len()).saturating_sub(1);
        let top = top_for(anchor, rows.len(), usize::from(inner.height));
        draw_rows(frame, inner, &rows, top, desk.more(), desk.theme.muted);
    }

    /// The list as rows, and the row at which each point begins.
    fn list_rows(&self, width: usize, desk: &Desk) -> (Vec<Line<'static>>, Vec<usize>) {
        let theme = &desk.theme;
        let is_chinese = desk.language.is_chinese();
        let offered = self.offered();
        let mut rows: Vec<Line<'static>> = vec![];
        let mut starts = vec![];
        for (index, wanted) in self.wanted.iter().enumerate() {
            starts.push(rows.len());
            let is_selected = index == self.selected && !self.is_noting;
            let pointer = if is_selected {
                desk.glyphs.pointer
            } else {
                " "
            };
            let (mark, style) = match self.ticks.points.get(&wanted.id) {
                Some(Tick::Hit) if wanted.is_flag => (desk.glyphs.alarm, theme.alarm),
                Some(Tick::Hit) => (desk.glyphs.hit, theme.hit),
                Some(Tick::Partial) => (desk.glyphs.partial, theme.partial),
                Some(Tick::Missed) => (desk.glyphs.missed, theme.missed),
                None => (" ", theme.muted),
            };
            let name = if is_selected {
                theme.emphasis
            } else {
                theme.text
            };
            let point = wanted.point.in_language(is_chinese).trim();
            let mut runs = vec![
                (format!("{pointer} "), theme.focus),
                (format!("[{mark}] "), style),
            ];
            if wanted.is_flag {
                runs.push((format!("{} ", desk.say(Phrase::MustNotSay)), theme.alarm));
            }
            runs.push((point.to_owned(), name));
            let weight = if wanted.is_must {
                format!(" ({} {})", wanted.weight, desk.say(Phrase::MustMake))
            } else {
                format!(" ({})", wanted.weight)
            };
            if !wanted.is_flag {
                runs.push((weight, theme.muted));
            }
            let offer = offered.iter().find(|(id, _)| *id == wanted.id);
            if let Some((_, tick)) = offer {
                let says = desk.say(if *tick == Tick::Partial {
                    Phrase::StatePartial
                } else {
                    Phrase::StateHit
                });
                let says = desk.fill(Phrase::ByNotes, &[says]);
                runs.push((format!(" {} {says}", desk.glyphs.dot), theme.muted));
            }
            rows.extend(wrap(&runs, width, 6));
            if is_selected && let Some(probe) = &wanted.probe {
                let text = probe.in_language(is_chinese).trim();
                let text = desk.fill(Phrase::ProbeIs, &[text]);
                let probe = [("      ".to_owned(), theme.muted), (text, theme.focus)];
                rows.extend(wrap(&probe, width, 6));
            }
        }
        (rows, starts)
    }

    fn draw_notes(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let inner = Pane::new(desk.say(Phrase::ListenNotes))
            .focused(self.is_noting)
            .draw(frame, area, &desk.theme, &desk.glyphs);
        self.notes.draw(
            frame,
            inner,
            &desk.theme,
            desk.say(Phrase::ListenNotesHint),
            self.is_noting,
        );
    }
}

/// What to listen for: the points of `step`, or only the one that is probed, and what must not be said.
fn wanted(step: &Step, drill: &Drill, probed: Option<&str>) -> Vec<Wanted> {
    let register = drill.turn().register;
    let is_asked = |point: &&Criterion| match probed {
        Some(probed) => point.id.as_str() == probed,
        None => point.applies_to(register),
    };
    let points = step.rubric.iter().filter(is_asked).map(|point| Wanted {
        id: point.id.to_string(),
        point: point.point.clone(),
        probe: point.probe.clone().filter(|_| probed.is_none()),
        weight: point.weight,
        is_must: point.must,
        is_flag: false,
    });
    let flags = step.red_flags.iter().filter(|_| probed.is_none());
    let flags = flags.map(|flag| Wanted {
        id: flag.id.to_string(),
        point: flag.point.clone(),
        probe: None,
        weight: 0.0,
        is_must: false,
        is_flag: true,
    });
    points.chain(flags).collect()
}

impl Answering for Listening {
    fn tables(&self) -> &'static [Table] {
        if self.is_noting {
            &[Table::Notes, Table::Editing, Table::Typing]
        } else if self.ticks.has_spoken {
            &[Table::Listening, Table::Lists, Table::Everywhere]
        } else {
            &[Table::Speaking, Table::Lists, Table::Everywhere]
        }
    }

    fn text(&self) -> (String, usize) {
        let notes = self.notes.text();
        let ticks = Ticks {
            notes,
            ..self.ticks.clone()
        };
        let text = ticks.text();
        let before = text.chars().count() - ticks.notes.chars().count();
        (text, before + self.notes.caret())
    }

    fn is_blank(&self) -> bool {
        self.ticks.points.is_empty() && self.notes.is_blank()
    }

    fn act(&mut self, action: Action, _desk: &Desk) {
        let last = self.wanted.len().saturating_sub(1);
        match action {
            Action::Edit(edit) if self.is_noting => self.notes.edit(edit),
            Action::Keep => self.is_noting = false,
            Action::PageUp => self.top = self.top.saturating_sub(4),
            Action::PageDown => self.top = (self.top + 4).min(200),
            Action::Spoken => self.ticks.has_spoken = true,
            _ if !self.ticks.has_spoken => {}
            Action::Note => {
                self.is_noting = true;
                self.notes.edit(Edit::TextEnd);
            }
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Claim => self.tick(Tick::Hit),
            Action::Partly => self.tick(Tick::Partial),
            Action::Disclaim => self.tick(Tick::Missed),
            Action::TakeOffers => self.take_offers(),
            _ => {}
        }
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) {
        if self.is_noting {
            self.notes.type_key(key);
        }
    }

    fn paste(&mut self, text: &str) {
        if self.ticks.has_spoken {
            self.is_noting = true;
            self.notes.paste(text);
        }
    }

    fn replace(&mut self, text: &str) {
        self.notes.replace(text);
    }

    fn insert_template(&mut self, template: &str) {
        self.paste(template);
    }

    fn view(&self, frame: &mut Frame, area: Rect, _drill: &Drill, desk: &Desk) {
        if !self.ticks.has_spoken {
            let [upper, lower] = area.layout(&Layout::vertical([
                Constraint::Min(0),
                Constraint::Length(3),
            ]));
            self.draw_question(frame, upper, desk);
            let inner = Pane::new(desk.say(Phrase::SpeakNow)).focused(true).draw(
                frame,
                lower,
                &desk.theme,
                &desk.glyphs,
            );
            let invitation = desk.say(Phrase::SpeakHint);
            return frame.render_widget(Span::styled(invitation, desk.theme.text), inner);
        }
        if area.width >= WIDE {
            let [left, right] = area.layout(&Layout::horizontal([Constraint::Fill(1); 2]));
            let [asked, notes] = left.layout(&Layout::vertical([
                Constraint::Fill(3),
                Constraint::Fill(2),
            ]));
            self.draw_question(frame, asked, desk);
            self.draw_notes(frame, notes, desk);
            self.draw_list(frame, right, desk);
            return;
        }
        let notes = if self.is_noting { 7 } else { 4 };
        let asked = if self.probe.is_some() { 5 } else { 7 }.min(area.height / 3);
        let [upper, list, lower] = area.layout(&Layout::vertical([
            Constraint::Length(asked),
            Constraint::Min(0),
            Constraint::Length(notes.min(area.height / 3)),
        ]));
        self.draw_question(frame, upper, desk);
        self.draw_list(frame, list, desk);
        self.draw_notes(frame, lower, desk);
    }
}
