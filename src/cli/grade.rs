//! `firedrill grade`: scores answers without a screen.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;
use clap::{ArgGroup, Args};

use super::{
    agreement_report,
    answer_lines::{self, Graded, Line},
    gradable::{Gradable, Refusal},
    grade_report,
    outcome::Outcome,
    places::Places,
};

/// Which step to grade by, and which answers.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("what").required(true).args(["answer", "answers", "agreement"])))]
pub struct Grade {
    /// The scenario, as `id` or `pack/id`, or the path of a YAML file
    scenario: String,
    /// The step; needed where several can be graded
    #[arg(long, value_name = "STEP")]
    step: Option<String>,
    /// The register the answers are for; the step's first where absent
    #[arg(long, value_name = "REGISTER")]
    register: Option<String>,
    /// A file with one answer; `-` reads it from standard input
    #[arg(long, value_name = "FILE")]
    answer: Option<PathBuf>,
    /// A file with one JSON object a line: {"id": …, "text": …, "register": …}
    #[arg(long, value_name = "FILE.jsonl")]
    answers: Option<PathBuf>,
    /// The same with labels by people; prints how far the rubric agrees with them
    #[arg(long, value_name = "FILE.jsonl")]
    agreement: Option<PathBuf>,
    /// One line of JSON per answer
    #[arg(long)]
    json: bool,
}

impl Grade {
    /// Grades what is asked for.
    #[expect(
        clippy::print_stderr,
        reason = "what stands in the way belongs to stderr"
    )]
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let gradable = match Gradable::find(&self.scenario, places)? {
            Ok(gradable) => gradable,
            Err(refusal) => return Ok(refuse(refusal)),
        };
        let step = match gradable.step(self.step.as_deref()) {
            Ok(step) => step,
            Err(refusal) => return Ok(refuse(refusal)),
        };
        let graders = match gradable.graders(step, self.register.as_deref()) {
            Ok(graders) => graders,
            Err(refusal) => return Ok(refuse(refusal)),
        };
        if let Some(path) = &self.answer {
            let line = Line::single(&read_answer(path)?);
            let graded = match answer_lines::grade(&graders, &line) {
                Ok(graded) => graded,
                Err(message) => anyhow::bail!(message),
            };
            self.print(step, &graded, output)?;
            return Ok(Outcome::Done);
        }
        if let Some(path) = &self.agreement {
            let mut report = agreement_report::AgreementReport::new(step);
            let complete = answer_lines::each(path, &graders, &mut |graded| {
                let fault = report.fault(&graded);
                if fault.is_none() {
                    report.add(&graded);
                }
                Ok(fault)
            })?;
            report.print(self.json, output)?;
            return Ok(ended(complete));
        }
        let Some(path) = &self.answers else {
            eprintln!("firedrill: say `--answer`, `--answers` or `--agreement`");
            return Ok(Outcome::Usage);
        };
        let complete = answer_lines::each(path, &graders, &mut |graded| {
            self.print(step, &graded, output)?;
            Ok(None)
        })?;
        Ok(ended(complete))
    }

    fn print(
        &self,
        step: &crate::domain::Step,
        graded: &Graded,
        output: &mut dyn Write,
    ) -> anyhow::Result<()> {
        if self.json {
            serde_json::to_writer(&mut *output, &graded.record())?;
            writeln!(output)?;
        } else {
            grade_report::print(step, graded, output)?;
        }
        Ok(())
    }
}

fn ended(complete: bool) -> Outcome {
    if complete {
        Outcome::Done
    } else {
        Outcome::Failed
    }
}

#[expect(
    clippy::print_stderr,
    reason = "what stands in the way belongs to stderr"
)]
fn refuse(refusal: Refusal) -> Outcome {
    match refusal {
        Refusal::Faults(problems) => {
            for problem in problems {
                eprintln!("{}", problem.with_line());
            }
            Outcome::Failed
        }
        Refusal::Unclear(message) => {
            eprintln!("firedrill: {message}");
            Outcome::Usage
        }
    }
}

fn read_answer(path: &Path) -> anyhow::Result<String> {
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        bytes
    } else {
        fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?
    };
    String::from_utf8(bytes).context("the answer is not UTF-8")
}
