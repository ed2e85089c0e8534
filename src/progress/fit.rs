//! Parameters of the schedule from the learner's own history.

use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, compute_parameters};

use super::{local_day::LocalDay, memory::Review, rating::Rating};

/// With fewer repetitions than this the average learner's parameters are the better guess.
pub const LEAST_REPETITIONS: usize = 400;

/// Fits the 21 parameters of FSRS-6 to `histories`, one per step, each in the order of its times. The error is how many
/// repetitions there are when they are too few, or do not lead to parameters that can be used.
pub fn fit(histories: &[Vec<Review>]) -> Result<Vec<f32>, usize> {
    let train_set = histories
        .iter()
        .flat_map(|history| repetitions(history))
        .collect::<Vec<_>>();
    let repetitions = train_set.len();
    if repetitions < LEAST_REPETITIONS {
        return Err(repetitions);
    }
    compute_parameters(ComputeParametersInput {
        train_set,
        ..ComputeParametersInput::default()
    })
    .map_err(|_| repetitions)
}

/// Every beginning of a history that ends with a repetition on a later day.
fn repetitions(history: &[Review]) -> Vec<FSRSItem> {
    let mut reviews = Vec::<FSRSReview>::new();
    let mut items = Vec::new();
    let mut last_day = None;
    for review in history {
        let day = LocalDay::of(review.at, review.utc_offset);
        let elapsed = last_day.map_or(0, |last: LocalDay| day.0.saturating_sub(last.0).max(0));
        last_day = Some(day);
        reviews.push(FSRSReview {
            rating: match review.rating {
                Rating::Again => 1,
                Rating::Hard => 2,
                Rating::Good => 3,
                Rating::Easy => 4,
            },
            delta_t: u32::try_from(elapsed).unwrap_or(u32::MAX),
        });
        if elapsed > 0 {
            items.push(FSRSItem {
                reviews: reviews.clone(),
            });
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::{LEAST_REPETITIONS, Rating, Review, fit};
    use crate::progress::Scheduler;

    const DAY: i64 = 86_400_000;

    /// Steps repeated after 1, 3, 8 and 20 days by somebody who forgets every fourth time.
    fn histories(steps: usize) -> Vec<Vec<Review>> {
        (0..steps)
            .map(|step| {
                [0, 1, 4, 12, 32]
                    .into_iter()
                    .enumerate()
                    .map(|(time, day)| Review {
                        at: day * DAY,
                        utc_offset: 0,
                        rating: if (step + time) % 4 == 3 {
                            Rating::Again
                        } else {
                            Rating::Good
                        },
                        active_ms: 0,
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn too_short_a_history_is_not_fitted_to() {
        assert_eq!(fit(&histories(99)), Err(396));
    }

    #[test]
    fn a_long_history_gives_parameters_that_schedule() {
        let parameters = fit(&histories(LEAST_REPETITIONS / 4)).unwrap();
        assert_eq!(parameters.len(), 21);
        assert!(Scheduler::new(&parameters).is_some());
    }
}
