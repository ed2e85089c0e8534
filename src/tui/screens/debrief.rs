//! What an answer came to: the learner's own words, the points, a model.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{marks::marks, shadow_debrief::draw_shadow};
use crate::{
    domain::{Model, Register, Step},
    progress::{Attempt, MADE, Part, Rating},
    scoring::nearest_model,
    session::OwnJudgement,
    tui::{
        action::Action,
        comparison::comparison,
        dates,
        desk::Desk,
        incident_rows::incident_runs,
        keymap::Table,
        marked::{marked, number},
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        points::{point_rows, trimmed},
        review_beside::review_beside,
        what_if::WhatIf,
        wrap::{Run, shorten, wrap},
    },
};

/// What stands beside the points.
#[derive(Clone, Debug)]
pub(super) enum Beside {
    Answer,
    Model(usize),
    Diff,
    WhatIf(Box<WhatIf>),
    Given,
}

/// A debrief: one attempt and where the reader is in it.
#[derive(Clone, Debug)]
pub struct Debrief {
    pub(super) attempt: Attempt,
    step: Option<Step>,
    selected: usize,
    pub(super) beside: Beside,
    /// In a narrow window: whether the answer is in front and not the points.
    shows_left: bool,
    /// What the schedule makes of it; `None` where it does not hear of it.
    rating: Option<Rating>,
    /// How many points the learner judged rightly, of how many.
    judged: Option<(usize, usize)>,
    /// Rows scrolled by hand, past where the selected point would put the answer.
    scrolled: usize,
    /// The text that the answer mends or turns for others.
    pub(super) given: Option<String>,
    /// Of a model typed from memory: how many words of how many are gaps the next time.
    pub(super) gaps: Option<(usize, usize)>,
}

impl Debrief {
    /// The debrief of `attempt` at `step`, if the library still has it.
    pub fn new(attempt: Attempt, step: Option<Step>) -> Self {
        let open = |index: &usize| attempt.card.criteria[*index].credit < 1.0;
        let selected = (0..attempt.card.criteria.len()).find(open).unwrap_or(0);
        Self {
            attempt,
            step,
            selected,
            beside: Beside::Answer,
            shows_left: true,
            rating: None,
            judged: None,
            scrolled: 0,
            given: None,
            gaps: None,
        }
    }

    /// The same with what the schedule makes of the attempt.
    #[must_use]
    pub const fn rated(mut self, rating: Option<Rating>) -> Self {
        self.rating = rating;
        self
    }

    /// The same with the learner's own `judgement` held against the scorecard.
    #[must_use]
    pub fn judged(mut self, judgement: &OwnJudgement) -> Self {
        let findings = &self.attempt.card.criteria;
        let is_right = |(point, claimed): &&(String, bool)| {
            let finding = findings.iter().find(|finding| finding.id == *point);
            finding.is_some_and(|finding| (finding.credit >= MADE) == *claimed)
        };
        let right = judgement.claims.iter().filter(is_right).count();
        let judged = judgement.claims.len();
        self.judged = (judged > 0).then_some((right, judged));
        self
    }

    /// Takes the learner's rating; whether the schedule hears of it.
    pub const fn rate(&mut self, rating: Rating) -> bool {
        let is_heard = self.rating.is_some();
        if is_heard {
            self.rating = Some(rating);
        }
        is_heard
    }

    /// The attempt.
    pub const fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    /// The step, if the library still has it.
    pub const fn step(&self) -> Option<&Step> {
        self.step.as_ref()
    }

    /// The point that is selected, if it did not fully count.
    pub fn open_point(&self) -> Option<&str> {
        let finding = self.attempt.card.criteria.get(self.selected)?;
        (finding.credit < 1.0).then_some(finding.id.as_str())
    }

    /// Moves in the debrief or turns its left side.
    pub fn act(&mut self, action: Action) {
        if let Beside::WhatIf(what_if) = &mut self.beside
            && what_if.act(action)
        {
            return;
        }
        let last = self.attempt.card.criteria.len().saturating_sub(1);
        match action {
            Action::WhatIf => {
                let sheet = self.step.as_ref().and_then(Step::sheet);
                self.beside = match (&self.beside, sheet.and_then(WhatIf::new)) {
                    (Beside::WhatIf(_), _) | (_, None) => Beside::Answer,
                    (_, Some(what_if)) => Beside::WhatIf(Box::new(what_if)),
                };
                (self.shows_left, self.scrolled) = (true, 0);
            }
            Action::Up if self.scrolled > 0 && self.selected == last => self.scrolled -= 1,
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down if self.selected == last => self.scrolled += 1,
            Action::Down => self.selected += 1,
            Action::First => (self.selected, self.scrolled) = (0, 0),
            Action::Last => self.selected = last,
            Action::PageUp => self.scrolled = self.scrolled.saturating_sub(5),
            Action::PageDown => self.scrolled += 5,
            Action::Pane => self.shows_left = !self.shows_left,
            Action::Model => {
                let count = self.step.as_ref().map_or(0, |step| step.models.len());
                self.beside = match std::mem::replace(&mut self.beside, Beside::Answer) {
                    Beside::Model(index) if index + 1 < count => Beside::Model(index + 1),
                    Beside::Model(_) => Beside::Answer,
                    _ if count > 0 => Beside::Model(0),
                    beside => beside,
                };
                (self.shows_left, self.scrolled) = (true, 0);
            }
            Action::Diff => {
                self.beside = match std::mem::replace(&mut self.beside, Beside::Answer) {
                    Beside::Diff if self.given.is_some() => Beside::Given,
                    Beside::Diff | Beside::Given => Beside::Answer,
                    _ if self.step.is_some() => Beside::Diff,
                    beside => beside,
                };
                (self.shows_left, self.scrolled) = (true, 0);
            }
            _ => {}
        }
        self.scrolled = self.scrolled.min(500);
    }

    /// The models of the step, those for the register of the answer first.
    fn models(&self) -> Vec<(&Model, Option<Register>)> {
        let Some(step) = &self.step else {
            return vec![];
        };
        let register = self.attempt.register.as_deref();
        let mut models: Vec<_> = step
            .models
            .iter()
            .map(|model| (model, step.register_of(model)))
            .collect();
        models.sort_by_key(|(_, own)| own.map(Register::name) != register);
        models
    }

    /// Draws the left side and the points.
    pub fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        if self.attempt.part == Part::Shadow {
            let step = self.step.as_ref();
            draw_shadow(frame, area, &self.attempt, step, self.gaps, desk);
            return;
        }
        let [body, marks] = area.layout(&Layout::vertical([
            Constraint::Min(0),
            Constraint::Length(1),
        ]));
        let is_single = body.width < 76 && body.height < 18;
        let line = self.marks(usize::from(marks.width), is_single, desk);
        frame.render_widget(line, marks);
        if body.width >= 76 {
            let columns = Layout::horizontal([Constraint::Fill(5), Constraint::Fill(6)]);
            let [left, right] = body.layout(&columns);
            self.draw_left(frame, left, desk);
            self.draw_points(frame, right, desk);
        } else if !is_single {
            let [upper, lower] = body.layout(&Layout::vertical([
                Constraint::Fill(2),
                Constraint::Fill(3),
            ]));
            self.draw_left(frame, upper, desk);
            self.draw_points(frame, lower, desk);
        } else if self.shows_left {
            self.draw_left(frame, body, desk);
        } else {
            self.draw_points(frame, body, desk);
        }
    }

    fn draw_left(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let models = self.models();
        let (title, right) = match &self.beside {
            Beside::Answer => (desk.say(Phrase::YourAnswer), String::new()),
            Beside::Model(index) => {
                let register = models.get(*index).and_then(|(_, register)| *register);
                let register = register.map_or("", |register| desk.register(register));
                (desk.say(Phrase::ModelAnswer), register.to_owned())
            }
            Beside::Diff => (desk.say(Phrase::NearestModel), String::new()),
            Beside::WhatIf(_) => (
                desk.say(Phrase::WhatIfTitle),
                desk.say(Phrase::WhatIfHelp).to_owned(),
            ),
            Beside::Given => (desk.say(Phrase::AgainstGiven), String::new()),
        };
        let title = shorten(title, usize::from(area.width).saturating_sub(6));
        let room = usize::from(area.width).saturating_sub(title.width() + 8);
        let right = if right.width() > room {
            String::new()
        } else {
            right
        };
        let inner = Pane::new(&title)
            .right(Line::styled(right, desk.theme.muted))
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let width = usize::from(inner.width);
        let on_diff = match (&self.beside, &self.step) {
            (Beside::Diff, Some(step)) => review_beside(&self.attempt.answer, step, width, desk),
            _ => None,
        };
        let rows = match &self.beside {
            Beside::WhatIf(what_if) => what_if.rows(width, usize::from(inner.height), desk),
            _ => on_diff.unwrap_or_else(|| wrap(&self.left_runs(&models, desk), width, 0)),
        };
        let anchor = match &self.beside {
            Beside::Answer => self.row_of_selected(&rows),
            _ => 0,
        };
        let top = top_for(anchor, rows.len(), usize::from(inner.height)) + self.scrolled;
        draw_rows(frame, inner, &rows, top, desk.more(), desk.theme.muted);
    }

    fn left_runs(&self, models: &[(&Model, Option<Register>)], desk: &Desk) -> Vec<Run> {
        let answer = self.attempt.answer.as_str();
        match &self.beside {
            Beside::WhatIf(_) => Vec::new(),
            Beside::Model(index) => {
                let text = models
                    .get(*index)
                    .map_or("", |(model, _)| model.text.trim());
                vec![(text.to_owned(), desk.theme.text)]
            }
            Beside::Diff => {
                let nearest = self.nearest().unwrap_or_default();
                let mut runs = comparison(answer, &nearest, &desk.theme);
                let legend = desk.say(Phrase::DiffLegend);
                let (yours, model) = legend.split_once(" / ").unwrap_or((legend, ""));
                runs.push(("\n\n".to_owned(), desk.theme.text));
                runs.push((format!("[-{yours}-]"), desk.theme.removed));
                runs.push((" ".to_owned(), desk.theme.text));
                runs.push((format!("{{+{model}+}}"), desk.theme.added));
                runs
            }
            Beside::Given => {
                let given = self.given.as_deref().unwrap_or_default();
                comparison(given, answer, &desk.theme)
            }
            Beside::Answer if answer.trim().is_empty() => {
                vec![(desk.say(Phrase::EmptyAnswer).to_owned(), desk.theme.muted)]
            }
            Beside::Answer => {
                let card = &self.attempt.card;
                let mut runs = marked(answer, &card.criteria, &card.red_flags, &desk.theme);
                let step = self.step.as_ref();
                runs.extend(incident_runs(card.incident.as_ref(), step, desk));
                runs
            }
        }
    }

    /// The model nearest to the answer, as one text.
    fn nearest(&self) -> Option<String> {
        let step = self.step.as_ref()?;
        let register = self.attempt.register.as_deref().and_then(Register::parse);
        nearest_model(step, register, &self.attempt.answer)
    }

    /// The first row that carries the number of the selected point.
    fn row_of_selected(&self, rows: &[Line]) -> usize {
        let label = number(self.selected + 1);
        let carries = |row: &Line| row.to_string().contains(&label);
        rows.iter().position(carries).unwrap_or(0)
    }

    fn draw_points(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let card = &self.attempt.card;
        let earned: f64 = card.criteria.iter().map(|it| it.credit * it.weight).sum();
        let possible: f64 = card.criteria.iter().map(|it| it.weight).sum();
        let score = desk.fill(Phrase::CountOf, &[&trimmed(earned), &trimmed(possible)]);
        let verdict = desk.verdict(card.verdict);
        let right = Line::from(vec![
            Span::styled(format!("{score} {} ", desk.glyphs.dot), desk.theme.muted),
            Span::styled(verdict, desk.theme.focus),
        ]);
        let inner = Pane::new(desk.say(Phrase::Points)).right(right).draw(
            frame,
            area,
            &desk.theme,
            &desk.glyphs,
        );
        let width = usize::from(inner.width);
        let points = point_rows(
            &self.attempt,
            self.step.as_ref(),
            self.selected,
            width,
            desk,
        );
        let anchor = points.starts.get(self.selected).copied().unwrap_or(0);
        let height = usize::from(inner.height);
        let top = top_for(anchor + 1, points.rows.len(), height) + self.scrolled;
        draw_rows(
            frame,
            inner,
            &points.rows,
            top,
            desk.more(),
            desk.theme.muted,
        );
    }

    /// Content, structure, communication and time, apart from each other.
    fn marks(&self, width: usize, is_single: bool, desk: &Desk) -> Line<'static> {
        let card = &self.attempt.card;
        let mut parts = vec![];
        if is_single {
            // One pane hides the other, so the way there and the verdict are told here.
            let other = if self.shows_left {
                Phrase::Points
            } else {
                Phrase::YourAnswer
            };
            let key = desk.keymap.key_of(&[Table::Debrief], Action::Pane);
            let key = key.map(|key| key.to_string()).unwrap_or_default();
            parts.push(format!("{key}: {}", desk.say(other)));
            parts.push(desk.verdict(card.verdict).to_owned());
        }
        parts.extend(marks(&self.attempt, self.step.as_ref(), desk));
        let time = dates::clock(std::time::Duration::from_millis(self.attempt.active_ms));
        let mut time = format!("{} {time}", desk.say(Phrase::TimeMark));
        if self.attempt.timed_out {
            time = format!("{time}, {}", desk.say(Phrase::OverTime));
        }
        parts.push(time);
        if let Some((right, judged)) = self.judged {
            let numbers = [right.to_string(), judged.to_string()];
            parts.push(desk.fill(Phrase::JudgedRightly, &[&numbers[0], &numbers[1]]));
        }
        if let Some(rating) = self.rating {
            parts.push(desk.fill(Phrase::ScheduleHears, &[desk.rating(rating)]));
        }
        if card.confidence < 0.5 {
            parts.push(desk.say(Phrase::Unsure).to_owned());
        }
        let text = parts.join(&format!("  {}  ", desk.glyphs.dot));
        Line::styled(
            format!("  {}", shorten(&text, width.saturating_sub(3))),
            desk.theme.text,
        )
    }
}
