//! `firedrill doctor`: versions, places, sizes, the state of the progress file, what the terminal can do.

use std::{
    env, fs,
    io::{self, IsTerminal as _, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use serde_json::{Map, Value, json};

use super::{outcome::Outcome, places::Places, progress_bar::ProgressBar};
use crate::{
    runtime::{Clock, SystemClock},
    scoring::ENGINE_VERSION,
    storage::{self, Log, StoreError},
};

/// What to look after.
#[derive(Debug, Args)]
pub struct Doctor {
    /// Work schedule and statistics out from the log again
    #[arg(long)]
    rebuild: bool,
    /// Put the progress file aside and read what can be read into a new one
    #[arg(long, conflicts_with = "rebuild")]
    repair: bool,
    /// Go back to a copy: the newest, or FILE; what can be read of the present file is taken over
    #[arg(long, value_name = "FILE", conflicts_with_all = ["rebuild", "repair"])]
    #[expect(
        clippy::option_option,
        reason = "the option may be given without a value"
    )]
    restore: Option<Option<PathBuf>>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// What was found, in the order in which it is shown.
type Findings = Vec<(&'static str, Value)>;

impl Doctor {
    /// Prints what was found; fails when something is not in order.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let path = places.progress_file()?;
        if self.rebuild {
            rebuild(&mut places.open_log(SystemClock::default().now())?)?;
        }
        let mut findings = versions();
        if let Some(from) = &self.restore {
            let now = SystemClock::default().now();
            let log = Log::restore(&path, from.as_deref(), now)?;
            findings.push(("restore", log.notice().unwrap_or_default().into()));
        }
        if self.repair {
            let log = Log::repair(&path, SystemClock::default().now())?;
            findings.push(("repair", log.notice().unwrap_or_default().into()));
        }
        findings.extend(files(&path));
        let problem = progress(&path, &mut findings);
        let library = places.library()?;
        findings.push(("scenarios", library.headers().len().into()));
        findings.push(("scenario problems", library.problems().len().into()));
        findings.extend(terminal());
        if self.json {
            let object = findings
                .into_iter()
                .map(|(name, value)| (name.replace(' ', "_"), value))
                .collect::<Map<_, _>>();
            serde_json::to_writer_pretty(&mut *output, &object)?;
            writeln!(output)?;
        } else {
            for (name, value) in &findings {
                let value = match value {
                    Value::String(text) => text.clone(),
                    Value::Null => "–".to_owned(),
                    other => other.to_string(),
                };
                writeln!(output, "{name:<20} {value}")?;
            }
        }
        Ok(if problem {
            Outcome::Failed
        } else {
            Outcome::Done
        })
    }
}

/// Works everything out again, with a bar where that takes its time.
fn rebuild(log: &mut Log) -> anyhow::Result<()> {
    const SELDOM: u32 = 100;
    let steps = log.practised_steps()?;
    let attempts: u64 = steps.iter().map(|step| step.attempts).sum();
    let mut bar = ProgressBar::new(attempts + steps.len() as u64);
    let mut told = 0_u32;
    log.rebuild_telling(&mut || {
        told += 1;
        bar.advance(1);
        if told.is_multiple_of(SELDOM) {
            bar.draw();
        }
    })?;
    bar.clear();
    Ok(())
}

fn versions() -> Findings {
    vec![
        ("firedrill", env!("CARGO_PKG_VERSION").into()),
        ("scoring engine", ENGINE_VERSION.into()),
        ("progress schema", storage::newest_version().into()),
        ("sqlite", rusqlite::version().into()),
        (
            "system",
            format!("{} {}", env::consts::OS, env::consts::ARCH).into(),
        ),
    ]
}

fn files(path: &Path) -> Findings {
    let size = |path: &Path| fs::metadata(path).map_or(Value::Null, |file| file.len().into());
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    vec![
        ("progress file", path.display().to_string().into()),
        ("progress bytes", size(path)),
        ("journal bytes", size(Path::new(&journal))),
        (
            "newest copy",
            storage::backups(path)
                .first()
                .map_or(Value::Null, |copy| copy.path.display().to_string().into()),
        ),
    ]
}

/// Looks at the progress file; says whether something is wrong with it.
fn progress(path: &Path, findings: &mut Findings) -> bool {
    let state = || -> Result<(Option<u64>, Vec<String>), StoreError> {
        match Log::open_read_only(path)? {
            None => Ok((None, Vec::new())),
            Some(log) => {
                let attempts = log
                    .practised_steps()?
                    .iter()
                    .map(|step| step.attempts)
                    .sum();
                Ok((Some(attempts), log.faults()?))
            }
        }
    };
    match state() {
        Ok((None, _)) => {
            findings.push(("integrity", "nothing kept yet".into()));
            false
        }
        Ok((Some(attempts), faults)) => {
            findings.push(("attempts", attempts.into()));
            let is_sound = faults.is_empty();
            findings.push((
                "integrity",
                if is_sound {
                    "sound".into()
                } else {
                    faults.join("; ").into()
                },
            ));
            !is_sound
        }
        Err(error) => {
            findings.push(("integrity", error.to_string().into()));
            true
        }
    }
}

fn terminal() -> Findings {
    let variable = |name: &str| env::var(name).map_or(Value::Null, Value::from);
    let size = ratatui::crossterm::terminal::size().map_or(Value::Null, |(columns, rows)| {
        format!("{columns}×{rows}").into()
    });
    vec![
        (
            "terminal",
            json!(io::stdin().is_terminal() && io::stdout().is_terminal()),
        ),
        ("terminal size", size),
        ("TERM", variable("TERM")),
        ("COLORTERM", variable("COLORTERM")),
        ("NO_COLOR", variable("NO_COLOR")),
        ("LANG", variable("LANG")),
    ]
}
