//! What a worked incident came to, as rows below the answer: the marks, the timeline, the path that would have done.

use crate::{
    domain::{Incident, Step, Task},
    scoring::IncidentCard,
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
        runs.push((format!("{} {words}\n", told.what), style));
    }
    title(pick("The shortest sound path", "最短的合理路径"), &mut runs);
    runs.push((card.path.join("\n"), theme.code));
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

fn clock(incident: Option<&Incident>, minute: u32) -> String {
    let at = (incident.map_or(0, |it| it.starts) + minute) % (24 * 60);
    format!("{:02}:{:02}", at / 60, at % 60)
}
