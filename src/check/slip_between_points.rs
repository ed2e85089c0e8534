//! A misspelt word of one point is not taken for the word of another.

use std::collections::BTreeSet;

use crate::{
    domain::Criterion,
    scoring::{Pattern, slips, stem},
};

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "slip-between-points",
    about: "no slip of the pen turns a word of one point into a word of another",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let rubric = &step.step.rubric;
        let words: Vec<BTreeSet<String>> = rubric.iter().map(forgiving_words).collect();
        for (index, criterion) in rubric.iter().enumerate() {
            for (other, theirs) in rubric.iter().zip(&words).skip(index + 1) {
                let Some((own, their)) = confusable(&words[index], theirs) else {
                    continue;
                };
                findings.warning(
                    subject.place_of(other.at, &their),
                    format!(
                        "`{their}` of `{}` is one slip away from `{own}` of `{}`: a misspelt one earns both",
                        other.id, criterion.id
                    ),
                    format!("ask for the exact word with `={their}`, or for more words beside it"),
                );
            }
        }
    }
}

/// The words that count though they are misspelt, where they alone make the point: beside other words a slip does
/// no harm.
fn forgiving_words(criterion: &Criterion) -> BTreeSet<String> {
    let parsed = criterion
        .requirement
        .patterns()
        .iter()
        .filter_map(|pattern| Pattern::parse(&pattern.text).ok());
    let alone = parsed.filter_map(|pattern| {
        let words = pattern.words();
        let is_plain = pattern.as_str().chars().all(char::is_alphanumeric);
        (is_plain && words.len() == 1).then(|| words[0].to_owned())
    });
    alone.collect()
}

/// A word of each that a reader of slips cannot tell apart, and that are not one word in two forms.
fn confusable(own: &BTreeSet<String>, theirs: &BTreeSet<String>) -> Option<(String, String)> {
    let pairs = own
        .iter()
        .flat_map(|own| theirs.iter().map(move |their| (own, their)));
    let mut close = pairs.filter(|(own, their)| {
        own != their && stem(own) != stem(their) && slips(own, their).is_some()
    });
    close
        .next()
        .map(|(own, their)| (own.clone(), their.clone()))
}
