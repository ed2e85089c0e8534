//! What grades an answer that is more than prose.

use crate::domain::{Criterion, Step, Task};

use super::{
    incident::IncidentGrader, reading::Reading, review::ReviewBlock, scorecard::Scorecard,
    sheet::Estimate,
};

/// The block of a step, ready to grade.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// Comments on a diff.
    Review(Box<ReviewBlock>),
    /// The lines of a console.
    Incident(Box<IncidentGrader>),
    /// The rows of a cost sheet; its prose is graded by the rubric.
    Sheet(Box<Estimate>),
}

impl Block {
    /// The block of `step`; `None` where prose is asked for.
    pub fn of(step: &Step) -> Option<Self> {
        match &step.task {
            Task::Review(review) => Some(Self::Review(Box::new(ReviewBlock::new(review)))),
            Task::Incident(incident) => Some(Self::Incident(Box::new(IncidentGrader::new(
                step, incident,
            )))),
            // loading says so of every formula that cannot be worked out
            Task::Sheet(sheet) => Some(Self::Sheet(Box::new(Estimate::new(sheet).ok()?))),
            Task::Write | Task::Say(_) => None,
        }
    }

    /// What it looks for besides the criteria of the step.
    pub fn asides(&self) -> Vec<Criterion> {
        match self {
            Self::Review(review) => review.asides(),
            Self::Incident(_) | Self::Sheet(_) => Vec::new(),
        }
    }

    /// What `answer` says, without its form.
    pub fn prose(&self, answer: &str) -> String {
        match self {
            Self::Review(review) => review.prose(answer),
            Self::Incident(_) => IncidentGrader::words(answer),
            Self::Sheet(estimate) => estimate.prose(answer),
        }
    }

    /// Grades `answer` with the patterns behind `reading`.
    pub fn grade(&self, answer: &str, reading: &dyn Reading) -> Scorecard {
        match self {
            Self::Review(review) => review.grade(answer, reading),
            Self::Incident(incident) => incident.grade(answer, reading),
            Self::Sheet(estimate) => estimate.grade(answer, reading),
        }
    }
}
