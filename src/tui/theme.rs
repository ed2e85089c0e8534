//! Every colour and glyph in the program, by meaning.

use ratatui::{
    style::{Color, Modifier, Style},
    symbols::border,
};

use crate::scoring::State;

/// Styles by meaning; only the sixteen colours every terminal has, none of them for background.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary text.
    pub text: Style,
    /// Text that may be overlooked.
    pub muted: Style,
    /// Titles of the program and of panes.
    pub title: Style,
    /// The title of the pane that takes the keys.
    pub focus: Style,
    /// Frames.
    pub frame: Style,
    /// Keys in the footer and in help.
    pub key: Style,
    /// The row that is selected.
    pub selected: Style,
    /// Letters that matched a search.
    pub found: Style,
    /// A point made.
    pub hit: Style,
    /// A point half made.
    pub partial: Style,
    /// A point not made.
    pub missed: Style,
    /// Words that were found and do not count.
    pub negated: Style,
    /// What must not be said, and what went wrong.
    pub alarm: Style,
    /// Advice.
    pub advice: Style,
    /// Emphasis in prose.
    pub emphasis: Style,
    /// Code in prose.
    pub code: Style,
    /// Words to be taken out.
    pub removed: Style,
    /// Words to be put in.
    pub added: Style,
}

const BOLD: Modifier = Modifier::BOLD;

impl Theme {
    /// Readable on dark, light and Solarized backgrounds alike.
    pub const COLOUR: Self = Self {
        text: Style::new(),
        muted: Style::new().add_modifier(Modifier::DIM),
        title: Style::new().add_modifier(BOLD),
        focus: Style::new().fg(Color::Cyan).add_modifier(BOLD),
        frame: Style::new().add_modifier(Modifier::DIM),
        key: Style::new().fg(Color::Cyan),
        selected: Style::new().add_modifier(Modifier::REVERSED),
        found: Style::new()
            .fg(Color::Magenta)
            .add_modifier(BOLD.union(Modifier::UNDERLINED)),
        hit: Style::new().fg(Color::Green).add_modifier(BOLD),
        partial: Style::new().fg(Color::Yellow).add_modifier(BOLD),
        missed: Style::new().fg(Color::Red),
        negated: Style::new().fg(Color::Magenta),
        alarm: Style::new().fg(Color::Red).add_modifier(BOLD),
        advice: Style::new().fg(Color::Blue),
        emphasis: Style::new().add_modifier(BOLD),
        code: Style::new().fg(Color::Cyan),
        removed: Style::new()
            .fg(Color::Red)
            .add_modifier(Modifier::CROSSED_OUT),
        added: Style::new()
            .fg(Color::Green)
            .add_modifier(Modifier::UNDERLINED),
    };

    /// For `NO_COLOR`: bold, dim, underline and reverse only.
    pub const MONO: Self = Self {
        text: Style::new(),
        muted: Style::new().add_modifier(Modifier::DIM),
        title: Style::new().add_modifier(BOLD),
        focus: Style::new().add_modifier(BOLD.union(Modifier::UNDERLINED)),
        frame: Style::new().add_modifier(Modifier::DIM),
        key: Style::new().add_modifier(BOLD),
        selected: Style::new().add_modifier(Modifier::REVERSED),
        found: Style::new().add_modifier(BOLD.union(Modifier::UNDERLINED)),
        hit: Style::new().add_modifier(BOLD.union(Modifier::UNDERLINED)),
        partial: Style::new().add_modifier(Modifier::UNDERLINED),
        missed: Style::new(),
        negated: Style::new().add_modifier(Modifier::ITALIC.union(Modifier::UNDERLINED)),
        alarm: Style::new().add_modifier(BOLD.union(Modifier::REVERSED)),
        advice: Style::new().add_modifier(Modifier::ITALIC),
        emphasis: Style::new().add_modifier(BOLD),
        code: Style::new(),
        removed: Style::new().add_modifier(Modifier::CROSSED_OUT),
        added: Style::new().add_modifier(BOLD.union(Modifier::UNDERLINED)),
    };

    /// The style of a point in `state`.
    pub const fn of(&self, state: State) -> Style {
        match state {
            State::Hit => self.hit,
            State::Partial => self.partial,
            State::Missed => self.missed,
            State::Negated | State::Vetoed => self.negated,
        }
    }
}

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
            ] {
                assert_eq!((sign.width(), sign.width_cjk()), (1, 1), "{sign}");
            }
        }
    }
}
