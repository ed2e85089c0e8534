//! The level a mock interview is held at.

/// A level as many companies number it; what it asks for differs from house to house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Junior: defined problems, with help.
    L3,
    /// Mid: defined problems, alone.
    #[default]
    L4,
    /// Senior: open problems.
    L5,
    /// Staff: problems of several teams.
    L6,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Self; 4] = [Self::L3, Self::L4, Self::L5, Self::L6];

    /// The number, such as `L5`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::L3 => "L3",
            Self::L4 => "L4",
            Self::L5 => "L5",
            Self::L6 => "L6",
        }
    }

    /// The word, such as `senior`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::L3 => "junior",
            Self::L4 => "mid",
            Self::L5 => "senior",
            Self::L6 => "staff",
        }
    }

    /// Reads the number or the word, in capitals or not.
    pub fn parse(text: &str) -> Option<Self> {
        let is_meant = |level: &Self| {
            text.eq_ignore_ascii_case(level.name()) || text.eq_ignore_ascii_case(level.word())
        };
        Self::ALL.into_iter().find(is_meant)
    }
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn a_level_is_read_by_its_number_or_its_word() {
        for level in Level::ALL {
            assert_eq!(Level::parse(level.name()), Some(level));
            assert_eq!(Level::parse(&level.word().to_uppercase()), Some(level));
        }
        assert_eq!(Level::parse("L7"), None);
    }
}
