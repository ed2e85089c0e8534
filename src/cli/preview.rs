//! `firedrill preview ID`: a step as the learner will see it, with nothing kept.

use std::{io::Write, path::Path, rc::Rc};

use anyhow::bail;
use clap::Args;

use super::{
    look::{self, Look},
    outcome::Outcome,
    places::Places,
    play::on_the_terminal,
};
use crate::{
    check::lines_to,
    domain::{Scenario, ScenarioId, Step, Task},
    library::Library,
    progress::Catalogue,
    runtime::{self, Around, Clock as _, Shelf, SystemClock},
    storage::{self, LibraryPlace, Log},
    tui::App,
};

/// Which step to look at.
#[derive(Debug, Args)]
pub struct Preview {
    /// The scenario, as `id`, as `pack/id`, or as the path of its file
    scenario: String,
    /// The step to begin with; the first one without it
    #[arg(long)]
    step: Option<String>,
    /// Begin an incident where it is in this state, by the shortest way that leads there
    #[arg(long)]
    state: Option<String>,
    /// Begin an incident in this simulated minute
    #[arg(long)]
    minute: Option<u32>,
}

impl Preview {
    /// Opens the step over a log in memory; what is wrong with a file that cannot be read is printed instead.
    pub fn run(
        self,
        places: &Places,
        look: &Look,
        output: &mut dyn Write,
    ) -> anyhow::Result<Outcome> {
        let place = self.place(places)?;
        let read = place.read()?;
        let library = Rc::new(read.library);
        let id = match &read.files {
            None => Some(library.find(&self.scenario)?.id.clone()),
            Some(files) => in_files(&library, |file| files.contains(file)),
        };
        let scenario = match &id {
            Some(id) => library.scenario(id),
            None => Err(library.problems().to_vec()),
        };
        let (id, scenario) = match (id, scenario) {
            (Some(id), Ok(scenario)) => (id, scenario),
            (_, scenario) => {
                for problem in scenario.err().unwrap_or_default() {
                    writeln!(output, "{}", problem.with_line())?;
                }
                return Ok(Outcome::Failed);
            }
        };
        if let Some(step) = &self.step {
            let names: Vec<&str> = scenario.steps.iter().map(|step| step.id.as_str()).collect();
            if !names.contains(&step.as_str()) {
                bail!(
                    "`{id}` has no step `{step}`; there is: {}",
                    names.join(", ")
                );
            }
        }
        let (step, text) = self.beginning(&scenario)?;
        let settings = look.settings(places)?;
        runtime::require_terminal()?;
        let clock = SystemClock::default();
        let mut store = Shelf::new(Log::in_memory()?, Catalogue::from(&*library));
        let desk = look::desk(&settings, library, clock.now());
        let mut app = App::new(desk, storage::fresh_seed());
        app.preview(id, step, text);
        let folder = storage::data_dir(places.data_dir.clone())?;
        let around = Around {
            editor: settings.editor.value,
            wants_mouse: settings.mouse.value,
            ..Around::new(folder, place)
        };
        on_the_terminal(&mut app, &mut store, &clock, around)
    }

    /// The step to begin with, and what is typed there already.
    fn beginning(&self, scenario: &Scenario) -> anyhow::Result<(Option<String>, String)> {
        if self.state.is_none() && self.minute.is_none() {
            return Ok((self.step.clone(), String::new()));
        }
        let is_wanted = |step: &&Step| {
            let name = self.step.as_deref();
            name.is_none_or(|name| name == step.id.as_str())
        };
        let found = scenario
            .steps
            .iter()
            .filter(is_wanted)
            .find_map(|step| match &step.task {
                Task::Incident(incident) => Some((step, incident)),
                _ => None,
            });
        let Some((step, incident)) = found else {
            bail!("`--state` and `--minute` are for a step with an incident");
        };
        if let Some(state) = &self.state
            && !incident.states.contains(state)
        {
            let known = incident.states.join(", ");
            bail!("the incident has no state `{state}`; there is: {known}");
        }
        let Some(lines) = lines_to(incident, self.state.as_deref(), self.minute) else {
            bail!("nothing leads to that state in that minute; `firedrill check` tells why");
        };
        let mut text = lines.join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        Ok((Some(step.id.to_string()), text))
    }

    fn place(&self, places: &Places) -> anyhow::Result<LibraryPlace> {
        let path = Path::new(&self.scenario);
        let is_yaml = path
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml");
        if is_yaml || path.is_file() {
            Ok(LibraryPlace::Around(vec![path.to_owned()]))
        } else {
            places.library_place()
        }
    }
}

/// The scenario that stands in one of the files that `is_meant` names.
fn in_files(library: &Library, is_meant: impl Fn(&str) -> bool) -> Option<ScenarioId> {
    let mut headers = library.headers().iter();
    let header = headers.find(|header| {
        let source = library.source(&header.id);
        source.is_some_and(|source| is_meant(&source.name))
    })?;
    Some(header.id.clone())
}
