//! Two points are not earned by the same few words.

use std::collections::BTreeMap;

use crate::scoring::{Finding, State};

use super::{
    finding::Findings,
    lint::Lint,
    subject::{Checked, Subject},
};

pub const LINT: Lint = Lint {
    name: "overlapping-points",
    about: "no point is always earned by words that earn another one too",
    run,
};

/// How many answers must show it: the words of one may coincide.
const TELLING: usize = 3;

/// How often the words of one point also made another.
#[derive(Default)]
struct Count {
    within: usize,
    all: usize,
    words: String,
}

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        for ((inner, outer), count) in shared(step) {
            let Some(criterion) = step.criterion(&inner) else {
                continue;
            };
            if count.all < TELLING || count.within < count.all {
                continue;
            }
            findings.warning(
                subject.place_of(criterion.at, &inner),
                format!(
                    "the words that earn `{inner}` earn `{outer}` too, in all {} answers that have both, as in “{}”",
                    count.all, count.words
                ),
                "make each point ask for words of its own, or make one point of the two",
            );
        }
    }
}

/// For each two points: in how many models and samples both are made, and in how many the words of the first lie
/// within those of the second.
fn shared(step: &Checked<'_>) -> BTreeMap<(String, String), Count> {
    let models = step.step.models.iter();
    let of_models = models.flat_map(|model| step.model_cards(model).into_iter().take(1));
    let samples = step.step.samples.iter().filter_map(|sample| {
        let grader = step.grader(step.register_of_sample(sample))?;
        Some((sample.text.clone(), grader.grade(&sample.text)))
    });
    let mut counts: BTreeMap<(String, String), Count> = BTreeMap::new();
    for (text, card) in of_models.chain(samples) {
        let hits: Vec<&Finding> = card
            .criteria
            .iter()
            .filter(|each| each.state == State::Hit)
            .collect();
        for inner in &hits {
            for outer in hits.iter().filter(|outer| outer.id != inner.id) {
                let count = counts
                    .entry((inner.id.clone(), outer.id.clone()))
                    .or_default();
                count.all += 1;
                if lies_within(inner, outer) {
                    count.within += 1;
                    let first = inner
                        .spans
                        .first()
                        .and_then(|span| text.get(span.start..span.end));
                    first.unwrap_or_default().clone_into(&mut count.words);
                }
            }
        }
    }
    counts
}

fn lies_within(inner: &Finding, outer: &Finding) -> bool {
    !inner.spans.is_empty()
        && inner.spans.iter().all(|span| {
            outer
                .spans
                .iter()
                .any(|other| other.start <= span.start && span.end <= other.end)
        })
}
