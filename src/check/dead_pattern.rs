//! Patterns that no model and no sample uses, and patterns that another one makes needless.

use crate::{
    domain::{Criterion, PatternText, Requirement, Step, Task},
    scoring::{Grader, Pattern, Span, State},
};

use super::{
    finding::Findings,
    lint::Lint,
    pattern_use::PatternUse,
    subject::{Checked, Subject},
};

pub const LINT: Lint = Lint {
    name: "dead-pattern",
    about: "every pattern catches something that the patterns before it do not",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let alone = one_pattern_each(step.step);
        if let Ok(grader) = Grader::new(&alone, step.glossary, None) {
            needless(subject, step, &grader, findings);
            unused(subject, step, &alone, &grader, findings);
        }
    }
}

/// The step with a criterion for each pattern, in order.
fn one_pattern_each(step: &Step) -> Step {
    let single = |criterion: &Criterion, pattern: &PatternText| Criterion {
        requirement: Requirement::Any(vec![pattern.clone()]),
        vetoes: Vec::new(),
        registers: Vec::new(),
        ..criterion.clone()
    };
    let all = step.rubric.iter().flat_map(|criterion| {
        let patterns = criterion.requirement.patterns().iter();
        patterns.map(move |pattern| single(criterion, pattern))
    });
    let task = match &step.task {
        // A way out would be caught in the name of every pattern of its finding.
        Task::Review(_) => Task::Write,
        task => task.clone(),
    };
    Step {
        task,
        rubric: all.collect(),
        order: Vec::new(),
        ..step.clone()
    }
}

/// A pattern whose own words already match a broader one of the same `any`.
fn needless(subject: &Subject<'_>, step: &Checked<'_>, grader: &Grader, findings: &mut Findings) {
    let mut offset = 0;
    for criterion in &step.step.rubric {
        let patterns = criterion.requirement.patterns();
        let own = offset..offset + patterns.len();
        offset += patterns.len();
        if !matches!(criterion.requirement, Requirement::Any(_)) {
            continue;
        }
        for (index, pattern) in patterns.iter().enumerate() {
            let Some(words) = plain_words(pattern) else {
                continue;
            };
            let card = grader.grade(&words);
            let caught = card.criteria.get(own.clone()).unwrap_or_default();
            let broader = caught
                .iter()
                .zip(patterns)
                .enumerate()
                .find(|(other, (finding, _))| *other != index && finding.state == State::Hit);
            if let Some((_, (_, broader))) = broader
                && broader.text.len() < pattern.text.len()
            {
                findings.warning(
                    subject.place(pattern.at, pattern.text.chars().count()),
                    format!(
                        "`{}` can never add anything: `{}` matches all of it",
                        pattern.text, broader.text
                    ),
                    "delete one of the two",
                );
            }
        }
    }
}

/// The pattern itself as an answer, where it has no operators.
fn plain_words(pattern: &PatternText) -> Option<String> {
    let is_plain = !pattern
        .text
        .contains(['(', '~', '>', '<', '*', '=', '$', '"']);
    let parsed = Pattern::parse(&pattern.text).ok()?;
    (is_plain && !parsed.asks_for_negation()).then(|| pattern.text.clone())
}

fn unused(
    subject: &Subject<'_>,
    step: &Checked<'_>,
    alone: &Step,
    grader: &Grader,
    findings: &mut Findings,
) {
    let models = step
        .step
        .models
        .iter()
        .flat_map(|model| step.versions(model));
    let samples = step.step.samples.iter().map(|sample| sample.text.clone());
    let mut uses: Vec<PatternUse> = alone
        .rubric
        .iter()
        .flat_map(|criterion| {
            let patterns = criterion.requirement.patterns().iter();
            patterns.map(|pattern| PatternUse {
                file: subject.source.name.clone(),
                line: pattern.at.line,
                step: step.step.id.to_string(),
                criterion: criterion.id.to_string(),
                pattern: pattern.text.clone(),
                caught: Vec::new(),
            })
        })
        .collect();
    for text in models.chain(samples) {
        for (used, finding) in uses.iter_mut().zip(grader.grade(&text).criteria) {
            if finding.state != State::Missed {
                used.caught.push(words(&text, &finding.spans));
            }
        }
    }
    let dead: Vec<&PatternText> = alone
        .rubric
        .iter()
        .zip(&uses)
        .filter(|(_, used)| used.caught.is_empty())
        .flat_map(|(criterion, _)| criterion.requirement.patterns())
        .collect();
    if let Some(first) = dead.first() {
        let shown: Vec<String> = dead
            .iter()
            .take(4)
            .map(|each| format!("`{}`", each.text))
            .collect();
        let more = if dead.len() > shown.len() {
            ", …"
        } else {
            ""
        };
        findings.note(
            subject.place(first.at, first.text.chars().count()),
            format!(
                "{} of {} patterns of `{}` are tried by no model and no sample: {}{more}",
                dead.len(),
                alone.rubric.len(),
                step.step.id,
                shown.join(", ")
            ),
            "a sample that says it this way shows that the pattern works",
        );
    }
    findings.patterns.append(&mut uses);
}

/// The words that a pattern caught, in the order of the text.
fn words(text: &str, spans: &[Span]) -> String {
    let mut places: Vec<(usize, usize)> = spans.iter().map(|it| (it.start, it.end)).collect();
    places.sort_unstable();
    places.dedup();
    let words = places
        .iter()
        .filter_map(|&(start, end)| text.get(start..end));
    words.collect::<Vec<_>>().join(" … ")
}
