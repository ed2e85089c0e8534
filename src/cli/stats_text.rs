//! Statistics as text for people.

use std::fmt::Write as _;

use super::{counted::counted, due};
use crate::{
    domain::Moment,
    progress::{Insight, Overview, Standing, competency_label},
};

/// The longest bar, in characters.
const BAR: u8 = 20;

/// The statistics, a section after the other; what is not known yet is left out.
pub fn text(overview: &Overview, now: Moment) -> String {
    if overview.attempts == 0 {
        return "no attempts yet; `firedrill` begins the first drill\n".to_owned();
    }
    let mut lines = vec![
        format!(
            "{} · {} · streak {}",
            counted(overview.attempts, "answer"),
            counted(overview.days.len() as u64, "day"),
            counted(u64::from(overview.streak_days), "day"),
        ),
        format!("due: {}", due::summary(overview, now)),
    ];
    lines.extend(standing(overview));
    lines.extend(kinds(&overview.insight));
    lines.extend(marks(&overview.insight));
    lines.extend(missing(overview));
    lines.extend(judgement(&overview.insight));
    lines.extend(effort(&overview.insight));
    lines.join("\n") + "\n"
}

/// `72  up 4`, with a bar before it.
fn mark(standing: Option<&Standing>) -> String {
    let Some(standing) = standing else {
        return format!("{}   –", "·".repeat(usize::from(BAR)));
    };
    let filled = usize::from(standing.percent) * usize::from(BAR) / 100;
    let mut mark = format!(
        "{}{} {:>3}",
        "#".repeat(filled),
        "·".repeat(usize::from(BAR) - filled),
        standing.percent
    );
    match standing.trend {
        Some(trend) if trend > 0 => {
            let _ = write!(mark, "  up {trend}");
        }
        Some(trend) if trend < 0 => {
            let _ = write!(mark, "  down {}", -i16::from(trend));
        }
        Some(_) => mark.push_str("  even"),
        None => {}
    }
    mark
}

fn standing(overview: &Overview) -> Vec<String> {
    let insight = &overview.insight;
    let mut lines = heading("where you stand, of 100, against the month before");
    for competency in &overview.standing {
        let group = competency.group;
        lines.push(format!(
            "  {:<28} {}",
            group.name(),
            mark(insight.groups.get(&group))
        ));
        for part in &insight.competencies {
            if part.group == group {
                let label = competency_label(&part.competency).en;
                lines.push(format!("    {label:<26} {}", mark(Some(&part.standing))));
            }
        }
    }
    lines
}

fn kinds(insight: &Insight) -> Vec<String> {
    let mut lines = Vec::new();
    for kind in &insight.kinds {
        let weeks = kind.weeks.iter().rev().take(8).rev();
        let scores = weeks.map(|week| format!("{:.0}", 100.0 * week.score));
        lines.push(format!(
            "  {:<28} {}  (last weeks: {})",
            kind.kind.name(),
            mark(Some(&kind.standing)),
            scores.collect::<Vec<_>>().join(" ")
        ));
    }
    under("scores by kind", lines)
}

fn marks(insight: &Insight) -> Vec<String> {
    let marks = [
        ("content", insight.content),
        ("structure", insight.structure),
        ("communication", insight.communication),
    ];
    let lines = marks
        .iter()
        .filter_map(|(name, standing)| {
            Some(format!("  {name:<28} {}", mark(Some(standing.as_ref()?))))
        })
        .collect();
    under("marks", lines)
}

fn missing(overview: &Overview) -> Vec<String> {
    let lines = overview
        .missing
        .iter()
        .map(|point| {
            let drill = point.drill.as_ref();
            let drill = drill.map_or_else(String::new, |drill| format!("  {drill}"));
            format!(
                "  {} of {} times  {}{drill}",
                point.missed, point.tries, point.label
            )
        })
        .collect();
    under("you keep missing", lines)
}

fn judgement(insight: &Insight) -> Vec<String> {
    let judged = insight.judgement;
    if judged.judged() == 0 {
        return Vec::new();
    }
    let line = format!(
        "  of {}: {} right, {} claimed and not there, {} there and not claimed",
        counted(u64::from(judged.judged()), "point"),
        judged.rightly_claimed + judged.rightly_left,
        judged.overclaimed,
        judged.underclaimed
    );
    under("your own judgement", vec![line])
}

fn effort(insight: &Insight) -> Vec<String> {
    let effort = insight.effort;
    if effort.answers == 0 {
        return Vec::new();
    }
    let (hints, before) = effort.hints_per_answer;
    let before = before.map_or_else(String::new, |before| format!(" ({before:.1} before)"));
    let line = format!(
        "  {}, {} min, {} s each; {hints:.1} hints each{before}; template open in {:.0} %",
        counted(u64::from(effort.answers), "answer"),
        effort.minutes,
        effort.seconds_per_answer,
        100.0 * effort.templates
    );
    under("the last 30 days", vec![line])
}

fn heading(text: &str) -> Vec<String> {
    vec![String::new(), text.to_owned()]
}

/// `lines` under a heading; nothing without lines.
fn under(text: &str, lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() {
        return lines;
    }
    let mut section = heading(text);
    section.extend(lines);
    section
}
