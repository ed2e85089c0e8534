//! What became of a review: where each finding was made, and what came of each comment.

use ratatui::text::{Line, Span};

use super::{
    desk::Desk,
    diff_paint::label_style,
    phrases::Phrase,
    review_words,
    wrap::{Run, shorten, wrap},
};
use crate::{
    domain::{CommentLabel, Step, Task},
    progress::Attempt,
    scoring::{CommentCard, CommentOutcome, Nearness, ReviewCard},
};

/// Where a finding was made and with which severity, in one sentence; `None` for what is no finding.
pub fn how_caught(attempt: &Attempt, finding: &str, desk: &Desk) -> Option<String> {
    let card = attempt.card.review.as_ref()?;
    let caught = card.caught.iter().find(|it| it.id == finding)?;
    let mut said = vec![
        desk.say(match caught.nearness {
            Nearness::At => Phrase::CaughtAt,
            Nearness::Near => Phrase::CaughtNear,
            Nearness::SameFile => Phrase::CaughtInFile,
            Nearness::Elsewhere => Phrase::CaughtElsewhere,
            Nearness::Summary => Phrase::CaughtInSummary,
            Nearness::Unplaced => Phrase::CaughtUnplaced,
        })
        .to_owned(),
    ];
    let word =
        |name: &str| CommentLabel::parse(name).map_or("", |label| review_words::label(desk, label));
    let wanted = word(&caught.wanted);
    match caught.given.as_deref() {
        Some(given) if given == caught.wanted => {
            said.push(desk.fill(Phrase::SeverityRight, &[wanted]));
        }
        Some(given) => said.push(desk.fill(Phrase::SeverityOff, &[word(given), wanted])),
        None if caught.comment.is_some() => {
            said.push(desk.fill(Phrase::SeverityNone, &[wanted]));
        }
        None => {}
    }
    if caught.fix == Some(false) {
        said.push(desk.say(Phrase::NoWayOut).to_owned());
    }
    Some(said.join("; "))
}

/// The comments one by one, the decision, and what noise and decoys cost.
pub fn comment_rows(
    attempt: &Attempt,
    step: Option<&Step>,
    width: usize,
    desk: &Desk,
) -> Vec<Line<'static>> {
    let Some(card) = &attempt.card.review else {
        return vec![];
    };
    let theme = &desk.theme;
    let mut rows = vec![
        Line::default(),
        Line::styled(desk.say(Phrase::YourComments).to_owned(), theme.focus),
    ];
    for comment in &card.comments {
        rows.extend(comment_row(attempt, comment, step, width, desk));
    }
    if card.comments.is_empty() {
        rows.push(Line::styled(
            shorten(desk.say(Phrase::NoComments), width),
            theme.muted,
        ));
    }
    rows.extend(wrap(&[(decided(card, desk), theme.text)], width, 2));
    for (is_so, phrase) in [
        (card.noise > 0.0, Phrase::NoiseCosts),
        (card.is_inflated, Phrase::AllBlockers),
    ] {
        if is_so {
            let percent = format!("{:.0}", card.noise * 100.0);
            let text = desk.fill(phrase, &[&percent]);
            rows.extend(wrap(&[(text, theme.partial)], width, 2));
        }
    }
    rows
}

fn comment_row(
    attempt: &Attempt,
    comment: &CommentCard,
    step: Option<&Step>,
    width: usize,
    desk: &Desk,
) -> Vec<Line<'static>> {
    let theme = &desk.theme;
    let (sign, style, phrase) = match comment.outcome {
        CommentOutcome::Caught => (desk.glyphs.hit, theme.hit, Phrase::OutcomeCaught),
        CommentOutcome::Decoy => (desk.glyphs.alarm, theme.alarm, Phrase::OutcomeDecoy),
        CommentOutcome::Extra => (desk.glyphs.hit, theme.advice, Phrase::OutcomeExtra),
        CommentOutcome::Praise => (desk.glyphs.hit, theme.advice, Phrase::OutcomePraise),
        CommentOutcome::Question => (desk.glyphs.hit, theme.advice, Phrase::OutcomeQuestion),
        CommentOutcome::General => (desk.glyphs.hit, theme.advice, Phrase::OutcomeGeneral),
        CommentOutcome::WrongReason => {
            (desk.glyphs.missed, theme.missed, Phrase::OutcomeWrongReason)
        }
        CommentOutcome::Noise => (desk.glyphs.missed, theme.muted, Phrase::OutcomeNoise),
        CommentOutcome::Repeated => (desk.glyphs.missed, theme.muted, Phrase::OutcomeRepeated),
    };
    let answer = attempt.answer.as_str();
    let text = answer.get(comment.text..comment.end).unwrap_or_default();
    let label = comment.label.as_deref().and_then(CommentLabel::parse);
    let mut runs: Vec<Run> = vec![(format!("{sign} {}", desk.say(phrase)), style)];
    if let Some(label) = label {
        runs.push((
            format!(" [{}]", review_words::label(desk, label)),
            label_style(desk, Some(label)),
        ));
    }
    runs.push((format!(" {}", shorten(text.trim(), 60)), theme.muted));
    if comment.is_lost {
        runs.push((format!(" {}", desk.say(Phrase::PlaceLost)), theme.partial));
    }
    let why = comment
        .about
        .as_deref()
        .filter(|_| comment.outcome != CommentOutcome::Caught)
        .and_then(|id| why(id, step, desk));
    let mut rows = wrap(&runs, width, 2);
    if let Some(why) = why {
        for mut row in wrap(&[(why, theme.text)], width.saturating_sub(2), 0) {
            row.spans.insert(0, Span::raw("  "));
            rows.push(row);
        }
    }
    rows
}

/// What a decoy or an extra is, or what was to be found instead.
fn why(id: &str, step: Option<&Step>, desk: &Desk) -> Option<String> {
    let step = step?;
    let Task::Review(review) = &step.task else {
        return None;
    };
    let mut others = review.decoys.iter().chain(&review.extras);
    let other = others.find(|other| other.id.as_str() == id);
    let point = other.map(|other| &other.point).or_else(|| {
        let mut points = step.rubric.iter();
        let point = points.find(|point| point.id.as_str() == id);
        point.map(|point| &point.point)
    })?;
    Some(point.in_language(desk.language.is_chinese()).to_owned())
}

fn decided(card: &ReviewCard, desk: &Desk) -> String {
    use crate::domain::Decision;
    let word = |name: &Option<String>| {
        let decision = name.as_deref().and_then(Decision::parse);
        decision.map(|decision| review_words::decision(desk, decision))
    };
    let given = word(&card.decision).unwrap_or(desk.say(Phrase::NoDecision));
    match word(&card.wanted_decision) {
        Some(wanted) if wanted != given => desk.fill(Phrase::DecidedOtherwise, &[given, wanted]),
        _ => desk.fill(Phrase::Decided, &[given]),
    }
}
