//! A track's standing as text and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::{
    domain::TrackTask,
    progress::{
        DayState, Evidence, ItemStanding, ItemState, LocalDay, Stale, StepStanding, TrackStanding,
    },
};

/// What the learner reads.
pub fn text(standing: &TrackStanding) -> String {
    let (passed, all) = standing.count();
    let mut text = format!("{} · {passed} of {all} passed\n", standing.title.en.trim());
    for (index, day) in standing.days.iter().enumerate() {
        let state = match &day.state {
            DayState::Locked(waits) => format!("locked until {} is done", waits.join(", ")),
            DayState::Open if standing.today() == Some(index) => "today".to_owned(),
            DayState::Open => "open".to_owned(),
            DayState::Done => "done".to_owned(),
        };
        let _ = writeln!(text, "\n{} · {} · {state}", day.id, day.title.en.trim());
        for item in &day.items {
            let _ = writeln!(
                text,
                "  {:<7} {}{}",
                word(item.state),
                item.item.id,
                about(item)
            );
        }
    }
    text
}

const fn word(state: ItemState) -> &'static str {
    match state {
        ItemState::Open => "open",
        ItemState::Tried => "tried",
        ItemState::Done => "passed",
        ItemState::Stale(_) => "stale",
    }
}

/// What an item takes, or what shows that it was passed.
fn about(item: &ItemStanding) -> String {
    let mut about = String::new();
    if let TrackTask::Exit(asked) | TrackTask::SignOff(asked) = &item.item.task {
        let _ = write!(about, ": {}", asked.en.trim());
    }
    if let ItemState::Stale(why) = item.state {
        let _ = write!(about, " · {}", reason(why));
    }
    if let Some(signed) = &item.signed {
        let by = signed.signed_by.as_deref().unwrap_or_default();
        let _ = write!(about, " · signed by {by}, {}", date(signed));
    }
    for step in &item.steps {
        let _ = write!(about, "{}", tried(step));
    }
    about
}

fn tried(step: &StepStanding) -> String {
    let Some((first, best, latest)) = step
        .first
        .zip(step.best)
        .zip(step.latest)
        .map(|((first, best), latest)| (first, best, latest))
    else {
        return String::new();
    };
    let passed = step.evidence.as_ref().map_or_else(String::new, |evidence| {
        format!(", passed {}", date(evidence))
    });
    format!(
        "\n            {}: first {}, best {}, latest {}{passed}",
        step.step,
        first.in_drills(),
        best.in_drills(),
        latest.in_drills()
    )
}

const fn reason(why: Stale) -> &'static str {
    match why {
        Stale::Old => "too long ago",
        Stale::Changed => "the points that must be made have changed",
    }
}

fn date(evidence: &Evidence) -> String {
    LocalDay::of(evidence.at, evidence.utc_offset).to_string()
}

/// What scripts read.
pub fn json(standing: &TrackStanding) -> Value {
    let (passed, all) = standing.count();
    let days = standing.days.iter().map(|day| {
        let (state, waits) = match &day.state {
            DayState::Locked(waits) => ("locked", waits.clone()),
            DayState::Open => ("open", vec![]),
            DayState::Done => ("done", vec![]),
        };
        json!({
            "id": day.id,
            "title": day.title.en,
            "state": state,
            "waits_for": waits,
            "items": day.items.iter().map(item).collect::<Vec<_>>(),
        })
    });
    json!({
        "track": standing.id,
        "title": standing.title.en,
        "passed": passed,
        "items": all,
        "today": standing.today().and_then(|day| standing.days.get(day)).map(|day| &day.id),
        "days": days.collect::<Vec<_>>(),
    })
}

fn item(item: &ItemStanding) -> Value {
    let stale = match item.state {
        ItemState::Stale(why) => Some(reason(why)),
        _ => None,
    };
    let (kind, scenario) = match &item.item.task {
        TrackTask::Practice { scenario, .. } => ("practice", Some(scenario.to_string())),
        TrackTask::Exit(_) => ("exit", None),
        TrackTask::SignOff(_) => ("sign-off", None),
    };
    let steps = item.steps.iter().map(|step| {
        json!({
            "step": step.step,
            "first": step.first,
            "best": step.best,
            "latest": step.latest,
            "evidence": step.evidence.as_ref().map(evidence),
        })
    });
    json!({
        "id": item.item.id,
        "kind": kind,
        "scenario": scenario,
        "state": word(item.state),
        "stale": stale,
        "steps": steps.collect::<Vec<_>>(),
        "signed": item.signed.as_ref().map(evidence),
    })
}

fn evidence(evidence: &Evidence) -> Value {
    json!({
        "date": date(evidence),
        "record": evidence.record,
        "rubric": evidence.rubric,
        "signed_by": evidence.signed_by,
        "stale": evidence.stale.map(reason),
    })
}
