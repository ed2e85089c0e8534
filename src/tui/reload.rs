//! Scenario files read again while the program runs, and the step that an author looks at meanwhile.

use super::{
    action::Action,
    app::App,
    message::Effect,
    phrases::Phrase,
    preview::Preview,
    route::{Reply, Route},
    screens::{DrillScreen, Screen as _},
};
use crate::{domain::ScenarioId, library::Library, session::Drill};

impl App {
    /// Goes to `step` of `scenario` with `text` typed there, and there again whenever its file has been read again.
    pub fn preview(&mut self, scenario: ScenarioId, step: Option<String>, text: String) {
        let source = self.desk.library.source(&scenario);
        self.preview = source.map(|source| Preview {
            file: source.name.clone(),
            step,
            text,
        });
        let tables = self.top().tables();
        let key = self.desk.keymap.key_of(tables, Action::Reload);
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        self.always_notice(self.desk.fill(Phrase::Preview, &[&key]));
        self.open_at_start(scenario);
    }

    /// Opens `scenario` at its first step, or at the step that is looked at.
    pub(super) fn begin(&mut self, scenario: &ScenarioId) -> Vec<Effect> {
        if let Some(drill) = self.drill(scenario) {
            let (drill, text) = self.at_previewed_step(drill);
            let mut screen = DrillScreen::new(drill);
            if !text.is_empty() {
                screen.edited(text, &self.desk);
            }
            self.above.push(Box::new(screen));
        }
        vec![]
    }

    /// The drill at the step that is looked at, and the text to be put back into it.
    fn at_previewed_step(&mut self, drill: Drill) -> (Drill, String) {
        let Some(preview) = &mut self.preview else {
            return (drill, String::new());
        };
        let text = std::mem::take(&mut preview.text);
        let Some(step) = preview.step.take() else {
            return (drill, text);
        };
        if let Some(drill) = drill.clone().at_step(&step) {
            return (drill, text);
        }
        self.notice = Some(self.desk.fill(Phrase::StepGone, &[&step]));
        (drill, String::new())
    }

    /// Goes on with `library` in place of the one before.
    pub(super) fn read_again(&mut self, library: Library) -> Vec<Effect> {
        let count = library.headers().len().to_string();
        self.desk.library = library.into();
        self.desk.walk_anew();
        self.notice = Some(self.desk.fill(Phrase::Reloaded, &[&count]));
        if self.preview.is_none() {
            for screen in &mut self.above {
                screen.library_changed(&self.desk);
            }
            return vec![];
        }
        let in_front = self
            .above
            .iter()
            .rev()
            .find_map(|screen| screen.step_in_front());
        self.above.clear();
        let Some(preview) = &mut self.preview else {
            return vec![];
        };
        if let Some((step, text)) = in_front {
            preview.step = Some(step);
            preview.text = text;
        }
        match preview.scenario(&self.desk.library) {
            Some(scenario) => self.begin(&scenario),
            None => self.follow(Reply::go(Route::Problems)),
        }
    }
}
