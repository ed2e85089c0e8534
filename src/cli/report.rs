//! `firedrill report`: what a mock interview came to, to read or to send.

use std::{io::Write, path::PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};

use super::{outcome::Outcome, places::Places};
use crate::{
    library::{Library, on_one_line},
    progress::{Catalogue, LocalDay, PastAttempt, Run, TrackStanding},
    report::{Personal, Report as Told},
    runtime::{Clock as _, SystemClock},
    storage::Log,
};

/// Which interview to tell of, and how.
#[derive(Debug, Args)]
pub struct Report {
    /// The run as `--list` shows it, or as many of its first characters as tell it apart; the newest without it
    #[arg(default_value = "latest")]
    run: String,
    /// The form
    #[arg(long, value_enum, default_value_t = Form::Markdown)]
    format: Form,
    /// Write to this file instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// List the interviews, the newest first, with the change against the one before
    #[arg(long, conflicts_with_all = ["out", "format"])]
    list: bool,
    /// One page for the learner: tracks, competencies, what is missed most with the last answer there, interviews
    #[arg(long, conflicts_with_all = ["list", "lead", "run"])]
    learner: bool,
    /// The same page for a lead, without answers
    #[arg(long, conflicts_with_all = ["list", "run"])]
    lead: bool,
}

/// The forms of a report.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// Markdown
    Markdown,
    /// JSON
    Json,
    /// One HTML file that needs no other
    Html,
}

impl Report {
    /// Prints or writes the report.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let library = places.library()?;
        let log = places.read_log()?;
        let runs = log.interviews()?;
        if self.learner || self.lead {
            let told = personal(&library, &log, self.learner)?;
            return self.write(
                match self.format {
                    Form::Markdown => told.to_markdown(),
                    Form::Json => told.to_json(),
                    Form::Html => told.to_html(),
                },
                output,
            );
        }
        if self.list {
            return list(&runs, &log, &library, output);
        }
        let told = match self.run.as_str() {
            "latest" => newest(&runs, &log, &library)?,
            name => {
                let mut meant = runs.iter().filter(|run| run.id.starts_with(name));
                match (meant.next(), meant.next()) {
                    (Some(run), None) => tell(run, &log, &library)?,
                    (Some(_), Some(_)) => bail!("several interviews begin with `{name}`"),
                    (None, _) => None,
                }
            }
        };
        let Some(told) = told else {
            if self.run == "latest" {
                bail!("no mock interview was answered yet; `firedrill mock` begins one");
            }
            bail!(
                "there is no mock interview `{}`; `firedrill report --list` shows all, `firedrill mock` begins one",
                self.run
            );
        };
        let text = match self.format {
            Form::Markdown => told.to_markdown(),
            Form::Json => told.to_json(),
            Form::Html => told.to_html(),
        };
        self.write(text, output)
    }

    fn write(&self, mut text: String, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        if !text.ends_with('\n') {
            text.push('\n');
        }
        match &self.out {
            None => output.write_all(text.as_bytes())?,
            Some(path) => std::fs::write(path, text)
                .with_context(|| format!("cannot write `{}`", path.display()))?,
        }
        Ok(Outcome::Done)
    }
}

/// The page about whoever the log is of; with what they answered last where they miss a point, if `has_answers`.
fn personal(library: &Library, log: &Log, has_answers: bool) -> anyhow::Result<Personal> {
    let now = SystemClock::default().now();
    let catalogue = Catalogue::from(library);
    let mut overview = log.overview(&catalogue, now)?;
    overview.name_points(library);
    let tracks: Vec<TrackStanding> = library
        .tracks()
        .map(|track| TrackStanding::new(track, &library.track_steps(track), &overview.track, now))
        .collect();
    let mut interviews = vec![];
    for run in log.interviews()? {
        if !log.attempts_of(&run.id)?.is_empty() {
            interviews.extend(tell(&run, log, library)?);
        }
    }
    let today = LocalDay::of(now.wall_ms, now.utc_offset_minutes);
    let mut told = Personal::of(&overview, &tracks, &interviews, today);
    if has_answers {
        for (missing, told) in overview.missing.iter().zip(&mut told.missing) {
            let stops = log.missed_at(std::slice::from_ref(&missing.key), &catalogue)?;
            let is_there = |past: &&PastAttempt| {
                let mut stops = stops.iter();
                stops.any(|it| it.scenario == past.scenario && it.steps.contains(&past.step))
            };
            if let Some(past) = overview.recent.iter().find(is_there) {
                let attempt = log.attempt(&past.id)?;
                told.last_answer = attempt.map(|attempt| on_one_line(&attempt.answer));
            }
        }
    }
    Ok(told)
}

fn tell(run: &Run, log: &Log, library: &Library) -> anyhow::Result<Option<Told>> {
    let attempts = log.attempts_of(&run.id)?;
    let pauses = log.pauses_of(&run.id)?;
    Ok(Told::of(run, &attempts, pauses, |id| {
        library.scenario(id).ok()
    }))
}

/// The newest interview in which something was answered.
fn newest(runs: &[Run], log: &Log, library: &Library) -> anyhow::Result<Option<Told>> {
    for run in runs {
        if !log.attempts_of(&run.id)?.is_empty() {
            return tell(run, log, library);
        }
    }
    Ok(None)
}

fn list(
    runs: &[Run],
    log: &Log,
    library: &Library,
    output: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let mut told = vec![];
    for run in runs {
        told.extend(tell(run, log, library)?);
    }
    if told.is_empty() {
        writeln!(output, "no mock interview yet; `firedrill mock` begins one")?;
    }
    for (index, report) in told.iter().enumerate() {
        let change = told.get(index + 1).map(|before| {
            let points = ((report.score - before.score) * 100.0).round();
            format!("  {points:+}")
        });
        writeln!(
            output,
            "{}  {}  {}  {:>2} min  {:>3.0} %  {}{}",
            report.run,
            report.began,
            report.level,
            report.time.given / 60,
            report.score * 100.0,
            report.verdict_words,
            change.unwrap_or_default()
        )?;
    }
    Ok(Outcome::Done)
}
