//! `firedrill check [PATH…]`: everything wrong with scenario files, and with what they mean.

use std::{collections::BTreeSet, io::Write, path::PathBuf};

use anyhow::bail;
use clap::{Args, ValueEnum};
use serde_json::json;

use super::{counted::counted, outcome::Outcome, places::Places, scenario_json, watch::watch};
use crate::{
    check::{PatternUse, Report, check},
    library::{Problem, Severity, on_one_line},
    storage::LibraryPlace,
};

/// What to check, and how to say it.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub struct Check {
    /// Scenario files or folders; without any, all that `list` shows
    paths: Vec<PathBuf>,
    /// Fail on warnings too
    #[arg(long)]
    strict: bool,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Leave out notes
    #[arg(long)]
    no_notes: bool,
    /// Also say what each pattern catches in the models and samples
    #[arg(long)]
    patterns: bool,
    /// Check again after every change of the files, until Ctrl-C
    #[arg(long)]
    watch: bool,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the source line and a caret
    Text,
    /// One JSON document
    Json,
    /// Workflow commands, shown by GitHub beside the lines of a pull request
    Github,
}

impl Check {
    /// Prints what is found; fails on errors.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let place = if self.paths.is_empty() {
            places.library_place()?
        } else {
            LibraryPlace::Around(self.paths.clone())
        };
        if self.watch {
            watch(&place, output, |output| self.look(&place, output))
        } else {
            self.look(&place, output)
        }
    }

    fn look(&self, place: &LibraryPlace, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let read = place.read()?;
        if read.files.as_ref().is_some_and(BTreeSet::is_empty) {
            let paths = self
                .paths
                .iter()
                .map(|path| format!("`{}`", path.display()));
            let paths = paths.collect::<Vec<_>>().join(", ");
            bail!("there is no YAML file in {paths}; give a scenario file, or a folder of them");
        }
        let is_asked = |file: &str| read.files.as_ref().is_none_or(|files| files.contains(file));
        let mut report = check(&read.library, is_asked);
        if self.no_notes {
            report
                .problems
                .retain(|problem| problem.severity != Severity::Note);
        }
        if !self.patterns {
            report.patterns.clear();
        }
        match self.format {
            Format::Text => print_text(&report, output)?,
            Format::Json => print_json(&report, output)?,
            Format::Github => print_github(&report, output)?,
        }
        let fails =
            report.count(Severity::Error) > 0 || self.strict && report.count(Severity::Warning) > 0;
        Ok(if fails {
            Outcome::Failed
        } else {
            Outcome::Done
        })
    }
}

fn print_text(report: &Report, output: &mut dyn Write) -> anyhow::Result<()> {
    for problem in &report.problems {
        writeln!(output, "{}\n", problem.with_line())?;
    }
    print_patterns(&report.patterns, output)?;
    let agreement = report.agreement;
    let samples = agreement.agreed + agreement.wrongly_passed + agreement.wrongly_failed;
    writeln!(
        output,
        "{}: {}, {}, {}",
        counted(report.scenarios as u64, "scenario"),
        counted(report.count(Severity::Error) as u64, "error"),
        counted(report.count(Severity::Warning) as u64, "warning"),
        counted(report.count(Severity::Note) as u64, "note"),
    )?;
    writeln!(
        output,
        "{}: {} agree, {} wrongly passed, {} wrongly failed, {}",
        counted((samples + agreement.known_gaps) as u64, "sample"),
        agreement.agreed,
        agreement.wrongly_passed,
        agreement.wrongly_failed,
        counted(agreement.known_gaps as u64, "known gap"),
    )?;
    Ok(())
}

/// A line a pattern under its step: how many of the answers it finds something in, and what it finds.
fn print_patterns(patterns: &[PatternUse], output: &mut dyn Write) -> anyhow::Result<()> {
    const SHOWN: usize = 3;
    let mut step = None;
    for each in patterns {
        if step != Some((&each.file, &each.step)) {
            if step.is_some() {
                writeln!(output)?;
            }
            writeln!(output, "{}: patterns of `{}`", each.file, each.step)?;
            step = Some((&each.file, &each.step));
        }
        let mut said: Vec<String> = Vec::new();
        for words in &each.caught {
            let words = format!("“{}”", on_one_line(words));
            if said.len() < SHOWN && !said.contains(&words) {
                said.push(words);
            }
        }
        let (line, count) = (each.line, each.caught.len());
        let (point, pattern) = (&each.criterion, on_one_line(&each.pattern));
        let said = said.join(", ");
        writeln!(output, "{line:>6} {count:>3}  {point}: {pattern}  {said}")?;
    }
    if step.is_some() {
        writeln!(output)?;
    }
    Ok(())
}

fn print_json(report: &Report, output: &mut dyn Write) -> anyhow::Result<()> {
    let problems: Vec<_> = report.problems.iter().map(scenario_json::problem).collect();
    let agreement = report.agreement;
    let mut value = json!({
        "scenarios": report.scenarios,
        "samples": {
            "agreed": agreement.agreed,
            "wrongly_passed": agreement.wrongly_passed,
            "wrongly_failed": agreement.wrongly_failed,
            "known_gaps": agreement.known_gaps,
        },
        "problems": problems,
    });
    if !report.patterns.is_empty() {
        let pattern = |each: &PatternUse| {
            json!({
                "file": each.file,
                "line": each.line,
                "step": each.step,
                "criterion": each.criterion,
                "pattern": each.pattern,
                "caught": each.caught,
            })
        };
        value["patterns"] = report.patterns.iter().map(pattern).collect();
    }
    serde_json::to_writer_pretty(&mut *output, &value)?;
    writeln!(output)?;
    Ok(())
}

fn print_github(report: &Report, output: &mut dyn Write) -> anyhow::Result<()> {
    for problem in &report.problems {
        writeln!(output, "{}", workflow_command(problem))?;
    }
    Ok(())
}

/// `::error file=…,line=…,col=…,title=…::message`, with the characters escaped that end a part.
fn workflow_command(problem: &Problem) -> String {
    let level = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let message = match &problem.cure {
        Some(cure) => format!("{}\n{cure}", problem.what),
        None => problem.what.clone(),
    };
    let at = problem.place.at;
    format!(
        "::{level} file={},line={},col={},title={}::{}",
        escaped(&problem.place.file)
            .replace(':', "%3A")
            .replace(',', "%2C"),
        at.line.max(1),
        at.column.max(1),
        problem.rule,
        escaped(&message),
    )
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
