//! A scenario under the rules: its values, its text, and graders for its steps.

use crate::{
    domain::{Criterion, Incident, Model, Position, Register, Sample, Scenario, Step, Task},
    library::{Library, Place, Problem, Severity, Source},
    scoring::{Glossary, Grader, PatternProblem, Scorecard},
};

use super::{exploration::Exploration, neighbours::Neighbours, versions::versions};

/// What a rule looks at.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The text it was read from.
    pub source: &'a Source,
    /// Where skills are known.
    pub library: &'a Library,
    /// The answers of other scenarios.
    pub neighbours: &'a Neighbours,
    /// Its steps with their graders.
    pub steps: Vec<Checked<'a>>,
}

/// A step and what grades it.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The step.
    pub step: &'a Step,
    /// A grader for each register it is answered in; at least one.
    pub graders: Vec<(Option<Register>, Grader)>,
    /// The words that never differ in meaning.
    pub glossary: &'a Glossary,
    /// Where its incident can lead, if it has one.
    pub exploration: Option<Exploration>,
}

/// A step with an incident, and where that can lead.
#[derive(Clone, Copy, Debug)]
pub struct Worked<'s> {
    /// The step.
    pub step: &'s Step,
    /// Its incident.
    pub incident: &'s Incident,
    /// Where it can lead.
    pub exploration: &'s Exploration,
}

impl Subject<'_> {
    /// The steps with an incident.
    pub fn worked(&self) -> impl Iterator<Item = Worked<'_>> {
        self.steps.iter().filter_map(|checked| {
            let Task::Incident(incident) = &checked.step.task else {
                return None;
            };
            Some(Worked {
                step: checked.step,
                incident,
                exploration: checked.exploration.as_ref()?,
            })
        })
    }

    /// `step` with what grades it.
    pub fn checked(&self, step: &Step) -> Option<&Checked<'_>> {
        self.steps.iter().find(|checked| checked.step.id == step.id)
    }

    /// `width` characters from `at`.
    pub fn place(&self, at: Position, width: usize) -> Place {
        Place::new(self.source, at, u32::try_from(width).unwrap_or(u32::MAX))
    }

    /// The first `words` at or after `from`, within the next lines; `from` itself without them.
    pub fn place_of(&self, from: Position, words: &str) -> Place {
        const LINES: usize = 60;
        let first = usize::try_from(from.line.max(1)).unwrap_or(1);
        let lines = self
            .source
            .text
            .lines()
            .enumerate()
            .skip(first - 1)
            .take(LINES);
        for (index, line) in lines {
            let Some(offset) = line.find(words) else {
                continue;
            };
            let column = line
                .get(..offset)
                .map_or(0, |before| before.chars().count())
                + 1;
            let at = Position {
                line: u32::try_from(index + 1).unwrap_or(u32::MAX),
                column: u32::try_from(column).unwrap_or(u32::MAX),
            };
            if at >= from {
                return self.place(at, words.chars().count());
            }
        }
        self.place(from, 1)
    }
}

impl Checked<'_> {
    /// Whether Chinese and English are to be told apart: not where any language will do.
    pub const fn is_english(&self) -> bool {
        matches!(self.step.language, crate::domain::Language::English)
    }

    /// The grader for `register`; the first where the step is not asked in it.
    pub fn grader(&self, register: Option<Register>) -> Option<&Grader> {
        let exact = self.graders.iter().find(|(each, _)| *each == register);
        exact
            .or_else(|| self.graders.first())
            .map(|(_, grader)| grader)
    }

    /// `text` graded in every register of the step.
    pub fn cards<'s>(&'s self, text: &'s str) -> impl Iterator<Item = Scorecard> + 's {
        self.graders
            .iter()
            .map(move |(_, grader)| grader.grade(text))
    }

    /// Every reading of a model's text: one in prose, one per choice in a sentence to be said.
    pub fn versions(&self, model: &Model) -> Vec<String> {
        match self.step.task {
            Task::Say(_) => versions(&model.text),
            Task::Write | Task::Review(_) | Task::Incident(_) | Task::Sheet(_) => {
                vec![model.text.clone()]
            }
        }
    }

    /// A model graded in its register, one card per version.
    pub fn model_cards(&self, model: &Model) -> Vec<(String, Scorecard)> {
        let Some(grader) = self.grader(self.step.register_of(model)) else {
            return Vec::new();
        };
        let card = |text: String| {
            let card = grader.grade(&text);
            (text, card)
        };
        self.versions(model).into_iter().map(card).collect()
    }

    /// The register a sample is graded in.
    pub fn register_of_sample(&self, sample: &Sample) -> Option<Register> {
        sample
            .register
            .or_else(|| self.graders.first().and_then(|(register, _)| *register))
    }

    /// The criterion called `id`.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.step
            .rubric
            .iter()
            .find(|criterion| criterion.id.as_str() == id)
    }
}

/// A pattern that cannot be read, at the column of its fault.
pub fn pattern_problem(source: &Source, problem: &PatternProblem) -> Problem {
    let at = problem.pattern.at;
    let column = column_in_source(source, at, problem.error.column);
    let place = Place::new(source, Position { column, ..at }, 1);
    let what = format!("pattern `{}`: {}", problem.pattern.text, problem.error);
    Problem::new(
        Severity::Error,
        "pattern",
        place,
        &what,
        Some(problem.error.cure()),
    )
}

/// The column of a fault in a pattern on its line; a quote before the pattern counts.
fn column_in_source(source: &Source, at: Position, column: usize) -> u32 {
    let skip = usize::try_from(at.column.saturating_sub(1)).unwrap_or(0);
    let quoted = matches!(source.line(at.line).chars().nth(skip), Some('"' | '\''));
    let offset = u32::try_from(column.saturating_sub(1)).unwrap_or(0) + u32::from(quoted);
    at.column + offset
}
