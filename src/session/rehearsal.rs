//! The ways to practise a sentence: said from the source, typed from memory, turned for others, mended.

use std::time::Duration;

use super::{attention::Attention, drill::Drill, exchange::Outcome, gaps::with_gaps};
use crate::domain::{Moment, Register, Say, SayDrill, Step, Task};
use crate::progress::{PhraseName, Shadowed};
use crate::scoring::{Marks, Scorecard, Verdict, compare, first_reading, nearest_reading};

/// A text to start from, and whom it was for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The text.
    pub text: String,
    /// Its audience, where that is known.
    pub audience: Option<Register>,
}

impl Drill {
    /// The field of drafts of a sentence practised as the step says.
    const ANSWER: &str = "answer";

    /// Practises every sentence as `mode` where that can be done.
    #[must_use]
    pub fn practised_as(mut self, mode: SayDrill) -> Self {
        self.rehearsal.chosen = Some(mode);
        self
    }

    /// With what was typed from memory before, newest first.
    #[must_use]
    pub fn after(mut self, shadowed: &[Shadowed]) -> Self {
        let scenario = &self.scenario.header.id;
        let of_scenario = |it: &&Shadowed| it.name.scenario == *scenario;
        self.rehearsal.earlier = shadowed.iter().filter(of_scenario).cloned().collect();
        self
    }

    /// Asks only for the sentence `name`; everything where there is no such sentence.
    #[must_use]
    pub fn only(mut self, name: &PhraseName) -> Self {
        let is_named = |turn: &super::turn::Turn| {
            self.scenario.steps[turn.step].id.as_str() == name.step
                && turn.register.map_or("", Register::name) == name.register
        };
        if let Some(place) = self.turns.iter().position(is_named) {
            self.turns = vec![self.turns[place]];
            self.graders = [self.graders[place].clone()].into();
            self.rehearsal.is_single = true;
        }
        self
    }

    /// Whether only one sentence of the scenario is asked for.
    pub const fn is_single(&self) -> bool {
        self.rehearsal.is_single
    }

    /// How the sentence in front is practised; `None` where there is no sentence.
    pub fn mode(&self) -> Option<SayDrill> {
        let Task::Say(say) = &self.step().task else {
            return None;
        };
        let chosen = self.rehearsal.chosen;
        Some(
            chosen
                .filter(|mode| self.modes().contains(mode))
                .unwrap_or(say.drill),
        )
    }

    /// The ways in which the sentence in front can be practised.
    pub fn modes(&self) -> Vec<SayDrill> {
        let Task::Say(say) = &self.step().task else {
            return vec![];
        };
        let can_be = |mode: &SayDrill| match mode {
            SayDrill::Recall | SayDrill::Shadow => true,
            SayDrill::Transform | SayDrill::Repair => {
                given(self.step(), say, self.turn().register, *mode).is_some()
            }
        };
        SayDrill::ALL.into_iter().filter(can_be).collect()
    }

    /// The text that the sentence in front starts from, in the modes that give one.
    pub fn given(&self) -> Option<Given> {
        let Task::Say(say) = &self.step().task else {
            return None;
        };
        given(self.step(), say, self.turn().register, self.mode()?)
    }

    /// What the field starts with.
    pub fn start(&self) -> Option<String> {
        (self.mode() == Some(SayDrill::Repair))
            .then(|| self.given())
            .flatten()
            .map(|given| given.text)
    }

    /// The model to be typed from memory, with a gap for each word that is known.
    pub fn shadow_model(&self) -> Option<String> {
        let register = self.turn().register;
        let model = first_reading(model_for(self.step(), register)?);
        let step = self.step().id.as_str();
        let register = register.map_or("", Register::name);
        let here = |it: &&Shadowed| it.name.step == step && it.name.register == register;
        let earlier: Vec<_> = self.rehearsal.earlier.iter().filter(here).collect();
        let typed: Vec<_> = earlier.iter().map(|it| it.typed.as_str()).collect();
        Some(with_gaps(&model, &typed))
    }

    /// Practises the sentence in front in another way.
    pub(super) fn choose(&mut self, mode: SayDrill, now: Moment) -> Vec<Outcome> {
        if !self.modes().contains(&mode) {
            return vec![];
        }
        self.rehearsal.chosen = Some(mode);
        self.rehearsal.reveals = 0;
        let data = serde_json::json!({ "mode": mode.name() });
        let mut outcomes = self.note("mode", None, &data, now);
        outcomes.push(Outcome::Moved);
        outcomes
    }

    /// The learner looks at the model before answering; it counts as a hint.
    pub(super) fn reveal(&mut self, now: Moment) -> Vec<Outcome> {
        self.rehearsal.reveals += 1;
        let data = serde_json::json!({ "number": self.rehearsal.reveals });
        self.note("revealed", None, &data, now)
    }

    /// The model is out of sight: the time of typing from memory begins.
    pub(super) fn begin_typing(&mut self, now: Moment) {
        if self.mode() == Some(SayDrill::Shadow) {
            self.attention = Attention::begin(now.steady, Duration::ZERO);
        }
    }

    /// Whether the answer in front is typed from memory.
    pub(super) fn is_shadowing(&self) -> bool {
        self.mode() == Some(SayDrill::Shadow)
    }

    /// What the answer in front comes to: by the rubric, or by the words of the model that was to be typed. Nothing is handed in.
    pub fn graded(&self, answer: &str) -> Scorecard {
        let model = model_for(self.step(), self.turn().register);
        match model.filter(|_| self.is_shadowing()) {
            Some(model) => by_memory(model, answer),
            None => self.grade(self.place, answer),
        }
    }

    /// Keeps what was typed from memory for the gaps of the next try.
    pub(super) fn remember(&mut self, answer: &str) {
        if !self.is_shadowing() {
            return;
        }
        let name = PhraseName {
            scenario: self.scenario.header.id.clone(),
            step: self.step().id.to_string(),
            register: self.turn().register.map_or("", Register::name).to_owned(),
        };
        let typed = answer.to_owned();
        self.rehearsal.earlier.insert(0, Shadowed { name, typed });
    }

    /// How the step in front says that it is practised.
    fn own_mode(&self) -> Option<SayDrill> {
        match &self.step().task {
            Task::Say(say) => Some(say.drill),
            _ => None,
        }
    }

    /// The name of the field in front, which says how it is practised where the learner chose that.
    pub(super) fn answer_field(&self) -> &'static str {
        let own = self.own_mode();
        match self.mode().filter(|mode| Some(*mode) != own) {
            Some(mode) => mode.name(),
            None => Self::ANSWER,
        }
    }

    /// Goes on practising as the field of a draft says.
    pub(super) fn practise_as_in(&mut self, field: &str) {
        let name = field.split_once(':').map_or(field, |(name, _)| name);
        if let Some(mode) = SayDrill::parse(name) {
            self.rehearsal.chosen = Some(mode);
        }
    }
}

/// The model of `step` that is typed from memory for `register`: the first one for it.
fn model_for(step: &Step, register: Option<Register>) -> Option<&str> {
    let fits = |model: &&crate::domain::Model| step.register_of(model) == register;
    let model = step.models.iter().find(fits).or(step.models.first())?;
    Some(model.text.as_str())
}

fn given(step: &Step, say: &Say, register: Option<Register>, mode: SayDrill) -> Option<Given> {
    let is_own = say.drill == mode;
    let start = say.start.clone().filter(|_| is_own);
    match mode {
        SayDrill::Recall | SayDrill::Shadow => None,
        SayDrill::Transform => {
            let other = |model: &&crate::domain::Model| match say.from.filter(|_| is_own) {
                Some(from) => step.register_of(model) == Some(from),
                None => step
                    .register_of(model)
                    .is_some_and(|of| Some(of) != register),
            };
            let model = step.models.iter().find(other);
            match (start, model) {
                (Some(text), _) => Some(Given {
                    text,
                    audience: say.from,
                }),
                (None, Some(model)) => Some(Given {
                    text: first_reading(&model.text),
                    audience: step.register_of(model),
                }),
                (None, None) => None,
            }
        }
        SayDrill::Repair => {
            let poor = |sample: &&crate::domain::Sample| !sample.flags.is_empty();
            let for_register = |sample: &&crate::domain::Sample| {
                poor(sample) && sample.register.or(step.register) == register
            };
            let samples = &step.samples;
            let sample = samples
                .iter()
                .find(for_register)
                .or(samples.iter().find(poor));
            let text = start.or(sample.map(|sample| sample.text.clone()))?;
            Some(Given {
                text,
                audience: None,
            })
        }
    }
}

/// What typing `model` from memory came to: the words of it that are there.
fn by_memory(model: &str, typed: &str) -> Scorecard {
    let accuracy = compare(typed, &nearest_reading(model, typed).1).accuracy();
    Scorecard {
        score: accuracy,
        verdict: Verdict::of(accuracy),
        confidence: 1.0,
        marks: Marks {
            content: Some(accuracy),
            ..Marks::default()
        },
        criteria: vec![],
        red_flags: vec![],
        notes: vec![],
        guards: vec![],
        remarks: vec![],
        review: None,
        incident: None,
        sheet: None,
    }
}
