//! Points that are missed again and again, across scenarios.

use crate::domain::ScenarioId;

use super::{catalogue::Catalogue, overview::KeptMissing};

/// How many of the last tries at a point count.
pub const TRIES: usize = 8;

/// From this credit on a point counts as made.
pub const MADE: f64 = 0.5;

/// How many points are listed.
const LISTED: usize = 20;

/// The last tries at one point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tries {
    /// The skill, or `pack/scenario#step#criterion` where there is none.
    pub key: String,
    /// Whether each of the last tries missed the point, newest last; [`TRIES`] at most.
    pub missed: Vec<bool>,
    /// Where it was missed last, or tried last where it was never missed.
    pub scenario: Option<ScenarioId>,
}

/// The points missed at least twice and in half of the tries, worst first.
pub fn kept_missing(tries: Vec<Tries>, catalogue: &Catalogue) -> Vec<KeptMissing> {
    let mut missing = tries
        .into_iter()
        .filter_map(|point| {
            let tries = u32::try_from(point.missed.len()).ok()?;
            let missed =
                u32::try_from(point.missed.iter().filter(|missed| **missed).count()).ok()?;
            (missed >= 2 && missed * 2 >= tries).then(|| KeptMissing {
                label: catalogue.label(&point.key),
                key: point.key,
                missed,
                tries,
                drill: point.scenario.filter(|scenario| catalogue.offers(scenario)),
            })
        })
        .collect::<Vec<_>>();
    // Two of two is weaker evidence than seven of eight: one imaginary success is added to each.
    missing.sort_by(|one, other| {
        let share = |point: &KeptMissing| f64::from(point.missed) / f64::from(point.tries + 1);
        share(other)
            .total_cmp(&share(one))
            .then_with(|| one.key.cmp(&other.key))
    });
    missing.truncate(LISTED);
    missing
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, Tries, kept_missing};

    /// Each point is a name and its tries, `x` for a miss and `.` for a hit, newest last.
    #[track_caller]
    fn case(points: &[(&str, &str)], expected: &[&str]) {
        let tries = points
            .iter()
            .map(|(key, tries)| Tries {
                key: (*key).to_owned(),
                missed: tries.chars().map(|outcome| outcome == 'x').collect(),
                scenario: None,
            })
            .collect();
        let missing = kept_missing(tries, &Catalogue::default());
        let keys = missing.iter().map(|point| point.key.as_str());
        assert_eq!(keys.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_point_is_kept_missing_from_the_second_miss_and_half_of_the_tries_on() {
        case(&[("once", "x")], &[]);
        case(&[("twice", "xx")], &["twice"]);
        case(&[("rarely", "x...x...")], &[]);
        case(&[("half", "x.x.x.x.")], &["half"]);
    }

    #[test]
    fn the_worst_comes_first_and_more_evidence_is_worse() {
        case(
            &[("two", "xx"), ("half", "xx.."), ("seven", "xxxxxxx.")],
            &["seven", "two", "half"],
        );
    }
}
