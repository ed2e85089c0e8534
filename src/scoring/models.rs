//! Model answers with alternatives, and the one that an answer comes nearest to.

use std::collections::HashSet;

use crate::domain::{Register, Step, Task};

use super::{
    accepted::{first_reading, nearest_reading},
    normalise::fold,
    stem::stem,
};

/// The model of `step` that `answer` comes nearest to; in a `say` step its reading that does.
///
/// With a register only models for it (or for none) are looked at, if there are any. `None` if the
/// step has no model.
pub fn nearest_model(step: &Step, register: Option<Register>, answer: &str) -> Option<String> {
    let said = stems(answer);
    let fits = |register_of: Option<Register>| {
        register.is_none() || register_of.is_none() || register_of == register
    };
    let fitting = step
        .models
        .iter()
        .filter(|model| fits(step.register_of(model)));
    let mut models: Vec<_> = fitting.collect();
    if models.is_empty() {
        models = step.models.iter().collect();
    }
    let readings = models.into_iter().map(|model| match step.task {
        Task::Say(_) => nearest_reading(&model.text, answer),
        _ => (likeness(&stems(&model.text), &said), model.text.clone()),
    });
    let mut best: Option<(f64, String)> = None;
    for (nearness, text) in readings {
        if best.as_ref().is_none_or(|(known, _)| nearness > *known) {
            best = Some((nearness, text));
        }
    }
    best.map(|(_, text)| text)
}

/// Every model of `step` for `register`, with the first alternative of each bracket.
pub fn plain_models(step: &Step, register: Option<Register>) -> Vec<String> {
    step.models
        .iter()
        .filter(|model| {
            register.is_none()
                || step
                    .register_of(model)
                    .is_none_or(|of| Some(of) == register)
        })
        .map(|model| match step.task {
            Task::Say(_) => first_reading(&model.text),
            _ => model.text.clone(),
        })
        .collect()
}

fn stems(text: &str) -> HashSet<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect()
}

/// Shared words over the mean of both numbers of words, 0..=1.
fn likeness(one: &HashSet<String>, other: &HashSet<String>) -> f64 {
    let shared = one.intersection(other).count();
    let both = one.len() + other.len();
    if both == 0 {
        return 0.0;
    }
    2.0 * real(shared) / real(both)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn real(count: usize) -> f64 {
    count as f64
}
