//! Runs every guard on an answer: what fired, what it caps the score at, and what the learner is told.

use crate::domain::{Form, Register, Step};

use super::{
    super::{document::Document, models::plain_models, scorecard::Guard},
    empty, flooded, foreign, keyword_list, mash,
    parroted::{self, Choice},
    pasted,
    profile::{self, Profile},
    repeated, shuffled,
};

/// A guard that fired.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Alarm {
    /// Which one.
    pub guard: Guard,
    /// The most the answer may score.
    pub cap: f64,
}

impl Alarm {
    /// Whether it says that there is no answer at all.
    pub fn is_no_answer(&self) -> bool {
        self.cap <= 0.0
    }
}

/// What guards know of a step.
#[derive(Clone, Debug)]
pub(in super::super) struct Watch {
    ask: Profile,
    choices: Vec<Choice>,
    models: Vec<Profile>,
    /// The words and pairs of ask and models, and the words of patterns.
    own: Profile,
    /// Whether sentences are asked for.
    sentences: bool,
}

impl Watch {
    /// Reads `step`; `words` are those its patterns ask for.
    pub fn new<'a>(
        step: &Step,
        register: Option<Register>,
        words: impl Iterator<Item = &'a str>,
    ) -> Self {
        let question = Document::new(&step.ask.en);
        let ask = Profile::of(&question);
        let models: Vec<_> = plain_models(step, register)
            .iter()
            .map(|model| Profile::of(&Document::new(model)))
            .collect();
        let mut own = ask.clone();
        own.content.extend(words.map(profile::key));
        for model in &models {
            own.add(model);
        }
        let room = register.or(step.register);
        let terse = matches!(room, Some(Register::IncidentCall | Register::Technical));
        Self {
            ask,
            choices: Choice::all(&question),
            models,
            own,
            sentences: step.form == Form::Prose && !terse,
        }
    }

    /// How much of the nearest model's own words `answer` has, those of the ask not counted; 0..=1.
    ///
    /// `None` where no model has words of its own.
    pub fn likeness(&self, answer: &Profile) -> Option<f64> {
        self.models
            .iter()
            .filter_map(|model| {
                let mut wanted = model.content.difference(&self.ask.content).peekable();
                wanted.peek()?;
                let (mut all, mut said) = (0, 0);
                for word in wanted {
                    all += 1;
                    said += usize::from(answer.content.contains(word));
                }
                Some(profile::share(said, all))
            })
            .max_by(f64::total_cmp)
    }

    /// Whether `answer` is about what the step is about, as far as its length lets one tell.
    pub fn is_about(&self, answer: &Profile) -> bool {
        foreign::is_about(answer, &self.own.content)
    }

    /// Every guard that fires on `answer`, whose words are `profile`.
    pub fn alarms(&self, answer: &str, document: &Document, profile: &Profile) -> Vec<Alarm> {
        let alarm = |guard, cap| vec![Alarm { guard, cap }];
        if empty::fires(document) {
            return alarm(Guard::Empty, 0.0);
        }
        if mash::fires(document) {
            return alarm(Guard::Mash, 0.0);
        }
        if pasted::fires(answer) {
            return alarm(Guard::Pasted, 0.0);
        }
        let fired = [
            (
                parroted::fires(profile, &self.ask, &self.choices),
                Guard::Parroted,
                0.15,
            ),
            (
                foreign::fires(profile, &self.own.content),
                Guard::Foreign,
                0.15,
            ),
            (
                self.sentences && keyword_list::fires(answer, profile, &self.models),
                Guard::List,
                0.3,
            ),
            (flooded::fires(profile, &self.models), Guard::Flooded, 0.3),
            (
                shuffled::fires(document, profile, &self.own),
                Guard::Shuffled,
                0.35,
            ),
            (repeated::fires(document), Guard::Repeated, 1.0),
        ];
        fired
            .into_iter()
            .filter(|(fired, ..)| *fired)
            .map(|(_, guard, cap)| Alarm { guard, cap })
            .collect()
    }
}
