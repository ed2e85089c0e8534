//! Every colour in the program, by meaning.

use ratatui::style::{Color, Modifier, Style};

use crate::scoring::State;

/// The themes by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// Colours that are readable on dark and on light backgrounds, for terminals that do not tell which they have.
    #[default]
    Neutral,
    /// Bright colours, for dark backgrounds.
    Dark,
    /// Deep colours, for light backgrounds.
    Light,
    /// No faint text, and bold wherever something matters.
    HighContrast,
    /// No colours.
    Mono,
}

impl Scheme {
    /// Every theme, in the order in which a key goes through them.
    pub const ALL: [Self; 5] = [
        Self::Neutral,
        Self::Dark,
        Self::Light,
        Self::HighContrast,
        Self::Mono,
    ];

    /// The name in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.name() == name)
    }

    /// The theme for a background, as the variable `COLORFGBG` of some terminals tells it: `15;0` or `0;default;15`.
    pub fn of_background(foreground_and_background: &str) -> Option<Self> {
        let (_, background) = foreground_and_background.rsplit_once(';')?;
        match background.parse().ok()? {
            7 | 9..=15_u8 => Some(Self::Light),
            0..=6 | 8 => Some(Self::Dark),
            _ => None,
        }
    }

    /// The next theme, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        let mut after = Self::ALL.into_iter().cycle().skip_while(|it| *it != self);
        after.nth(1).unwrap_or_default()
    }
}

/// Styles by meaning; only the sixteen colours every terminal has, none of them for background.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Which theme this is.
    pub scheme: Scheme,
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
    /// Code that only the old version has.
    pub minus: Style,
    /// Code that only the new version has.
    pub plus: Style,
    /// The part of such a line that changed, over its own style.
    pub changed: Style,
}

const BOLD: Modifier = Modifier::BOLD;

impl Theme {
    /// Readable on dark, light and Solarized backgrounds alike.
    pub const COLOUR: Self = Self {
        scheme: Scheme::Neutral,
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
        minus: Style::new().fg(Color::Red),
        plus: Style::new().fg(Color::Green),
        changed: Style::new().add_modifier(BOLD.union(Modifier::UNDERLINED)),
    };

    const DARK: Self = Self {
        scheme: Scheme::Dark,
        focus: Style::new().fg(Color::LightCyan).add_modifier(BOLD),
        frame: Style::new().fg(Color::DarkGray),
        key: Style::new().fg(Color::LightCyan),
        found: Style::new()
            .fg(Color::LightMagenta)
            .add_modifier(BOLD.union(Modifier::UNDERLINED)),
        hit: Style::new().fg(Color::LightGreen).add_modifier(BOLD),
        partial: Style::new().fg(Color::LightYellow).add_modifier(BOLD),
        missed: Style::new().fg(Color::LightRed),
        negated: Style::new().fg(Color::LightMagenta),
        alarm: Style::new().fg(Color::LightRed).add_modifier(BOLD),
        advice: Style::new().fg(Color::LightBlue),
        code: Style::new().fg(Color::LightCyan),
        removed: Style::new()
            .fg(Color::LightRed)
            .add_modifier(Modifier::CROSSED_OUT),
        added: Style::new()
            .fg(Color::LightGreen)
            .add_modifier(Modifier::UNDERLINED),
        minus: Style::new().fg(Color::LightRed),
        plus: Style::new().fg(Color::LightGreen),
        ..Self::COLOUR
    };

    /// Neither yellow nor cyan, which are hardly seen on white.
    const LIGHT: Self = Self {
        scheme: Scheme::Light,
        focus: Style::new().fg(Color::Blue).add_modifier(BOLD),
        key: Style::new().fg(Color::Blue),
        partial: Style::new().fg(Color::Magenta).add_modifier(BOLD),
        advice: Style::new().fg(Color::Blue),
        code: Style::new().fg(Color::Blue),
        ..Self::COLOUR
    };

    const HIGH_CONTRAST: Self = Self {
        scheme: Scheme::HighContrast,
        muted: Style::new(),
        frame: Style::new(),
        focus: Style::new().add_modifier(BOLD.union(Modifier::UNDERLINED)),
        key: Style::new().add_modifier(BOLD.union(Modifier::UNDERLINED)),
        missed: Style::new().fg(Color::Red).add_modifier(BOLD),
        negated: Style::new().fg(Color::Magenta).add_modifier(BOLD),
        alarm: Style::new()
            .fg(Color::Red)
            .add_modifier(BOLD.union(Modifier::REVERSED)),
        advice: Style::new().add_modifier(BOLD),
        code: Style::new().add_modifier(BOLD),
        ..Self::COLOUR
    };

    /// For `NO_COLOR`: bold, dim, underline and reverse only.
    pub const MONO: Self = Self {
        scheme: Scheme::Mono,
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
        minus: Style::new(),
        plus: Style::new(),
        changed: Style::new().add_modifier(BOLD.union(Modifier::UNDERLINED)),
    };

    /// The styles of `scheme`.
    pub const fn named(scheme: Scheme) -> Self {
        match scheme {
            Scheme::Neutral => Self::COLOUR,
            Scheme::Dark => Self::DARK,
            Scheme::Light => Self::LIGHT,
            Scheme::HighContrast => Self::HIGH_CONTRAST,
            Scheme::Mono => Self::MONO,
        }
    }

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

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::{Scheme, Theme};

    #[test]
    fn a_terminal_that_tells_its_background_is_believed() {
        #[track_caller]
        fn case(told: &str, expected: Option<Scheme>) {
            assert_eq!(Scheme::of_background(told), expected, "{told}");
        }
        case("15;0", Some(Scheme::Dark));
        case("0;15", Some(Scheme::Light));
        case("0;default;15", Some(Scheme::Light));
        case("12;8", Some(Scheme::Dark));
        case("15;default", None);
        case("", None);
    }

    #[test]
    fn the_themes_come_round() {
        let mut scheme = Scheme::default();
        for _ in Scheme::ALL {
            assert_eq!(Scheme::parse(scheme.name()), Some(scheme));
            assert_eq!(Theme::named(scheme).scheme, scheme);
            scheme = scheme.next();
        }
        assert_eq!(scheme, Scheme::default());
    }

    #[test]
    fn high_contrast_has_no_faint_text_and_mono_no_colour() {
        fn styles(theme: &Theme) -> [ratatui::style::Style; 21] {
            let it = theme;
            [
                it.text,
                it.muted,
                it.title,
                it.focus,
                it.frame,
                it.key,
                it.selected,
                it.found,
                it.hit,
                it.partial,
                it.missed,
                it.negated,
                it.alarm,
                it.advice,
                it.emphasis,
                it.code,
                it.removed,
                it.added,
                it.minus,
                it.plus,
                it.changed,
            ]
        }
        for style in styles(&Theme::named(Scheme::HighContrast)) {
            assert!(!style.add_modifier.contains(Modifier::DIM));
            assert_ne!(style.fg, Some(Color::DarkGray));
        }
        for style in styles(&Theme::named(Scheme::Mono)) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        for style in styles(&Theme::named(Scheme::Light)) {
            assert!(!matches!(style.fg, Some(Color::Yellow | Color::Cyan)));
        }
    }
}
