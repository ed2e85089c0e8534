//! The points of a debrief as rows: what became of each, by which words, and why it matters.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{
    desk::Desk,
    marked::number,
    phrases::Phrase,
    review_debrief::{comment_rows, how_caught},
    sheet_rows::{bill_rows, row_label, row_sentences},
    wrap::{Run, wrap},
};
use crate::{
    domain::{Criterion, Sheet, Step},
    progress::Attempt,
    scoring::{Finding, Remark, RemarkKind, RowState, State},
};

/// Rows, and where each point begins in them.
#[derive(Debug, Default)]
pub struct PointRows {
    /// The rows.
    pub rows: Vec<Line<'static>>,
    /// The first row of each finding, in the order of the scorecard.
    pub starts: Vec<usize>,
}

/// The points of `attempt` at `width` cells, the one at `selected` with its particulars.
pub fn point_rows(
    attempt: &Attempt,
    step: Option<&Step>,
    selected: usize,
    width: usize,
    desk: &Desk,
) -> PointRows {
    let mut found = PointRows::default();
    let sheet = step.and_then(Step::sheet);
    let worked = attempt.card.sheet.as_ref();
    for (index, finding) in attempt.card.criteria.iter().enumerate() {
        found.starts.push(found.rows.len());
        let criterion = step.and_then(|step| {
            let named = |criterion: &&Criterion| criterion.id.as_str() == finding.id;
            step.rubric.iter().find(named)
        });
        let is_selected = index == selected;
        let mut rows = head(index, finding, criterion, sheet, is_selected, width, desk);
        rows.extend(particulars(
            attempt,
            finding,
            criterion,
            is_selected,
            width,
            desk,
        ));
        found.rows.extend(rows);
        let row = worked.and_then(|card| card.rows.iter().find(|row| row.id == finding.id));
        if let (Some(row), Some(sheet)) = (row, sheet)
            && (is_selected || row.state != RowState::Within || !row.because.is_empty())
        {
            let sentences = row_sentences(row, sheet, desk).into_iter();
            found
                .rows
                .extend(sentences.flat_map(|text| indented(text, width, desk)));
        }
    }
    if let (Some(card), Some(sheet)) = (worked, sheet) {
        found.rows.extend(bill_rows(card, sheet, width, desk));
    }
    found.rows.extend(comment_rows(attempt, step, width, desk));
    found.rows.extend(alarms(attempt, step, width, desk));
    found.rows.extend(remarks(attempt, width, desk));
    found
}

/// Glyph, number, point, state and credit; the state in a word, never by colour alone.
fn head(
    index: usize,
    finding: &Finding,
    criterion: Option<&Criterion>,
    sheet: Option<&Sheet>,
    is_selected: bool,
    width: usize,
    desk: &Desk,
) -> Vec<Line<'static>> {
    let theme = &desk.theme;
    let style = theme.of(finding.state);
    let is_chinese = desk.language.is_chinese();
    let row = sheet.and_then(|sheet| row_label(sheet, &finding.id, is_chinese));
    let point = criterion.map_or(row.unwrap_or(&finding.id), |criterion| {
        criterion.point.in_language(is_chinese)
    });
    let must = if criterion.is_some_and(|criterion| criterion.must) {
        format!(", {}", desk.say(Phrase::MustMake))
    } else {
        String::new()
    };
    let tail = format!(
        " {} {}/{}{must}",
        desk.state(finding.state),
        trimmed(finding.credit * finding.weight),
        trimmed(finding.weight)
    );
    let pointer = if is_selected {
        desk.glyphs.pointer
    } else {
        " "
    };
    let lead = format!(
        "{pointer}{} {} ",
        desk.glyphs.of(finding.state),
        number(index + 1)
    );
    let runs: Vec<Run> = vec![
        (
            format!("{} {} ", desk.glyphs.of(finding.state), number(index + 1)),
            style,
        ),
        (
            point.to_owned(),
            if is_selected {
                theme.emphasis
            } else {
                theme.text
            },
        ),
        (tail, style),
    ];
    let indent = lead.width().saturating_sub(1);
    let mut rows = wrap(&runs, width.saturating_sub(1), indent);
    for (index, row) in rows.iter_mut().enumerate() {
        let mark = if index == 0 { pointer } else { " " };
        row.spans
            .insert(0, Span::styled(mark.to_owned(), theme.focus));
    }
    rows
}

/// Why the point matters or what was good, and for the selected point how the words matched.
fn particulars(
    attempt: &Attempt,
    finding: &Finding,
    criterion: Option<&Criterion>,
    is_selected: bool,
    width: usize,
    desk: &Desk,
) -> Vec<Line<'static>> {
    let is_chinese = desk.language.is_chinese();
    let words = words(attempt, finding, desk);
    let mut texts = vec![];
    match finding.state {
        State::Negated => texts.push(desk.fill(Phrase::NegatedWhy, &[&words])),
        State::Vetoed => texts.push(desk.fill(Phrase::VetoedWhy, &[&words])),
        State::Hit | State::Partial if is_selected && !words.is_empty() => {
            texts.push(desk.fill(Phrase::ByWords, &[&words]));
        }
        _ => {}
    }
    texts.extend(
        how_caught(attempt, &finding.id, desk).filter(|_| is_selected || finding.credit < 1.0),
    );
    let sentence = criterion.and_then(|criterion| match finding.state {
        State::Hit if is_selected => criterion.hit.as_ref(),
        State::Hit => None,
        _ => criterion.miss.as_ref(),
    });
    texts.extend(sentence.map(|text| text.in_language(is_chinese).to_owned()));
    texts
        .into_iter()
        .flat_map(|text| indented(text, width, desk))
        .collect()
}

/// A sentence below a point.
fn indented(text: String, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let mut rows = wrap(&[(text, desk.theme.muted)], width.saturating_sub(7), 0);
    for row in &mut rows {
        row.spans.insert(0, Span::raw("       "));
    }
    rows
}

/// The learner's words that matched, each with how it did where it is not plain.
fn words(attempt: &Attempt, finding: &Finding, desk: &Desk) -> String {
    let quoted = finding.spans.iter().filter_map(|span| {
        let word = attempt.answer.get(span.start..span.end)?;
        let via = desk
            .via(span.via)
            .map_or(String::new(), |via| format!(" ({via})"));
        Some(format!("\"{word}\"{via}"))
    });
    let mut seen = vec![];
    for word in quoted {
        if !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen.join(", ")
}

fn alarms(attempt: &Attempt, step: Option<&Step>, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let mut rows = vec![];
    for flag in &attempt.card.red_flags {
        let known = step.and_then(|step| {
            step.red_flags
                .iter()
                .find(|known| known.id.as_str() == flag.id)
        });
        let point = known.map_or(flag.id.as_str(), |known| {
            known.point.in_language(desk.language.is_chinese())
        });
        let runs = [
            (format!("{} ", desk.glyphs.alarm), desk.theme.alarm),
            (point.to_owned(), desk.theme.text),
            (
                format!(" {}", desk.say(Phrase::FlagRaised)),
                desk.theme.alarm,
            ),
        ];
        rows.push(Line::default());
        rows.extend(wrap(&runs, width, 2));
    }
    rows
}

/// What is said about the whole answer, and advice on wording.
fn remarks(attempt: &Attempt, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let mut rows = vec![];
    let mut section = |title: Phrase, texts: Vec<String>| {
        if texts.is_empty() {
            return;
        }
        rows.push(Line::default());
        rows.push(Line::styled(desk.say(title), desk.theme.focus));
        for text in texts {
            let run = (format!("{} {text}", desk.glyphs.bullet), desk.theme.text);
            rows.extend(wrap(&[run], width, 2));
        }
    };
    let notes = attempt.card.notes.iter().map(|note| note.text.clone());
    section(Phrase::Notes, notes.collect());
    let is_chinese = desk.language.is_chinese();
    let told = |kind: RemarkKind| -> Vec<String> {
        let remarks = attempt.card.remarks.iter();
        let remarks = remarks.filter(|remark| remark.kind == kind);
        remarks
            .map(|remark| told(attempt, remark, is_chinese))
            .collect()
    };
    section(Phrase::RegisterAdvice, told(RemarkKind::Register));
    section(Phrase::FormTitle, told(RemarkKind::Form));
    rows
}

/// The learner's words, what to say instead, and why.
fn told(attempt: &Attempt, remark: &Remark, is_chinese: bool) -> String {
    let chinese = remark.zh.as_ref().filter(|_| is_chinese);
    let text = chinese.unwrap_or(&remark.text);
    match attempt.answer.get(remark.start..remark.end) {
        Some(words) if !words.is_empty() => format!("\"{words}\": {text}"),
        _ => text.clone(),
    }
}

/// A number without needless decimals.
pub fn trimmed(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
