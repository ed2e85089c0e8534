//! How far grades agree with labels by people: wrongly passed, wrongly failed, κ, Pearson's r, RMSE.

use super::scorecard::State;

/// What a person gave a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The point is made.
    Hit,
    /// Half of it.
    Partial,
    /// It is not.
    Missed,
}

impl Label {
    /// Reads `hit`, `partial` or `missed`; `negated` and `vetoed` are missed.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "hit" => Some(Self::Hit),
            "partial" => Some(Self::Partial),
            "missed" | "negated" | "vetoed" => Some(Self::Missed),
            _ => None,
        }
    }

    fn of(state: State) -> Self {
        match state {
            State::Hit => Self::Hit,
            State::Partial => Self::Partial,
            State::Missed | State::Negated | State::Vetoed => Self::Missed,
        }
    }

    const fn index(self) -> usize {
        match self {
            Self::Missed => 0,
            Self::Partial => 1,
            Self::Hit => 2,
        }
    }
}

/// Grades against labels, gathered one at a time; memory does not grow with them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    criteria: Vec<(String, Count)>,
    scores: Scores,
}

impl Agreement {
    /// Nothing compared yet, for criteria of these names.
    pub fn new(criteria: impl Iterator<Item = String>) -> Self {
        Self {
            criteria: criteria.map(|id| (id, Count::default())).collect(),
            scores: Scores::default(),
        }
    }

    /// Compares one criterion of one answer.
    pub fn add_label(&mut self, id: &str, state: State, label: Label) {
        if let Some((_, count)) = self.criteria.iter_mut().find(|(known, _)| known == id) {
            count.table[Label::of(state).index()][label.index()] += 1;
        }
    }

    /// Compares one score with a person's, both 0..=1.
    pub fn add_score(&mut self, score: f64, label: f64) {
        self.scores.add(score, label);
    }

    /// The counts of every criterion, in the rubric's order.
    pub fn criteria(&self) -> impl Iterator<Item = (&str, &Count)> {
        self.criteria.iter().map(|(id, count)| (id.as_str(), count))
    }

    /// The scores of all answers.
    pub fn scores(&self) -> &Scores {
        &self.scores
    }
}

/// How one criterion fared: grades by labels, each missed, partial, hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    table: [[u32; 3]; 3],
}

impl Count {
    /// How many labels there were.
    pub fn labels(&self) -> u32 {
        self.table.iter().flatten().sum()
    }

    /// How many grades are the same as their labels.
    pub fn agreed(&self) -> u32 {
        (0..3).map(|at| self.table[at][at]).sum()
    }

    /// Graded higher than by the person.
    pub fn wrongly_passed(&self) -> u32 {
        self.table[1][0] + self.table[2][0] + self.table[2][1]
    }

    /// Graded lower than by the person.
    pub fn wrongly_failed(&self) -> u32 {
        self.table[0][1] + self.table[0][2] + self.table[1][2]
    }

    /// Cohen's κ over missed, partial and hit; `None` where chance alone would agree.
    pub fn kappa(&self) -> Option<f64> {
        let all = f64::from(self.labels());
        if all == 0.0 {
            return None;
        }
        let row = |at: usize| f64::from(self.table[at].iter().sum::<u32>());
        let column = |at: usize| f64::from((0..3).map(|row| self.table[row][at]).sum::<u32>());
        let observed = f64::from(self.agreed()) / all;
        let chance: f64 = (0..3).map(|at| row(at) * column(at) / (all * all)).sum();
        ((1.0 - chance).abs() > 1e-12).then(|| (observed - chance) / (1.0 - chance))
    }
}

/// Sums from which r and RMSE follow; kept as running means, so that many answers lose no digits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scores {
    count: u32,
    mean: [f64; 2],
    squares: [f64; 2],
    product: f64,
    error: f64,
}

impl Scores {
    fn add(&mut self, score: f64, label: f64) {
        self.count += 1;
        let all = f64::from(self.count);
        let [x, y] = [score - self.mean[0], label - self.mean[1]];
        self.mean[0] += x / all;
        self.mean[1] += y / all;
        self.squares[0] += x * (score - self.mean[0]);
        self.squares[1] += y * (label - self.mean[1]);
        self.product += x * (label - self.mean[1]);
        self.error += (score - label) * (score - label);
    }

    /// How many answers had a score by a person.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Pearson's r; `None` where one side never varies.
    pub fn pearson(&self) -> Option<f64> {
        let spread = (self.squares[0] * self.squares[1]).sqrt();
        (spread > 0.0).then(|| self.product / spread)
    }

    /// The root of the mean squared difference; `None` without answers.
    pub fn rmse(&self) -> Option<f64> {
        (self.count > 0).then(|| (self.error / f64::from(self.count)).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::scorecard::State, Agreement, Label};

    #[test]
    fn counts_and_kappa_follow_from_the_table() {
        let mut agreement = Agreement::new(["a".to_owned()].into_iter());
        for (state, label) in [
            (State::Hit, Label::Hit),
            (State::Hit, Label::Missed),
            (State::Negated, Label::Missed),
            (State::Missed, Label::Missed),
        ] {
            agreement.add_label("a", state, label);
        }
        let (_, count) = agreement.criteria().next().unwrap();
        assert_eq!((count.labels(), count.agreed()), (4, 3));
        assert_eq!((count.wrongly_passed(), count.wrongly_failed()), (1, 0));
        assert!((count.kappa().unwrap() - 0.5).abs() < 1e-9);
    }

    #[test]
    fn r_and_rmse_follow_from_the_scores() {
        let mut agreement = Agreement::default();
        for (score, label) in [(0.0, 0.1), (0.5, 0.6), (1.0, 1.1)] {
            agreement.add_score(score, label);
        }
        let scores = agreement.scores();
        assert!((scores.pearson().unwrap() - 1.0).abs() < 1e-9);
        assert!((scores.rmse().unwrap() - 0.1).abs() < 1e-9);
        assert_eq!(Agreement::default().scores().pearson(), None);
    }
}
