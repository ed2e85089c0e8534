//! A scenario as the sheet of who leads a group through it, and the form that the group fills in afterwards; both as Markdown.

use std::fmt::Write as _;

use crate::domain::{Incident, Limits, Scenario, Step, Task};

/// Minutes for a question that says nothing of its time.
const MINUTES: u32 = 8;

/// Minutes for talking an exercise over.
const AFTERWARDS: u32 = 10;

/// The sheet: what to read aloud, what to listen for, what to ask, and when.
pub fn sheet(scenario: &Scenario) -> String {
    let title = scenario.header.title.en.trim();
    let mut sheet = format!(
        "# {title}: facilitator's sheet\n\n{}. Do not hand it to the group.\n",
        scenario.header.id
    );
    time_plan(&mut sheet, scenario);
    let brief = scenario.brief.en.trim();
    if !brief.is_empty() {
        sheet += "\n## Read aloud\n\n";
        quote(&mut sheet, brief);
    }
    for (index, step) in scenario.steps.iter().enumerate() {
        part(&mut sheet, index + 1, step);
    }
    let _ = writeln!(
        sheet,
        "\n## Afterwards\n\nWhat went well, what was missing, what each takes along. `firedrill show {} --after-action` prints the form.",
        scenario.header.id
    );
    sheet
}

fn time_plan(sheet: &mut String, scenario: &Scenario) {
    *sheet += "\n## Time plan\n\n| from | what | minutes |\n| --- | --- | --- |\n| 0:00 | read aloud, questions about the exercise | 5 |\n";
    let mut at = 5;
    for (index, step) in scenario.steps.iter().enumerate() {
        let minutes = minutes(step);
        let _ = writeln!(
            sheet,
            "| {} | {}. {} | {minutes} |",
            clock(at),
            index + 1,
            step.id
        );
        at += minutes;
    }
    let _ = writeln!(sheet, "| {} | afterwards | {AFTERWARDS} |", clock(at));
    let _ = writeln!(
        sheet,
        "| {} | end | |",
        clock(at.saturating_add(AFTERWARDS))
    );
}

fn minutes(step: &Step) -> u32 {
    let Limits { seconds, .. } = step.limits;
    match (&step.task, seconds) {
        (Task::Incident(incident), _) => incident.minutes,
        // A group needs about twice the time of one who writes alone.
        (_, Some(seconds)) => seconds.div_ceil(30).max(2),
        _ => MINUTES,
    }
}

fn clock(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn part(sheet: &mut String, number: usize, step: &Step) {
    let _ = writeln!(sheet, "\n## {number}. {}\n\nRead aloud:\n", step.id);
    quote(sheet, step.ask.en.trim());
    match &step.task {
        Task::Say(say) => {
            let source = say.source.zh.as_deref().unwrap_or(&say.source.en);
            quote(sheet, source.trim());
        }
        Task::Review(review) => {
            let _ = writeln!(
                sheet,
                "\nShow:\n\n~~~~diff\n{}\n~~~~",
                review.diff.unified()
            );
        }
        Task::Incident(incident) => injects(sheet, incident),
        _ => {}
    }
    if !step.rubric.is_empty() {
        *sheet += "\nListen for:\n\n";
    }
    for point in &step.rubric {
        let must = if point.must { " **must**" } else { "" };
        let _ = writeln!(
            sheet,
            "- [ ] {} ({}){must}",
            one_line(&point.point.en),
            point.weight
        );
        // The question for a group that leaves the point out.
        if let Some(probe) = point.probe.as_ref().or(point.miss.as_ref()) {
            let _ = writeln!(sheet, "  - ask: {}", one_line(&probe.en));
        }
    }
    if !step.red_flags.is_empty() {
        *sheet += "\nStop and talk about it when somebody says:\n\n";
    }
    for flag in &step.red_flags {
        let _ = writeln!(sheet, "- {}", one_line(&flag.point.en));
    }
    if let Some(hint) = &step.hint {
        let _ = writeln!(sheet, "\nIf the group is stuck: {}", one_line(&hint.en));
    }
}

fn injects(sheet: &mut String, incident: &Incident) {
    if incident.injects.is_empty() {
        return;
    }
    *sheet +=
        "\nInjects, by minutes of the exercise:\n\n| at | from | says |\n| --- | --- | --- |\n";
    for inject in &incident.injects {
        let says = one_line(&inject.says.en).replace('|', "\\|");
        let _ = writeln!(
            sheet,
            "| {} | {} | {says} |",
            clock(inject.at),
            one_line(&inject.from.en)
        );
    }
}

/// The form that is filled in after the exercise.
pub fn after_action(scenario: &Scenario) -> String {
    let mut form = format!(
        "# After action: {}\n\n- Exercise: {}\n- Date:\n- Facilitator:\n- Took part:\n\n## What happened\n\n| time | what was seen, said, done |\n| --- | --- |\n| | |\n| | |\n| | |\n\n## Went well\n\n-\n\n## Gaps\n\n| gap | action | owner | date |\n| --- | --- | --- | --- |\n| | | | |\n| | | | |\n\nPoints of the exercise, to tick off:\n\n",
        scenario.header.title.en.trim(),
        scenario.header.id
    );
    for step in &scenario.steps {
        for point in step
            .rubric
            .iter()
            .filter(|point| point.must || point.weight >= 2.0)
        {
            let _ = writeln!(form, "- [ ] {} ({})", one_line(&point.point.en), step.id);
        }
    }
    form
}

fn quote(text: &mut String, words: &str) {
    for line in words.lines() {
        let _ = writeln!(text, "> {line}");
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
