//! How the answers of an interview are given: typed, or spoken and ticked off by hand.

/// How the answers of an interview are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Manner {
    /// Typed, and graded by the program.
    #[default]
    Typed,
    /// Spoken by a candidate who is alone, and then ticked by the same.
    Spoken,
    /// Spoken to a person, who ticks while the candidate talks.
    Facilitated,
}

impl Manner {
    /// The name in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Spoken => "spoken",
            Self::Facilitated => "facilitated",
        }
    }

    /// Reads the name in the log.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Typed, Self::Spoken, Self::Facilitated]
            .into_iter()
            .find(|manner| manner.name() == name)
    }

    /// Whether points are ticked by hand.
    pub const fn is_ticked(self) -> bool {
        !matches!(self, Self::Typed)
    }
}
