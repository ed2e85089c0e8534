//! Whether prose says which row drives the bill.

use crate::domain::Text;

use super::super::{normalise::fold, segment, stem::stem};

/// Words by which people name a driver; Chinese ones match by substring.
const SAYINGS: &[&str] = &[
    "driver",
    "drives",
    "driven",
    "biggest",
    "largest",
    "dominates",
    "dominated",
    "dominant",
    "most",
    "main",
    "mostly",
    "bulk",
    "majority",
    "top",
    "primarily",
    "primary",
    "heaviest",
    "expensive",
    "greatest",
    "lion",
    "nearly all",
    "almost all",
];
const CHINESE: &[&str] = &["最大", "主要", "大头", "占", "主导"];

/// Whether a sentence of `prose` names the row, by its name or a word of its label, as the driver.
pub(super) fn is_named(prose: &str, id: &str, label: &Text) -> bool {
    const IDLE: &[&str] = &[
        "cost", "costs", "the", "of", "for", "and", "a", "per", "month", "request", "requests",
        "charge", "charges", "to", "in", "out",
    ];
    let names: Vec<String> = [id.to_lowercase().replace('-', " "), label.en.to_lowercase()]
        .iter()
        .flat_map(|name| {
            name.split(|c: char| !c.is_alphanumeric())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .filter(|word| !word.is_empty() && !IDLE.contains(&word.as_str()))
        .map(|word| stem(&word))
        .collect();
    let text = fold(prose);
    segment::sentences(&text)
        .iter()
        .filter_map(|span| text.get(span.start..span.end))
        .any(|folded| {
            let words: Vec<String> = folded
                .split(|c: char| !c.is_alphanumeric())
                .map(stem)
                .collect();
            let names_it = names.iter().any(|name| words.contains(name))
                || label
                    .zh
                    .as_deref()
                    .is_some_and(|zh| !zh.is_empty() && folded.contains(zh));
            let says = SAYINGS.iter().any(|saying| words.contains(&stem(saying)))
                || CHINESE.iter().any(|saying| folded.contains(saying));
            let share = folded.contains('%') || folded.contains("percent");
            names_it && (says || share)
        })
}
