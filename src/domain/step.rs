//! One thing asked.

use super::{
    criterion::{Criterion, RedFlag},
    identity::{CriterionId, StepId},
    model::{Model, Sample},
    position::Position,
    register::Register,
    sheet::Sheet,
    task::Task,
    text::Text,
};

/// The most an answer may have; `None` is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Most sentences.
    pub sentences: Option<u32>,
    /// Most words.
    pub words: Option<u32>,
    /// Most seconds.
    pub seconds: Option<u32>,
}

/// The shape an answer should have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Sentences.
    #[default]
    Prose,
    /// Notes and lists are welcome.
    Notes,
}

/// The language an answer must be in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English; Chinese words earn a note and no credit.
    #[default]
    English,
    /// Any; Chinese words of patterns match by substring.
    Any,
}

/// When a follow-up is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The named criterion of the step before was missed.
    Missed(CriterionId),
    /// The score of the step before was at least this, 0..=1.
    ScoreAtLeast(f64),
}

/// The ask, how it is answered, and how the answer is judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name in the scenario.
    pub id: StepId,
    /// What is asked.
    pub ask: Text,
    /// How it is answered.
    pub task: Task,
    /// The points an answer can make; in a review its findings come first.
    pub rubric: Vec<Criterion>,
    /// What must not be said.
    pub red_flags: Vec<RedFlag>,
    /// The order in which the points should come.
    pub order: Vec<CriterionId>,
    /// Reference answers; at least one.
    pub models: Vec<Model>,
    /// Graded answers for `check`.
    pub samples: Vec<Sample>,
    /// The room the answer is for.
    pub register: Option<Register>,
    /// The shape of the answer.
    pub form: Form,
    /// The language of the answer.
    pub language: Language,
    /// The most an answer may have.
    pub limits: Limits,
    /// A skeleton that is one key away.
    pub template: Option<Text>,
    /// A nudge before the answer; counted when taken.
    pub hint: Option<Text>,
    /// The step this one follows up.
    pub after: Option<StepId>,
    /// When the follow-up is asked; always where absent.
    pub condition: Option<Condition>,
    /// The steps that an incident asks for in writing while it is worked; their rubrics grade those texts.
    pub asked: Vec<Self>,
    /// The id this step had before.
    pub renamed_from: Option<String>,
    /// Where it stands in its file.
    pub at: Position,
}

impl Step {
    /// The registers the step is answered in, one attempt each; `[None]` where there is none.
    pub fn registers(&self) -> Vec<Option<Register>> {
        match &self.task {
            Task::Say(say) => say.registers.iter().copied().map(Some).collect(),
            Task::Write | Task::Review(_) | Task::Incident(_) | Task::Sheet(_) => {
                vec![self.register]
            }
        }
    }

    /// Whether there is anything to grade an answer by.
    pub fn is_graded(&self) -> bool {
        !self.rubric.is_empty() || self.sheet().is_some()
    }

    /// The cost sheet to be worked, where the step is one.
    pub fn sheet(&self) -> Option<&Sheet> {
        match &self.task {
            Task::Sheet(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// The register a model is written for.
    pub fn register_of(&self, model: &Model) -> Option<Register> {
        model.register.or(self.register)
    }
}
