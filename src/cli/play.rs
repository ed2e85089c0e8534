//! `firedrill` and `firedrill drill`: the program on the screen.

use std::{env, path::PathBuf, rc::Rc};

use anyhow::Context as _;
use clap::Args;

use super::{outcome::Outcome, places::Places};
use crate::{
    library::Library,
    progress::Catalogue,
    runtime::{
        self, Clock as _, Guard, Shelf, Signals, SystemClock, TerminalMessages, Workstation,
    },
    storage::{self, LibraryPlace, Log},
    tui::{App, Desk, Glyphs, Keymap, Language, Message, Theme},
};

/// How the program looks.
#[derive(Clone, Debug, Args)]
pub struct Look {
    /// The language of the interface: en or zh
    #[arg(long, global = true, env = "FIREDRILL_LANG", value_name = "LANG", value_parser = language)]
    lang: Option<Language>,
    /// Draw with ASCII only
    #[arg(long, global = true)]
    ascii: bool,
}

fn language(name: &str) -> Result<Language, String> {
    Language::parse(name).ok_or_else(|| "en or zh".to_owned())
}

/// Which scenario to go into.
#[derive(Debug, Default, Args)]
pub struct Drill {
    /// The scenario, as `id` or `pack/id`; without one, home
    id: Option<String>,
}

impl Drill {
    /// Opens the program and returns when the learner leaves it.
    pub fn run(self, places: &Places, look: &Look) -> anyhow::Result<Outcome> {
        let library = Rc::new(places.library()?);
        let scenario = match &self.id {
            Some(name) => Some(library.find(name)?.id.clone()),
            None => None,
        };
        runtime::require_terminal()?;
        let clock = SystemClock::default();
        let folder = storage::data_dir(places.data_dir.clone())?;
        let log = Log::open_or_in_memory(&storage::progress_file(&folder), clock.now())?;
        let notice = log.notice().map(str::to_owned);
        let lasts = log.lasts();
        let mut store = Shelf::new(log, Catalogue::from(&*library));
        let mut app = App::new(look.desk(library, clock.now()), storage::fresh_seed());
        if let Some(scenario) = scenario {
            app.open_at_start(scenario);
        }
        match notice {
            Some(notice) if lasts => {
                let effects = app.update(Message::Failed(notice));
                debug_assert!(effects.is_empty(), "a notice asks for nothing");
            }
            Some(notice) => app.always_notice(notice),
            None => {}
        }
        on_the_terminal(
            &mut app,
            &mut store,
            &clock,
            (folder, places.library_place()?),
        )
    }
}

/// Runs `app` on the terminal until it is left; exports go into the folder of `around`.
pub fn on_the_terminal(
    app: &mut App,
    store: &mut Shelf,
    clock: &SystemClock,
    around: (PathBuf, LibraryPlace),
) -> anyhow::Result<Outcome> {
    let signals = Signals::listen().context("cannot listen to signals")?;
    let guard = Guard::take().context("cannot take the terminal over")?;
    let mut terminal = runtime::open_terminal().context("cannot draw on the terminal")?;
    let mut messages = TerminalMessages::new(clock, signals);
    let (folder, scenarios) = around;
    let mut outside = Workstation::new(&guard, folder, scenarios);
    let result = runtime::run(
        app,
        &mut terminal,
        &mut messages,
        store,
        &mut outside,
        clock,
    );
    drop(terminal);
    drop(guard);
    result?;
    Ok(Outcome::Done)
}

impl Look {
    /// The desk as it looks at the start.
    pub fn desk(&self, library: Rc<Library>, now: crate::domain::Moment) -> Desk {
        let has_no_colour = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Desk {
            library,
            overview: crate::progress::Overview::default(),
            language: self.lang.or_else(locale).unwrap_or_default(),
            theme: if has_no_colour {
                Theme::MONO
            } else {
                Theme::COLOUR
            },
            glyphs: if self.ascii {
                Glyphs::ASCII
            } else {
                Glyphs::UNICODE
            },
            keymap: Keymap::default(),
            now,
        }
    }
}

/// The language of the learner's environment, by the first variable that is set.
fn locale() -> Option<Language> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let mut set = names.into_iter().filter_map(|name| env::var(name).ok());
    let name = set.find(|value| !value.is_empty())?;
    Language::parse(&name)
}
