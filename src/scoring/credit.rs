//! What a criterion earns for the patterns that were found.

use crate::domain::Requirement;

use super::{
    matcher::{Denial, Match},
    scorecard::State,
};

/// The most that a near miss earns.
pub(super) const NEAR_MISS: f64 = 0.5;

/// How the patterns of a criterion are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counting {
    /// The best one counts.
    Any,
    /// So many of them make full credit.
    AtLeast(usize),
}

impl Counting {
    /// How `requirement` counts its patterns.
    pub fn of(requirement: &Requirement) -> Self {
        match requirement {
            Requirement::Any(_) => Self::Any,
            Requirement::All(patterns) => Self::AtLeast(patterns.len()),
            Requirement::AtLeast { n, .. } => Self::AtLeast(*n),
        }
    }
}

/// A state, the credit, and the matches that account for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Credit {
    /// What became of the criterion.
    pub state: State,
    /// What it earned, 0..=1.
    pub earned: f64,
    /// The matches that account for it.
    pub matches: Vec<Match>,
}

/// What one match earns.
pub(super) fn worth(found: &Match) -> f64 {
    match found.denial {
        Denial::Negated | Denial::Vetoed => 0.0,
        Denial::None if found.is_near_miss() => NEAR_MISS,
        Denial::None => 1.0,
    }
}

/// Counts the best match of every pattern that has one.
pub(super) fn count(counting: Counting, matches: Vec<Match>) -> Credit {
    let full = match counting {
        Counting::Any => 1,
        Counting::AtLeast(n) => n.max(1),
    };
    let mut earning: Vec<Match> = Vec::new();
    let mut denied: Vec<Match> = Vec::new();
    for found in matches {
        if worth(&found) > 0.0 {
            earning.push(found);
        } else {
            denied.push(found);
        }
    }
    // a denied match of the whole pattern says more than a near miss of another
    if counting == Counting::Any && !denied.is_empty() && earning.iter().all(Match::is_near_miss) {
        earning.clear();
    }
    if earning.is_empty() {
        denied.sort_by_key(|found| found.denial);
        denied.truncate(1);
        let state = match denied.first().map(|found| found.denial) {
            Some(Denial::Negated) => State::Negated,
            Some(Denial::Vetoed) => State::Vetoed,
            _ => State::Missed,
        };
        return Credit {
            state,
            earned: 0.0,
            matches: denied,
        };
    }
    earning.sort_by(|one, two| worth(two).total_cmp(&worth(one)));
    earning.truncate(full);
    let sum: f64 = earning.iter().map(worth).sum();
    let earned = (sum / credit_unit(full)).min(1.0);
    let state = if earned >= 1.0 {
        State::Hit
    } else {
        State::Partial
    };
    Credit {
        state,
        earned,
        matches: earning,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of patterns")]
fn credit_unit(patterns: usize) -> f64 {
    patterns as f64
}
