//! The communication mark: what others were told, how often, and whether it suited the room.

use crate::{
    domain::{Incident, StepId},
    incident::{AHEAD, Console, What},
};

use super::super::{incident_card::Part, scorecard::Scorecard};

/// Minutes of silence that nobody minds: the usual cadence is one update every 20 to 30 minutes.
const CALM: f64 = 20.0;

/// Minutes of silence after which nothing of the cadence is left.
const LOST: f64 = 40.0;

/// Minutes of an incident within which nobody expects an update unless it was asked for.
const SHORT: u32 = 10;

/// Judges the updates; `None` where nobody had to be told anything.
pub fn communication(
    console: &Console,
    of_asked: impl Fn(&StepId, &str) -> Option<Scorecard>,
) -> Option<(f64, Vec<Part>)> {
    let incident = console.incident();
    let world = console.world();
    let told: Vec<(u32, &str)> = world
        .events
        .iter()
        .filter_map(|event| match &event.what {
            What::Updated(text) | What::Resolved(text) => Some((event.minute, text.as_str())),
            _ => None,
        })
        .collect();
    let updates = world
        .events
        .iter()
        .filter(|event| matches!(event.what, What::Updated(_)));
    let asked: Vec<(u32, u32, &StepId)> = incident
        .injects
        .iter()
        .enumerate()
        .filter_map(|(place, inject)| {
            let ask = inject.ask.as_ref()?;
            Some((world.came(place)?, ask.within, &ask.step))
        })
        .collect();
    let is_silent = updates.clone().next().is_none();
    if asked.is_empty() && is_silent && world.minute < SHORT {
        return None;
    }
    if is_silent {
        return Some((0.0, vec![part("told", 0.0)]));
    }
    let mut parts = vec![(1.0, part("cadence", cadence(&told, world.minute)))];
    let content: Vec<f64> = asked
        .iter()
        .map(|(came, within, step)| {
            let worth = |(minute, text): &(u32, &str)| {
                let card = of_asked(step, text)?;
                let is_in_time = *minute + AHEAD >= *came && *minute <= came + within;
                Some(card.score * if is_in_time { 1.0 } else { 0.5 })
            };
            told.iter().filter_map(worth).fold(0.0, f64::max)
        })
        .collect();
    if !content.is_empty() {
        parts.push((2.0, part("content", mean(&content))));
    }
    let manners: Vec<f64> = told
        .iter()
        .filter_map(|(_, text)| {
            let (.., step) = asked.first().copied().or_else(|| first_ask(incident))?;
            of_asked(step, text)?.marks.communication
        })
        .collect();
    if !manners.is_empty() {
        parts.push((1.0, part("register", mean(&manners))));
    }
    let weight: f64 = parts.iter().map(|(weight, _)| weight).sum();
    let mark = parts
        .iter()
        .map(|(weight, part)| weight * part.mark)
        .sum::<f64>()
        / weight;
    Some((mark, parts.into_iter().map(|(_, part)| part).collect()))
}

fn first_ask(incident: &Incident) -> Option<(u32, u32, &StepId)> {
    let ask = incident
        .injects
        .iter()
        .find_map(|inject| inject.ask.as_ref())?;
    Some((0, ask.within, &ask.step))
}

fn part(id: &str, mark: f64) -> Part {
    let id = id.to_owned();
    Part { id, mark }
}

/// 1 where no silence is longer than the usual cadence, less the longer the longest is.
fn cadence(told: &[(u32, &str)], end: u32) -> f64 {
    let mut last = 0;
    let mut longest = 0;
    for minute in told.iter().map(|(minute, _)| *minute).chain([end]) {
        longest = longest.max(minute.saturating_sub(last));
        last = minute;
    }
    ((LOST - f64::from(longest)) / (LOST - CALM)).clamp(0.0, 1.0)
}

fn mean(marks: &[f64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of a few texts")]
    let count = marks.len() as f64;
    marks.iter().sum::<f64>() / count
}
