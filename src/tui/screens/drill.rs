//! A drill from brief to the end: which face of it is in front, and what its keys mean for the session.

use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};

use super::{
    answer_field::answer_field,
    answering::Answering,
    debrief::Debrief,
    finish::draw_finish,
    judging::Judging,
    say_again::{SayAgain, graded_sentence},
    screen::Screen,
};
use crate::{
    domain::{Moment, Text},
    progress::{Draft, DraftKey, Record},
    session::{Drill, Input, Outcome, Stage},
    tui::{
        action::Action,
        desk::Desk,
        keymap::Table,
        message::{Effect, Write},
        phrases::Phrase,
        route::{Reply, Route},
    },
};

/// What is in front.
pub(super) enum Face {
    Writing(Box<dyn Answering>),
    Judging(Box<Judging>),
    Debrief(Box<Debrief>),
    SayAgain(Box<SayAgain>),
    Finish,
}

/// A drill on the screen.
pub struct DrillScreen {
    pub(super) drill: Drill,
    pub(super) face: Face,
    /// What comes after it in the sitting.
    next: Option<Text>,
    /// The text the disk has seen last.
    handed_over: String,
}

impl DrillScreen {
    /// A drill at its first question.
    pub fn new(drill: Drill) -> Self {
        let writing = answer_field(&drill, None);
        Self::with(drill, writing)
    }

    /// A drill where it was left.
    pub fn resumed(drill: Drill, draft: &Draft) -> Self {
        let text = Some((draft.text.as_str(), draft.caret));
        let writing = answer_field(&drill, text);
        let mut screen = Self::with(drill, writing);
        if *screen.drill.stage() != Stage::Asking {
            screen.show();
            screen.handed_over.clone_from(&draft.text);
            if let Face::SayAgain(field) = &mut screen.face {
                field.paste(&draft.text);
            }
        }
        screen
    }

    /// The same in a sitting in which the scenario with the title `next` follows.
    #[must_use]
    pub fn before(mut self, next: Option<Text>) -> Self {
        self.next = next;
        self
    }

    fn with(drill: Drill, writing: Box<dyn Answering>) -> Self {
        Self {
            next: None,
            handed_over: writing.text().0,
            face: Face::Writing(writing),
            drill,
        }
    }

    /// Hands `input` to the session, turns its outcomes into effects, and shows the face that follows.
    pub(super) fn apply(
        &mut self,
        input: Input,
        finished: Option<DraftKey>,
        now: Moment,
    ) -> Vec<Effect> {
        let outcomes = self.drill.apply(input, now);
        let mut records: Vec<Record> = vec![];
        let mut has_moved = false;
        for outcome in outcomes {
            match outcome {
                Outcome::Record(record) => records.push(*record),
                Outcome::Moved => has_moved = true,
            }
        }
        if has_moved {
            self.show();
        }
        let mut effects = vec![];
        if !records.is_empty() || finished.is_some() {
            effects.push(Effect::Keep(Write::Records { records, finished }));
        }
        if has_moved && matches!(self.face, Face::Finish) {
            // The end says when the steps come back.
            effects.push(Effect::LoadOverview);
        }
        effects
    }

    /// The face of the stage the session is in.
    fn show(&mut self) {
        self.face = match self.drill.stage() {
            Stage::Asking => {
                let writing = answer_field(&self.drill, None);
                self.handed_over = writing.text().0;
                Face::Writing(writing)
            }
            Stage::Debrief(index) => match self.drill.attempt(*index) {
                Some(attempt) => {
                    let step = self.drill.step_of(attempt).cloned();
                    let debrief = Debrief::new(attempt.clone(), step);
                    let rating = self.drill.rating_of(attempt);
                    Face::Debrief(Box::new(debrief.rated(rating).practised_in(&self.drill)))
                }
                None => Face::Finish,
            },
            Stage::Judging(index) => match self.drill.attempt(*index) {
                Some(attempt) => {
                    let step = self.drill.step_of(attempt).cloned();
                    Face::Judging(Box::new(Judging::new(attempt.clone(), step)))
                }
                None => Face::Finish,
            },
            Stage::SayAgain { attempt, criterion } | Stage::Missed { attempt, criterion } => {
                self.handed_over = String::new();
                let attempt = self.drill.attempt(*attempt);
                let point = attempt.and_then(|attempt| self.drill.point(attempt, criterion));
                let point = point.cloned();
                Face::SayAgain(Box::new(match self.drill.stage() {
                    Stage::Missed { .. } => SayAgain::asking(point),
                    _ => SayAgain::new(point),
                }))
            }
            Stage::Commit(_) => {
                self.handed_over = String::new();
                Face::SayAgain(Box::new(SayAgain::committing()))
            }
            Stage::Finished => Face::Finish,
        };
    }

    /// The draft that the text in front belongs to.
    pub(super) fn key(&self) -> DraftKey {
        DraftKey {
            run: self.drill.run().to_owned(),
            step: self.drill.step().id.to_string(),
            field: Some(self.drill.field()),
        }
    }

    pub(super) fn submit(&mut self, is_judged: bool, desk: &Desk) -> Reply {
        let key = self.key();
        match &mut self.face {
            Face::Writing(writing) if writing.is_blank() => {
                Reply::notice(desk.say(Phrase::NothingToSubmit))
            }
            Face::Writing(writing) => {
                let (text, _) = writing.text();
                let input = if is_judged {
                    Input::SubmitToJudge(text)
                } else {
                    Input::Submit(text)
                };
                Reply::effects(self.apply(input, Some(key), desk.now))
            }
            Face::SayAgain(field) if field.is_blank() => {
                Reply::effects(self.apply(Input::Continue, Some(key), desk.now))
            }
            Face::SayAgain(field) => {
                let (text, _) = field.text();
                let effects = self.apply(Input::Submit(text), Some(key), desk.now);
                let graded = effects.iter().find_map(graded_sentence).cloned();
                if let (Face::SayAgain(field), Some(attempt)) = (&mut self.face, graded) {
                    field.graded(attempt);
                }
                self.handed_over = String::new();
                Reply::effects(effects)
            }
            _ => Reply::stay(),
        }
    }
}

impl Screen for DrillScreen {
    fn tables(&self) -> &'static [Table] {
        match &self.face {
            Face::Writing(writing) => writing.tables(),
            Face::Judging(_) => &[Table::Judging, Table::Lists, Table::Everywhere],
            Face::Debrief(_) => &[Table::Debrief, Table::Lists, Table::Everywhere],
            Face::SayAgain(_) => &[Table::SayAgain, Table::Editing, Table::Typing],
            Face::Finish => &[Table::Finish, Table::Lists, Table::Everywhere],
        }
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let header = &self.drill.scenario().header;
        let title = header.title.in_language(desk.language.is_chinese());
        let left = format!("{title} {} {}", desk.glyphs.dot, desk.kind(header.kind));
        let (turn, turns) = self.drill.progress();
        let count = desk.fill(Phrase::TurnOf, &[&turn.to_string(), &turns.to_string()]);
        let right = match &self.face {
            Face::Writing(_) => format!("{}  {count}", self.drill.step().id),
            Face::Debrief(debrief) => format!(
                "{} {}  {count}",
                debrief.attempt().step,
                desk.say(Phrase::Debrief)
            ),
            Face::Judging(_) => format!("{}  {count}", desk.say(Phrase::JudgingTitle)),
            Face::SayAgain(_) => match self.drill.stage() {
                Stage::Missed { .. } => {
                    let left = self.drill.missed_points().to_string();
                    desk.fill(Phrase::MissesLeft, &[&left])
                }
                _ => count,
            },
            Face::Finish => String::new(),
        };
        (left, right)
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        let _ = self.drill.apply(Input::Touch, desk.now);
        if let Some(reply) = self.act_on_sentence(action, desk) {
            return reply;
        }
        match &mut self.face {
            Face::Writing(_) => self.act_in_writing(action, desk),
            Face::Judging(_) => self.act_in_judging(action, desk),
            Face::Debrief(_) => self.act_in_debrief(action, desk),
            Face::Finish => self.act_at_end(action, desk),
            Face::SayAgain(field) => match action {
                Action::Edit(edit) => {
                    field.edit(edit);
                    Reply::stay()
                }
                Action::Submit => self.submit(false, desk),
                Action::Next => {
                    let key = self.key();
                    Reply::effects(self.apply(Input::Continue, Some(key), desk.now))
                }
                Action::Back => Reply::go(Route::Back),
                _ => Reply::stay(),
            },
        }
    }

    fn type_key(&mut self, key: KeyEvent, desk: &Desk) -> Reply {
        let was_reading = self.is_reading();
        let _ = self.drill.apply(Input::Touch, desk.now);
        match &mut self.face {
            Face::Writing(writing) => writing.type_key(key, desk),
            Face::SayAgain(field) => field.type_key(key),
            Face::Judging(_) | Face::Debrief(_) | Face::Finish => {}
        }
        self.typed(was_reading, desk);
        Reply::stay()
    }

    fn paste(&mut self, text: &str, desk: &Desk) -> Reply {
        let was_reading = self.is_reading();
        let _ = self.drill.apply(Input::Touch, desk.now);
        match &mut self.face {
            Face::Writing(writing) => writing.paste(text),
            Face::SayAgain(field) => field.paste(text),
            Face::Judging(_) | Face::Debrief(_) | Face::Finish => {}
        }
        self.typed(was_reading, desk);
        Reply::stay()
    }

    fn insert(&mut self, text: &str, desk: &Desk) -> Reply {
        let _ = self.paste(text, desk);
        Reply::effects(self.apply(Input::Template, None, desk.now))
    }

    fn tick(&mut self, desk: &Desk) -> Reply {
        if let Face::Writing(writing) = &mut self.face {
            writing.tick(desk);
        }
        Reply::stay()
    }

    fn edited(&mut self, text: String, _desk: &Desk) {
        if let Face::Writing(writing) = &mut self.face {
            writing.replace_edited(&text);
        }
    }

    fn unsaved(&self, now: Moment) -> Option<Draft> {
        let (text, caret) = match &self.face {
            Face::Writing(writing) => writing.text(),
            Face::SayAgain(field) => field.text(),
            Face::Judging(_) | Face::Debrief(_) | Face::Finish => return None,
        };
        if text == self.handed_over {
            return None;
        }
        let key = self.key();
        Some(Draft {
            run: key.run,
            scenario: self.drill.scenario().header.id.clone(),
            step: key.step,
            field: key.field.unwrap_or_default(),
            text,
            caret,
            active_ms: u64::try_from(self.drill.active(now).as_millis()).unwrap_or(u64::MAX),
            saved_at: now.wall_ms,
        })
    }

    fn handed_over(&mut self) {
        self.handed_over = match &self.face {
            Face::Writing(writing) => writing.text().0,
            Face::SayAgain(field) => field.text().0,
            Face::Judging(_) | Face::Debrief(_) | Face::Finish => String::new(),
        };
    }

    fn step_in_front(&self) -> Option<(String, String)> {
        let text = match &self.face {
            Face::Writing(writing) => writing.text().0,
            Face::Debrief(debrief) => debrief.attempt().answer.clone(),
            Face::Judging(_) | Face::SayAgain(_) | Face::Finish => String::new(),
        };
        Some((self.drill.step().id.to_string(), text))
    }

    fn has_text_in_hand(&self) -> bool {
        match &self.face {
            Face::Writing(writing) => !writing.is_blank(),
            Face::SayAgain(field) => !field.is_blank(),
            Face::Judging(_) | Face::Debrief(_) | Face::Finish => false,
        }
    }

    fn wakes_at(&self, desk: &Desk) -> Option<std::time::Duration> {
        let Face::Writing(writing) = &self.face else {
            return None;
        };
        // The clock beside the answer shows whole seconds; it is all that ever moves by itself.
        let second = desk.now.steady + std::time::Duration::from_secs(1);
        let ticks = self.drill.step().limits.seconds.filter(|_| !desk.is_still);
        let ticks = ticks.map(|_| second);
        [ticks, writing.wakes_at(desk)].into_iter().flatten().min()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        match &self.face {
            Face::Writing(writing) => writing.view(frame, area, &self.drill, desk),
            Face::Judging(judging) => judging.view(frame, area, desk),
            Face::Debrief(debrief) => debrief.view(frame, area, desk),
            Face::SayAgain(field) => field.view(frame, area, desk),
            Face::Finish => draw_finish(frame, area, &self.drill, self.next.as_ref(), desk),
        }
    }
}
