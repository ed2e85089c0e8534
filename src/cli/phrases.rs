//! `firedrill phrases`: the phrase book, for people, spreadsheets and scripts.

use std::io::Write;

use clap::{ArgGroup, Args};
use serde_json::json;

use super::{outcome::Outcome, places::Places};
use crate::{
    progress::{CLEAN_TO_RETIRE, Catalogue, LocalDay, Phrase},
    runtime::{Clock, SystemClock},
};

/// How to show the phrase book.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("form").args(["json", "markdown", "csv"])))]
pub struct Phrases {
    /// As JSON
    #[arg(long)]
    json: bool,
    /// As Markdown, to print or to keep
    #[arg(long)]
    markdown: bool,
    /// As CSV, for spreadsheets and flash cards
    #[arg(long)]
    csv: bool,
}

impl Phrases {
    /// Prints the book: what comes back first, then what is known.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let now = SystemClock::default().now();
        let catalogue = Catalogue::from(&places.library()?);
        let phrases = places.read_log()?.overview(&catalogue, now)?.phrases;
        let day = |at| LocalDay::of(at, now.utc_offset_minutes).to_string();
        if self.json {
            let rows: Vec<_> = phrases.iter().map(|phrase| as_json(phrase, &day)).collect();
            serde_json::to_writer_pretty(&mut *output, &rows)?;
            writeln!(output)?;
        } else if self.markdown {
            writeln!(output, "# Phrase book\n")?;
            for phrase in &phrases {
                let title = catalogue.title(&phrase.name.scenario);
                writeln!(output, "## {}\n", line(&phrase.text))?;
                writeln!(output, "{}\n", line(phrase.best.as_deref().unwrap_or("–")))?;
                let state = state(phrase, &day);
                writeln!(output, "*{title} · {} · {state}*\n", phrase.name.register)?;
            }
        } else if self.csv {
            writeln!(
                output,
                "text,best,register,scenario,step,why,clean,retired,due\r"
            )?;
            for phrase in &phrases {
                let cells = [
                    phrase.text.as_str(),
                    phrase.best.as_deref().unwrap_or_default(),
                    &phrase.name.register,
                    &phrase.name.scenario.to_string(),
                    &phrase.name.step,
                    phrase.why.name(),
                    &phrase.clean.to_string(),
                    if phrase.is_retired { "true" } else { "false" },
                    &phrase.due.map(&day).unwrap_or_default(),
                ];
                let cells: Vec<_> = cells.into_iter().map(cell).collect();
                writeln!(output, "{}\r", cells.join(","))?;
            }
        } else {
            for phrase in &phrases {
                writeln!(
                    output,
                    "{}  {}  {}\n  {}\n  {}",
                    phrase.name.scenario,
                    phrase.name.register,
                    state(phrase, &day),
                    line(&phrase.text),
                    line(phrase.best.as_deref().unwrap_or("–")),
                )?;
            }
            let due = phrases.iter().filter(|phrase| phrase.is_due(now.wall_ms));
            writeln!(output, "{} in the book, {} due", phrases.len(), due.count())?;
        }
        Ok(Outcome::Done)
    }
}

fn as_json(phrase: &Phrase, day: &impl Fn(i64) -> String) -> serde_json::Value {
    json!({
        "text": phrase.text,
        "best": phrase.best,
        "register": phrase.name.register,
        "scenario": phrase.name.scenario.to_string(),
        "step": phrase.name.step,
        "why": phrase.why.name(),
        "clean": phrase.clean,
        "retired": phrase.is_retired,
        "due": phrase.due.map(day),
    })
}

/// Where the sentence stands on its way out of the book.
fn state(phrase: &Phrase, day: &impl Fn(i64) -> String) -> String {
    match phrase.due {
        Some(due) => format!("{}/{CLEAN_TO_RETIRE} clean, due {}", phrase.clean, day(due)),
        None => "known".to_owned(),
    }
}

/// `text` on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell of CSV. One that a spreadsheet would take for a formula is marked as text.
fn cell(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
