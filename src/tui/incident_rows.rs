//! What a worked incident came to, as rows below the answer: the marks, the timeline, the path that would have done.

use crate::{
    domain::{Criterion, Incident, Step, Task},
    incident::{Meaning, Spellings, commands_of},
    scoring::{IncidentCard, Told},
};

use super::{desk::Desk, wrap::Run};

/// The rows as runs; empty where the step is no incident.
pub fn incident_runs(card: Option<&IncidentCard>, step: Option<&Step>, desk: &Desk) -> Vec<Run> {
    let Some(card) = card else {
        return Vec::new();
    };
    let incident = step.and_then(|step| match &step.task {
        Task::Incident(incident) => Some(&**incident),
        _ => None,
    });
    let is_chinese = desk.language.is_chinese();
    let theme = &desk.theme;
    let pick =
        |english: &'static str, chinese: &'static str| if is_chinese { chinese } else { english };
    let mut runs: Vec<Run> = Vec::new();
    let title = |text: &str, runs: &mut Vec<Run>| {
        runs.push((format!("\n\n{text}\n"), theme.focus));
    };
    title(pick("Apart", "分项"), &mut runs);
    let percent =
        |mark: Option<f64>| mark.map_or("-".to_owned(), |mark| format!("{:.0} %", mark * 100.0));
    let mitigated = card.mitigated_at.map_or_else(
        || pick("not mitigated", "没有止损").to_owned(),
        |minute| format!("{} {minute} min", pick("mitigated after", "止损用时")),
    );
    runs.push((
        format!(
            "{} {}, {} {}, {} {}; {mitigated}",
            pick("diagnosis", "诊断"),
            percent(Some(card.diagnosis)),
            pick("process", "过程"),
            percent(Some(card.process)),
            pick("communication", "沟通"),
            percent(card.communication),
        ),
        theme.text,
    ));
    for harmed in &card.harm {
        let harm = incident.and_then(|it| it.action(&harmed.action)?.harm.clone());
        let text = harm.map_or_else(
            || harmed.action.clone(),
            |it| it.in_language(is_chinese).to_owned(),
        );
        runs.push((format!("\n{} {text}", desk.glyphs.alarm), theme.alarm));
    }
    for chased in &card.herrings {
        let herring = incident.and_then(|it| it.evidence(&chased.evidence)?.herring.clone());
        let Some(herring) = herring else { continue };
        let (said, style) = if chased.is_refuted {
            (pick("refuted by", "已被推翻："), theme.muted)
        } else {
            (
                pick("not refuted; look at", "没有推翻，应看："),
                theme.partial,
            )
        };
        let tempting = herring.tempting.in_language(is_chinese);
        runs.push((
            format!(
                "\n{}: {tempting} ({said} {})",
                chased.evidence, herring.refuted_by
            ),
            style,
        ));
    }
    title(pick("What happened", "经过"), &mut runs);
    for told in &card.timeline {
        let at = clock(incident, told.minute);
        runs.push((format!("{at} "), theme.muted));
        let style = if told.line.is_some() {
            theme.text
        } else {
            theme.muted
        };
        let words = told.of.split_whitespace().collect::<Vec<_>>().join(" ");
        runs.push((format!("{} {words}", told.what), style));
        if let Some(taught) = taught(told, step, incident, is_chinese) {
            runs.push((format!("  ({taught})"), theme.muted));
        }
        runs.push(("\n".to_owned(), theme.text));
    }
    title(pick("The shortest sound path", "最短的合理路径"), &mut runs);
    path(card, incident, desk, &mut runs);
    let minutes = format!(
        "\n{} {} min; {} {} min",
        pick("that takes", "需要"),
        card.path_minutes,
        pick("you took", "你用了"),
        card.minutes
    );
    runs.push((minutes, theme.muted));
    runs
}

/// The lines of the shortest path, each with whether the learner went that way.
fn path(card: &IncidentCard, incident: Option<&Incident>, desk: &Desk, runs: &mut Vec<Run>) {
    let theme = &desk.theme;
    let spellings = incident.map(Spellings::new);
    for (place, line) in card.path.iter().enumerate() {
        let end = if place + 1 == card.path.len() {
            ""
        } else {
            "\n"
        };
        let id = incident
            .zip(spellings.as_ref())
            .and_then(|(incident, spellings)| meant(line, incident, spellings));
        let is_taken = id.map(|id| {
            let mut timeline = card.timeline.iter();
            timeline.any(|told| told.line.is_some() && told.of == id)
        });
        let (mark, style) = match is_taken {
            Some(true) => (desk.glyphs.hit, theme.code),
            Some(false) => (desk.glyphs.missed, theme.partial),
            None => (" ", theme.code),
        };
        runs.push((format!("{mark} {line}{end}"), style));
    }
}

/// The evidence or action that a line of the path is for.
fn meant<'i>(line: &str, incident: &'i Incident, spellings: &Spellings) -> Option<&'i str> {
    let command = commands_of(line).into_iter().next()?;
    match spellings.meaning(&command) {
        Meaning::Evidence(at) => incident.evidence.get(at).map(|it| it.id.as_str()),
        Meaning::Action(at) => incident.actions.get(at).map(|it| it.id.as_str()),
        Meaning::Near | Meaning::Unknown => None,
    }
}

/// What something that was done taught or brought about.
fn taught(
    told: &Told,
    step: Option<&Step>,
    incident: Option<&Incident>,
    is_chinese: bool,
) -> Option<String> {
    let pick = |english: &str, chinese: &str| {
        let words = if is_chinese { chinese } else { english };
        words.to_owned()
    };
    let incident = incident?;
    match told.what.as_str() {
        "opened" => {
            let supports = |point: &&Criterion| point.evidence.contains(&told.of);
            let rubric = step.map(|step| step.rubric.as_slice()).unwrap_or_default();
            let points: Vec<&str> = rubric
                .iter()
                .filter(supports)
                .map(|point| point.point.in_language(is_chinese))
                .collect();
            if !points.is_empty() {
                let what = pick("evidence for", "支持");
                return Some(format!("{what}: {}", points.join("; ")));
            }
            if let Some(herring) = incident.evidence(&told.of)?.herring.as_ref() {
                let what = pick("misleads; refuted by", "会误导，可用来推翻：");
                return Some(format!("{what} {}", herring.refuted_by));
            }
            let mut herrings = incident.evidence.iter().filter(|it| {
                let herring = it.herring.as_ref();
                herring.is_some_and(|herring| herring.refuted_by == told.of)
            });
            let refuted = herrings.next().map(|it| it.id.as_str());
            let what = pick("refutes", "推翻了");
            refuted.map(|id| format!("{what} {id}"))
        }
        "acted" => {
            let action = incident.action(&told.of)?;
            if action.harm.is_some() {
                return Some(pick("did harm", "造成损害"));
            }
            match &action.enters {
                Some(state) => Some(format!("{} {state}", pick("leads to", "进入"))),
                None => Some(pick("changed nothing that hurts", "没有改变问题")),
            }
        }
        "injected" | "late" => {
            let inject = incident.injects.iter().find(|it| it.id == told.of)?;
            let from = inject.from.in_language(is_chinese);
            let says = inject.says.in_language(is_chinese);
            Some(format!("{from}: {says}"))
        }
        "strayed" => Some(pick("nothing is recorded for it", "没有记录")),
        _ => None,
    }
}

fn clock(incident: Option<&Incident>, minute: u32) -> String {
    let at = (incident.map_or(0, |it| it.starts) + minute) % (24 * 60);
    format!("{:02}:{:02}", at / 60, at % 60)
}
