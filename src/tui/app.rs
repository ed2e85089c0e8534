//! The stack of screens and everything they share.

use std::time::Duration;

use ratatui::{Frame, crossterm::event::KeyEvent};

use super::{
    action::Action,
    ahead::Ahead,
    desk::Desk,
    frame,
    keeper::Keeper,
    keymap::Table,
    message::{Effect, Message, Write},
    phrases::Phrase,
    preview::Preview,
    route::{Reply, Route},
    screens::{
        FramesScreen, HelpScreen, Home, LibraryScreen, PaletteScreen, PastScreen, ProblemsScreen,
        ProgressScreen, Screen,
    },
    theme::Theme,
    why_not::{means_nothing, why_nothing_happens},
};
use crate::{
    domain::{SayDrill, ScenarioId},
    session::PlanRequest,
};

/// The application: what is shown, and what a message makes of it.
pub struct App {
    pub(super) desk: Desk,
    home: Home,
    /// Screens opened from home, topmost last.
    pub(super) above: Vec<Box<dyn Screen>>,
    pub(super) seed: u64,
    /// What is wanted of the next mock interview.
    pub(super) wanted: PlanRequest,
    pub(super) keeper: Keeper,
    /// What the last key came to; the next one clears it.
    pub(super) notice: Option<String>,
    /// What holds until the program ends.
    standing_notice: Option<String>,
    is_leaving: bool,
    /// How the sentences of the first drill are practised, where that was asked for.
    pub(super) mode: Option<SayDrill>,
    /// What an author looks at, in a preview.
    pub(super) preview: Option<Preview>,
    /// Where to go once the overview is there.
    pub(super) waiting: Option<Route>,
    /// What follows the drill in front.
    pub(super) sitting: Option<Ahead>,
}

impl App {
    /// An application that shows home; the identities of its records follow from `seed`.
    pub fn new(desk: Desk, seed: u64) -> Self {
        let problems = desk.problems().count().to_string();
        let notice = if desk.problems.is_empty() {
            (problems != "0").then(|| desk.fill(Phrase::SomeProblems, &[&problems]))
        } else {
            Some(desk.fill(Phrase::ConfigurationProblems, &[&problems]))
        };
        Self {
            desk,
            home: Home::default(),
            above: vec![],
            wanted: PlanRequest {
                seed,
                ..PlanRequest::default()
            },
            seed,
            keeper: Keeper::default(),
            notice,
            standing_notice: None,
            is_leaving: false,
            waiting: None,
            mode: None,
            preview: None,
            sitting: None,
        }
    }

    /// Goes into `scenario` as soon as it is known what was left where.
    pub fn open_at_start(&mut self, scenario: ScenarioId) {
        self.waiting = Some(Route::Drill(scenario));
    }

    /// Practises the sentences of the first drill as `mode`.
    pub const fn practise_as(&mut self, mode: SayDrill) {
        self.mode = Some(mode);
    }

    /// Shows `notice` above the footer for as long as the program runs.
    pub fn always_notice(&mut self, notice: String) {
        self.standing_notice = Some(notice);
    }

    /// What is needed before the first picture.
    #[must_use = "an effect that is dropped never happens"]
    pub fn start(&mut self) -> Vec<Effect> {
        vec![Effect::LoadOverview]
    }

    /// How many screens lie over home.
    pub fn depth(&self) -> usize {
        self.above.len()
    }

    /// When something is to be done though nothing happens: the steady time since the start.
    pub fn wake_at(&self) -> Option<Duration> {
        let screen = self.top().wakes_at(&self.desk);
        screen.into_iter().chain(self.keeper.wakes_at()).min()
    }

    /// What is not on the disk yet, for the moment when the program cannot go on.
    pub fn unsaved(&self) -> Vec<Write> {
        let drafts = self
            .screens()
            .filter_map(|screen| screen.unsaved(self.desk.now));
        drafts.map(Write::Draft).collect()
    }

    /// Applies `message` and returns what the world must do about it, in order.
    #[must_use = "an effect that is dropped never happens"]
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key { key, at } => {
                self.desk.now = at;
                self.press(key)
            }
            Message::Paste { text, at } => {
                self.desk.now = at;
                self.is_leaving = false;
                self.notice = None;
                let (screen, desk) = self.top_and_desk();
                let reply = screen.paste(&text, desk);
                self.after_typing(reply)
            }
            Message::Disturbed(at) => {
                self.desk.now = at;
                self.flush()
            }
            Message::Tick(at) => {
                self.desk.now = at;
                let mut effects = self.tick();
                effects.extend(if self.keeper.is_draft_due(at.steady) {
                    self.flush()
                } else {
                    self.keeper.retry(at.steady)
                });
                effects
            }
            Message::Stop(at) => {
                self.desk.now = at;
                let mut effects = self.flush();
                effects.push(Effect::Quit);
                effects
            }
            Message::Resumed(at) => {
                self.desk.now = at;
                vec![Effect::Redraw]
            }
            Message::Kept(_) => {
                if self.keeper.kept() {
                    self.notice = Some(self.desk.say(Phrase::SavedNow).to_owned());
                }
                vec![]
            }
            Message::NotKept { write, reason, at } => {
                self.notice = None;
                self.keeper.not_kept(write, reason, at.steady);
                vec![]
            }
            Message::Overview(overview) => self.look_over(*overview),
            Message::Missed(stops) => self.drill_missed(stops),
            Message::Attempt(attempt) => {
                let step = self.desk.library.scenario(&attempt.scenario).ok();
                self.above.push(Box::new(PastScreen::new(*attempt, step)));
                vec![]
            }
            Message::Interviews(past) => self.look_back(&past),
            Message::Run(left) => self.carry_on(*left),
            Message::Edited { text, at } => {
                self.desk.now = at;
                match text {
                    Some(text) => {
                        let (screen, desk) = self.top_and_desk();
                        screen.edited(text, desk);
                    }
                    None => self.notice = Some(self.desk.say(Phrase::EditorFailed).to_owned()),
                }
                self.flush()
            }
            Message::Library(library) => self.read_again(*library),
            Message::NoVoice => {
                self.notice = Some(self.desk.say(Phrase::NoVoice).to_owned());
                vec![]
            }
            Message::Failed(notice) | Message::Done(notice) => {
                self.notice = Some(notice);
                vec![]
            }
        }
    }

    fn press(&mut self, key: KeyEvent) -> Vec<Effect> {
        self.notice = None;
        let action = self.desk.keymap.resolve(self.top().tables(), key);
        if action != Some(Action::Leave) {
            self.is_leaving = false;
        }
        match action {
            None if means_nothing(self.top().tables(), key) => {
                self.notice = Some(why_nothing_happens(self.top().tables(), key, &self.desk));
                vec![]
            }
            None => {
                let (screen, desk) = self.top_and_desk();
                let reply = screen.type_key(key, desk);
                self.after_typing(reply)
            }
            Some(action @ Action::Edit(_)) => {
                let (screen, desk) = self.top_and_desk();
                let reply = screen.act(action, desk);
                self.after_typing(reply)
            }
            Some(action) => {
                let mut effects = self.flush();
                effects.extend(self.act(action));
                effects
            }
        }
    }

    pub(super) fn after_typing(&mut self, reply: Reply) -> Vec<Effect> {
        let effects = self.follow(reply);
        if self
            .screens()
            .any(|screen| screen.unsaved(self.desk.now).is_some())
        {
            self.keeper.typed(self.desk.now.steady);
        }
        effects
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Leave | Action::Quit => self.leave(action),
            Action::Suspend => vec![Effect::Suspend],
            Action::Redraw => vec![Effect::Redraw],
            Action::Reload => vec![Effect::Reload],
            Action::Help => self.follow(Reply::go(Route::Help)),
            Action::Palette => self.follow(Reply::go(Route::Palette)),
            Action::Language => {
                self.desk.language = self.desk.language.other();
                vec![]
            }
            Action::Theme => {
                let scheme = self.desk.theme.scheme.next();
                self.desk.theme = Theme::named(scheme);
                self.notice = Some(self.desk.fill(Phrase::ThemeIs, &[scheme.name()]));
                vec![]
            }
            action => {
                let (screen, desk) = self.top_and_desk();
                let reply = screen.act(action, desk);
                self.follow(reply)
            }
        }
    }

    /// Leaves, unless there is text in hand or off the disk that the learner was not told about.
    fn leave(&mut self, action: Action) -> Vec<Effect> {
        let in_hand = self.screens().any(Screen::has_text_in_hand);
        if self.is_leaving || !(in_hand || self.keeper.trouble().is_some()) {
            return vec![Effect::Quit];
        }
        self.is_leaving = true;
        let key = self.desk.keymap.key_of(self.top().tables(), action);
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        self.notice = Some(match self.keeper.trouble() {
            Some(reason) => self.desk.fill(Phrase::DraftNotKept, &[&key, reason]),
            None => self.desk.fill(Phrase::DraftKept, &[&key]),
        });
        vec![]
    }

    /// Hands every text in hand over to the disk.
    fn flush(&mut self) -> Vec<Effect> {
        let writes = self.unsaved();
        self.home.handed_over();
        for screen in &mut self.above {
            screen.handed_over();
        }
        self.keeper.draft_handed_over();
        if writes.is_empty() {
            return vec![];
        }
        self.keeper.keep(writes)
    }

    pub(super) fn follow(&mut self, reply: Reply) -> Vec<Effect> {
        let mut effects = vec![];
        for effect in reply.effects {
            match effect {
                Effect::Keep(write) => effects.extend(self.keeper.keep(vec![write])),
                Effect::Notify(notice) => self.notice = Some(notice),
                effect => effects.push(effect),
            }
        }
        let before = self.above.len();
        match reply.route {
            Route::Stay => return effects,
            Route::Back => drop(self.above.pop()),
            Route::Home => self.above.clear(),
            Route::Library => self.above.push(Box::new(LibraryScreen::new(&self.desk))),
            Route::Progress => self.above.push(Box::new(ProgressScreen::default())),
            Route::Problems => self.above.push(Box::new(ProblemsScreen::default())),
            Route::Help => {
                let tables = self.top().tables();
                self.above.push(Box::new(HelpScreen::new(tables)));
            }
            Route::Palette => {
                let tables = self.top().tables();
                self.above.push(Box::new(PaletteScreen::new(tables)));
            }
            Route::Do(action) => {
                self.above.pop();
                effects.extend(self.act(action));
            }
            Route::Due => effects.extend(self.review()),
            Route::Missed(key) => effects.extend(self.find_missed(key)),
            Route::Mock => effects.extend(self.interview()),
            Route::MockAgain => effects.extend(self.another_interview()),
            Route::Onward => effects.extend(self.onward()),
            Route::Phrases => self.open_phrase_book(),
            Route::Track => self.open_track(),
            Route::Sentence(name) => self.say(&name),
            Route::Frames(pack) => {
                let screen = FramesScreen::new(&pack, &self.desk);
                self.above.push(Box::new(screen));
            }
            Route::Insert(text) => {
                self.above.pop();
                effects.extend(self.insert(&text));
            }
            Route::Drill(scenario) => effects.extend(self.enter(&scenario)),
            Route::Again(scenario) => {
                self.above.pop();
                effects.extend(self.begin(&scenario));
            }
        }
        if self.above.is_empty() {
            self.sitting = None;
        }
        if self.above.len() != before || self.top().tables().contains(&Table::Home) {
            effects.push(Effect::LoadOverview);
        }
        effects
    }

    /// Draws everything.
    pub fn view(&self, frame: &mut Frame) {
        let trouble = self.keeper.trouble();
        let notice = match (&self.notice, trouble) {
            (Some(notice), _) => Some(notice.clone()),
            (None, Some(reason)) => Some(self.desk.fill(Phrase::NotSaved, &[reason])),
            (None, None) => None,
        };
        let standing = self.standing_notice.as_deref();
        frame::draw(frame, self.top(), standing, notice.as_deref(), &self.desk);
    }

    fn screens(&self) -> impl Iterator<Item = &dyn Screen> {
        let home: &dyn Screen = &self.home;
        std::iter::once(home).chain(self.above.iter().map(AsRef::as_ref))
    }

    pub(super) fn top(&self) -> &dyn Screen {
        self.above
            .last()
            .map_or(&self.home, |screen| screen.as_ref())
    }

    pub(super) fn top_and_desk(&mut self) -> (&mut dyn Screen, &Desk) {
        let screen: &mut dyn Screen = match self.above.last_mut() {
            Some(screen) => screen.as_mut(),
            None => &mut self.home,
        };
        (screen, &self.desk)
    }
}
