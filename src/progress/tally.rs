//! One local day's practice of one scenario: what statistics are summed from.

use crate::domain::ScenarioId;

use super::local_day::LocalDay;

/// A sum of marks with the number of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    /// The sum of marks, each 0..=1.
    pub total: f64,
    /// How many there were.
    pub count: u32,
}

impl Sum {
    /// Adds one mark.
    pub fn add(&mut self, mark: f64) {
        self.total += mark;
        self.count += 1;
    }

    /// The two sums as one.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            total: self.total + other.total,
            count: self.count + other.count,
        }
    }

    /// The mean, 0..=1; `None` of nothing.
    pub fn mean(self) -> Option<f64> {
        (self.count > 0).then(|| self.total / f64::from(self.count))
    }
}

/// How often the learner's own judgement of a point met the score's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Claimed, and scored.
    pub rightly_claimed: u32,
    /// Claimed, and not scored.
    pub overclaimed: u32,
    /// Not claimed, and scored.
    pub underclaimed: u32,
    /// Not claimed, and not scored.
    pub rightly_left: u32,
}

impl Judgement {
    /// The two counts as one.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            rightly_claimed: self.rightly_claimed + other.rightly_claimed,
            overclaimed: self.overclaimed + other.overclaimed,
            underclaimed: self.underclaimed + other.underclaimed,
            rightly_left: self.rightly_left + other.rightly_left,
        }
    }

    /// How many points were judged.
    pub fn judged(self) -> u32 {
        self.rightly_claimed + self.overclaimed + self.underclaimed + self.rightly_left
    }
}

/// One local day's practice of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// The day.
    pub day: LocalDay,
    /// The scenario, by its present id.
    pub scenario: ScenarioId,
    /// Submitted texts of every part: answers, retypes, probes.
    pub practised: u32,
    /// Answers to steps and to follow-ups among them.
    pub answers: u32,
    /// Milliseconds of practice.
    pub active_ms: u64,
    /// Milliseconds of it in reviews that the schedule asked for.
    pub review_ms: u64,
    /// Hints taken.
    pub hints: u32,
    /// Answers for which the template was opened.
    pub templates: u32,
    /// Scores of answers; those before a reset are left out here and below.
    pub score: Sum,
    /// Marks for structure.
    pub structure: Sum,
    /// Marks for communication.
    pub communication: Sum,
    /// Self-assessment against score.
    pub judgement: Judgement,
}

impl Tally {
    /// Nothing practised yet on `day`.
    pub fn new(day: LocalDay, scenario: ScenarioId) -> Self {
        Self {
            day,
            scenario,
            practised: 0,
            answers: 0,
            active_ms: 0,
            review_ms: 0,
            hints: 0,
            templates: 0,
            score: Sum::default(),
            structure: Sum::default(),
            communication: Sum::default(),
            judgement: Judgement::default(),
        }
    }
}

/// Milliseconds of `today` that went into reviews.
pub fn reviewed_ms(tallies: &[Tally], today: LocalDay) -> u64 {
    tallies
        .iter()
        .filter(|tally| tally.day == today)
        .fold(0, |sum, tally| sum.saturating_add(tally.review_ms))
}

/// Practice per local day (`YYYY-MM-DD`): attempts of every part, and the mean score of answers. `tallies` are in the
/// order of days.
pub fn days(tallies: &[Tally]) -> Vec<(String, u32, f64)> {
    tallies
        .chunk_by(|one, other| one.day == other.day)
        .map(|day| {
            let practised = day.iter().map(|tally| tally.practised).sum();
            let score = day
                .iter()
                .fold(Sum::default(), |sum, tally| sum.plus(tally.score));
            let name = day
                .first()
                .map_or_else(String::new, |tally| tally.day.to_string());
            (name, practised, score.mean().unwrap_or(0.0))
        })
        .collect()
}
