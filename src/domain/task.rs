//! What kind of answer a step takes.

use super::{incident::Incident, register::Register, review::Review, sheet::Sheet, text::Text};

/// The way a step is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Prose in the editor.
    Write,
    /// A given sentence, said in English for a register.
    Say(Say),
    /// Comments on the lines of a diff.
    Review(Box<Review>),
    /// An incident, worked in a console.
    Incident(Box<Incident>),
    /// A cost sheet to be worked, with prose beside its rows.
    Sheet(Box<Sheet>),
}

/// A sentence to be said in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    /// The sentence to start from; `en` is empty where only Chinese is given.
    pub source: Text,
    /// The registers it is to be said in, in order; at least one.
    pub registers: Vec<Register>,
    /// Text the editor starts with, for repair.
    pub start: Option<String>,
    /// The audience that `start` was written for, or the model that is turned for another, in transform.
    pub from: Option<Register>,
    /// How it is practised.
    pub drill: SayDrill,
}

/// How a sentence is practised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SayDrill {
    /// From the source to one's own words.
    #[default]
    Recall,
    /// See the model, then type it from memory.
    Shadow,
    /// The same content for another audience.
    Transform,
    /// Mend a bad version.
    Repair,
}

impl SayDrill {
    /// Every drill, in the order the documentation lists them.
    pub const ALL: [Self; 4] = [Self::Recall, Self::Shadow, Self::Transform, Self::Repair];

    /// The name in scenario files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Shadow => "shadow",
            Self::Transform => "transform",
            Self::Repair => "repair",
        }
    }

    /// Reads the name in scenario files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|drill| drill.name() == name)
    }
}
