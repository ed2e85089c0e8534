//! The steps of a scenario that hold a diff.

use crate::domain::{Review, Task};

use super::subject::{Checked, Subject};

/// Every step with a review, and the review.
pub fn reviews<'s>(
    subject: &'s Subject<'_>,
) -> impl Iterator<Item = (&'s Checked<'s>, &'s Review)> {
    subject
        .steps
        .iter()
        .filter_map(|step| match &step.step.task {
            Task::Review(review) => Some((step, &**review)),
            _ => None,
        })
}
