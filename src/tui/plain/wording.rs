//! Where a drill stands, in words.

use std::fmt::Write as _;

use super::console::console_opening;
use crate::{
    domain::{Step, Task, Text},
    progress::Attempt,
    session::{Drill, Stage},
    tui::{
        bar::percent, desk::Desk, export::debrief_text, markdown::markdown, phrases::Phrase,
        sentence::sentence_rows,
    },
};

/// The cells of a line of prose.
const WIDTH: usize = 78;

/// The title and the brief.
pub fn opening(drill: &Drill, desk: &Desk) -> String {
    let scenario = drill.scenario();
    let title = scenario
        .header
        .title
        .in_language(desk.language.is_chinese());
    format!("\n# {title}\n\n{}", prose(&scenario.brief, desk))
}

/// The stage the session has come to, in words.
pub fn in_front(drill: &Drill, written: &[String], desk: &Desk) -> String {
    match drill.stage() {
        Stage::Asking => question(drill, written, desk),
        Stage::Judging(index) | Stage::Debrief(index) => match drill.attempt(*index) {
            Some(attempt) => debrief(drill, attempt, desk),
            None => String::new(),
        },
        Stage::SayAgain { attempt, criterion } | Stage::Missed { attempt, criterion } => {
            let attempt = drill.attempt(*attempt);
            let step = attempt.and_then(|attempt| drill.step_of(attempt));
            sentence_owed(step, criterion, desk)
        }
        Stage::Commit(_) => format!(
            "\n## {}\n\n{}\n",
            desk.say(Phrase::CommitmentTitle),
            desk.say(Phrase::CommitmentAsk)
        ),
        Stage::Finished => finish(drill, desk),
    }
}

/// What is asked, its limits, and what was written so far.
pub fn question(drill: &Drill, written: &[String], desk: &Desk) -> String {
    let step = drill.step();
    let (turn, turns) = drill.progress();
    let count = desk.fill(Phrase::TurnOf, &[&turn.to_string(), &turns.to_string()]);
    let mut text = format!("\n## {}: {} ({count})\n\n", desk.say(Phrase::Ask), step.id);
    if let Some(register) = drill.turn().register {
        let register = desk.fill(Phrase::ForRegister, &[desk.register(register)]);
        let _ = writeln!(text, "{register}\n");
    }
    text.push_str(&prose(&step.ask, desk));
    for (title, given) in sentence_rows(drill, desk) {
        let _ = writeln!(text, "{title}: {given}");
    }
    if let Task::Review(review) = &step.task {
        let texts = [&review.title, &review.text];
        for it in texts.into_iter().flatten() {
            text.push('\n');
            text.push_str(&prose(it, desk));
        }
        let _ = writeln!(text, "\n{}", review.diff.unified());
        let _ = writeln!(text, "{}", desk.say(Phrase::PlainReview));
    }
    let limits = step.limits;
    let limited = [
        limits
            .words
            .map(|most| desk.fill(Phrase::Words, &[&most.to_string()])),
        limits
            .sentences
            .map(|most| desk.fill(Phrase::Sentences, &[&most.to_string()])),
        limits
            .seconds
            .map(|most| desk.fill(Phrase::Seconds, &[&most.to_string()])),
    ];
    let limited: Vec<_> = limited.into_iter().flatten().collect();
    if !limited.is_empty() {
        let limited = desk.fill(Phrase::PlainLimit, &[&limited.join(", ")]);
        let _ = writeln!(text, "{limited}");
    }
    text.push_str(&console_opening(drill, desk));
    let _ = writeln!(text, "\n{}", desk.say(Phrase::PlainAnswer));
    if written.iter().any(|line| !line.trim().is_empty()) {
        let kept = written.join("\n");
        let _ = writeln!(text, "{}\n{kept}", desk.say(Phrase::PlainKept));
    }
    text
}

fn debrief(drill: &Drill, attempt: &Attempt, desk: &Desk) -> String {
    let step = drill.step_of(attempt);
    let title = Text::english(desk.say(Phrase::Debrief));
    let commands = [":retry", ":dispute N", ":model", ":back"];
    format!(
        "\n{}\n{}\n",
        debrief_text(attempt, step, &title, desk).trim_end(),
        desk.fill(Phrase::PlainDebrief, &commands)
    )
}

fn sentence_owed(step: Option<&Step>, criterion: &str, desk: &Desk) -> String {
    let is_chinese = desk.language.is_chinese();
    let named = |step: &&Step| step.rubric.iter().any(|it| it.id.as_str() == criterion);
    let point = step.filter(named).and_then(|step| {
        step.rubric
            .iter()
            .find(|point| point.id.as_str() == criterion)
    });
    let mut text = format!("\n## {}\n\n", desk.say(Phrase::SayAgainTitle));
    if let Some(point) = point {
        let _ = writeln!(text, "{}", point.point.in_language(is_chinese));
        if let Some(miss) = &point.miss {
            let _ = writeln!(text, "{}", miss.in_language(is_chinese));
        }
    }
    let _ = writeln!(text, "{}", desk.say(Phrase::PlainSayAgain));
    text
}

fn finish(drill: &Drill, desk: &Desk) -> String {
    let mut text = format!("\n## {}\n\n", desk.say(Phrase::FinishTitle));
    for attempt in drill.attempts() {
        let _ = writeln!(
            text,
            "{}: {}, {}",
            attempt.step,
            desk.verdict(attempt.card.verdict),
            desk.fill(Phrase::Percent, &[&percent(attempt.card.score)])
        );
    }
    let _ = writeln!(text, "{}", desk.say(Phrase::FinishLine));
    text
}

/// Markdown as lines of text without any styling.
fn prose(text: &Text, desk: &Desk) -> String {
    let rows = markdown(
        text.in_language(desk.language.is_chinese()),
        WIDTH,
        &desk.theme,
    );
    rows.iter().fold(String::new(), |mut text, row| {
        let _ = writeln!(text, "{}", row.to_string().trim_end());
        text
    })
}
