//! How well a step was remembered, in the four words of the schedule.

use crate::scoring::Verdict;

/// What the schedule hears of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Not remembered.
    Again,
    /// Remembered in part.
    Hard,
    /// Remembered.
    Good,
    /// Remembered without effort.
    Easy,
}

impl Rating {
    /// Every rating, lowest first.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// The rating of an answer with `verdict`. With a hint or the template it is *good* at most.
    pub fn of(verdict: Verdict, helped: bool) -> Self {
        let rating = match verdict {
            Verdict::StrongNoHire => Self::Again,
            Verdict::NoHire => Self::Hard,
            Verdict::Hire => Self::Good,
            Verdict::StrongHire => Self::Easy,
        };
        if helped {
            rating.min(Self::Good)
        } else {
            rating
        }
    }

    /// The name in `rated` events.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Hard => "hard",
            Self::Good => "good",
            Self::Easy => "easy",
        }
    }

    /// Reads the name in `rated` events.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Rating;
    use crate::scoring::Verdict;

    #[track_caller]
    fn case(verdict: Verdict, helped: bool, expected: &str) {
        assert_eq!(Rating::of(verdict, helped).name(), expected);
    }

    #[test]
    fn a_verdict_is_a_rating_and_help_caps_it_at_good() {
        case(Verdict::StrongNoHire, false, "again");
        case(Verdict::NoHire, false, "hard");
        case(Verdict::Hire, false, "good");
        case(Verdict::StrongHire, false, "easy");
        case(Verdict::StrongHire, true, "good");
        case(Verdict::NoHire, true, "hard");
    }
}
