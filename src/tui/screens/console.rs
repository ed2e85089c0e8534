//! An incident under way: the console, what was seen and suspected, the last thing that somebody said.

use std::time::Duration;

use ratatui::{
    Frame,
    crossterm::event::KeyEvent,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};

use super::{
    answering::Answering,
    console_side::{draw_evidence, draw_message, has_message, status},
    finder::Finder,
    transcript::Transcript,
};
use crate::{
    domain::Incident,
    incident::Verb,
    session::Drill,
    tui::{
        action::{Action, Edit},
        console_words::Label,
        desk::Desk,
        editor::Editor,
        keymap::Table,
        markdown::markdown,
        pane::{Pane, draw_rows},
        phrases::Phrase,
        wrap::wrap,
    },
};

/// The part of a narrow screen that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Front {
    Console,
    Evidence,
    Brief,
}

/// An incident under way.
#[derive(Debug)]
pub struct ConsoleField {
    transcript: Transcript,
    input: Editor,
    /// The line of the history that is in the input; one past the last where it is new.
    recalled: usize,
    /// Rows above the end that are shown last.
    back: usize,
    front: Front,
    finder: Option<Finder>,
    /// Up to when minutes by the clock on the wall have passed in the incident too, where they do.
    wall: Option<Duration>,
}

impl ConsoleField {
    /// The console for `incident`, with the lines of an earlier sitting typed again.
    pub fn new(incident: &Incident, text: Option<&str>) -> Self {
        let mut field = Self {
            transcript: Transcript::new(incident),
            input: Editor::one_line(),
            recalled: 0,
            back: 0,
            front: Front::Console,
            finder: None,
            wall: None,
        };
        field.replace(text.unwrap_or_default());
        field
    }

    /// Types `text`: every line that is ended runs, the rest stays in hand.
    fn type_lines(&mut self, text: &str) {
        let (ended, rest) = text
            .rsplit_once('\n')
            .map_or((None, text), |(ended, rest)| (Some(ended), rest));
        for line in ended.into_iter().flat_map(str::lines) {
            let line = format!("{}{line}", self.input.text());
            self.set_input("");
            self.run(&line);
        }
        self.input.paste(rest);
    }

    fn set_input(&mut self, text: &str) {
        self.input.replace(text);
        self.input.edit(Edit::TextEnd);
    }

    fn recall(&mut self, older: bool) {
        let last = self.transcript.exchanges.len();
        let next = if older {
            self.recalled.checked_sub(1)
        } else {
            Some((self.recalled + 1).min(last))
        };
        if let Some(next) = next {
            self.recalled = next;
            let line = self
                .transcript
                .exchanges
                .get(next)
                .map_or(String::new(), |it| it.line.clone());
            self.set_input(&line);
        }
    }

    fn run(&mut self, line: &str) {
        self.finder = None;
        self.transcript.run(line);
        self.recalled = self.transcript.exchanges.len();
        self.back = 0;
    }

    /// The clock on the wall counts from now on, or no more.
    fn heed_clock(&mut self, line: &str, desk: &Desk) {
        if let Some(Verb::Clock(is_on)) = Verb::parse(line) {
            self.wall = is_on.then_some(desk.now.steady);
        }
    }

    /// Whole minutes that have passed on the wall pass here too, as lines that are kept like all others.
    fn catch_up(&mut self, desk: &Desk) {
        let Some(since) = self.wall else { return };
        let minutes = desk.now.steady.saturating_sub(since).as_secs() / 60;
        if minutes == 0 {
            return;
        }
        self.wall = Some(since + Duration::from_mins(minutes));
        if self.transcript.console.world().is_over {
            self.wall = None;
        } else {
            self.run(&format!("wait {minutes}"));
        }
    }

    fn complete(&mut self) {
        if let Some(text) = self.transcript.completed(&self.input.text()) {
            self.set_input(&text);
        }
    }

    fn draw_console(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        let title = Label::Console.in_language(desk.language);
        let inner = Pane::new(title)
            .right(status(&self.transcript.console, desk))
            .focused(true)
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let [scroll, prompt] = inner.layout(&Layout::vertical([
            Constraint::Min(0),
            Constraint::Length(1),
        ]));
        let mut rows = self.opening(drill, usize::from(scroll.width), desk);
        rows.extend(self.transcript.rows(usize::from(scroll.width), desk));
        let height = usize::from(scroll.height);
        let mut top = rows.len().saturating_sub(height).saturating_sub(self.back);
        let finder = self.finder.as_ref();
        if let Some(at) = finder.and_then(|it| it.mark(&mut rows, desk.theme.found)) {
            top = at.saturating_sub(height / 2);
        }
        draw_rows(frame, scroll, &rows, top, desk.more(), desk.theme.muted);
        let searched = finder.filter(|it| it.is_open).map(|it| &it.words);
        let sign = if searched.is_some() { "/ " } else { "$ " };
        frame.render_widget(Span::styled(sign, desk.theme.focus), prompt);
        let field = Rect {
            x: prompt.x + 2,
            width: prompt.width.saturating_sub(2),
            ..prompt
        };
        let (editor, invitation) = match searched {
            Some(words) => (words, Label::Words),
            None => (&self.input, Label::Invitation),
        };
        let invitation = invitation.in_language(desk.language);
        editor.draw(frame, field, &desk.theme, invitation, true);
    }

    /// What is asked, and what was written for next time, until the first line is typed.
    fn opening(&self, drill: &Drill, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        if !self.transcript.exchanges.is_empty() {
            return Vec::new();
        }
        let ask = drill.step().ask.in_language(desk.language.is_chinese());
        let mut rows = markdown(ask, width, &desk.theme);
        let scenario = &drill.scenario().header.id;
        if let Some(written) = desk.overview.commitments.get(scenario) {
            let said = desk.fill(Phrase::CommitmentLast, &[written]);
            rows.push(Line::default());
            rows.extend(wrap(&[(said, desk.theme.advice)], width, 0));
        }
        rows.push(Line::default());
        rows
    }

    fn draw_brief(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        let is_chinese = desk.language.is_chinese();
        let inner = Pane::new(desk.say(Phrase::Brief)).draw(frame, area, &desk.theme, &desk.glyphs);
        let width = usize::from(inner.width);
        let mut rows = markdown(drill.step().ask.in_language(is_chinese), width, &desk.theme);
        rows.push(Line::default());
        rows.extend(markdown(
            drill.scenario().brief.in_language(is_chinese),
            width,
            &desk.theme,
        ));
        for hint in drill.hints() {
            rows.push(Line::default());
            rows.extend(markdown(hint.in_language(is_chinese), width, &desk.theme));
        }
        draw_rows(
            frame,
            inner,
            &rows,
            self.back,
            desk.more(),
            desk.theme.muted,
        );
    }
}

impl Answering for ConsoleField {
    fn tables(&self) -> &'static [Table] {
        if self.finder.as_ref().is_some_and(|it| it.is_open) {
            return &[Table::Find, Table::Editing, Table::Typing];
        }
        &[
            Table::Console,
            Table::Writing,
            Table::Editing,
            Table::Typing,
        ]
    }

    fn text(&self) -> (String, usize) {
        let mut lines: Vec<&str> = self
            .transcript
            .exchanges
            .iter()
            .map(|it| it.line.as_str())
            .collect();
        let in_hand = self.input.text();
        lines.push(&in_hand);
        let text = lines.join("\n");
        let caret = text.chars().count();
        (text, caret)
    }

    fn is_blank(&self) -> bool {
        self.transcript
            .exchanges
            .iter()
            .all(|it| it.line.trim().is_empty())
            && self.input.is_blank()
    }

    fn act(&mut self, action: Action, desk: &Desk) {
        if let Some(finder) = self.finder.as_mut().filter(|it| it.is_open) {
            match action {
                Action::Keep => finder.is_open = false,
                Action::Edit(edit) => finder.edit(edit),
                _ => {}
            }
            return;
        }
        match action {
            Action::Find => {
                self.front = Front::Console;
                self.finder = Some(Finder::new());
            }
            Action::Run | Action::Edit(Edit::NewLine) if self.front == Front::Console => {
                let line = self.input.text();
                if !line.trim().is_empty() {
                    self.set_input("");
                    self.catch_up(desk);
                    self.run(&line);
                    self.heed_clock(&line, desk);
                }
            }
            Action::Run => self.front = Front::Console,
            Action::Up | Action::Edit(Edit::Up) if self.front == Front::Console => {
                self.recall(true);
            }
            Action::Down | Action::Edit(Edit::Down) if self.front == Front::Console => {
                self.recall(false);
            }
            Action::Pane if self.front == Front::Console && !self.input.is_blank() => {
                self.complete();
            }
            Action::Pane => {
                self.back = 0;
                self.front = match self.front {
                    Front::Console => Front::Brief,
                    Front::Brief => Front::Evidence,
                    Front::Evidence => Front::Console,
                };
            }
            Action::PageUp if self.front == Front::Console => {
                self.finder = None;
                self.back += 8;
            }
            Action::PageDown if self.front == Front::Console => {
                self.finder = None;
                self.back = self.back.saturating_sub(8);
            }
            Action::PageUp | Action::Up => self.back = self.back.saturating_sub(5),
            Action::PageDown | Action::Down => self.back += 5,
            Action::Edit(edit) => {
                self.front = Front::Console;
                self.input.edit(edit);
            }
            _ => {}
        }
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) {
        if let Some(finder) = self.finder.as_mut().filter(|it| it.is_open) {
            finder.words.type_key(key);
            finder.restart();
            return;
        }
        if self.input.type_key(key) {
            self.front = Front::Console;
            self.back = 0;
        }
    }

    fn tick(&mut self, desk: &Desk) {
        self.catch_up(desk);
    }

    fn wakes_at(&self, _desk: &Desk) -> Option<Duration> {
        self.wall.map(|since| since + Duration::from_mins(1))
    }

    fn paste(&mut self, text: &str) {
        if let Some(finder) = self.finder.as_mut().filter(|it| it.is_open) {
            finder.words.paste(text);
            finder.restart();
            return;
        }
        self.front = Front::Console;
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.type_lines(&text);
    }

    fn replace(&mut self, text: &str) {
        let incident = self.transcript.console.incident().clone();
        self.transcript = Transcript::new(&incident);
        self.set_input("");
        self.type_lines(text);
    }

    fn replace_edited(&mut self, text: &str) {
        // A line that is ended runs; only what is not stays in hand.
        self.replace(text);
    }

    fn insert_template(&mut self, template: &str) {
        self.input.paste(template);
    }

    fn view(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        let bar = if area.height >= 14 && has_message(&self.transcript.console) {
            4
        } else {
            0
        };
        let [upper, lower] = area.layout(&Layout::vertical([
            Constraint::Min(0),
            Constraint::Length(bar),
        ]));
        if area.width >= 96 {
            let [left, right] = upper.layout(&Layout::horizontal([
                Constraint::Fill(2),
                Constraint::Fill(1),
            ]));
            match self.front {
                Front::Brief => self.draw_brief(frame, left, drill, desk),
                Front::Console | Front::Evidence => self.draw_console(frame, left, drill, desk),
            }
            draw_evidence(&self.transcript.console, frame, right, desk);
        } else {
            match self.front {
                Front::Console => self.draw_console(frame, upper, drill, desk),
                Front::Evidence => draw_evidence(&self.transcript.console, frame, upper, desk),
                Front::Brief => self.draw_brief(frame, upper, drill, desk),
            }
        }
        if bar > 0 {
            draw_message(&self.transcript.console, frame, lower, desk);
        }
    }
}
