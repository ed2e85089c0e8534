//! An answer given earlier, with its debrief as it was.

use ratatui::{Frame, layout::Rect};

use super::{debrief::Debrief, screen::Screen};
use crate::{
    domain::{Scenario, Text},
    progress::Attempt,
    tui::{
        action::Action,
        dates,
        desk::Desk,
        export,
        keymap::Table,
        phrases::Phrase,
        route::{Reply, Route},
    },
};

/// A past answer.
pub struct PastScreen {
    debrief: Debrief,
    title: Text,
}

impl PastScreen {
    /// The debrief of `attempt`, with what `scenario` still knows of it.
    pub fn new(attempt: Attempt, scenario: Option<Scenario>) -> Self {
        let title = scenario
            .as_ref()
            .map(|scenario| scenario.header.title.clone());
        let title = title.unwrap_or_else(|| Text::english(attempt.scenario.to_string()));
        let named = |step: &crate::domain::Step| step.id.as_str() == attempt.step;
        let step = scenario.and_then(|scenario| scenario.steps.into_iter().find(named));
        Self {
            debrief: Debrief::new(attempt, step),
            title,
        }
    }
}

impl Screen for PastScreen {
    fn tables(&self) -> &'static [Table] {
        &[Table::Past, Table::Lists, Table::Everywhere]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        let attempt = self.debrief.attempt();
        let title = self.title.in_language(desk.language.is_chinese());
        let left = format!("{title} {} {}", desk.glyphs.dot, attempt.step);
        let when = dates::minute(attempt.submitted_at, attempt.utc_offset);
        (left, format!("{}  {when}", desk.say(Phrase::PastAnswer)))
    }

    fn act(&mut self, action: Action, desk: &Desk) -> Reply {
        match action {
            Action::Back if self.debrief.turn_back() => Reply::stay(),
            Action::Back => Reply::go(Route::Back),
            Action::Again => Reply::go(Route::Drill(self.debrief.attempt().scenario.clone())),
            Action::Export => {
                let debrief = &self.debrief;
                let file = export::debrief(debrief.attempt(), debrief.step(), &self.title, desk);
                Reply::effects(vec![file])
            }
            action => {
                self.debrief.act(action);
                Reply::stay()
            }
        }
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        self.debrief.view(frame, area, desk);
    }
}
