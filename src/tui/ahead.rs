//! What is still ahead in a sitting.

use std::collections::VecDeque;

use super::{desk::Desk, message::Write, opening::open};
use crate::{
    domain::Text,
    progress::{Purpose, Stop},
    session::{Drill, Outcome},
};

/// The scenarios still to come.
#[derive(Debug)]
pub struct Ahead {
    /// Why they are asked.
    pub purpose: Purpose,
    /// The runs to come.
    pub stops: VecDeque<Stop>,
}

/// A run of a sitting that was begun.
pub struct Begun {
    /// The run.
    pub drill: Drill,
    /// That it was begun, to be kept.
    pub write: Write,
    /// The title of what comes behind it.
    pub next: Option<Text>,
}

impl Ahead {
    /// Begins the next scenario that still has one of its steps; `None` after the last one.
    pub fn begin_next(&mut self, desk: &Desk, seed: &mut u64) -> Option<Begun> {
        loop {
            let stop = self.stops.pop_front()?;
            let Ok(drill) = open(desk, &stop.scenario, seed) else {
                continue;
            };
            let drill = drill.after(&desk.overview.shadowed);
            let Some(mut drill) = drill.limited_to(&stop.steps, self.purpose) else {
                continue;
            };
            let outcomes = drill.opened(desk.now).into_iter();
            let records = outcomes.filter_map(|outcome| match outcome {
                Outcome::Record(record) => Some(*record),
                Outcome::Moved => None,
            });
            let write = Write::Records {
                records: records.collect(),
                finished: None,
            };
            let next = self.stops.front();
            let next = next.and_then(|next| desk.library.header(&next.scenario));
            return Some(Begun {
                drill,
                write,
                next: next.map(|header| header.title.clone()),
            });
        }
    }
}
