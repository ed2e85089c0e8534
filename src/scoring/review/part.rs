//! The parts of a review that can make a point: each comment, and the summary.

use std::collections::HashSet;

use crate::domain::{CommentLabel, Review};

use super::{
    super::{
        reading::{Points, Reading},
        scorecard::Finding,
    },
    mask::only,
    place::{Location, locate},
    written::WrittenReview,
};

/// Comments that are read; nobody writes more, and the rest is noise.
const MOST: usize = 100;

/// Share of common words from which two comments say the same.
const SAME: f64 = 0.8;

/// A part and what it earns by its words alone.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its number among the parts.
    pub number: usize,
    /// The comment it is, by its number; absent for the summary.
    pub comment: Option<usize>,
    /// The code it is about.
    pub location: Location,
    /// Its label.
    pub label: Option<CommentLabel>,
    /// First byte of what it says.
    pub text: usize,
    /// One past its last byte.
    pub end: usize,
    /// Whether it says what a comment before it said.
    pub is_repeated: bool,
    /// What it earns, its spans as bytes of the answer.
    pub points: Points,
    /// Whether the review has no comment at all.
    pub is_alone: bool,
}

/// The comments in order, then the summary where there is one.
pub(super) fn parts(
    answer: &str,
    written: &WrittenReview,
    review: &Review,
    reading: &dyn Reading,
) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut said: Vec<HashSet<String>> = Vec::new();
    for (number, comment) in written.comments.iter().enumerate().take(MOST) {
        let text = answer.get(comment.text..comment.end).unwrap_or_default();
        let words = words(text);
        let is_repeated = said.iter().any(|before| likeness(before, &words) >= SAME);
        said.push(words);
        let mut points = if is_repeated {
            Points::default()
        } else {
            reading.points(text)
        };
        for finding in points.criteria.iter_mut().chain(&mut points.asides) {
            shift(finding, comment.text);
        }
        parts.push(Part {
            number,
            comment: Some(number),
            location: locate(comment, &review.diff),
            label: comment.label,
            text: comment.text,
            end: comment.end,
            is_repeated,
            points,
            is_alone: false,
        });
    }
    if let (Some((start, _)), Some((_, end))) = (written.summary.first(), written.summary.last()) {
        parts.push(Part {
            number: parts.len(),
            comment: None,
            location: Location::Nowhere { is_unknown: false },
            label: None,
            text: *start,
            end: *end,
            is_repeated: false,
            points: reading.points(&only(answer, &written.summary)),
            is_alone: written.comments.is_empty(),
        });
    }
    parts
}

fn shift(finding: &mut Finding, by: usize) {
    for span in &mut finding.spans {
        span.start += by;
        span.end += by;
    }
}

fn words(text: &str) -> HashSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Common words over all words, 0..=1; 0 for texts too short to tell.
fn likeness(one: &HashSet<String>, other: &HashSet<String>) -> f64 {
    let all = one.union(other).count();
    if all < 3 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
    let share = one.intersection(other).count() as f64 / all as f64;
    share
}
