//! A debrief as a Markdown file, for notes or for a colleague.

use std::fmt::Write as _;

use super::{
    bar::percent, dates, desk::Desk, incident_rows::incident_runs, marked::marked, message::Effect,
    phrases::Phrase, points::trimmed,
};
use crate::{
    domain::{Step, Text},
    progress::Attempt,
};

/// The file that holds the debrief of `attempt`.
pub fn debrief(attempt: &Attempt, step: Option<&Step>, title: &Text, desk: &Desk) -> Effect {
    let when = dates::minute(attempt.submitted_at, attempt.utc_offset);
    let name = format!(
        "firedrill-{}-{}-{}.md",
        attempt.scenario.scenario,
        attempt.step,
        when.replace([' ', ':'], "-")
    );
    Effect::Export {
        name,
        text: debrief_text(attempt, step, title, desk),
    }
}

/// The debrief of `attempt` as Markdown.
pub fn debrief_text(attempt: &Attempt, step: Option<&Step>, title: &Text, desk: &Desk) -> String {
    let when = dates::minute(attempt.submitted_at, attempt.utc_offset);
    let is_chinese = desk.language.is_chinese();
    let card = &attempt.card;
    let mut text = format!(
        "# {}\n\n{when}, {}\n",
        title.in_language(is_chinese),
        attempt.step
    );
    if let Some(step) = step {
        let _ = write!(
            text,
            "\n> {}\n",
            step.ask
                .in_language(is_chinese)
                .trim()
                .replace('\n', "\n> ")
        );
    }
    let runs = marked(
        &attempt.answer,
        &card.criteria,
        &card.red_flags,
        &desk.theme,
    );
    let answer: String = runs.into_iter().map(|(text, _)| text).collect();
    let _ = write!(text, "\n## {}\n\n{answer}\n", desk.say(Phrase::YourAnswer));
    let _ = write!(
        text,
        "\n## {}: {}, {}\n\n",
        desk.say(Phrase::Points),
        desk.verdict(card.verdict),
        desk.fill(Phrase::Percent, &[&percent(card.score)])
    );
    for (index, finding) in card.criteria.iter().enumerate() {
        let criterion = step.and_then(|step| {
            step.rubric
                .iter()
                .find(|criterion| criterion.id.as_str() == finding.id)
        });
        let point = criterion.map_or(finding.id.as_str(), |it| it.point.in_language(is_chinese));
        let _ = writeln!(
            text,
            "- {} [{}] {point}: {} {}/{}",
            desk.glyphs.of(finding.state),
            index + 1,
            desk.state(finding.state),
            trimmed(finding.credit * finding.weight),
            trimmed(finding.weight)
        );
        let miss = criterion.and_then(|criterion| criterion.miss.as_ref());
        if let Some(miss) = miss.filter(|_| finding.credit < 1.0) {
            let _ = writeln!(text, "  {}", miss.in_language(is_chinese).trim());
        }
    }
    // What became of an incident stands in paragraphs with a title each, as on the screen.
    for (words, _) in incident_runs(card.incident.as_ref(), step, desk) {
        if words.starts_with("\n\n") {
            let _ = write!(text, "\n\n## {}\n\n", words.trim());
        } else {
            text.push_str(&words);
        }
    }
    if card.incident.is_some() {
        text.push('\n');
    }
    if let Some(model) = step.and_then(|step| step.models.first()) {
        let _ = write!(
            text,
            "\n## {}\n\n{}\n",
            desk.say(Phrase::ModelAnswer),
            model.text.trim()
        );
    }
    text
}
