//! What keys mean for the sentence of a phrasing drill: another mode, the model, the phrase book, a voice.

use super::drill::{DrillScreen, Face};
use crate::{
    domain::{SayDrill, Task},
    scoring::{nearest_model, plain_models},
    session::Input,
    tui::{
        action::Action,
        desk::Desk,
        message::Effect,
        phrases::Phrase,
        route::{Reply, Route},
    },
};

impl DrillScreen {
    /// Does what `action` means for the sentence; `None` where it means nothing for it.
    pub(super) fn act_on_sentence(&mut self, action: Action, desk: &Desk) -> Option<Reply> {
        match (action, &self.face) {
            (Action::Mode, Face::Writing(_)) => Some(self.next_mode(desk)),
            (Action::Study, Face::Writing(writing)) if !writing.shows_model() => {
                let effects = self.look(desk);
                if let Face::Writing(writing) = &mut self.face {
                    writing.act(Action::Study, desk);
                }
                Some(Reply::effects(effects))
            }
            (Action::Frames, Face::Writing(_)) => {
                let pack = self.drill.scenario().header.id.pack.clone();
                Some(Reply::go(Route::Frames(pack)))
            }
            (Action::Speak, Face::Writing(writing)) => {
                let is_in_sight = writing.shows_model();
                let mut effects = if is_in_sight { vec![] } else { self.look(desk) };
                let models = plain_models(self.drill.step(), self.drill.turn().register);
                effects.push(spoken(models.into_iter().next(), desk));
                Some(Reply::effects(effects))
            }
            (Action::Speak, Face::Debrief(debrief)) => {
                let attempt = debrief.attempt();
                let register = attempt.register.as_deref();
                let register = register.and_then(crate::domain::Register::parse);
                let nearest = debrief
                    .step()
                    .and_then(|step| nearest_model(step, register, &attempt.answer));
                Some(Reply::effects(vec![spoken(nearest, desk)]))
            }
            (Action::KeepPhrase, Face::Debrief(debrief)) => {
                let is_sentence = debrief
                    .step()
                    .is_some_and(|step| matches!(step.task, Task::Say(_)));
                let mut effects = self.apply(Input::KeepPhrase, None, desk.now);
                let notice = if is_sentence {
                    Phrase::PhraseKept
                } else {
                    Phrase::PhraseNone
                };
                effects.push(Effect::Notify(desk.say(notice).to_owned()));
                Some(Reply::effects(effects))
            }
            _ => None,
        }
    }

    /// Keeps that the model was looked at before the answer.
    fn look(&mut self, desk: &Desk) -> Vec<Effect> {
        let input = if self.drill.mode() == Some(SayDrill::Shadow) {
            Input::Reveal
        } else {
            Input::Study
        };
        self.apply(input, None, desk.now)
    }

    /// On to the next way to practise, while nothing was written that would be lost.
    fn next_mode(&mut self, desk: &Desk) -> Reply {
        let notify = |phrase| Reply::effects(vec![Effect::Notify(desk.say(phrase).to_owned())]);
        let Face::Writing(writing) = &self.face else {
            return Reply::stay();
        };
        let is_untouched = Some(writing.text().0) == self.drill.start();
        if !writing.is_blank() && !is_untouched {
            return notify(Phrase::ModeNotNow);
        }
        let modes = self.drill.modes();
        let at = modes
            .iter()
            .position(|mode| Some(*mode) == self.drill.mode());
        let Some(next) = at.and_then(|at| modes.get((at + 1) % modes.len()).copied()) else {
            return notify(Phrase::ModeOnlyOne);
        };
        let key = self.key();
        let mut effects = self.apply(Input::Mode(next), Some(key), desk.now);
        let (name, about) = words(next);
        let notice = desk.fill(Phrase::ModeIs, &[desk.say(name), desk.say(about)]);
        effects.push(Effect::Notify(notice));
        Reply::effects(effects)
    }

    /// Tells the session when a model that was to be typed from memory has gone out of sight.
    pub(super) fn typed(&mut self, was_reading: bool, desk: &Desk) {
        let hides = matches!(&self.face, Face::Writing(writing) if !writing.shows_model());
        if was_reading && hides {
            let _ = self.drill.apply(Input::BeginTyping, desk.now);
        }
    }

    /// Whether a model is in sight and nothing was typed yet.
    pub(super) fn is_reading(&self) -> bool {
        matches!(&self.face, Face::Writing(writing) if writing.shows_model() && writing.is_blank())
    }
}

/// The name of a mode, and what one does in it.
pub const fn words(mode: SayDrill) -> (Phrase, Phrase) {
    match mode {
        SayDrill::Recall => (Phrase::ModeRecall, Phrase::ModeRecallIs),
        SayDrill::Shadow => (Phrase::ModeShadow, Phrase::ModeShadowIs),
        SayDrill::Transform => (Phrase::ModeTransform, Phrase::ModeTransformIs),
        SayDrill::Repair => (Phrase::ModeRepair, Phrase::ModeRepairIs),
    }
}

fn spoken(model: Option<String>, desk: &Desk) -> Effect {
    model.map_or_else(
        || Effect::Notify(desk.say(Phrase::NothingToSpeak).to_owned()),
        Effect::Speak,
    )
}
