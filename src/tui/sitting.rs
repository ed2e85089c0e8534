//! Sittings: several scenarios one after the other, because they are due or because a point is missed in them.

use super::{
    ahead::Ahead,
    app::App,
    message::{Effect, Write},
    phrases::Phrase,
    route::{Reply, Route},
    screens::DrillScreen,
};
use crate::{
    progress::{Purpose, Stop, due_stops},
    session::{Drill, Outcome},
};

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
        let missing = self.desk.overview.missing.iter();
        let keys = match key {
            Some(key) => vec![key],
            None => missing.map(|point| point.key.clone()).collect(),
        };
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

    /// Begins the next scenario of the sitting that still has one of its steps; `None` after the last one.
    fn next_stop(&mut self) -> Option<Vec<Effect>> {
        loop {
            let sitting = self.sitting.as_mut()?;
            let purpose = sitting.purpose;
            let Some(stop) = sitting.stops.pop_front() else {
                self.sitting = None;
                return None;
            };
            let next = sitting.stops.front().map(|next| next.scenario.clone());
            let next = next.and_then(|next| {
                let mut headers = self.desk.library.headers().iter();
                headers.find(|header| header.id == next)
            });
            let next = next.map(|header| header.title.clone());
            let drill = self.drill(&stop.scenario);
            let limited = drill.and_then(|drill| drill.limited_to(&stop.steps, purpose));
            if let Some(mut drill) = limited {
                let effects = self.opened(&mut drill);
                self.above
                    .push(Box::new(DrillScreen::new(drill).before(next)));
                return Some(effects);
            }
        }
    }

    /// Keeps that `drill` was begun.
    fn opened(&mut self, drill: &mut Drill) -> Vec<Effect> {
        let outcomes = drill.opened(self.desk.now).into_iter();
        let records = outcomes.filter_map(|outcome| match outcome {
            Outcome::Record(record) => Some(*record),
            Outcome::Moved => None,
        });
        let write = Write::Records {
            records: records.collect(),
            finished: None,
        };
        self.keeper.keep(vec![write])
    }
}
