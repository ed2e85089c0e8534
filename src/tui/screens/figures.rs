//! Practice in figures: the calendar, where the learner stands, scores over time, what is kept missing, judgement, effort.

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use crate::{
    progress::{
        CalendarWeek, CompetencyGroup, KindTrend, LocalDay, Practice, Standing, calendar,
        competency_label, today,
    },
    tui::{
        bar::{bar, percent},
        dates,
        desk::Desk,
        language::Language,
        phrases::Phrase,
        wrap::{shorten, wrap},
    },
};

/// The weeks of the calendar and of the scores by kind, where there is room.
const WEEKS: usize = 53;

/// The cells before the calendar's weeks.
const WEEKDAY: usize = 5;

/// From these numbers of attempts on a day is drawn one step fuller.
const FULLER: [u32; 4] = [1, 3, 6, 10];

/// The rows of one part of the figures; none where there is nothing to say.
type Rows = Vec<Line<'static>>;

/// The figures in rows of `width` cells, in one column.
pub fn one_column(width: usize, desk: &Desk) -> Rows {
    joined(vec![
        calendar_rows(width, desk),
        standing_rows(width, desk),
        kind_rows(width, desk),
        mark_rows(desk),
        missing_rows(width, desk),
        judgement_rows(width, desk),
        effort_rows(width, desk),
    ])
}

/// The figures in two columns of `width` cells each.
pub fn two_columns(width: usize, desk: &Desk) -> (Rows, Rows) {
    let left = vec![
        calendar_rows(width, desk),
        kind_rows(width, desk),
        mark_rows(desk),
        judgement_rows(width, desk),
        effort_rows(width, desk),
    ];
    let right = vec![standing_rows(width, desk), missing_rows(width, desk)];
    (joined(left), joined(right))
}

/// The parts that say something, a blank row between.
fn joined(parts: Vec<Rows>) -> Rows {
    let mut rows = vec![];
    for part in parts {
        if !rows.is_empty() && !part.is_empty() {
            rows.push(Line::default());
        }
        rows.extend(part);
    }
    rows
}

/// `rows` under a heading; nothing without rows.
fn under(heading: Phrase, mut rows: Rows, desk: &Desk) -> Rows {
    if !rows.is_empty() {
        rows.insert(0, Line::styled(desk.say(heading), desk.theme.focus));
    }
    rows
}

fn calendar_rows(width: usize, desk: &Desk) -> Rows {
    let days = &desk.overview.days;
    if days.is_empty() {
        return vec![];
    }
    let weeks = WEEKS.min(width.saturating_sub(WEEKDAY));
    let weeks = calendar(days, today(desk.now), weeks);
    let mut rows = vec![month_row(&weeks, desk)];
    for weekday in 0..7 {
        let name = dates::weekday(weekday, desk.language);
        let blanks = " ".repeat(WEEKDAY.saturating_sub(name.width()));
        let mut row = vec![Span::styled(name + &blanks, desk.theme.muted)];
        row.extend(weeks.iter().map(|week| {
            let is_to_come =
                week.begins.plus(i64::try_from(weekday).unwrap_or(0)) > today(desk.now);
            day_cell(week.days[weekday], is_to_come, desk)
        }));
        rows.push(Line::from(row));
    }
    rows.push(legend(desk));
    under(Phrase::Calendar, rows, desk)
}

/// The names of the months over the weeks in which they begin.
fn month_row(weeks: &[CalendarWeek], desk: &Desk) -> Line<'static> {
    let mut row = " ".repeat(WEEKDAY);
    for (index, week) in weeks.iter().enumerate() {
        let Some(month) = week.new_month() else {
            continue;
        };
        let name = dates::month(month, desk.language);
        let at = WEEKDAY + index;
        // A name that would touch the one before or the edge is left out.
        let is_first = row.trim().is_empty();
        if (row.width() < at || is_first) && at + name.width() <= WEEKDAY + weeks.len() {
            row += &" ".repeat(at.saturating_sub(row.width()));
            row += &name;
        }
    }
    Line::styled(row, desk.theme.muted)
}

fn day_cell(practice: Option<Practice>, is_to_come: bool, desk: &Desk) -> Span<'static> {
    match practice {
        None if is_to_come => Span::raw(" "),
        None => Span::styled(desk.glyphs.dot, desk.theme.frame),
        Some(practice) => {
            let fuller = FULLER
                .iter()
                .filter(|from| practice.attempts >= **from)
                .count();
            let sign = desk.glyphs.amounts[fuller.saturating_sub(1)];
            Span::styled(sign, of_score(practice.score, desk))
        }
    }
}

/// The colour of a score; the number beside it or the shape of the sign says the same without.
const fn of_score(score: f64, desk: &Desk) -> Style {
    if score >= 0.75 {
        desk.theme.hit
    } else if score >= 0.5 {
        desk.theme.partial
    } else {
        desk.theme.missed
    }
}

fn legend(desk: &Desk) -> Line<'static> {
    let signs = desk.glyphs.amounts.iter().zip(FULLER);
    let signs: Vec<_> = signs
        .map(|(sign, from)| format!("{sign} {from}+"))
        .collect();
    let text = desk.fill(Phrase::CalendarLegend, &[&signs.join("  ")]);
    Line::styled(format!("{}{text}", " ".repeat(WEEKDAY)), desk.theme.muted)
}

/// A name, a bar, a number, and where it is going.
fn measure(
    name: &str,
    name_width: usize,
    cells: u16,
    standing: Standing,
    desk: &Desk,
) -> Line<'static> {
    let name = shorten(name, name_width.saturating_sub(1));
    let blanks = " ".repeat(name_width.saturating_sub(name.width()));
    let share = f64::from(standing.percent) / 100.0;
    let mut spans = vec![
        Span::styled(name + &blanks, desk.theme.text),
        Span::styled(bar(share, cells, &desk.glyphs), desk.theme.key),
        Span::styled(format!(" {:>3}", standing.percent), desk.theme.text),
    ];
    spans.extend(trend(standing.trend, desk));
    Line::from(spans)
}

fn trend(trend: Option<i8>, desk: &Desk) -> Option<Span<'static>> {
    let trend = trend?;
    let (sign, style) = match trend {
        1.. => (desk.glyphs.up, desk.theme.hit),
        0 => return Some(Span::styled("  =", desk.theme.muted)),
        _ => (desk.glyphs.down, desk.theme.missed),
    };
    Some(Span::styled(
        format!("  {sign} {}", trend.unsigned_abs()),
        style,
    ))
}

fn standing_rows(width: usize, desk: &Desk) -> Rows {
    let insight = &desk.overview.insight;
    let name_width = (width / 2).clamp(16, 32);
    let mut rows = vec![];
    for group in CompetencyGroup::ALL {
        let Some(standing) = insight.groups.get(&group) else {
            continue;
        };
        rows.push(measure(desk.group(group), name_width, 12, *standing, desk));
        let parts = insight.competencies.iter();
        for part in parts.filter(|part| part.group == group) {
            let label = competency_label(&part.competency);
            let is_chinese = desk.language == Language::Chinese;
            let label = format!("  {}", label.in_language(is_chinese));
            rows.push(measure(&label, name_width, 12, part.standing, desk));
        }
    }
    under(Phrase::WhereYouStand, rows, desk)
}

fn kind_rows(width: usize, desk: &Desk) -> Rows {
    let name_width = 11;
    let weeks = width.saturating_sub(name_width + 14).min(WEEKS);
    let kinds = desk.overview.insight.kinds.iter();
    let rows = kinds.map(|kind| {
        let name = desk.kind(kind.kind);
        let blanks = " ".repeat(name_width - name.width().min(name_width));
        let mut spans = vec![Span::styled(format!("{name}{blanks}"), desk.theme.text)];
        spans.extend(weekly(kind, weeks, desk));
        let percent = format!(" {:>3}", kind.standing.percent);
        spans.push(Span::styled(percent, desk.theme.text));
        spans.extend(trend(kind.standing.trend, desk));
        Line::from(spans)
    });
    under(Phrase::ScoresByKind, rows.collect(), desk)
}

/// A column per week up to this one: the higher, the better; blank without answers.
fn weekly(kind: &KindTrend, weeks: usize, desk: &Desk) -> Vec<Span<'static>> {
    let this: LocalDay = today(desk.now).monday();
    let columns = (0..weeks).rev().map(|ago| {
        let begins = this.plus(-7 * i64::try_from(ago).unwrap_or(0));
        let week = kind.weeks.iter().find(|week| week.begins == begins);
        week.map_or(Span::raw(" "), |week| {
            let step = [0.25, 0.5, 0.75]
                .iter()
                .filter(|from| week.score >= **from)
                .count();
            Span::styled(desk.glyphs.heights[step], of_score(week.score, desk))
        })
    });
    columns.collect()
}

fn mark_rows(desk: &Desk) -> Rows {
    let insight = &desk.overview.insight;
    let marks = [
        (Phrase::ContentMark, insight.content),
        (Phrase::StructureMark, insight.structure),
        (Phrase::CommunicationMark, insight.communication),
    ];
    let rows = marks
        .into_iter()
        .filter_map(|(name, standing)| Some(measure(desk.say(name), 16, 12, standing?, desk)));
    under(Phrase::MarksApart, rows.collect(), desk)
}

fn missing_rows(width: usize, desk: &Desk) -> Rows {
    let rows = desk.overview.missing.iter().map(|point| {
        let numbers = [point.missed.to_string(), point.tries.to_string()];
        let times = desk.fill(Phrase::OfTimes, &[&numbers[0], &numbers[1]]);
        let room = width.saturating_sub(times.width() + 2);
        let label = shorten(&point.label, room);
        let blanks = " ".repeat(room.saturating_sub(label.width()) + 2);
        Line::from(vec![
            Span::styled(label + &blanks, desk.theme.text),
            Span::styled(times, desk.theme.muted),
        ])
    });
    under(Phrase::YouKeepMissing, rows.collect(), desk)
}

fn judgement_rows(width: usize, desk: &Desk) -> Rows {
    let judged = desk.overview.insight.judgement;
    let all = judged.judged();
    if all == 0 {
        return vec![];
    }
    let right = judged.rightly_claimed + judged.rightly_left;
    let share = f64::from(right) / f64::from(all);
    let head = Line::from(vec![
        Span::styled(bar(share, 12, &desk.glyphs), desk.theme.key),
        Span::styled(format!(" {:>3}  ", percent(share)), desk.theme.text),
        Span::styled(
            desk.fill(Phrase::JudgedPoints, &[&all.to_string()]),
            desk.theme.muted,
        ),
    ]);
    let numbers = [
        judged.overclaimed.to_string(),
        judged.underclaimed.to_string(),
    ];
    let text = desk.fill(Phrase::JudgedWrongly, &[&numbers[0], &numbers[1]]);
    let mut rows = vec![head];
    rows.extend(wrap(&[(text, desk.theme.text)], width, 0));
    under(Phrase::OwnJudgement, rows, desk)
}

fn effort_rows(width: usize, desk: &Desk) -> Rows {
    let effort = desk.overview.insight.effort;
    if effort.answers == 0 {
        return vec![];
    }
    let (hints, before) = effort.hints_per_answer;
    let mut text = desk.fill(
        Phrase::EffortLine,
        &[
            &effort.answers.to_string(),
            &effort.minutes.to_string(),
            &effort.seconds_per_answer.to_string(),
            &format!("{hints:.1}"),
        ],
    );
    if let Some(before) = before {
        text += &desk.fill(Phrase::HintsBefore, &[&format!("{before:.1}")]);
    }
    let rows = wrap(&[(text, desk.theme.text)], width, 0);
    under(Phrase::LastThirtyDays, rows, desk)
}
