//! Every sign in the program that is no letter, by meaning.

use ratatui::symbols::border;

use crate::scoring::State;

/// The signs that are not letters; none is wider than one cell on any terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Before a point made.
    pub hit: &'static str,
    /// Before a point half made.
    pub partial: &'static str,
    /// Before a point not made.
    pub missed: &'static str,
    /// Before a point that was found and does not count.
    pub negated: &'static str,
    /// Before what must not be said.
    pub alarm: &'static str,
    /// Before the selected row.
    pub pointer: &'static str,
    /// Up.
    pub up: &'static str,
    /// Down.
    pub down: &'static str,
    /// A filled part of a bar.
    pub full: &'static str,
    /// An empty part of a bar.
    pub empty: &'static str,
    /// Between small facts on one line.
    pub dot: &'static str,
    /// Before an item of a list.
    pub bullet: &'static str,
    /// How much was done in a day, from little to much.
    pub amounts: [&'static str; 4],
    /// How high a column is, from low to high.
    pub heights: [&'static str; 4],
    /// Frames.
    pub frame: border::Set<'static>,
}

impl Glyphs {
    /// Frames drawn with lines; every other sign is narrow in East Asian terminals too.
    pub const UNICODE: Self = Self {
        hit: "✓",
        partial: "~",
        missed: "✗",
        negated: "⊘",
        alarm: "!",
        pointer: "▸",
        up: "▴",
        down: "▾",
        full: "▰",
        empty: "▱",
        dot: "∙",
        bullet: "-",
        amounts: ["⠂", "⠆", "⠶", "⣿"],
        heights: ["⣀", "⣤", "⣶", "⣿"],
        frame: border::ROUNDED,
    };

    /// For terminals and fonts without more than ASCII, and where frames would be two cells wide.
    pub const ASCII: Self = Self {
        hit: "+",
        partial: "~",
        missed: "x",
        negated: "0",
        alarm: "!",
        pointer: ">",
        up: "^",
        down: "v",
        full: "#",
        empty: ".",
        dot: "-",
        bullet: "-",
        amounts: [".", "o", "O", "#"],
        heights: ["_", "-", "=", "#"],
        frame: border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        },
    };

    /// Every other sign as it is, and frames for terminals that draw lines two cells wide.
    #[must_use]
    pub const fn with_plain_frames(self) -> Self {
        Self {
            frame: Self::ASCII.frame,
            ..self
        }
    }

    /// The sign of a point in `state`.
    pub const fn of(&self, state: State) -> &'static str {
        match state {
            State::Hit => self.hit,
            State::Partial => self.partial,
            State::Missed => self.missed,
            State::Negated | State::Vetoed => self.negated,
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::Glyphs;

    #[test]
    fn every_sign_is_one_cell_wide_in_east_asian_terminals_too() {
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            for sign in [
                glyphs.hit,
                glyphs.partial,
                glyphs.missed,
                glyphs.negated,
                glyphs.alarm,
                glyphs.pointer,
                glyphs.up,
                glyphs.down,
                glyphs.full,
                glyphs.empty,
                glyphs.dot,
                glyphs.bullet,
            ]
            .into_iter()
            .chain(glyphs.amounts)
            .chain(glyphs.heights)
            {
                assert_eq!((sign.width(), sign.width_cjk()), (1, 1), "{sign}");
            }
        }
    }
}
