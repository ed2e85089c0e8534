//! A drill from brief to the end: which face of it is in front, and what its keys mean for the session.

use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};

use super::{
    answer_field::answer_field, answering::Answering, debrief::Debrief, finish::draw_finish,
    say_again::SayAgain, screen::Screen,
};
use crate::{
    domain::Moment,
    progress::{Attempt, Draft, DraftKey, Part, Record},
    session::{Drill, Input, Outcome, Stage},
    tui::{
        action::Action,
        desk::Desk,
        export,
        keymap::Table,
        message::{Effect, Write},
        phrases::Phrase,
        route::{Reply, Route},
    },
};

/// What is in front.
enum Face {
    Writing(Box<dyn Answering>),
    Debrief(Box<Debrief>),
    SayAgain(Box<SayAgain>),
    Finish,
}

/// A drill on the screen.
pub struct DrillScreen {
    drill: Drill,
    face: Face,
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

    fn with(drill: Drill, writing: Box<dyn Answering>) -> Self {
        Self {
            handed_over: writing.text().0,
            face: Face::Writing(writing),
            drill,
        }
    }

    /// Hands `input` to the session, turns its outcomes into effects, and shows the face that follows.
    fn apply(&mut self, input: Input, finished: Option<DraftKey>, now: Moment) -> Vec<Effect> {
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
        if records.is_empty() && finished.is_none() {
            return vec![];
        }
        vec![Effect::Keep(Write::Records { records, finished })]
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
                    Face::Debrief(Box::new(Debrief::new(attempt.clone(), step)))
                }
                None => Face::Finish,
            },
            Stage::SayAgain { attempt, criterion } => {
                self.handed_over = String::new();
                let attempt = self.drill.attempt(*attempt);
                let step = attempt.and_then(|attempt| self.drill.step_of(attempt));
                let point = step.and_then(|step| {
                    step.rubric
                        .iter()
                        .find(|point| point.id.as_str() == criterion)
                });
                Face::SayAgain(Box::new(SayAgain::new(point.cloned())))
            }
            Stage::Finished => Face::Finish,
        };
    }

    /// The draft that the text in front belongs to.
    fn key(&self) -> DraftKey {
        DraftKey {
            run: self.drill.run().to_owned(),
            step: self.drill.step().id.to_string(),
            field: Some(self.drill.field()),
        }
    }

    fn submit(&mut self, desk: &Desk) -> Reply {
        let key = self.key();
        match &mut self.face {
            Face::Writing(writing) if writing.is_blank() => Reply::effects(vec![Effect::Notify(
                desk.say(Phrase::NothingToSubmit).to_owned(),
            )]),
            Face::Writing(writing) => {
                let (text, _) = writing.text();
                Reply::effects(self.apply(Input::Submit(text), Some(key), desk.now))
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

    fn act_in_debrief(&mut self, action: Action, desk: &Desk) -> Reply {
        let Face::Debrief(debrief) = &mut self.face else {
            return Reply::stay();
        };
        match action {
            Action::Next => Reply::effects(self.apply(Input::Continue, None, desk.now)),
            Action::Retry => Reply::effects(self.apply(Input::Retry, None, desk.now)),
            Action::Back => Reply::go(Route::Back),
            Action::Dispute => {
                let point = debrief.open_point().map(str::to_owned);
                let Some(point) = point else {
                    let notice = desk.say(Phrase::NothingToDispute).to_owned();
                    return Reply::effects(vec![Effect::Notify(notice)]);
                };
                let mut effects = self.apply(Input::Dispute(point), None, desk.now);
                effects.push(Effect::Notify(desk.say(Phrase::Disputed).to_owned()));
                Reply::effects(effects)
            }
            Action::Export => {
                let title = self.drill.scenario().header.title.clone();
                Reply::effects(vec![export::debrief(
                    debrief.attempt(),
                    debrief.step(),
                    &title,
                    desk,
                )])
            }
            action => {
                debrief.act(action);
                Reply::stay()
            }
        }
    }

    fn act_in_writing(&mut self, action: Action, desk: &Desk) -> Reply {
        let now = desk.now;
        let is_chinese = desk.language.is_chinese();
        match action {
            Action::Submit => return self.submit(desk),
            Action::Back => return Reply::go(Route::Back),
            Action::Hint if self.drill.hints_left() == 0 => {
                let notice = desk.say(Phrase::NoMoreHints).to_owned();
                return Reply::effects(vec![Effect::Notify(notice)]);
            }
            Action::Hint => return Reply::effects(self.apply(Input::Hint, None, now)),
            Action::Template => {
                let Some(template) = self.drill.step().template.clone() else {
                    let notice = desk.say(Phrase::NoTemplate).to_owned();
                    return Reply::effects(vec![Effect::Notify(notice)]);
                };
                if let Face::Writing(writing) = &mut self.face {
                    writing.insert_template(template.in_language(is_chinese));
                }
                return Reply::effects(self.apply(Input::Template, None, now));
            }
            Action::Editor => {
                if let Face::Writing(writing) = &self.face {
                    return Reply::effects(vec![Effect::Edit(writing.text().0)]);
                }
            }
            action => {
                if let Face::Writing(writing) = &mut self.face {
                    writing.act(action, desk);
                }
            }
        }
        Reply::stay()
    }
}

/// The sentence said again among the records to be kept.
fn graded_sentence(effect: &Effect) -> Option<&Attempt> {
    let Effect::Keep(Write::Records { records, .. }) = effect else {
        return None;
    };
    records.iter().find_map(|record| match record {
        Record::Attempt(attempt) if attempt.part == Part::Retype => Some(&**attempt),
        _ => None,
    })
}

impl Screen for DrillScreen {
    fn tables(&self) -> &'static [Table] {
        match &self.face {
            Face::Writing(writing) => writing.tables(),
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
            Face::SayAgain(_) => count,
            Face::Finish => String::new(),
        };
        (left, right)
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        let _ = self.drill.apply(Input::Touch, desk.now);
        match &mut self.face {
            Face::Writing(_) => self.act_in_writing(action, desk),
            Face::Debrief(_) => self.act_in_debrief(action, desk),
            Face::SayAgain(field) => match action {
                Action::Edit(edit) => {
                    field.edit(edit);
                    Reply::stay()
                }
                Action::Submit => self.submit(desk),
                Action::Next => {
                    let key = self.key();
                    Reply::effects(self.apply(Input::Continue, Some(key), desk.now))
                }
                Action::Back => Reply::go(Route::Back),
                _ => Reply::stay(),
            },
            Face::Finish => match action {
                Action::Home => Reply::go(Route::Home),
                Action::Again => Reply::go(Route::Again(self.drill.scenario().header.id.clone())),
                Action::Progress => Reply::go(Route::Progress),
                _ => Reply::stay(),
            },
        }
    }

    fn type_key(&mut self, key: KeyEvent, desk: &Desk) -> Reply {
        let _ = self.drill.apply(Input::Touch, desk.now);
        match &mut self.face {
            Face::Writing(writing) => writing.type_key(key, desk),
            Face::SayAgain(field) => field.type_key(key),
            Face::Debrief(_) | Face::Finish => {}
        }
        Reply::stay()
    }

    fn paste(&mut self, text: &str, desk: &Desk) -> Reply {
        let _ = self.drill.apply(Input::Touch, desk.now);
        match &mut self.face {
            Face::Writing(writing) => writing.paste(text),
            Face::SayAgain(field) => field.paste(text),
            Face::Debrief(_) | Face::Finish => {}
        }
        Reply::stay()
    }

    fn edited(&mut self, text: String, _desk: &Desk) {
        if let Face::Writing(writing) = &mut self.face {
            writing.replace(text.trim_end());
        }
    }

    fn unsaved(&self, now: Moment) -> Option<Draft> {
        let (text, caret) = match &self.face {
            Face::Writing(writing) => writing.text(),
            Face::SayAgain(field) => field.text(),
            Face::Debrief(_) | Face::Finish => return None,
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
            Face::Debrief(_) | Face::Finish => String::new(),
        };
    }

    fn step_in_front(&self) -> Option<(String, String)> {
        let text = match &self.face {
            Face::Writing(writing) => writing.text().0,
            Face::Debrief(debrief) => debrief.attempt().answer.clone(),
            Face::SayAgain(_) | Face::Finish => String::new(),
        };
        Some((self.drill.step().id.to_string(), text))
    }

    fn has_text_in_hand(&self) -> bool {
        match &self.face {
            Face::Writing(writing) => !writing.is_blank(),
            Face::SayAgain(field) => !field.is_blank(),
            Face::Debrief(_) | Face::Finish => false,
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
            Face::Debrief(debrief) => debrief.view(frame, area, desk),
            Face::SayAgain(field) => field.view(frame, area, desk),
            Face::Finish => draw_finish(frame, area, &self.drill, desk),
        }
    }
}
