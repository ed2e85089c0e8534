//! An answer under way: the brief, what is asked, the editor.

use ratatui::{
    Frame,
    crossterm::event::KeyEvent,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};

use super::{
    answering::Answering,
    counters::{counted, counters},
    in_sight::InSight,
};
use crate::{
    domain::{SayDrill, Step, Task},
    scoring::plain_models,
    session::Drill,
    tui::{
        action::{Action, Edit},
        desk::Desk,
        editor::Editor,
        keymap::Table,
        markdown::markdown,
        pane::{Pane, draw_rows},
        phrases::Phrase,
        sentence::sentence_rows,
        wrap::{shorten, wrap},
    },
};

/// The part of the screen that takes the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Brief,
    Answer,
}

/// An answer under way.
#[derive(Debug)]
pub struct Writing {
    editor: Editor,
    /// Words and sentences in the editor, counted when its text changes.
    counted: (usize, usize),
    focus: Focus,
    /// The first row of the brief that is shown.
    top: usize,
    is_one_line: bool,
    shows_points: bool,
    model: InSight,
    /// Whether the time for the step is shown; not where an interviewer keeps the clock.
    shows_time: bool,
}

impl Writing {
    /// The field for the turn of `drill`, with `text` from an earlier sitting.
    pub fn new(drill: &Drill, text: Option<(&str, usize)>) -> Self {
        let step = drill.step();
        let is_one_line = matches!(step.task, Task::Say(_));
        let is_shadow = drill.mode() == Some(SayDrill::Shadow);
        let start = drill.start().unwrap_or_default();
        let (text, caret) = text.unwrap_or((&start, start.chars().count()));
        Self {
            editor: Editor::new(text, caret),
            counted: counted(text),
            focus: Focus::Answer,
            top: 0,
            is_one_line,
            shows_points: false,
            model: if is_shadow {
                InSight::UntilTyped(text.is_empty())
            } else {
                InSight::Beside(false)
            },
            shows_time: true,
        }
    }

    /// The field for a question of an interview: no model, no clock of its own.
    pub fn in_interview(drill: &Drill, text: Option<(&str, usize)>) -> Self {
        Self {
            model: InSight::Beside(false),
            shows_time: false,
            ..Self::new(drill, text)
        }
    }

    fn changed(&mut self) {
        self.model.typed();
        self.counted = counted(&self.editor.text());
    }

    /// What is asked, and what the learner wanted to see beside it.
    fn ask_rows(&self, drill: &Drill, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let is_chinese = desk.language.is_chinese();
        let step = drill.step();
        let theme = &desk.theme;
        let mut rows = markdown(step.ask.in_language(is_chinese), width, theme);
        let titled = |rows: &mut Vec<Line<'static>>, title: &str, text: &str, is_plain: bool| {
            let title = (format!("{title}: "), theme.focus);
            let mut text = if is_plain {
                wrap(&[(text.to_owned(), theme.text)], width, 0)
            } else {
                markdown(text, width, theme)
            };
            if text.len() == 1 && text[0].width() + title.0.len() <= width {
                let mut row = text.remove(0);
                row.spans.insert(0, Span::styled(title.0, title.1));
                rows.push(row);
            } else {
                rows.push(Line::styled(title.0, title.1));
                rows.extend(text);
            }
        };
        for (title, text) in sentence_rows(drill, desk) {
            titled(&mut rows, &title, &text, true);
        }
        for hint in drill.hints() {
            let hint = hint.in_language(is_chinese);
            titled(&mut rows, desk.say(Phrase::HintLabel), hint, false);
        }
        if self.shows_points {
            let points = points(step, drill, is_chinese);
            titled(&mut rows, desk.say(Phrase::PointsLabel), &points, false);
        }
        if self.model.is_shown()
            && let Some(model) = model(step, drill)
        {
            let is_sentence = matches!(step.task, Task::Say(_));
            titled(
                &mut rows,
                desk.say(Phrase::ModelAnswer),
                &model,
                is_sentence,
            );
        }
        rows
    }

    fn draw_brief(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        if area.height < 3 {
            return;
        }
        let inner = Pane::new(desk.say(Phrase::Brief))
            .focused(self.focus == Focus::Brief)
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let rows = brief_rows(drill, usize::from(inner.width), desk);
        draw_rows(frame, inner, &rows, self.top, desk.more(), desk.theme.muted);
    }

    fn draw_answer(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        let counters = counters(drill, self.counted, self.shows_time, desk);
        let room = usize::from(area.width).saturating_sub(counters.width() + 8);
        let inner = Pane::new(&shorten(desk.say(Phrase::YourAnswer), room))
            .right(counters)
            .focused(self.focus == Focus::Answer)
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let key = desk.keymap.key_of(self.tables(), Action::Submit);
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        let placeholder = desk.fill(Phrase::StartWriting, &[&key]);
        self.editor.draw(
            frame,
            inner,
            &desk.theme,
            &placeholder,
            self.focus == Focus::Answer,
        );
    }
}

impl Answering for Writing {
    fn tables(&self) -> &'static [Table] {
        match (self.focus, self.is_one_line) {
            (Focus::Brief, _) => &[Table::Writing, Table::Typing],
            (Focus::Answer, true) => &[Table::Field, Table::Writing, Table::Editing, Table::Typing],
            (Focus::Answer, false) => &[Table::Writing, Table::Editing, Table::Typing],
        }
    }

    fn text(&self) -> (String, usize) {
        (self.editor.text(), self.editor.caret())
    }

    fn is_blank(&self) -> bool {
        self.editor.is_blank()
    }

    fn act(&mut self, action: Action, _desk: &Desk) {
        match action {
            Action::Edit(edit) => {
                self.focus = Focus::Answer;
                self.editor.edit(edit);
                self.changed();
            }
            Action::Pane => {
                self.focus = match self.focus {
                    Focus::Brief => Focus::Answer,
                    Focus::Answer => Focus::Brief,
                };
            }
            Action::PageUp if self.focus == Focus::Brief => self.top = self.top.saturating_sub(5),
            Action::PageDown if self.focus == Focus::Brief => self.top += 5,
            Action::PageUp => self.editor.page(-8),
            Action::PageDown => self.editor.page(8),
            Action::Points => self.shows_points = !self.shows_points,
            Action::Study => self.model.turn(),
            _ => {}
        }
    }

    fn type_key(&mut self, key: KeyEvent, _desk: &Desk) {
        use ratatui::crossterm::event::KeyCode;
        match (self.focus, key.code) {
            (Focus::Brief, KeyCode::Up) => self.top = self.top.saturating_sub(1),
            (Focus::Brief, KeyCode::Down) => self.top += 1,
            (Focus::Brief, KeyCode::Home) => self.top = 0,
            (Focus::Brief, KeyCode::Enter) => self.focus = Focus::Answer,
            _ => {
                if self.editor.type_key(key) {
                    self.focus = Focus::Answer;
                    self.changed();
                }
            }
        }
    }

    fn paste(&mut self, text: &str) {
        self.focus = Focus::Answer;
        self.editor.paste(text);
        self.changed();
    }

    fn shows_model(&self) -> bool {
        self.model.is_shown()
    }

    fn replace(&mut self, text: &str) {
        self.editor.replace(text);
        self.counted = counted(text);
    }

    fn insert_template(&mut self, template: &str) {
        self.focus = Focus::Answer;
        if self.editor.is_blank() {
            self.editor.replace(template.trim_end());
        } else {
            self.editor.edit(Edit::TextEnd);
            self.editor.paste(&format!("\n\n{}", template.trim_end()));
        }
        self.editor.edit(Edit::TextStart);
        self.counted = counted(&self.editor.text());
    }

    fn view(&self, frame: &mut Frame, area: Rect, drill: &Drill, desk: &Desk) {
        let inside = |width: u16| usize::from(width).saturating_sub(4);
        if area.width >= 100 {
            let [left, right] = area.layout(&Layout::horizontal([Constraint::Fill(1); 2]));
            let ask = self.ask_rows(drill, inside(left.width), desk);
            let [brief, asked] = split(left, ask.len(), left.height.saturating_sub(8), 0);
            self.draw_brief(frame, brief, drill, desk);
            draw_ask(frame, asked, &ask, drill, desk);
            self.draw_answer(frame, right, drill, desk);
        } else if area.height >= 20 {
            let ask = self.ask_rows(drill, inside(area.width), desk);
            let brief = brief_rows(drill, inside(area.width), desk).len();
            let [upper, answer] = if self.focus == Focus::Brief {
                split(area, 0, 0, 8)
            } else {
                let wanted = u16::try_from(brief + ask.len() + 4).unwrap_or(u16::MAX);
                split(
                    area,
                    0,
                    0,
                    area.height.saturating_sub(wanted).clamp(9, area.height),
                )
            };
            let own = u16::try_from(brief + 2).unwrap_or(u16::MAX).min(5);
            let [brief, asked] = split(upper, ask.len(), upper.height.saturating_sub(own), 0);
            self.draw_brief(frame, brief, drill, desk);
            draw_ask(frame, asked, &ask, drill, desk);
            self.draw_answer(frame, answer, drill, desk);
        } else if self.focus == Focus::Brief {
            let ask = self.ask_rows(drill, inside(area.width), desk);
            let [brief, asked] = split(area, ask.len(), area.height / 2, 0);
            self.draw_brief(frame, brief, drill, desk);
            draw_ask(frame, asked, &ask, drill, desk);
        } else {
            let ask = drill.step().ask.in_language(desk.language.is_chinese());
            let run = (ask.trim().to_owned(), desk.theme.emphasis);
            let mut rows = wrap(&[run], usize::from(area.width).saturating_sub(2), 0);
            rows.truncate(3);
            let height = u16::try_from(rows.len()).unwrap_or(0);
            let [upper, lower] = split(area, 0, 0, area.height.saturating_sub(height));
            let upper = Rect {
                x: upper.x + 1,
                width: upper.width.saturating_sub(2),
                ..upper
            };
            draw_rows(frame, upper, &rows, 0, desk.more(), desk.theme.muted);
            self.draw_answer(frame, lower, drill, desk);
        }
    }
}

fn brief_rows(drill: &Drill, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let brief = &drill.scenario().brief;
    markdown(
        brief.in_language(desk.language.is_chinese()),
        width,
        &desk.theme,
    )
}

fn draw_ask(frame: &mut Frame, area: Rect, rows: &[Line<'static>], drill: &Drill, desk: &Desk) {
    if area.height < 3 {
        return;
    }
    let title = match drill.turn().register {
        Some(register) => format!(
            "{} {} {}",
            desk.say(Phrase::Ask),
            desk.glyphs.dot,
            desk.fill(Phrase::ForRegister, &[desk.register(register)])
        ),
        None => desk.say(Phrase::Ask).to_owned(),
    };
    let inner = Pane::new(&title).draw(frame, area, &desk.theme, &desk.glyphs);
    // What was wanted last stands at the end and is seen first.
    let top = rows.len().saturating_sub(usize::from(inner.height));
    draw_rows(frame, inner, rows, top, desk.more(), desk.theme.muted);
}

/// `area` cut in two: the lower part holds `rows` in a frame but at most `most` rows, or `fixed` rows where that is not 0.
fn split(area: Rect, rows: usize, most: u16, fixed: u16) -> [Rect; 2] {
    let wanted = u16::try_from(rows + 2).unwrap_or(u16::MAX);
    let lower = if fixed > 0 {
        fixed
    } else {
        wanted.min(most.max(3))
    };
    area.layout(&Layout::vertical([
        Constraint::Min(0),
        Constraint::Length(lower.min(area.height)),
    ]))
}

fn points(step: &Step, drill: &Drill, is_chinese: bool) -> String {
    let register = drill.turn().register;
    let asked = step
        .rubric
        .iter()
        .filter(|point| point.applies_to(register));
    let lines = asked.map(|point| format!("- {}", point.point.in_language(is_chinese)));
    lines.collect::<Vec<_>>().join("\n")
}

/// The model that is studied; one that is typed from memory has gaps for what is known.
fn model(step: &Step, drill: &Drill) -> Option<String> {
    if drill.mode() == Some(SayDrill::Shadow) {
        return drill.shadow_model();
    }
    let register = drill.turn().register;
    let models = plain_models(step, register);
    models.into_iter().next()
}
