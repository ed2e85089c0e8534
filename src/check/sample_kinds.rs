//! A step is tried on good, poor and negated answers.

use crate::domain::{Expectation, ExpectedState, Sample};

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "missing-sample",
    about: "every step has a good, a poor and a negated sample",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let samples = &step.step.samples;
        let mut missing = Vec::new();
        if !samples.iter().any(is_good) {
            missing.push("a good answer in other words than the model (`expect: full`)");
        }
        if !samples.iter().any(is_poor) {
            missing.push("a poor or wrong one (`expect: none`)");
        }
        if !samples.iter().any(is_negated) {
            missing.push("one that denies a point (`expect: {ID: negated}`)");
        }
        if !missing.is_empty() {
            findings.warning(
                subject.place_of(step.step.at, step.step.id.as_str()),
                format!("step `{}` has too few kinds of samples", step.step.id),
                format!("add {}", missing.join(", and ")),
            );
        }
    }
}

fn is_good(sample: &Sample) -> bool {
    sample.expect == Some(Expectation::Full) || has(sample, ExpectedState::Hit)
}

fn is_poor(sample: &Sample) -> bool {
    sample.expect == Some(Expectation::None) || has(sample, ExpectedState::Missed)
}

fn is_negated(sample: &Sample) -> bool {
    has(sample, ExpectedState::Negated) || has(sample, ExpectedState::Vetoed)
}

fn has(sample: &Sample, wanted: ExpectedState) -> bool {
    match &sample.expect {
        Some(Expectation::States(states)) => states.iter().any(|(_, state)| *state == wanted),
        _ => false,
    }
}
