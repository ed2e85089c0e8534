//! Small rubrics made by hand, and what an answer comes to by them.

use firedrill::{
    domain::{
        Criterion, Form, Language, Limits, NegationRule, PatternText, Position, Requirement, Scope,
        Step, Task, Text,
    },
    scoring::{Glossary, Grader, Scorecard, State, Via},
};

/// A criterion that any of `patterns` meets.
pub fn criterion(id: &str, patterns: &[&str]) -> Criterion {
    Criterion {
        id: id.into(),
        point: Text::english(id),
        requirement: Requirement::Any(
            patterns
                .iter()
                .map(|text| PatternText::new(*text))
                .collect(),
        ),
        weight: 1.0,
        must: false,
        vetoes: Vec::new(),
        scope: Scope::Sentence,
        negation: NegationRule::Guard,
        registers: Vec::new(),
        skill: None,
        evidence: Vec::new(),
        hit: None,
        miss: None,
        probe: None,
        hint: None,
        renamed_from: None,
        at: Position::default(),
    }
}

/// A prose step with `rubric` and nothing else.
pub fn step(rubric: Vec<Criterion>) -> Step {
    Step {
        id: "step".into(),
        ask: Text::english("What do you do?"),
        task: Task::Write,
        rubric,
        red_flags: Vec::new(),
        order: Vec::new(),
        models: Vec::new(),
        samples: Vec::new(),
        register: None,
        form: Form::Notes,
        language: Language::English,
        limits: Limits::default(),
        template: None,
        hint: None,
        after: None,
        condition: None,
        asked: Vec::new(),
        renamed_from: None,
        at: Position::default(),
    }
}

/// A small glossary.
pub fn glossary() -> Glossary {
    Glossary::new(vec![
        vec!["userns".into(), "user namespace".into()],
        vec!["k8s".into(), "kubernetes".into()],
    ])
}

/// Grades `answer` by one criterion.
pub fn grade(criterion: Criterion, answer: &str) -> Scorecard {
    match Grader::new(&step(vec![criterion]), &glossary(), None) {
        Ok(grader) => grader.grade(answer),
        Err(problems) => panic!("{problems:?}"),
    }
}

/// What came of it: the state, the words and how they matched.
pub fn outcome(criterion: Criterion, answer: &str) -> (State, Vec<String>) {
    let card = grade(criterion, answer);
    let finding = &card.criteria[0];
    let words = finding
        .spans
        .iter()
        .map(|span| {
            let words = &answer[span.start..span.end];
            match span.via {
                Via::Exact => words.to_owned(),
                Via::Stem => format!("{words}/stem"),
                Via::Prefix => format!("{words}/prefix"),
                Via::Synonym => format!("{words}/synonym"),
                Via::Slip => format!("{words}/slip"),
                Via::Number => format!("{words}/number"),
            }
        })
        .collect();
    (finding.state, words)
}

/// Holds the outcome of one pattern against what is expected.
#[track_caller]
pub fn case(pattern: &str, answer: &str, state: State, words: &[&str]) {
    let (found, spans) = outcome(criterion("point", &[pattern]), answer);
    assert_eq!(
        (found, spans.iter().map(String::as_str).collect()),
        (state, words.to_vec()),
        "{pattern} in {answer}"
    );
}
