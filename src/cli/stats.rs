//! `firedrill stats`: how practice is going, from the same values as the progress screen.

use std::io::Write;

use clap::Args;

use super::{
    outcome::Outcome,
    places::Places,
    stats_json::{csv, json},
    stats_text::text,
};
use crate::{
    progress::Catalogue,
    runtime::{Clock, SystemClock},
};

/// How to show how practice is going.
#[derive(Debug, Args)]
pub struct Stats {
    /// As JSON
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// As comma-separated values: one measure a row
    #[arg(long)]
    csv: bool,
}

impl Stats {
    /// Prints the statistics.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let now = SystemClock::default().now();
        let library = places.library()?;
        let mut overview = places
            .read_log()?
            .overview(&Catalogue::from(&library), now)?;
        overview.name_points(&library);
        if self.json {
            serde_json::to_writer_pretty(&mut *output, &json(&overview))?;
            writeln!(output)?;
        } else if self.csv {
            write!(output, "{}", csv(&overview))?;
        } else {
            write!(output, "{}", text(&overview, now))?;
        }
        Ok(Outcome::Done)
    }
}
