//! Whether a model is in sight while an answer is written.

/// Whether a model is in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InSight {
    /// It stays beside what is written.
    Beside(bool),
    /// It is typed from memory: it goes at the first key.
    UntilTyped(bool),
}

impl InSight {
    /// Whether it is seen now.
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Beside(true) | Self::UntilTyped(true))
    }

    /// Shows it, or takes it away.
    pub const fn turn(&mut self) {
        match self {
            Self::Beside(shown) | Self::UntilTyped(shown) => *shown = !*shown,
        }
    }

    /// Takes note of a key.
    pub const fn typed(&mut self) {
        if let Self::UntilTyped(shown) = self {
            *shown = false;
        }
    }
}
