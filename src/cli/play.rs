//! `firedrill` and `firedrill drill`: the program on the screen.

use std::{io, rc::Rc};

use anyhow::{Context as _, bail};
use clap::Args;

use super::{
    look::{self, Look},
    outcome::Outcome,
    places::Places,
};
use crate::{
    domain::{SayDrill, ScenarioId, Task},
    library::Library,
    progress::Catalogue,
    runtime::{
        self, Around, Clock as _, Guard, Shelf, Signals, SystemClock, TerminalMessages, Workstation,
    },
    session::PlanRequest,
    storage::{self, Log},
    tui::{App, Linear, Message},
};

/// Which scenario to go into.
#[derive(Debug, Default, Args)]
pub struct Drill {
    /// The scenario, as `id` or `pack/id`; without one, home
    #[arg(conflicts_with_all = ["due", "missed"])]
    id: Option<String>,
    /// Go through what is due today
    #[arg(long, conflicts_with = "missed")]
    due: bool,
    /// Drill exactly what you keep missing, or the point SKILL as `firedrill stats --json` names it
    #[arg(long, value_name = "SKILL")]
    #[expect(
        clippy::option_option,
        reason = "the option may be given without a value"
    )]
    missed: Option<Option<String>>,
    /// How its sentences are practised: recall, shadow, transform or repair
    #[arg(long, value_name = "MODE", value_parser = mode, requires = "id")]
    mode: Option<SayDrill>,

    /// A mock interview to begin with.
    #[arg(skip)]
    interview: Option<PlanRequest>,
}

fn mode(name: &str) -> Result<SayDrill, String> {
    SayDrill::parse(name).ok_or_else(|| "recall, shadow, transform or repair".to_owned())
}

impl Drill {
    /// The program at the plan of a mock interview.
    pub fn interview(request: PlanRequest) -> Self {
        Self {
            interview: Some(request),
            ..Self::default()
        }
    }

    /// Opens the program and returns when the learner leaves it.
    pub fn run(self, places: &Places, look: &Look) -> anyhow::Result<Outcome> {
        let settings = look.settings(places)?;
        let library = Rc::new(places.library()?);
        let scenario = match &self.id {
            Some(name) => Some(library.find(name)?.id.clone()),
            None => None,
        };
        if let (Some(mode), Some(id)) = (self.mode, &scenario) {
            require_sentence(&library, id, mode)?;
        }
        let is_dumb = runtime::is_dumb_terminal();
        let is_plain = look.plain || is_dumb;
        anyhow::ensure!(
            !(is_plain && self.mode.is_some()),
            "`--mode` needs the full screen: a text that hides cannot be shown line by line"
        );
        if !is_plain {
            runtime::require_terminal()?;
        }
        let clock = SystemClock::default();
        let folder = storage::data_dir(places.data_dir.clone())?;
        let mut log = Log::open_or_in_memory(&storage::progress_file(&folder), clock.now())?
            .with_daily_minutes(settings.daily_minutes.value);
        // What cannot be noted now is noted at the next start, and no reason to stay closed.
        let _ = log.follow_renames(&library, clock.now());
        let notice = log.notice().map(str::to_owned);
        let lasts = log.lasts();
        let mut store = Shelf::new(log, Catalogue::from(&*library));
        let desk = look::desk(&settings, library, clock.now());
        let seed = storage::fresh_seed();
        if is_plain && self.interview.is_some() {
            bail!("a mock interview needs the whole screen; `firedrill drill` works line by line");
        }
        if is_plain {
            let mut linear = Linear::new(desk, seed, scenario);
            if self.due {
                linear.review_at_start();
            } else if let Some(key) = self.missed {
                linear.drill_missed_at_start(key);
            }
            if is_dumb && !look.plain {
                linear.explain();
            }
            if let Some(notice) = notice {
                linear.notice(&notice);
            }
            return line_by_line(&mut linear, &mut store, &clock);
        }
        let mut app = App::new(desk, seed);
        if let Some(scenario) = scenario {
            app.open_at_start(scenario);
        } else if self.due {
            app.review_at_start();
        } else if let Some(key) = self.missed {
            app.drill_missed_at_start(key);
        } else if let Some(request) = self.interview {
            app.interview_at_start(request);
        }
        if let Some(mode) = self.mode {
            app.practise_as(mode);
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
            Around {
                editor: settings.editor.value,
                wants_mouse: settings.mouse.value,
                speak: settings.speak.value,
                ..Around::new(folder, places.library_place()?)
            },
        )
    }
}

/// Runs `linear` over the lines of the input.
fn line_by_line(
    linear: &mut Linear,
    store: &mut Shelf,
    clock: &SystemClock,
) -> anyhow::Result<Outcome> {
    let mut input = io::stdin().lock();
    runtime::run_line_by_line(linear, &mut input, &mut io::stdout(), store, clock)?;
    match linear.trouble() {
        Some(reason) => bail!("not everything could be kept: {reason}"),
        None => Ok(Outcome::Done),
    }
}

/// Refuses a mode for a scenario that has nothing to practise in it.
fn require_sentence(library: &Library, id: &ScenarioId, mode: SayDrill) -> anyhow::Result<()> {
    let scenario = library.scenario(id).ok();
    let has_sentence = scenario.is_none_or(|scenario| {
        let mut steps = scenario.steps.iter();
        steps.any(|step| matches!(step.task, Task::Say(_)))
    });
    let name = mode.name();
    anyhow::ensure!(
        has_sentence,
        "`{id}` has no sentence to practise, so `--mode {name}` means nothing there; `firedrill list --kind phrasing` lists those that have"
    );
    Ok(())
}

/// Runs `app` on the terminal until it is left; effects reach what is `around` it.
pub fn on_the_terminal(
    app: &mut App,
    store: &mut Shelf,
    clock: &SystemClock,
    around: Around,
) -> anyhow::Result<Outcome> {
    let signals = Signals::listen().context("cannot listen to signals")?;
    let guard = Guard::take(around.wants_mouse).context("cannot take the terminal over")?;
    let mut terminal = runtime::open_terminal().context("cannot draw on the terminal")?;
    let mut messages = TerminalMessages::new(clock, signals);
    let mut outside = Workstation::new(&guard, around);
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
    // A copy that cannot be made today is made another day; `doctor` says how old the newest is.
    let _ = store.log().back_up(clock.now());
    result?;
    Ok(Outcome::Done)
}
