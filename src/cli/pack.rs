//! `firedrill pack`: packs of scenarios from a folder or a git repository.

use std::io::Write;

use clap::{Args, Subcommand};
use serde_json::json;

use super::{outcome::Outcome, places::Places};
use crate::{
    library::on_one_line,
    runtime::{Clock as _, SystemClock},
    storage::{self, Installed, add_pack, installed_packs, remove_pack, update_pack},
};

/// What to do with packs.
#[derive(Debug, Args)]
pub struct Pack {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Install a pack: copies its YAML files, runs nothing of it
    Add {
        /// A folder with a `pack.yaml`, or the address of a git repository; `ADDRESS#COMMIT` pins it to a commit
        source: String,
    },
    /// List the packs that are installed
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Fetch packs again from where they came; progress stays
    Update {
        /// The packs; without any, all
        names: Vec<String>,
    },
    /// Delete a pack; progress stays
    Remove {
        /// The pack
        name: String,
    },
}

impl Pack {
    /// Does it and says what was done.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let data_dir = storage::data_dir(places.data_dir.clone())?;
        match self.action {
            Action::Add { source } => {
                let pack = add_pack(&data_dir, &source)?;
                writeln!(output, "added {}", said(&pack))?;
            }
            Action::List { json } => print_list(&installed_packs(&data_dir), json, output)?,
            Action::Update { names } => {
                let all = || installed_packs(&data_dir).into_iter().map(|pack| pack.name);
                let names = if names.is_empty() {
                    all().collect()
                } else {
                    names
                };
                if names.is_empty() {
                    print_list(&[], false, output)?;
                }
                for name in names {
                    let pack = update_pack(&data_dir, &name)?;
                    writeln!(output, "updated {}", said(&pack))?;
                }
                follow_renames(places, output)?;
            }
            Action::Remove { name } => {
                remove_pack(&data_dir, &name)?;
                writeln!(output, "removed `{name}`; progress in it is kept")?;
            }
        }
        Ok(Outcome::Done)
    }
}

/// What an update has renamed goes on under its new name; a log that is not there yet is not made for it.
fn follow_renames(places: &Places, output: &mut dyn Write) -> anyhow::Result<()> {
    if !places.progress_file()?.exists() {
        return Ok(());
    }
    let now = SystemClock::default().now();
    let followed = places
        .open_log(now)?
        .follow_renames(&places.library()?, now)?;
    if followed > 0 {
        writeln!(
            output,
            "{followed} renamed: progress goes on under the new names"
        )?;
    }
    Ok(())
}

fn print_list(packs: &[Installed], json: bool, output: &mut dyn Write) -> anyhow::Result<()> {
    if json {
        let value = |pack: &Installed| {
            json!({
                "name": pack.name,
                "origin": pack.origin,
                "scenarios": pack.scenarios,
                "problems": pack.problems,
            })
        };
        let list: Vec<_> = packs.iter().map(value).collect();
        serde_json::to_writer_pretty(&mut *output, &list)?;
        writeln!(output)?;
    } else if packs.is_empty() {
        writeln!(
            output,
            "no packs are installed; `firedrill pack add FOLDER-OR-URL` adds one"
        )?;
    } else {
        for pack in packs {
            writeln!(output, "{}  from {}", said(pack), on_one_line(&pack.origin))?;
        }
    }
    Ok(())
}

fn said(pack: &Installed) -> String {
    let scenarios = if pack.scenarios == 1 {
        "scenario"
    } else {
        "scenarios"
    };
    let mut text = format!("`{}`: {} {scenarios}", pack.name, pack.scenarios);
    if pack.problems > 0 {
        text = format!("{text}, {} problems (`firedrill check`)", pack.problems);
    }
    text
}
