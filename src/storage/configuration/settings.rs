//! Everything that can be set, and what holds.

use std::path::PathBuf;

use super::value::{Origin, Setting, Value};
use crate::{
    library::Problem,
    progress::MINUTES_PER_DAY,
    tui::{Change, Glyphs, Keymap, Language, Scheme},
};

/// How many cells a terminal gives to a character of ambiguous East Asian width, such as those of frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// One.
    #[default]
    Narrow,
    /// Two.
    Wide,
}

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language of the interface; `None` follows the locale.
    pub language: Setting<Option<Language>>,
    /// The theme; `None` follows the terminal.
    pub theme: Setting<Option<Scheme>>,
    /// The cells of characters of ambiguous width.
    pub ambiguous_width: Setting<Width>,
    /// Whether everything is drawn with ASCII.
    pub ascii: Setting<bool>,
    /// Whether the wheel is listened to.
    pub mouse: Setting<bool>,
    /// Whether nothing may move on its own.
    pub reduced_motion: Setting<bool>,
    /// The minutes of review that a day may ask for.
    pub daily_minutes: Setting<u32>,
    /// The learner's editor; `None` follows `VISUAL` and `EDITOR`.
    pub editor: Setting<Option<String>>,
    /// The command that says a text aloud, which it gets on its input; `None` says nothing.
    pub speak: Setting<Option<String>>,
    /// More folders of scenarios.
    pub packs: Setting<Vec<PathBuf>>,
    /// The keys, with the changes made.
    pub keys: Keymap,
    /// The changes to the keys that were made, each with its line.
    pub changes: Vec<(Change, u32)>,
    /// What is wrong with the file.
    pub problems: Vec<Problem>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Setting::default(),
            theme: Setting::default(),
            ambiguous_width: Setting::default(),
            ascii: Setting::default(),
            mouse: Setting::default(),
            reduced_motion: Setting::default(),
            daily_minutes: Setting::new(MINUTES_PER_DAY),
            editor: Setting::default(),
            speak: Setting::default(),
            packs: Setting::default(),
            keys: Keymap::default(),
            changes: vec![],
            problems: vec![],
        }
    }
}

const LANGUAGES: &str = "`language` is `auto`, `en` or `zh`";
const THEMES: &str = "`theme` is `auto`, `neutral`, `dark`, `light`, `high-contrast` or `mono`";
const WIDTHS: &str = "`ambiguous_width` is `narrow` or `wide`";
const MINUTES: &str = "`daily_minutes` is a number of minutes from 1 to 1440";
const FOLDERS: &str = "`packs` is a list of folders, such as `[\"~/scenarios\"]`";

impl Settings {
    /// Gives the setting `name` a value; the error says what it takes.
    pub fn set(&mut self, name: &str, value: &Value, origin: Origin) -> Result<(), String> {
        match name {
            "language" => {
                let text = text(value).ok_or(LANGUAGES)?;
                let language = match text {
                    "auto" => None,
                    text => Some(Language::parse(text).ok_or(LANGUAGES)?),
                };
                self.language.set(language, origin);
            }
            "theme" => {
                let theme = match text(value).ok_or(THEMES)? {
                    "auto" => None,
                    text => Some(Scheme::parse(text).ok_or(THEMES)?),
                };
                self.theme.set(theme, origin);
            }
            "ambiguous_width" => {
                let width = match text(value).ok_or(WIDTHS)? {
                    "narrow" => Width::Narrow,
                    "wide" => Width::Wide,
                    _ => return Err(WIDTHS.to_owned()),
                };
                self.ambiguous_width.set(width, origin);
            }
            "ascii" => self.ascii.set(truth(name, value)?, origin),
            "mouse" => self.mouse.set(truth(name, value)?, origin),
            "reduced_motion" => self.reduced_motion.set(truth(name, value)?, origin),
            "daily_minutes" => {
                let Value::Number(minutes @ 1..=1440) = value else {
                    return Err(MINUTES.to_owned());
                };
                let minutes = u32::try_from(*minutes).map_err(|_| MINUTES)?;
                self.daily_minutes.set(minutes, origin);
            }
            "editor" => self.editor.set(command(name, value)?, origin),
            "speak" => self.speak.set(command(name, value)?, origin),
            "packs" => self.packs.set(value.folders().ok_or(FOLDERS)?, origin),
            _ => return Err(format!("there is no setting `{name}`")),
        }
        Ok(())
    }

    /// What holds for `name` as TOML, and where it came from.
    pub fn shown(&self, name: &str) -> Option<(String, &Origin)> {
        let quoted = |text: &str| format!("{text:?}");
        Some(match name {
            "language" => {
                let language = self.language.value.map_or("auto", Language::name);
                (quoted(language), &self.language.origin)
            }
            "theme" => {
                let theme = self.theme.value.map_or("auto", Scheme::name);
                (quoted(theme), &self.theme.origin)
            }
            "ambiguous_width" => {
                let width = match self.ambiguous_width.value {
                    Width::Narrow => "narrow",
                    Width::Wide => "wide",
                };
                (quoted(width), &self.ambiguous_width.origin)
            }
            "ascii" => (self.ascii.value.to_string(), &self.ascii.origin),
            "mouse" => (self.mouse.value.to_string(), &self.mouse.origin),
            "reduced_motion" => {
                let setting = &self.reduced_motion;
                (setting.value.to_string(), &setting.origin)
            }
            "daily_minutes" => {
                let setting = &self.daily_minutes;
                (setting.value.to_string(), &setting.origin)
            }
            "editor" => {
                let command = self.editor.value.as_deref().unwrap_or_default();
                (quoted(command), &self.editor.origin)
            }
            "speak" => {
                let command = self.speak.value.as_deref().unwrap_or_default();
                (quoted(command), &self.speak.origin)
            }
            "packs" => {
                let folders = self.packs.value.iter();
                let folders: Vec<_> = folders
                    .map(|folder| quoted(&folder.display().to_string()))
                    .collect();
                (format!("[{}]", folders.join(", ")), &self.packs.origin)
            }
            _ => return None,
        })
    }

    /// The signs to draw with.
    pub const fn glyphs(&self) -> Glyphs {
        match (self.ascii.value, self.ambiguous_width.value) {
            (true, _) => Glyphs::ASCII,
            (false, Width::Wide) => Glyphs::UNICODE.with_plain_frames(),
            (false, Width::Narrow) => Glyphs::UNICODE,
        }
    }
}

const fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    }
}

fn truth(name: &str, value: &Value) -> Result<bool, String> {
    match value {
        Value::Truth(truth) => Ok(*truth),
        Value::Number(number @ 0..=1) => Ok(*number == 1),
        _ => Err(format!("`{name}` is `true` or `false`")),
    }
}

fn command(name: &str, value: &Value) -> Result<Option<String>, String> {
    let command = value.words();
    command.ok_or_else(|| format!("`{name}` is a command in quotes, such as `\"vim -n\"`"))
}
