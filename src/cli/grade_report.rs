//! A graded answer for people: the answer with marks, the points, what to say next time.

use std::io::Write;

use super::answer_lines::Graded;
use crate::{
    domain::Step,
    scoring::{Finding, RowCard, Scorecard, State},
    tui::printable,
};

/// Prints one graded answer.
pub fn print(step: &Step, graded: &Graded, output: &mut dyn Write) -> anyhow::Result<()> {
    let card = &graded.card;
    if !graded.id.is_null() {
        let id = graded
            .id
            .as_str()
            .map_or_else(|| graded.id.to_string(), str::to_owned);
        writeln!(output, "── {id}")?;
    }
    for line in marked(&graded.text, card).lines() {
        writeln!(output, "  {line}")?;
    }
    let earned: f64 = card
        .criteria
        .iter()
        .map(|it| (it.credit + it.closeness) * it.weight)
        .sum();
    let total: f64 = card.criteria.iter().map(|it| it.weight).sum();
    writeln!(
        output,
        "\n  {:.0} % · {} · {} of {} points · sure {:.0} %",
        card.score * 100.0,
        card.verdict.in_drills(),
        number(earned),
        number(total),
        card.confidence * 100.0,
    )?;
    for (index, finding) in card.criteria.iter().enumerate() {
        let criterion = step.rubric.iter().find(|it| it.id.as_str() == finding.id);
        let row = step.sheet().and_then(|sheet| {
            let row = sheet
                .rows
                .iter()
                .find(|row| row.id.as_str() == finding.id)?;
            Some(row.label.en.as_str())
        });
        let point = criterion.map_or(row.unwrap_or(&finding.id), |it| it.point.en.as_str());
        print_point(index + 1, finding, point, output)?;
        let worked = card.sheet.as_ref();
        if let Some(row) = worked.and_then(|it| it.rows.iter().find(|row| row.id == finding.id)) {
            print_row(row, output)?;
        }
    }
    for flag in &card.red_flags {
        let point = step.red_flags.iter().find(|it| it.id.as_str() == flag.id);
        let point = point.map_or(flag.id.as_str(), |it| it.point.en.as_str());
        writeln!(output, "  ! {point}")?;
    }
    for note in &card.notes {
        writeln!(output, "  note: {}", note.text)?;
    }
    for (name, mark) in [
        ("structure", card.marks.structure),
        ("communication", card.marks.communication),
    ] {
        if let Some(mark) = mark {
            writeln!(output, "  {name} {:.0} %", mark * 100.0)?;
        }
    }
    let next = next_time(step, card);
    if !next.is_empty() {
        writeln!(output, "\n  next time:")?;
        for sentence in next {
            writeln!(output, "  - {sentence}")?;
        }
    }
    writeln!(output)?;
    Ok(())
}

fn print_point(
    place: usize,
    finding: &Finding,
    point: &str,
    output: &mut dyn Write,
) -> anyhow::Result<()> {
    let sign = match finding.state {
        State::Hit => "✓",
        State::Partial => "~",
        State::Missed => "✗",
        State::Negated | State::Vetoed => "⊘",
    };
    let earned = number((finding.credit + finding.closeness) * finding.weight);
    let remark = match finding.state {
        State::Missed if finding.closeness > 0.0 => " (not made, but close)",
        State::Negated => " (found, but negated)",
        State::Vetoed => " (found, but ruled out in the same sentence)",
        State::Hit | State::Partial | State::Missed => "",
    };
    let weight = number(finding.weight);
    writeln!(
        output,
        "  {sign} [{place}] {point}{remark}  {earned}/{weight}"
    )?;
    Ok(())
}

/// What a row of a sheet came to beside the author's, and why it is off.
fn print_row(row: &RowCard, output: &mut dyn Write) -> anyhow::Result<()> {
    let mut parts = Vec::new();
    if let Some(value) = row.value {
        parts.push(format!("{} {}", number(value), row.unit));
    }
    parts.push(format!("expected {} {}", number(row.expected), row.unit));
    parts.extend(row.fault.clone());
    if !row.because.is_empty() {
        parts.push(format!("because: {}", row.because.join(", ")));
    }
    writeln!(output, "        {}", parts.join("; "))?;
    Ok(())
}

/// What the heaviest points missed ask for, at most three.
fn next_time<'a>(step: &'a Step, card: &Scorecard) -> Vec<&'a str> {
    let mut missed: Vec<&Finding> = card.criteria.iter().filter(|it| it.credit < 1.0).collect();
    missed.sort_by(|one, two| {
        let lost = |it: &Finding| (1.0 - it.credit) * it.weight;
        lost(two).total_cmp(&lost(one))
    });
    missed
        .into_iter()
        .filter_map(|finding| step.rubric.iter().find(|it| it.id.as_str() == finding.id))
        .map(|criterion| {
            criterion
                .miss
                .as_ref()
                .unwrap_or(&criterion.point)
                .en
                .as_str()
        })
        .take(3)
        .collect()
}

/// The answer with the number of its criterion behind each run of words that counted.
fn marked(answer: &str, card: &Scorecard) -> String {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (index, finding) in card.criteria.iter().enumerate() {
        marks.extend(finding.spans.iter().map(|span| (span.end, index + 1)));
    }
    marks.sort_unstable();
    marks.dedup();
    let mut text = String::with_capacity(answer.len() + marks.len() * 4);
    let mut from = 0;
    for (end, criterion) in marks {
        if let Some(piece) = answer.get(from..end) {
            text.push_str(piece);
            from = end;
        }
        text.extend(["[", &criterion.to_string(), "]"]);
    }
    text.push_str(answer.get(from..).unwrap_or_default());
    printable(&text)
}

fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
