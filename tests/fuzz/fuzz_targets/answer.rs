//! Any bytes as a pattern on the first line and an answer below: matched and graded, spans inside the answer.
#![no_main]

use std::sync::LazyLock;

use firedrill::{
    library::{Library, builtin},
    scoring::{Glossary, Grader, Pattern, explain},
};
use libfuzzer_sys::fuzz_target;

/// The steps of the built-in scenarios, one of which grades each answer.
static GRADERS: LazyLock<Vec<Grader>> = LazyLock::new(|| {
    let library = Library::load(vec![builtin()]);
    let glossary = library.glossary("builtin");
    library
        .headers()
        .iter()
        .filter_map(|header| library.scenario(&header.id).ok())
        .flat_map(|scenario| scenario.steps.clone())
        .filter(|step| !step.rubric.is_empty())
        .filter_map(|step| Grader::new(&step, glossary, None).ok())
        .collect()
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let (pattern, answer) = text.split_once('\n').unwrap_or(("overlay", text));
    if let Ok(pattern) = Pattern::parse(pattern) {
        for span in explain(&pattern, &Glossary::default(), answer).spans {
            assert!(answer.get(span.start..span.end).is_some());
        }
    }
    let card = GRADERS[bytes.len() % GRADERS.len()].grade(answer);
    assert!((0.0..=1.0).contains(&card.score));
    for finding in &card.criteria {
        for span in finding.spans.iter().chain(&finding.near) {
            assert!(
                answer
                    .get(span.start..span.end)
                    .is_some_and(|it| !it.is_empty())
            );
        }
    }
});
