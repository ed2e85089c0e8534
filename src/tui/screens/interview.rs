//! A mock interview from its plan to its verdict: what its keys mean, and what is kept of it.

use std::time::Duration;

use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};

use super::{
    answer_field::{interview_field, interview_tables, is_aid},
    answering::Answering,
    interview_face,
    listening::Listening,
    probe_answer::ProbeAnswer,
    screen::Screen,
    verdict,
};
use crate::{
    domain::{Moment, Task},
    progress::{Draft, DraftKey, Record},
    report::Report,
    session::{Asked, Interview, InterviewInput, Outcome},
    tui::{
        action::{Action, Edit},
        desk::Desk,
        keymap::Table,
        message::{Effect, Write},
        phrases::Phrase,
        route::{Reply, Route},
    },
};

/// Between two times at which the clock is kept though nothing was typed.
const KEEPS_CLOCK: Duration = Duration::from_secs(1);

/// A mock interview on the screen.
pub struct InterviewScreen {
    interview: Interview,
    field: Box<dyn Answering>,
    /// What the interviewer says before the question.
    says: Phrase,
    /// The text the disk has seen last, and the steady time at which it did.
    handed_over: (String, Duration),
    report: Option<Report>,
    /// What of the ticks and notes the log has.
    noted: String,
    /// Whether the end was asked for once.
    is_ending: bool,
    /// How far the report is scrolled.
    top: usize,
}

impl InterviewScreen {
    /// An interview at its plan.
    pub fn new(interview: Interview) -> Self {
        Self {
            field: field_for(&interview, None),
            says: Phrase::MockHello,
            handed_over: (String::new(), Duration::ZERO),
            report: None,
            noted: String::new(),
            is_ending: false,
            top: 0,
            interview,
        }
    }

    /// An interview where it was cut off, with the text in hand.
    pub fn resumed(interview: Interview, drafts: &[Draft]) -> Self {
        let key = interview.draft_key();
        let in_hand = drafts.iter().find(|draft| draft.key() == key);
        let text = in_hand.map(|draft| (draft.text.as_str(), draft.caret));
        let field = field_for(&interview, text);
        let mut screen = Self {
            handed_over: (field.text().0, Duration::ZERO),
            noted: field.text().0,
            field,
            says: Phrase::MockWelcomeBack,
            ..Self::new(interview)
        };
        if *screen.interview.asked() == Asked::Finished {
            screen.says = Phrase::MockHello;
        }
        screen
    }

    /// Whether the answer is one sentence, which Enter hands in.
    fn is_one_line(&self) -> bool {
        let is_sentence = matches!(self.interview.drill().step().task, Task::Say(_));
        is_sentence && *self.interview.asked() == Asked::Question
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
        if has_moved {
            effects.extend(aside.take().map(|draft| Effect::Keep(Write::Draft(draft))));
            // The next question is known to the disk before the last one ends: at no moment is there an interview without a draft,
            // by which it is found again.
            effects.extend(self.show(&was, is_aside, desk));
        }
        if !records.is_empty() || finished.is_some() {
            effects.push(Effect::Keep(Write::Records { records, finished }));
        }
        if *self.interview.asked() == Asked::Finished && has_moved {
            effects.extend(self.drafts_over());
            effects.push(Effect::LoadOverview);
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
            return vec![];
        }
        let back = self.interview.came_back_with().map(str::to_owned);
        self.says = self.transition(was, is_aside, back.is_some());
        let text = back.as_deref();
        let text = text.map(|text| (text, text.chars().count()));
        self.field = field_for(&self.interview, text);
        self.noted = self.field.text().0;
        // From now on the time of this question is known even if nothing is ever typed.
        let draft = self.draft(desk.now);
        self.handed_over = (draft.text.clone(), desk.now.steady);
        vec![Effect::Keep(Write::Draft(draft))]
    }

    /// What a person would say between what was asked and what is asked now.
    fn transition(&self, was: &(usize, Asked), is_aside: bool, is_back: bool) -> Phrase {
        let interview = &self.interview;
        let last = interview.attempts().last();
        let is_last = interview.exercise() + 1 == interview.plan().exercises.len();
        match interview.asked() {
            _ if was.1 == Asked::Plan => Phrase::MockHello,
            _ if is_back => Phrase::MockBack,
            _ if is_aside => Phrase::MockAside,
            _ if last.is_some_and(|last| last.timed_out) => Phrase::MockTimeUp,
            Asked::Probe(_) if matches!(was.1, Asked::Probe(_)) => Phrase::MockFollowAgain,
            Asked::Probe(_) => Phrase::MockFollow,
            _ if interview.drill().step().condition.is_some() => Phrase::MockDeeper,
            _ if interview.exercise() != was.0 && is_last => Phrase::MockNextLast,
            _ if interview.exercise() != was.0 => Phrase::MockNextToo,
            _ => Phrase::MockNext,
        }
    }

    /// No draft of the plan is in hand any more.
    fn drafts_over(&self) -> Vec<Effect> {
        let over = |key| {
            Effect::Keep(Write::Records {
                records: vec![],
                finished: Some(key),
            })
        };
        self.interview.drafts_left().into_iter().map(over).collect()
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
        let was_ending = std::mem::take(&mut self.is_ending);
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
            Action::EndInterview if !was_ending => {
                self.is_ending = true;
                let key = desk.keymap.key_of(self.tables(), action);
                let key = key.map(|key| key.to_string()).unwrap_or_default();
                Reply::notice(&desk.fill(Phrase::MockEndsAgain, &[&key]))
            }
            Action::EndInterview => Reply::effects(self.apply(InterviewInput::Finish(text), desk)),
            Action::Spoken => {
                let mut effects = self.apply(InterviewInput::Spoken, desk);
                self.field.act(action, desk);
                effects.push(Effect::Keep(Write::Draft(self.draft(desk.now))));
                self.handed_over = (self.field.text().0, desk.now.steady);
                Reply::effects(effects)
            }
            Action::Submit => Reply::effects(self.apply(InterviewInput::Submit(text), desk)),
            Action::SetAside if !self.interview.may_set_aside() => {
                Reply::notice(desk.say(Phrase::MockOnce))
            }
            Action::SetAside => Reply::effects(self.apply(InterviewInput::SetAside(text), desk)),
            Action::Edit(Edit::NewLine) if self.is_one_line() => {
                Reply::effects(self.apply(InterviewInput::Submit(text), desk))
            }
            action if is_aid(action) => Reply::stay(),
            action => {
                self.field.act(action, desk);
                Reply::effects(self.heard(desk))
            }
        }
    }

    /// What a listener ticked and noted goes into the log at once, and into the draft by which it is found again.
    fn heard(&mut self, desk: &Desk) -> Vec<Effect> {
        let now = self.field.text().0;
        if !self.interview.plan().request.manner.is_ticked() || now == self.noted {
            return vec![];
        }
        let is_noting = self.field.tables().first() == Some(&Table::Notes);
        if is_noting {
            return vec![];
        }
        let before = std::mem::replace(&mut self.noted, now.clone());
        let mut effects = self.apply(InterviewInput::Heard { before, now }, desk);
        effects.push(Effect::Keep(Write::Draft(self.draft(desk.now))));
        self.handed_over = (self.field.text().0, desk.now.steady);
        effects
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
            action => {
                self.top = verdict::scrolled(self.top, action, report);
                Reply::stay()
            }
        }
    }
}

/// The field for what is asked; one point of a review or a sheet is answered in prose.
fn field_for(interview: &Interview, text: Option<(&str, usize)>) -> Box<dyn Answering> {
    match interview.asked() {
        _ if interview.plan().request.manner.is_ticked() => {
            Box::new(Listening::new(interview, text))
        }
        Asked::Probe(_) => Box::new(ProbeAnswer::new(text.unwrap_or_default())),
        _ => interview_field(interview.drill(), text),
    }
}

impl Screen for InterviewScreen {
    fn tables(&self) -> &'static [Table] {
        match self.interview.asked() {
            Asked::Plan => &[Table::Mock, Table::Lists, Table::Everywhere],
            Asked::Finished => &[Table::Verdict, Table::Lists, Table::Everywhere],
            Asked::Question | Asked::Probe(_) => interview_tables(self.field.tables()),
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
            (Asked::Plan, Action::Interviews) => Reply::effects(vec![Effect::LoadInterviews]),
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
        if self.interview.has_spoken() {
            self.field.act(Action::Spoken, desk);
        }
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
        let runs = self.is_asking() && !self.interview.is_paused() && !self.interview.has_spoken();
        runs.then(|| desk.now.steady + Duration::from_secs(1))
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        match (self.interview.asked(), &self.report) {
            (Asked::Plan, _) => interview_face::draw_plan(frame, area, self.interview.plan(), desk),
            (Asked::Finished, Some(report)) => verdict::draw(frame, area, (report, self.top), desk),
            _ => interview_face::draw_question(
                frame,
                area,
                (&self.interview, &*self.field, self.says),
                desk,
            ),
        }
    }
}
