//! `firedrill list`: the scenarios there are.

use std::{collections::HashMap, io::Write};

use clap::Args;
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::{outcome::Outcome, places::Places, scenario_json};
use crate::{
    domain::{Difficulty, Header, Kind},
    library::Library,
};

/// Which scenarios to list, and how.
#[derive(Debug, Args)]
pub struct List {
    /// Only those with all these words in id, title, tags or competencies
    words: Vec<String>,
    /// Only this kind
    #[arg(long, value_parser = kind)]
    kind: Option<Kind>,
    /// Only this difficulty
    #[arg(long, value_parser = difficulty)]
    difficulty: Option<Difficulty>,
    /// Only those with this tag; may be given again
    #[arg(long)]
    tag: Vec<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Reads a kind for an argument; the error names them all.
pub fn kind(name: &str) -> Result<Kind, String> {
    Kind::parse(name).ok_or_else(|| one_of(Kind::ALL.map(Kind::name)))
}

fn difficulty(name: &str) -> Result<Difficulty, String> {
    Difficulty::parse(name).ok_or_else(|| one_of(Difficulty::ALL.map(Difficulty::name)))
}

fn one_of<const N: usize>(names: [&str; N]) -> String {
    format!("one of {}", names.join(", "))
}

impl List {
    /// Prints the list.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let library = places.library()?;
        let headers: Vec<&Header> = library
            .headers()
            .iter()
            .filter(|header| self.wants(header))
            .collect();
        if self.json {
            print_json(&headers, &library, output)?;
        } else if headers.is_empty() {
            writeln!(
                output,
                "no scenario is like that; `firedrill list` shows all"
            )?;
        } else {
            print_text(&headers, &library, output)?;
        }
        Ok(Outcome::Done)
    }

    fn wants(&self, header: &Header) -> bool {
        let Header {
            title,
            tags,
            competencies,
            ..
        } = header;
        let words = [
            &header.id.to_string(),
            &title.en,
            title.zh.as_deref().unwrap_or_default(),
            &tags.join(" "),
            &competencies.join(" "),
        ];
        let haystack = words.join(" ").to_lowercase();
        self.kind.is_none_or(|kind| kind == header.kind)
            && self
                .difficulty
                .is_none_or(|level| level == header.difficulty)
            && self.tag.iter().all(|tag| tags.contains(tag))
            && self
                .words
                .iter()
                .all(|word| haystack.contains(&word.to_lowercase()))
    }
}

fn print_text(
    headers: &[&Header],
    library: &Library,
    output: &mut dyn Write,
) -> anyhow::Result<()> {
    let ids = short_ids(headers, library);
    let widest = ids.iter().map(|id| id.width()).max().unwrap_or(0);
    for (header, id) in headers.iter().zip(&ids) {
        let minutes = header
            .minutes
            .map_or_else(String::new, |minutes| format!("{minutes} min"));
        let (kind, level) = (header.kind.name(), header.difficulty.name());
        let gap = " ".repeat(widest - id.width());
        writeln!(
            output,
            "{id}{gap}  {kind:<8}  {level:<7}  {minutes:>7}  {}",
            header.title.en.trim()
        )?;
    }
    let errors = library.problems().len();
    if errors > 0 {
        let noun = if errors == 1 { "problem" } else { "problems" };
        writeln!(
            output,
            "\n{errors} {noun} in scenario files; `firedrill check` shows them"
        )?;
    }
    Ok(())
}

/// The id alone where one pack has it, pack and id where several do.
fn short_ids(headers: &[&Header], library: &Library) -> Vec<String> {
    let mut packs: HashMap<&str, usize> = HashMap::new();
    for header in library.headers() {
        *packs.entry(&header.id.scenario).or_default() += 1;
    }
    let short = |header: &&Header| match packs.get(header.id.scenario.as_str()) {
        Some(1) => header.id.scenario.clone(),
        _ => header.id.to_string(),
    };
    headers.iter().map(short).collect()
}

fn print_json(
    headers: &[&Header],
    library: &Library,
    output: &mut dyn Write,
) -> anyhow::Result<()> {
    let scenarios: Vec<_> = headers
        .iter()
        .map(|header| scenario_json::header(header))
        .collect();
    let problems: Vec<_> = library
        .problems()
        .iter()
        .map(scenario_json::problem)
        .collect();
    let listing = json!({ "scenarios": scenarios, "problems": problems });
    serde_json::to_writer_pretty(&mut *output, &listing)?;
    writeln!(output)?;
    Ok(())
}
