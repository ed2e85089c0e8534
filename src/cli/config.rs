//! `firedrill config`: what is set, and where each value came from.

use std::io::Write;

use clap::Args;

use super::{look::Look, outcome::Outcome, places::Places};
use crate::{
    storage::{self, FIELDS},
    tui::{Keymap, Table},
};

/// What of the configuration to print.
#[derive(Debug, Args)]
pub struct Config {
    /// Print a commented configuration file to begin with
    #[arg(long)]
    template: bool,
    /// Print every action with its keys, as `[keys.…]` tables
    #[arg(long, conflicts_with = "template")]
    keys: bool,
}

impl Config {
    /// Prints the configuration that holds, as TOML; fails when something in the file is wrong.
    pub fn run(
        self,
        places: &Places,
        look: &Look,
        output: &mut dyn Write,
    ) -> anyhow::Result<Outcome> {
        if self.template {
            write!(output, "{}", storage::template())?;
            return Ok(Outcome::Done);
        }
        let settings = look.settings(places)?;
        if self.keys {
            print_keys(&settings.keys, output)?;
            return Ok(Outcome::Done);
        }
        let file = places.configuration_file()?;
        let state = if file.exists() { "" } else { " (not there)" };
        writeln!(output, "# {}{state}", file.display())?;
        for field in FIELDS {
            if let Some((value, origin)) = settings.shown(field.name) {
                let line = format!("{} = {value}", field.name);
                writeln!(output, "{line:<40} # {origin}")?;
            }
        }
        let mut table = "";
        for (change, line) in &settings.changes {
            if table != change.table {
                table = &change.table;
                writeln!(output, "\n[keys.{table}]")?;
            }
            let keys: Vec<_> = change
                .keys
                .iter()
                .map(|it| quoted(&it.to_string()))
                .collect();
            let row = format!("{} = [{}]", change.action, keys.join(", "));
            writeln!(output, "{row:<40} # line {line}")?;
        }
        for problem in &settings.problems {
            for line in problem.with_line().lines() {
                writeln!(output, "# {line}")?;
            }
        }
        Ok(if settings.problems.is_empty() {
            Outcome::Done
        } else {
            Outcome::Failed
        })
    }
}

fn print_keys(keymap: &Keymap, output: &mut dyn Write) -> anyhow::Result<()> {
    for table in Table::ALL {
        writeln!(output, "[keys.{}]", table.name())?;
        let mut before = String::new();
        for row in keymap.rows(*table) {
            let keys: Vec<_> = row.keys.iter().map(|it| quoted(&it.to_string())).collect();
            let name = row.action.name();
            if name != before {
                writeln!(output, "{name} = [{}]", keys.join(", "))?;
            }
            before = name;
        }
        writeln!(output)?;
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}
