//! Model answers with alternatives, and the one that an answer comes nearest to.

use std::collections::HashSet;

use crate::domain::{Register, Step, Task};

use super::{normalise::fold, stem::stem};

/// The model of `step` that shares most words with `answer`, its alternatives chosen likewise.
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
    let texts = models.into_iter().map(|model| match step.task {
        Task::Say(_) => expand(&model.text, &said),
        Task::Write | Task::Review(_) | Task::Incident(_) | Task::Sheet(_) => model.text.clone(),
    });
    let mut best: Option<(f64, String)> = None;
    for text in texts {
        let likeness = likeness(&stems(&text), &said);
        if best.as_ref().is_none_or(|(known, _)| likeness > *known) {
            best = Some((likeness, text));
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
            Task::Say(_) => expand(&model.text, &HashSet::new()),
            Task::Write | Task::Review(_) | Task::Incident(_) | Task::Sheet(_) => {
                model.text.clone()
            }
        })
        .collect()
}

/// Replaces each `[a|b]` by the alternative that shares most words with `said`, the first among equals.
fn expand(model: &str, said: &HashSet<String>) -> String {
    let mut text = String::with_capacity(model.len());
    let mut rest = model;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((inside, behind)) = after.split_once(']') else {
            break;
        };
        text.push_str(before);
        if inside.contains('|') {
            let mut best = (0.0, "");
            for (number, alternative) in inside.split('|').enumerate() {
                let likeness = likeness(&stems(alternative), said);
                if number == 0 || likeness > best.0 {
                    best = (likeness, alternative);
                }
            }
            text.push_str(best.1);
        } else {
            text.push('[');
            text.push_str(inside);
            text.push(']');
        }
        rest = behind;
    }
    text.push_str(rest);
    tidy(&text)
}

/// Takes away the spaces that an empty alternative leaves behind.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for character in text.chars() {
        let after_space = tidied.ends_with(' ');
        if character == ' ' && (after_space || tidied.is_empty()) {
            continue;
        }
        if after_space && matches!(character, '.' | ',' | ';' | ':' | '!' | '?') {
            tidied.pop();
        }
        tidied.push(character);
    }
    tidied
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

#[cfg(test)]
mod tests {
    use super::{expand, stems};

    #[track_caller]
    fn case(model: &str, answer: &str, expected: &str) {
        assert_eq!(expand(model, &stems(answer)), expected);
    }

    #[test]
    fn alternatives_follow_the_answer() {
        let model = "We [have not|haven't] seen any [evidence|sign] of data loss [so far|].";
        case(
            model,
            "there is no sign of it",
            "We have not seen any sign of data loss so far.",
        );
        case(
            "[Thanks|] for this [change|patch], all.",
            "the patch",
            "Thanks for this patch, all.",
        );
        case("Use a[0] and [open", "x", "Use a[0] and [open");
        case("No loss [|so far].", "x", "No loss.");
    }
}
