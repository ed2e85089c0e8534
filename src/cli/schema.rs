//! `firedrill schema [FILE]`: the JSON Schemas of scenario files and of those beside them, for editors.

use std::io::Write;

use clap::Args;

use super::outcome::Outcome;
use crate::library::{SchemaOf, json_schema};

/// What to print the schema of.
#[derive(Debug, Args)]
pub struct Schema {
    /// scenario, pack, glossary, skills, frames, prices, track or mock
    #[arg(value_parser = file, default_value = "scenario")]
    file: SchemaOf,
}

fn file(name: &str) -> Result<SchemaOf, String> {
    let known = || SchemaOf::ALL.map(SchemaOf::name).join(", ");
    SchemaOf::parse(name).ok_or_else(|| format!("one of {}", known()))
}

impl Schema {
    /// Prints the schema.
    pub fn run(self, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        serde_json::to_writer_pretty(&mut *output, &json_schema(self.file))?;
        writeln!(output)?;
        Ok(Outcome::Done)
    }
}
