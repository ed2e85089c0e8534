//! The process mark: look before you act, refute what misleads, stop the harm, check the fix, waste no time.

use crate::{
    domain::Evidence,
    incident::{Console, What, is_well},
};

use super::super::incident_card::{Chased, Harmed, Part};

/// What each harmful action costs the process mark.
const HARM: f64 = 0.4;

/// What each herring costs that was followed and not refuted.
const HERRING: f64 = 0.5;

/// What was done, and how well.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    pub mark: f64,
    pub parts: Vec<Part>,
    pub harm: Vec<Harmed>,
    pub herrings: Vec<Chased>,
    pub mitigated_at: Option<u32>,
    pub is_verified: bool,
}

/// Judges what was done; `path_minutes` is what the shortest sound path takes.
pub fn process(console: &Console, path_minutes: u32) -> Process {
    let incident = console.incident();
    let events = &console.world().events;
    let opened = |id: &str| console.world().has_opened(id);
    let harm: Vec<Harmed> = events
        .iter()
        .filter_map(|event| match &event.what {
            What::Acted(id) if incident.action(id)?.harm.is_some() => Some(Harmed {
                action: id.clone(),
                minute: event.minute,
            }),
            _ => None,
        })
        .collect();
    let herrings: Vec<Chased> = incident
        .evidence
        .iter()
        .filter(|evidence| opened(&evidence.id))
        .filter_map(|evidence| {
            let herring = evidence.herring.as_ref()?;
            Some(Chased {
                evidence: evidence.id.clone(),
                is_refuted: opened(&herring.refuted_by),
            })
        })
        .collect();
    let mitigated_at = console.world().mitigated_at(incident);
    let is_verified = is_verified(console);
    let has_looked = incident
        .evidence
        .iter()
        .any(|it| is_real(it) && opened(&it.id));
    let looked_first = has_looked && looked_first(console);

    let mut parts = vec![part("looked-first", f64::from(u8::from(looked_first)))];
    if incident.evidence.iter().any(|it| it.herring.is_some()) {
        let followed = herrings.iter().filter(|it| !it.is_refuted).count();
        let mark = if has_looked {
            (1.0 - HERRING * real(followed)).max(0.0)
        } else {
            0.0
        };
        parts.push(part("herrings", mark));
    }
    if incident.states.iter().any(|state| is_well(incident, state)) {
        parts.push(part(
            "mitigated",
            f64::from(u8::from(mitigated_at.is_some())),
        ));
        if !incident.verify.is_empty() {
            parts.push(part("verified", f64::from(u8::from(is_verified))));
        }
        // Speed alone earns nothing: who did not look first and mitigate has no time to be proud of.
        let is_earned = looked_first && mitigated_at.is_some();
        let mark = if is_earned {
            economy(console, path_minutes)
        } else {
            0.0
        };
        parts.push(part("time", mark));
    }
    let mean = parts.iter().map(|it| it.mark).sum::<f64>() / real(parts.len());
    Process {
        mark: (mean - HARM * real(harm.len())).clamp(0.0, 1.0),
        parts,
        harm,
        herrings,
        mitigated_at,
        is_verified,
    }
}

fn part(id: &str, mark: f64) -> Part {
    let id = id.to_owned();
    Part { id, mark }
}

fn is_real(evidence: &Evidence) -> bool {
    evidence.herring.is_none()
}

/// Whether something that does not mislead was seen before the first action.
fn looked_first(console: &Console) -> bool {
    for event in &console.world().events {
        match &event.what {
            What::Opened(id) if console.incident().evidence(id).is_none_or(is_real) => return true,
            What::Acted(_) => return false,
            _ => {}
        }
    }
    true
}

/// Whether the evidence to verify by was seen after the world last came into a good state.
fn is_verified(console: &Console) -> bool {
    let incident = console.incident();
    if !is_well(incident, &console.world().state) {
        return false;
    }
    let events = &console.world().events;
    let entered = events
        .iter()
        .rposition(|event| matches!(&event.what, What::Entered(state) if is_well(incident, state)));
    let later = entered.and_then(|at| events.get(at..)).unwrap_or_default();
    later
        .iter()
        .any(|event| matches!(&event.what, What::Opened(id) if incident.verify.contains(id)))
}

/// 1 up to twice the shortest path, then less, 0 where all the time is gone.
fn economy(console: &Console, path_minutes: u32) -> f64 {
    let taken = f64::from(console.world().minute);
    let fair = f64::from(path_minutes.max(1)) * 2.0;
    let all = f64::from(console.incident().minutes);
    if taken <= fair {
        1.0
    } else if all <= fair {
        0.0
    } else {
        ((all - taken) / (all - fair)).clamp(0.0, 1.0)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few things")]
const fn real(count: usize) -> f64 {
    count as f64
}
