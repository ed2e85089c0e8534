//! Where a screen asks to go. Screens name routes, never each other.

use crate::{domain::ScenarioId, progress::PhraseName};

use super::{action::Action, message::Effect};

/// Where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Nowhere.
    Stay,
    /// One screen back.
    Back,
    /// To the bottom of the stack.
    Home,
    /// To the list of scenarios.
    Library,
    /// To what was done so far.
    Progress,
    /// To what is wrong with scenario files.
    Problems,
    /// Into a scenario; where it was left, if it was.
    Drill(ScenarioId),
    /// Into the same scenario once more, in place of the screen that asks.
    Again(ScenarioId),
    /// Through what is due.
    Due,
    /// Through the steps at which a point is missed; without one, at which any of those kept missing is.
    Missed(Option<String>),
    /// Into a mock interview, its plan drawn anew.
    Mock,
    /// The same in place of the screen that asks, with another plan.
    MockAgain,
    /// To the next scenario of the sitting, in place of the screen that asks; home after the last one.
    Onward,
    /// To the track.
    Track,
    /// To the phrase book.
    Phrases,
    /// Into one sentence of the phrase book.
    Sentence(PhraseName),
    /// To the sentence frames of the pack with this name.
    Frames(String),
    /// Back, and this text in at the caret there.
    Insert(String),
    /// To the keys of the screen that asks.
    Help,
    /// To the list of commands.
    Palette,
    /// Back, and then what the action means there.
    Do(Action),
}

/// What follows from a key: where to go, and what to do outside.
#[derive(Debug, PartialEq)]
#[must_use = "an effect that is dropped never happens"]
pub struct Reply {
    /// Where to go.
    pub route: Route,
    /// What to do outside, in order.
    pub effects: Vec<Effect>,
}

impl Reply {
    /// Nothing follows.
    pub const fn stay() -> Self {
        Self::go(Route::Stay)
    }

    /// Only the route.
    pub const fn go(route: Route) -> Self {
        Self {
            route,
            effects: vec![],
        }
    }

    /// Only effects.
    pub const fn effects(effects: Vec<Effect>) -> Self {
        Self {
            route: Route::Stay,
            effects,
        }
    }
    /// Only a sentence in the footer.
    pub fn notice(text: &str) -> Self {
        Self::effects(vec![Effect::Notify(text.to_owned())])
    }
}
