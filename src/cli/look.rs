//! How the program looks: what the command line says of it, over what the configuration says.

use std::{env, rc::Rc};

use clap::{Args, ValueEnum};

use super::places::Places;
use crate::{
    domain::Moment,
    library::Library,
    runtime,
    storage::{Origin, Settings, Value},
    tui::{Desk, Language, Scheme, Theme},
};

/// How the program looks.
#[derive(Clone, Debug, Args)]
pub struct Look {
    /// The language of the interface: auto, en or zh
    #[arg(long, global = true, value_name = "LANG", value_parser = ["auto", "en", "zh"])]
    lang: Option<String>,
    /// The theme: auto, neutral, dark, light, high-contrast or mono
    #[arg(long, global = true, value_name = "THEME", value_parser = ["auto", "neutral", "dark", "light", "high-contrast", "mono"])]
    theme: Option<String>,
    /// Whether the screens have colours: as the environment says, always, or never
    #[arg(long, global = true, value_name = "WHEN", value_enum)]
    color: Option<Colour>,
    /// Draw with ASCII only
    #[arg(long, global = true)]
    ascii: bool,
    /// Let the wheel of the mouse move as the arrow keys do
    #[arg(long, global = true)]
    mouse: bool,
    /// Play line by line, for screen readers, scripts, and terminals that cannot be drawn on
    #[arg(long, global = true)]
    pub plain: bool,
}

/// Whether there are colours on the screens; what commands print has none anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// Unless `NO_COLOR` is set.
    Auto,
    /// Though `NO_COLOR` is set.
    Always,
    /// Bold, underline and reverse only.
    Never,
}

impl Look {
    /// What holds: the command line over the environment over the file over the defaults.
    pub fn settings(&self, places: &Places) -> anyhow::Result<Settings> {
        let mut settings = places.settings()?;
        let text = |text: &Option<String>| text.clone().map(Value::Text);
        let truth = |truth: bool| truth.then_some(Value::Truth(true));
        let given = [
            ("language", "--lang", text(&self.lang)),
            ("theme", "--theme", text(&self.theme)),
            ("ascii", "--ascii", truth(self.ascii)),
            ("mouse", "--mouse", truth(self.mouse)),
        ];
        for (name, option, value) in given {
            if let Some(value) = value {
                let set = settings.set(name, &value, Origin::Option(option));
                set.map_err(|what| anyhow::anyhow!("{option}: {what}"))?;
            }
        }
        if self.color == Some(Colour::Always) {
            runtime::send_colours();
        }
        let theme = match self.color {
            Some(Colour::Never) => Some(Scheme::Mono),
            Some(Colour::Always) if settings.theme.value.is_none() => Some(for_background()),
            _ => None,
        };
        if let Some(theme) = theme {
            let value = Value::Text(theme.name().to_owned());
            let set = settings.set("theme", &value, Origin::Option("--color"));
            set.map_err(|what| anyhow::anyhow!("--color: {what}"))?;
        }
        Ok(settings)
    }
}

/// The desk that `settings` describe.
pub fn desk(settings: &Settings, library: Rc<Library>, now: Moment) -> Desk {
    Desk {
        language: language(settings),
        theme: Theme::named(scheme(settings)),
        glyphs: settings.glyphs(),
        keymap: settings.keys.clone(),
        is_still: settings.reduced_motion.value,
        problems: settings.problems.clone(),
        ..Desk::new(library, now)
    }
}

/// The language that was set, else that of the locale.
pub fn language(settings: &Settings) -> Language {
    settings.language.value.or_else(locale).unwrap_or_default()
}

/// The theme that was set, else what the environment tells: no colour where none is wanted, and the one for the
/// background where the terminal names it.
///
/// The terminal is not asked for its background (OSC 11): on a slow line the answer would arrive as typed text, and the
/// neutral theme is readable on both.
pub fn scheme(settings: &Settings) -> Scheme {
    if let Some(scheme) = settings.theme.value {
        return scheme;
    }
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return Scheme::Mono;
    }
    for_background()
}

fn for_background() -> Scheme {
    let told = env::var("COLORFGBG").ok();
    told.and_then(|told| Scheme::of_background(&told))
        .unwrap_or_default()
}

/// The language of the learner's environment, by the first variable that is set.
fn locale() -> Option<Language> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let mut set = names.into_iter().filter_map(|name| env::var(name).ok());
    let name = set.find(|value| !value.is_empty())?;
    Language::parse(&name)
}
