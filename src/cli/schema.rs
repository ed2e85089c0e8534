//! `firedrill schema`: the JSON Schema of a scenario file, for editors.

use std::io::Write;

use super::outcome::Outcome;
use crate::library::json_schema;

/// Prints the schema.
pub fn run(output: &mut dyn Write) -> anyhow::Result<Outcome> {
    serde_json::to_writer_pretty(&mut *output, &json_schema())?;
    writeln!(output)?;
    Ok(Outcome::Done)
}
