//! `firedrill due`: what is due today.

use std::io::Write;

use clap::Args;
use serde_json::json;

use super::{outcome::Outcome, places::Places};
use crate::{
    domain::Moment,
    progress::{Catalogue, LocalDay, Overview, Phrase},
    runtime::{Clock, SystemClock},
};

/// How to show what is due.
#[derive(Debug, Args)]
pub struct Due {
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Due {
    /// Prints what is due.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let now = SystemClock::default().now();
        let catalogue = Catalogue::from(&places.library()?);
        let overview = places.read_log()?.overview(&catalogue, now)?;
        let day = |at| LocalDay::of(at, now.utc_offset_minutes).to_string();
        if self.json {
            let due = overview.due.iter().map(|step| {
                json!({
                    "scenario": step.scenario.to_string(),
                    "title": step.title,
                    "step": step.step,
                    "due": day(step.due_at),
                    "minutes": step.minutes,
                })
            });
            let agenda = json!({
                "due": due.collect::<Vec<_>>(),
                "minutes": minutes(&overview),
                "later": overview.later,
                "phrases": phrases_due(&overview, now.wall_ms),
                "next": overview.next_due_at.map(day),
            });
            serde_json::to_writer_pretty(&mut *output, &agenda)?;
            writeln!(output)?;
        } else {
            for step in &overview.due {
                writeln!(
                    output,
                    "{}  {}  {} min  {}",
                    step.scenario, step.step, step.minutes, step.title
                )?;
            }
            writeln!(output, "{}", summary(&overview, now))?;
        }
        Ok(Outcome::Done)
    }
}

fn minutes(overview: &Overview) -> u32 {
    overview.due.iter().map(|step| step.minutes).sum()
}

/// How many sentences of the phrase book are due.
fn phrases_due(overview: &Overview, now: i64) -> usize {
    let due = |phrase: &&Phrase| phrase.is_due(now);
    overview.phrases.iter().filter(due).count()
}

/// One line: what today asks for, what keeps, and when more comes.
pub fn summary(overview: &Overview, now: Moment) -> String {
    let mut parts = Vec::new();
    match overview.due.len() {
        0 => parts.push("nothing is due".to_owned()),
        1 => parts.push(format!("1 step, about {} min", minutes(overview))),
        count => parts.push(format!("{count} steps, about {} min", minutes(overview))),
    }
    match phrases_due(overview, now.wall_ms) {
        0 => {}
        1 => parts.push("1 phrase".to_owned()),
        count => parts.push(format!("{count} phrases")),
    }
    if overview.later > 0 {
        parts.push(format!("{} more will keep", overview.later));
    }
    if let Some(next) = overview.next_due_at {
        parts.push(format!(
            "next on {}",
            LocalDay::of(next, now.utc_offset_minutes)
        ));
    }
    parts.join("; ")
}
