//! The settings by name, for the template, the environment and `firedrill config`.

use std::fmt::Write as _;

use super::settings::Settings;

/// A setting that has a name of its own.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The name in the file.
    pub name: &'static str,
    /// The environment variable that outdoes the file.
    pub variable: &'static str,
    /// What it is, in one line.
    pub about: &'static str,
}

/// The settings, in the order of the template.
pub const FIELDS: [Field; 10] = [
    Field {
        name: "language",
        variable: "FIREDRILL_LANG",
        about: "auto (by the locale), en or zh",
    },
    Field {
        name: "theme",
        variable: "FIREDRILL_THEME",
        about: "auto (by the terminal, where it tells), neutral, dark, light, high-contrast or mono",
    },
    Field {
        name: "ambiguous_width",
        variable: "FIREDRILL_AMBIGUOUS_WIDTH",
        about: "narrow, or wide where the terminal draws lines two cells wide",
    },
    Field {
        name: "ascii",
        variable: "FIREDRILL_ASCII",
        about: "draw with ASCII only",
    },
    Field {
        name: "mouse",
        variable: "FIREDRILL_MOUSE",
        about: "the wheel moves as the arrow keys do; the terminal then selects text only with Shift",
    },
    Field {
        name: "reduced_motion",
        variable: "FIREDRILL_REDUCED_MOTION",
        about: "let nothing move by itself: the clock beside an answer stands still until a key is pressed",
    },
    Field {
        name: "daily_minutes",
        variable: "FIREDRILL_DAILY_MINUTES",
        about: "the minutes of review that a day may ask for",
    },
    Field {
        name: "editor",
        variable: "FIREDRILL_EDITOR",
        about: "your editor; without one, VISUAL or EDITOR says",
    },
    Field {
        name: "speak",
        variable: "FIREDRILL_SPEAK",
        about: "the command that says a text aloud, which it gets on its input",
    },
    Field {
        name: "packs",
        variable: "FIREDRILL_PACKS",
        about: "more folders of scenarios",
    },
];

/// A configuration file in which every line is a comment that says what there is to set.
pub fn template() -> String {
    let settings = Settings::default();
    let mut text = String::from(
        "# The configuration of firedrill. Every setting stands here with what holds without it.\n",
    );
    for field in FIELDS {
        let value = settings.shown(field.name).map_or(String::new(), |it| it.0);
        let _ = write!(text, "\n# {}\n# {} = {value}\n", field.about, field.name);
    }
    text.push_str(
        "\n# Other keys, by where they hold and what they do; `firedrill config --keys` lists every name.\n\
         # [keys.writing]\n# submit = [\"Ctrl-S\", \"Alt-Enter\"]\n",
    );
    text
}
