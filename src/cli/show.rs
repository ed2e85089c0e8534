//! `firedrill show ID`: a scenario as plain text.

use std::io::Write;

use clap::Args;

use super::{facilitator, outcome::Outcome, places::Places, scenario_json};
use crate::domain::{Limits, Scenario, Step, Task};

/// Which scenario to show, and how much of it.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub struct Show {
    /// The scenario, as `id` or `pack/id`
    id: String,
    /// Also the points, and the reference answers
    #[arg(long)]
    answers: bool,
    /// Everything, as JSON
    #[arg(long)]
    json: bool,
    /// The sheet of who leads a group through it: what to read aloud, injects, what to listen for, what to ask, and when
    #[arg(long, conflicts_with_all = ["answers", "json"])]
    facilitator: bool,
    /// The form that a group fills in afterwards: what happened, gaps, owner, date
    #[arg(long, conflicts_with_all = ["answers", "json", "facilitator"])]
    after_action: bool,
}

impl Show {
    /// Prints the scenario, or what is wrong with its file.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let library = places.library()?;
        let id = library.find(&self.id)?.id.clone();
        let scenario = match library.scenario(&id) {
            Ok(scenario) => scenario,
            Err(problems) => {
                for problem in problems {
                    writeln!(output, "{}", problem.with_line())?;
                }
                return Ok(Outcome::Failed);
            }
        };
        if self.facilitator {
            write!(output, "{}", facilitator::sheet(&scenario))?;
        } else if self.after_action {
            write!(output, "{}", facilitator::after_action(&scenario))?;
        } else if self.json {
            serde_json::to_writer_pretty(&mut *output, &scenario_json::scenario(&scenario))?;
            writeln!(output)?;
        } else {
            print(&scenario, self.answers, output)?;
        }
        Ok(Outcome::Done)
    }
}

fn print(scenario: &Scenario, answers: bool, output: &mut dyn Write) -> anyhow::Result<()> {
    let header = &scenario.header;
    writeln!(output, "{}\n", header.title.en.trim())?;
    let mut facts = vec![header.id.to_string(), header.kind.name().to_owned()];
    facts.push(header.difficulty.name().to_owned());
    facts.extend(header.minutes.map(|minutes| format!("{minutes} min")));
    writeln!(output, "{}", facts.join(" · "))?;
    if !header.tags.is_empty() {
        writeln!(output, "tags: {}", header.tags.join(", "))?;
    }
    if !scenario.brief.en.is_empty() {
        writeln!(output, "\n{}", scenario.brief.en.trim_end())?;
    }
    for (index, step) in scenario.steps.iter().enumerate() {
        print_step(index + 1, step, answers, output)?;
    }
    for source in &scenario.sources {
        writeln!(output, "\nsource: {source}")?;
    }
    Ok(())
}

fn print_step(
    number: usize,
    step: &Step,
    answers: bool,
    output: &mut dyn Write,
) -> anyhow::Result<()> {
    writeln!(
        output,
        "\n{number}. {}\n{}",
        step.id,
        step.ask.en.trim_end()
    )?;
    if let Task::Say(say) = &step.task {
        let source = say.source.zh.as_deref().unwrap_or(&say.source.en);
        let registers: Vec<_> = say
            .registers
            .iter()
            .map(|register| register.name())
            .collect();
        writeln!(
            output,
            "  “{}”\n  for: {}",
            source.trim(),
            registers.join(", ")
        )?;
    }
    if let Task::Review(review) = &step.task {
        for text in [&review.title, &review.text].into_iter().flatten() {
            writeln!(output, "  {}", text.en.trim_end())?;
        }
        writeln!(output, "\n{}", review.diff.unified())?;
    }
    let limits = limits(step.limits);
    if !limits.is_empty() {
        writeln!(output, "  at most {}", limits.join(", "))?;
    }
    if !answers {
        return Ok(());
    }
    for criterion in &step.rubric {
        writeln!(
            output,
            "  [{}] {}: {}",
            criterion.weight, criterion.id, criterion.point.en
        )?;
    }
    for flag in &step.red_flags {
        writeln!(
            output,
            "  [-{}] {}: {}",
            flag.penalty, flag.id, flag.point.en
        )?;
    }
    for model in &step.models {
        let register = step
            .register_of(model)
            .map_or("model", |register| register.name());
        writeln!(output, "  {register}:")?;
        for line in model.text.lines() {
            writeln!(output, "    {line}")?;
        }
    }
    Ok(())
}

fn limits(limits: Limits) -> Vec<String> {
    let named = [
        (limits.sentences, "sentences"),
        (limits.words, "words"),
        (limits.seconds, "seconds"),
    ];
    let said = |(most, unit): (Option<u32>, &str)| most.map(|most| format!("{most} {unit}"));
    named.into_iter().filter_map(said).collect()
}
