//! What the schedule knows of a step: FSRS-6, replayed from the reviews in the log.

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};

use super::{local_day::LocalDay, rating::Rating};

/// The chance of remembering at which a step comes back.
const DESIRED_RETENTION: f32 = 0.9;

/// No step stays away for longer than a year, however well it went.
const LONGEST_DAYS: f32 = 365.0;

/// One answer, as the schedule hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// Minutes east of UTC where the learner sat.
    pub utc_offset: i32,
    /// How well it went, corrections by the learner included.
    pub rating: Rating,
    /// Milliseconds the answer took.
    pub active_ms: u64,
}

/// What FSRS knows of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days after which the chance of remembering has fallen to 90 %.
    pub stability: f32,
    /// 1, easiest, to 10.
    pub difficulty: f32,
    /// The last review, in milliseconds since 1970, UTC.
    pub last: i64,
    /// When the step comes back: the beginning of a local day, in milliseconds since 1970, UTC.
    pub due: i64,
    /// How many reviews there were.
    pub reviews: u32,
    /// How many of them said *again* after the first.
    pub lapses: u32,
    /// Milliseconds the last answer took.
    pub active_ms: u64,
}

impl Memory {
    /// The chance, 0..=1, that the step is still remembered at `now` (milliseconds since 1970, UTC).
    pub fn retrievability(&self, now: i64) -> f32 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a fraction of a day does not matter here"
        )]
        let days = (now.saturating_sub(self.last)).max(0) as f32 / 86_400_000.0;
        let state = MemoryState {
            stability: self.stability,
            difficulty: self.difficulty,
        };
        current_retrievability(state, days, FSRS6_DEFAULT_DECAY)
    }
}

/// FSRS-6 with one learner's parameters.
#[derive(Clone, Debug)]
pub struct Scheduler {
    model: FSRS,
}

impl Scheduler {
    /// A scheduler with 21 `parameters`, or with those of the average learner where there are none; `None` where
    /// they are not parameters of FSRS-6.
    pub fn new(parameters: &[f32]) -> Option<Self> {
        FSRS::new(parameters).ok().map(|model| Self { model })
    }

    /// What is known after `reviews`, which are in the order of their times; `None` without any.
    ///
    /// A repetition on the same local day, with the debrief fresh in mind, counts as *good* at most.
    pub fn replay(&self, reviews: &[Review]) -> Option<Memory> {
        let mut memory: Option<Memory> = None;
        let mut last_day = LocalDay(i64::MIN);
        for review in reviews {
            let day = LocalDay::of(review.at, review.utc_offset);
            let elapsed = day.0.saturating_sub(last_day.0).max(0);
            let rating = if memory.is_some() && elapsed == 0 {
                review.rating.min(Rating::Good)
            } else {
                review.rating
            };
            memory = Some(self.next(memory, *review, rating, elapsed, day)?);
            last_day = day;
        }
        memory
    }

    fn next(
        &self,
        before: Option<Memory>,
        review: Review,
        rating: Rating,
        elapsed: i64,
        day: LocalDay,
    ) -> Option<Memory> {
        let state = before.map(|memory| MemoryState {
            stability: memory.stability,
            difficulty: memory.difficulty,
        });
        let elapsed = match before {
            Some(_) => u32::try_from(elapsed).unwrap_or(u32::MAX),
            None => 0,
        };
        let states = self
            .model
            .next_states(state, DESIRED_RETENTION, elapsed)
            .ok()?;
        let after = match rating {
            Rating::Again => states.again,
            Rating::Hard => states.hard,
            Rating::Good => states.good,
            Rating::Easy => states.easy,
        };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "between 1 and 365 by the line itself"
        )]
        let days = after.interval.round().clamp(1.0, LONGEST_DAYS) as i64;
        let lapsed = before.is_some() && rating == Rating::Again;
        Some(Memory {
            stability: after.memory.stability,
            difficulty: after.memory.difficulty,
            last: review.at,
            due: day.plus(days).begins_at(review.utc_offset),
            reviews: before.map_or(0, |memory| memory.reviews) + 1,
            lapses: before.map_or(0, |memory| memory.lapses) + u32::from(lapsed),
            active_ms: review.active_ms,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{LocalDay, Memory, Rating, Review, Scheduler};

    const MORNING: i64 = 1_795_424_400_000;
    const DAY: i64 = 86_400_000;

    fn replay(ratings: &[(i64, Rating)]) -> Option<Memory> {
        let reviews = ratings
            .iter()
            .map(|&(day, rating)| Review {
                at: MORNING + day * DAY,
                utc_offset: 480,
                rating,
                active_ms: 60_000,
            })
            .collect::<Vec<_>>();
        Scheduler::new(&[]).unwrap().replay(&reviews)
    }

    /// Days from the last review to the day on which the step comes back.
    #[track_caller]
    fn case(ratings: &[(i64, Rating)], expected: i64) {
        let memory = replay(ratings).unwrap();
        let days = LocalDay::of(memory.due, 480).0 - LocalDay::of(memory.last, 480).0;
        assert_eq!(days, expected, "{memory:?}");
    }

    #[test]
    fn the_first_intervals_are_those_of_fsrs_6() {
        case(&[(0, Rating::Again)], 1);
        case(&[(0, Rating::Hard)], 1);
        case(&[(0, Rating::Good)], 2);
        case(&[(0, Rating::Easy)], 8);
    }

    #[test]
    fn intervals_grow_with_success_and_fall_with_a_lapse() {
        case(&[(0, Rating::Good), (2, Rating::Good)], 11);
        case(&[(0, Rating::Good), (2, Rating::Again)], 1);
        let lapsed = replay(&[(0, Rating::Good), (2, Rating::Again)]).unwrap();
        assert_eq!((lapsed.reviews, lapsed.lapses), (2, 1));
    }

    #[test]
    fn a_repetition_on_the_same_day_is_never_easy() {
        assert_eq!(
            replay(&[(0, Rating::Again), (0, Rating::Easy)]),
            replay(&[(0, Rating::Again), (0, Rating::Good)])
        );
    }

    #[test]
    fn no_step_stays_away_for_more_than_a_year() {
        let often = (0..30)
            .map(|time| (time * 400, Rating::Easy))
            .collect::<Vec<_>>();
        case(&often, 365);
    }

    #[test]
    fn a_clock_set_back_shortens_nothing_and_breaks_nothing() {
        let memory = replay(&[(5, Rating::Good), (0, Rating::Good)]).unwrap();
        assert!(memory.stability.is_finite());
        assert!(memory.due > memory.last);
        assert!(memory.retrievability(MORNING - DAY) <= 1.0);
    }

    #[test]
    fn without_a_review_nothing_is_known() {
        assert_eq!(replay(&[]), None);
    }
}
