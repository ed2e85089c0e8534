//! What keys mean once an answer is in: in the learner's own judgement, in the debrief, at the end of the run.

use super::drill::{DrillScreen, Face};
use crate::{
    session::Input,
    tui::{
        action::Action,
        desk::Desk,
        export,
        message::Effect,
        phrases::Phrase,
        route::{Reply, Route},
    },
};

impl DrillScreen {
    pub(super) fn act_in_debrief(&mut self, action: Action, desk: &Desk) -> Reply {
        let Face::Debrief(debrief) = &mut self.face else {
            return Reply::stay();
        };
        match action {
            Action::Next => Reply::effects(self.apply(Input::Continue, None, desk.now)),
            Action::Retry => Reply::effects(self.apply(Input::Retry, None, desk.now)),
            Action::RetryMisses => self.retry_misses(desk),
            Action::Rate(rating) if debrief.rate(rating) => {
                Reply::effects(self.apply(Input::Rate(rating), None, desk.now))
            }
            Action::Rate(_) => Reply::notice(desk.say(Phrase::NotOnSchedule)),
            Action::Back if debrief.turn_back() => Reply::stay(),
            Action::Back => Reply::go(Route::Back),
            Action::Dispute => {
                let point = debrief.open_point().map(str::to_owned);
                let Some(point) = point else {
                    return Reply::notice(desk.say(Phrase::NothingToDispute));
                };
                let mut effects = self.apply(Input::Dispute(point), None, desk.now);
                effects.push(Effect::Notify(desk.say(Phrase::Disputed).to_owned()));
                Reply::effects(effects)
            }
            Action::Export => {
                let title = self.drill.scenario().header.title.clone();
                Reply::effects(vec![export::debrief(
                    debrief.attempt(),
                    debrief.step(),
                    &title,
                    desk,
                )])
            }
            action => {
                debrief.act(action);
                Reply::stay()
            }
        }
    }

    fn retry_misses(&mut self, desk: &Desk) -> Reply {
        if self.drill.missed_points() == 0 {
            return Reply::notice(desk.say(Phrase::NothingMissed));
        }
        Reply::effects(self.apply(Input::RetryMisses, None, desk.now))
    }

    pub(super) fn act_in_judging(&mut self, action: Action, desk: &Desk) -> Reply {
        let Face::Judging(judging) = &mut self.face else {
            return Reply::stay();
        };
        match action {
            Action::Next => {
                let judgement = judging.judgement();
                let effects = self.apply(Input::Judge(judgement.clone()), None, desk.now);
                if let Face::Debrief(debrief) = &mut self.face {
                    **debrief = debrief.clone().judged(&judgement);
                }
                Reply::effects(effects)
            }
            Action::Back => Reply::go(Route::Back),
            action => {
                judging.act(action);
                Reply::stay()
            }
        }
    }

    pub(super) fn act_at_end(&mut self, action: Action, desk: &Desk) -> Reply {
        match action {
            Action::Next => Reply::go(Route::Onward),
            Action::RetryMisses => self.retry_misses(desk),
            Action::Home if self.drill.is_single() => Reply::go(Route::Back),
            Action::Home => Reply::go(Route::Home),
            Action::Again => Reply::go(Route::Again(self.drill.scenario().header.id.clone())),
            Action::Progress => Reply::go(Route::Progress),
            _ => Reply::stay(),
        }
    }
}
