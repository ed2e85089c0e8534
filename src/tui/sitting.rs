//! Sittings: several scenarios one after the other, because they are due or because a point is missed in them.

use super::{
    ahead::Ahead,
    app::App,
    desk::Desk,
    message::Effect,
    phrases::Phrase,
    route::{Reply, Route},
    screens::DrillScreen,
};
use crate::progress::{Purpose, Stop, due_stops};

/// The points to be drilled: `key`, or all that are kept missing.
pub fn missed_keys(key: Option<String>, desk: &Desk) -> Vec<String> {
    let missing = desk.overview.missing.iter();
    match key {
        Some(key) => vec![key],
        None => missing.map(|point| point.key.clone()).collect(),
    }
}

impl App {
    /// Goes through what is due as soon as it is known.
    pub fn review_at_start(&mut self) {
        self.waiting = Some(Route::Due);
    }

    /// Drills the point `key`, or whatever is kept missing, as soon as it is known where that is.
    pub fn drill_missed_at_start(&mut self, key: Option<String>) {
        self.waiting = Some(Route::Missed(key));
    }

    /// Begins a sitting through what is due.
    pub(super) fn review(&mut self) -> Vec<Effect> {
        self.sit(
            Purpose::Review,
            due_stops(&self.desk.overview.due),
            Phrase::NothingIsDue,
        )
    }

    /// Asks where `key`, or whatever is kept missing, is missed.
    pub(super) fn find_missed(&self, key: Option<String>) -> Vec<Effect> {
        let keys = missed_keys(key, &self.desk);
        vec![Effect::LoadMissed(keys)]
    }

    /// Begins a sitting through the steps at which a point is missed.
    pub(super) fn drill_missed(&mut self, stops: Vec<Stop>) -> Vec<Effect> {
        self.sit(Purpose::Drill, stops, Phrase::NowhereMissed)
    }

    fn sit(&mut self, purpose: Purpose, stops: Vec<Stop>, nothing: Phrase) -> Vec<Effect> {
        self.sitting = Some(Ahead {
            purpose,
            stops: stops.into(),
        });
        self.next_stop().unwrap_or_else(|| {
            self.notice = Some(self.desk.say(nothing).to_owned());
            vec![]
        })
    }

    /// The next scenario of the sitting in place of the one that has ended; home after the last one.
    pub(super) fn onward(&mut self) -> Vec<Effect> {
        let ended = self.above.pop();
        if let Some(effects) = self.next_stop() {
            drop(ended);
            return effects;
        }
        self.follow(Reply::go(Route::Home))
    }

    /// Begins the next scenario of the sitting; `None` after the last one.
    fn next_stop(&mut self) -> Option<Vec<Effect>> {
        let sitting = self.sitting.as_mut()?;
        let Some(begun) = sitting.begin_next(&self.desk, &mut self.seed) else {
            self.sitting = None;
            return None;
        };
        let screen = DrillScreen::new(begun.drill).before(begun.next);
        self.above.push(Box::new(screen));
        Some(self.keeper.keep(vec![begun.write]))
    }
}
