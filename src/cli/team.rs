//! `firedrill team`: people and the items of a track, from what they exported and handed over.

use std::{io::Write, path::PathBuf, rc::Rc};

use anyhow::{Context as _, bail};
use clap::Args;

use super::{
    look::{self, Look},
    outcome::Outcome,
    places::Places,
    play::on_the_terminal,
    track::find,
};
use crate::{
    domain::Track,
    library::Library,
    progress::{Catalogue, Member},
    report,
    runtime::{self, Around, Clock, Shelf, SystemClock},
    storage::{self, Log, read_shared},
    tui::App,
};

/// Whose exports to show, and how.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a form, and the command line lets only one through"
)]
pub struct Team {
    /// Exports, or folders of them, such as a git checkout
    #[arg(required = true, value_name = "FILE.jsonl|FOLDER")]
    exports: Vec<PathBuf>,
    /// The track, as `id` or `pack/id`; without it the one that is walked most
    #[arg(long, value_name = "ID")]
    track: Option<String>,
    /// One row per person and item, for spreadsheets
    #[arg(long, group = "form")]
    csv: bool,
    /// Everything, for scripts
    #[arg(long, group = "form")]
    json: bool,
    /// One page with a heat map, in a file that needs no other
    #[arg(long, group = "form")]
    html: bool,
    /// Walk through it on the screen
    #[arg(long, group = "form", conflicts_with = "out")]
    screen: bool,
    /// Write to this file instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Team {
    /// Prints or writes what the team made of the track.
    #[expect(clippy::print_stderr, reason = "the output may be a page or a table")]
    pub fn run(
        self,
        places: &Places,
        look: &Look,
        output: &mut dyn Write,
    ) -> anyhow::Result<Outcome> {
        let library = places.library()?;
        let catalogue = Catalogue::from(&library);
        let shared = read_shared(&self.exports, catalogue.tracked())?;
        for reason in &shared.left_out {
            eprintln!("{reason}");
        }
        if shared.members.is_empty() {
            bail!(
                "there is no export to show; `firedrill export --as NAME --without-answers` writes one"
            );
        }
        let track = match &self.track {
            Some(id) => find(&library, id)?,
            None => walked_most(&library, &shared.members)?,
        };
        let steps = library.track_steps(track);
        let now = SystemClock::default().now();
        let mut team = report::Team::of(track, &steps, &shared.members, &catalogue, now);
        team.left_out = shared.left_out;
        if self.screen {
            return on_screen(team, library, places, look);
        }
        let text = match &self {
            Self { csv: true, .. } => team.to_csv(),
            Self { json: true, .. } => team.to_json(),
            Self { html: true, .. } => team.to_html(),
            _ => team.to_text(),
        };
        match &self.out {
            None => output.write_all(text.as_bytes())?,
            Some(path) => std::fs::write(path, text)
                .with_context(|| format!("cannot write `{}`", path.display()))?,
        }
        Ok(if team.left_out.is_empty() {
            Outcome::Done
        } else {
            Outcome::Failed
        })
    }
}

/// Opens the program at `team`, over a log in memory: a lead's own progress has nothing to do with it.
fn on_screen(
    team: report::Team,
    library: Library,
    places: &Places,
    look: &Look,
) -> anyhow::Result<Outcome> {
    let settings = look.settings(places)?;
    runtime::require_terminal()?;
    let clock = SystemClock::default();
    let library = Rc::new(library);
    let mut store = Shelf::new(Log::in_memory()?, Catalogue::from(&*library));
    let desk = look::desk(&settings, library, clock.now());
    let mut app = App::new(desk, storage::fresh_seed());
    app.show_team(team);
    let folder = storage::data_dir(places.data_dir.clone())?;
    let around = Around {
        wants_mouse: settings.mouse.value,
        ..Around::new(folder, places.library_place()?)
    };
    on_the_terminal(&mut app, &mut store, &clock, around)
}

/// The track whose scenarios and signatures the members have most of.
fn walked_most<'l>(library: &'l Library, members: &[Member]) -> anyhow::Result<&'l Track> {
    let walked = |track: &&Track| {
        let steps = library.track_steps(track);
        let records = || members.iter().map(|member| &member.records);
        let answers = records().flat_map(|records| &records.answers);
        let answers = answers
            .filter(|it| steps.contains_key(&it.scenario))
            .count();
        let id = track.full_id();
        let signatures = records().flat_map(|records| &records.signatures);
        answers + signatures.filter(|it| it.track == id).count()
    };
    let tracks: Vec<&Track> = library.tracks().collect();
    match tracks[..] {
        [] => bail!("no pack has a track"),
        [track] => Ok(track),
        _ => tracks
            .into_iter()
            .max_by_key(walked)
            .context("no pack has a track"),
    }
}
