//! A mock interview from its plan to its verdict: what its keys mean, and what is kept of it.

use std::time::Duration;

use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};

use super::{answering::Answering, interview_face, screen::Screen, verdict, writing::Writing};
use crate::{
    domain::Moment,
    progress::{Draft, DraftKey, Record},
    report::Report,
    session::{Asked, Interview, InterviewInput, Outcome},
    tui::{
        action::Action,
        desk::Desk,
        keymap::Table,
        message::{Effect, Write},
        phrases::Phrase,
        route::{Reply, Route},
    },
};

/// Between two times at which the clock is kept though nothing was typed.
const KEEPS_CLOCK: Duration = Duration::from_secs(5);

/// A mock interview on the screen.
pub struct InterviewScreen {
    interview: Interview,
    field: Writing,
    /// What the interviewer says before the question.
    says: Phrase,
    /// The text the disk has seen last, and the steady time at which it did.
    handed_over: (String, Duration),
    report: Option<Report>,
}

impl InterviewScreen {
    /// An interview at its plan.
    pub fn new(interview: Interview) -> Self {
        Self {
            field: Writing::in_interview(interview.drill(), None),
            says: Phrase::MockHello,
            handed_over: (String::new(), Duration::ZERO),
            report: None,
            interview,
        }
    }

    /// An interview where it was cut off, with the text in hand.
    pub fn resumed(interview: Interview, draft: &Draft) -> Self {
        let is_of = interview.draft_key() == draft.key();
        let text = is_of.then_some((draft.text.as_str(), draft.caret));
        let text = text.or(Some(("", 0)));
        let field = Writing::in_interview(interview.drill(), text);
        Self {
            handed_over: (field.text().0, Duration::ZERO),
            field,
            says: Phrase::MockBack,
            ..Self::new(interview)
        }
    }

    fn is_asking(&self) -> bool {
        matches!(self.interview.asked(), Asked::Question | Asked::Probe(_))
    }

    fn apply(&mut self, input: InterviewInput, desk: &Desk) -> Vec<Effect> {
        let before = self.interview.draft_key();
        let was = (self.interview.exercise(), self.interview.asked().clone());
        let is_aside = matches!(input, InterviewInput::SetAside(_));
        let mut aside = is_aside.then(|| self.draft(desk.now));
        let outcomes = self.interview.apply(input, desk.now);
        let mut records: Vec<Record> = vec![];
        let mut has_moved = false;
        for outcome in outcomes {
            match outcome {
                Outcome::Record(record) => records.push(*record),
                Outcome::Moved => has_moved = true,
            }
        }
        let mut effects = vec![];
        let finished = (has_moved && !is_aside && was.1 != Asked::Plan).then_some(before);
        if !records.is_empty() || finished.is_some() {
            effects.push(Effect::Keep(Write::Records { records, finished }));
        }
        if has_moved {
            effects.extend(aside.take().map(|draft| Effect::Keep(Write::Draft(draft))));
            effects.extend(self.show(&was, is_aside, desk));
        }
        effects
    }

    /// Puts what is asked now in front.
    fn show(&mut self, was: &(usize, Asked), is_aside: bool, desk: &Desk) -> Vec<Effect> {
        if *self.interview.asked() == Asked::Finished {
            self.report = Report::of(
                self.interview.run(),
                self.interview.attempts(),
                self.interview.pauses(),
                |id| desk.library.scenario(id).ok(),
            );
            let mut effects: Vec<Effect> = self
                .interview
                .drafts_left()
                .into_iter()
                .map(|key| {
                    Effect::Keep(Write::Records {
                        records: vec![],
                        finished: Some(key),
                    })
                })
                .collect();
            effects.push(Effect::LoadOverview);
            return effects;
        }
        let back = self.interview.came_back_with().map(str::to_owned);
        self.says = match (&back, self.interview.asked()) {
            _ if was.1 == Asked::Plan => Phrase::MockHello,
            (Some(_), _) => Phrase::MockBack,
            (None, Asked::Probe(_)) => Phrase::MockFollow,
            _ if is_aside => Phrase::MockAside,
            _ => Phrase::MockNext,
        };
        let is_probe = matches!(self.interview.asked(), Asked::Probe(_));
        let text = match back.as_deref() {
            Some(text) => Some((text, text.chars().count())),
            None if is_probe => Some(("", 0)),
            None => None,
        };
        self.field = Writing::in_interview(self.interview.drill(), text);
        // From now on the time of this question is known even if nothing is ever typed.
        let draft = self.draft(desk.now);
        self.handed_over = (draft.text.clone(), desk.now.steady);
        vec![Effect::Keep(Write::Draft(draft))]
    }

    fn draft(&self, now: Moment) -> Draft {
        let DraftKey { run, step, field } = self.interview.draft_key();
        let (text, caret) = self.field.text();
        let used = self.interview.question_used(now);
        Draft {
            run,
            scenario: self.interview.drill().scenario().header.id.clone(),
            step,
            field: field.unwrap_or_default(),
            text,
            caret,
            active_ms: u64::try_from(used.as_millis()).unwrap_or(u64::MAX),
            saved_at: now.wall_ms,
        }
    }

    fn act_at_question(&mut self, action: Action, desk: &Desk) -> Reply {
        let text = self.field.text().0;
        match action {
            Action::Pause => {
                let input = if self.interview.is_paused() {
                    InterviewInput::Resume
                } else {
                    InterviewInput::Pause
                };
                Reply::effects(self.apply(input, desk))
            }
            Action::Back => Reply::go(Route::Back),
            _ if self.interview.is_paused() => Reply::notice(desk.say(Phrase::MockPaused)),
            Action::Submit => Reply::effects(self.apply(InterviewInput::Submit(text), desk)),
            Action::SetAside if !self.interview.may_set_aside() => {
                Reply::notice(desk.say(Phrase::MockOnce))
            }
            Action::SetAside => Reply::effects(self.apply(InterviewInput::SetAside(text), desk)),
            action => {
                self.field.act(action, desk);
                Reply::stay()
            }
        }
    }

    fn act_at_verdict(&mut self, action: Action, desk: &Desk) -> Reply {
        let Some(report) = &self.report else {
            return Reply::go(Route::Home);
        };
        let name = format!("firedrill-mock-{}", report.began.replace([' ', ':'], "-"));
        let export = |end: &str, text: String| {
            let name = format!("{name}.{end}");
            Reply::effects(vec![Effect::Export { name, text }])
        };
        match action {
            Action::Home | Action::Back => Reply::go(Route::Home),
            Action::Export => export("md", report.to_markdown()),
            Action::ExportPage => export("html", report.to_html()),
            Action::QueueMisses => {
                let mut effects = self.apply(InterviewInput::QueueMisses, desk);
                let notice = desk.say(Phrase::MockQueued).to_owned();
                effects.push(Effect::Notify(notice));
                Reply::effects(effects)
            }
            _ => Reply::stay(),
        }
    }
}

impl Screen for InterviewScreen {
    fn tables(&self) -> &'static [Table] {
        match self.interview.asked() {
            Asked::Plan => &[Table::Mock, Table::Lists, Table::Everywhere],
            Asked::Finished => &[Table::Verdict, Table::Lists, Table::Everywhere],
            Asked::Question | Asked::Probe(_) => &[Table::Interview, Table::Editing, Table::Typing],
        }
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let name = desk.say(Phrase::Mock).to_owned();
        if !self.is_asking() {
            return (name, desk.say(Phrase::MockPractice).to_owned());
        }
        let header = &self.interview.drill().scenario().header;
        let title = header.title.in_language(desk.language.is_chinese());
        let place = (self.interview.exercise() + 1).to_string();
        let all = self.interview.plan().exercises.len().to_string();
        let left = format!("{name} {} {title}", desk.glyphs.dot);
        (left, desk.fill(Phrase::TurnOf, &[&place, &all]))
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        match (self.interview.asked(), action) {
            (Asked::Plan, Action::Next) => Reply::effects(self.apply(InterviewInput::Begin, desk)),
            (Asked::Plan, Action::Redraft) => Reply::go(Route::MockAgain),
            (Asked::Plan, Action::Back) => Reply::go(Route::Back),
            (Asked::Plan, _) => Reply::stay(),
            (Asked::Finished, action) => self.act_at_verdict(action, desk),
            (_, action) => self.act_at_question(action, desk),
        }
    }

    fn type_key(&mut self, key: KeyEvent, desk: &Desk) -> Reply {
        if self.is_asking() && !self.interview.is_paused() {
            self.field.type_key(key, desk);
        }
        Reply::stay()
    }

    fn paste(&mut self, text: &str, _desk: &Desk) -> Reply {
        if self.is_asking() && !self.interview.is_paused() {
            self.field.paste(text);
        }
        Reply::stay()
    }

    fn tick(&mut self, desk: &Desk) -> Reply {
        if !self.is_asking() || self.interview.is_paused() {
            return Reply::stay();
        }
        let text = self.field.text().0;
        let mut effects = self.apply(InterviewInput::Tick(text), desk);
        let (_, kept_at) = self.handed_over;
        if effects.is_empty() && desk.now.steady.saturating_sub(kept_at) >= KEEPS_CLOCK {
            let draft = self.draft(desk.now);
            self.handed_over = (draft.text.clone(), desk.now.steady);
            effects.push(Effect::Keep(Write::Draft(draft)));
        }
        Reply::effects(effects)
    }

    fn unsaved(&self, now: Moment) -> Option<Draft> {
        let is_new = self.is_asking() && self.field.text().0 != self.handed_over.0;
        is_new.then(|| self.draft(now))
    }

    fn handed_over(&mut self) {
        self.handed_over.0 = self.field.text().0;
    }

    fn has_text_in_hand(&self) -> bool {
        self.is_asking() && !self.field.is_blank()
    }

    fn wakes_at(&self, desk: &Desk) -> Option<Duration> {
        let runs = self.is_asking() && !self.interview.is_paused();
        runs.then(|| desk.now.steady + Duration::from_secs(1))
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        match (self.interview.asked(), &self.report) {
            (Asked::Plan, _) => interview_face::draw_plan(frame, area, self.interview.plan(), desk),
            (Asked::Finished, Some(report)) => verdict::draw(frame, area, report, desk),
            _ => interview_face::draw_question(
                frame,
                area,
                (&self.interview, &self.field, self.says),
                desk,
            ),
        }
    }
}
