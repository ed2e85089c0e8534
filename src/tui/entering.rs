//! Into a drill: a new run, one that was left, or a single sentence.

use super::{
    app::App,
    message::Effect,
    opening::open,
    phrases::Phrase,
    screens::{DrillScreen, PhraseBookScreen, ProblemsScreen},
};
use crate::{
    domain::ScenarioId,
    progress::{Identities, PhraseName},
    session::Drill,
};

impl App {
    /// Into `scenario`, where it was left if it was.
    pub(super) fn enter(&mut self, scenario: &ScenarioId) -> Vec<Effect> {
        let left = &self.desk.overview.resumable;
        match left.iter().find(|left| left.scenario == *scenario) {
            Some(left) => vec![Effect::LoadRun(left.run.clone())],
            None => self.begin(scenario),
        }
    }

    /// A new run through a scenario; what is wrong with one that cannot be read is shown instead.
    pub(super) fn drill(&mut self, id: &ScenarioId) -> Option<Drill> {
        let drill = match open(&self.desk, id, &mut self.seed) {
            Ok(drill) => drill,
            Err(problems) => {
                self.notice = Some(self.desk.say(Phrase::Unreadable).to_owned());
                if !problems.is_empty() {
                    self.above.push(Box::new(ProblemsScreen::about(problems)));
                }
                return None;
            }
        };
        let drill = drill.after(&self.desk.overview.shadowed);
        Some(match self.mode.take() {
            Some(mode) => drill.practised_as(mode),
            None => drill,
        })
    }

    /// Asks for one sentence of the phrase book.
    pub(super) fn say(&mut self, name: &PhraseName) {
        if let Some(drill) = self.drill(&name.scenario) {
            self.above
                .push(Box::new(DrillScreen::new(drill.only(name))));
        }
    }

    /// Puts a sentence frame in at the caret of the screen in front.
    pub(super) fn insert(&mut self, text: &str) -> Vec<Effect> {
        let (screen, desk) = self.top_and_desk();
        let reply = screen.insert(text, desk);
        self.after_typing(reply)
    }

    /// Opens the phrase book.
    pub(super) fn open_phrase_book(&mut self) {
        let screen = PhraseBookScreen::new(self.identities());
        self.above.push(Box::new(screen));
    }

    /// A source of identities of its own.
    pub(super) fn identities(&mut self) -> Identities {
        // A step of a full-period generator: no two drills of a sitting draw the same identities.
        self.seed = self
            .seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        Identities::new(self.seed)
    }
}
