//! Replays the lines of an incident and grades what came of them.

use crate::{
    domain::{CriterionId, Incident, Step},
    incident::{Console, Event, What, is_well, shortest_path},
};

use super::{
    super::incident_card::{IncidentCard, Told},
    super::reading::{Reading, Revision},
    super::scorecard::{Guard, Note, Scorecard, State, Verdict},
    communication::communication,
    process::process,
    words::words,
};

/// What a point is worth whose evidence was not opened.
const UNSUPPORTED: f64 = 0.5;

/// The most that is left of a score where harm was done.
const HARMED: f64 = 0.15;

/// Below this process or communication nobody is a strong hire.
const SOUND: f64 = 0.5;

/// An incident with what its grading needs, prepared once.
#[derive(Clone, Debug)]
pub struct IncidentGrader {
    incident: Incident,
    evidence: Vec<(CriterionId, Vec<String>)>,
    path: Vec<String>,
    path_minutes: u32,
}

impl IncidentGrader {
    /// Prepares `incident` of `step`.
    pub fn new(step: &Step, incident: &Incident) -> Self {
        let evidence: Vec<_> = step
            .rubric
            .iter()
            .filter(|criterion| !criterion.evidence.is_empty())
            .map(|criterion| (criterion.id.clone(), criterion.evidence.clone()))
            .collect();
        let mut wanted: Vec<String> = evidence.iter().flat_map(|(_, ids)| ids.clone()).collect();
        wanted.dedup();
        let path = shortest_path(incident, &wanted);
        let path_minutes = Console::replay(incident, &path.join("\n")).world().minute;
        Self {
            incident: incident.clone(),
            evidence,
            path,
            path_minutes,
        }
    }

    /// What is said of the incident in the lines of `answer`; all else is blank.
    pub fn words(answer: &str) -> String {
        words(answer)
    }

    /// Grades the lines of `answer`.
    pub fn grade(&self, answer: &str, reading: &dyn Reading) -> Scorecard {
        let mut card = reading.card(&words(answer), &mut |points| Revision {
            criteria: points.criteria,
            penalty: 0.0,
            is_beside: false,
        });
        let console = Console::replay(&self.incident, answer);
        self.weigh_evidence(&mut card, &console);
        let process = process(&console, self.path_minutes);
        let told = communication(&console, |step, text| reading.asked(step, text));
        let diagnosis = card.score;
        if !process.harm.is_empty() {
            card.score = card.score.min(HARMED);
            card.notes.push(note(
                "incident-harm",
                "an action did harm; whatever else was right, that decides",
            ));
        }
        card.verdict = self.verdict(&card, &console, process.mark, told.as_ref().map(|it| it.0));
        if !process.harm.is_empty() {
            card.verdict = Verdict::StrongNoHire;
        }
        card.marks.content = Some(card.score);
        card.marks.structure = Some(process.mark);
        card.marks.communication = told.as_ref().map(|it| it.0);
        let (communication, communication_parts) =
            told.map_or((None, Vec::new()), |(mark, parts)| (Some(mark), parts));
        let events = &console.world().events;
        card.incident = Some(IncidentCard {
            diagnosis,
            process: process.mark,
            communication,
            process_parts: process.parts,
            communication_parts,
            minutes: console.world().minute,
            mitigated_at: process.mitigated_at,
            is_verified: process.is_verified,
            is_resolved: events.iter().any(|it| matches!(it.what, What::Resolved(_))),
            harm: process.harm,
            herrings: process.herrings,
            timeline: events.iter().map(told_of).collect(),
            path: self.path.clone(),
            path_minutes: self.path_minutes,
        });
        card
    }

    /// A point without its evidence is a guess: it earns half, and counts as made in part.
    fn weigh_evidence(&self, card: &mut Scorecard, console: &Console) {
        let mut lost = 0.0;
        let total: f64 = card.criteria.iter().map(|it| it.weight).sum();
        for finding in &mut card.criteria {
            let wanted = self
                .evidence
                .iter()
                .find(|(id, _)| id.as_str() == finding.id);
            let Some((_, wanted)) = wanted else { continue };
            if finding.credit > 0.0 && !wanted.iter().all(|id| console.world().has_opened(id)) {
                lost += finding.weight * finding.credit * (1.0 - UNSUPPORTED);
                finding.credit *= UNSUPPORTED;
                finding.state = State::Partial;
            }
        }
        if total > 0.0 && lost > 0.0 {
            card.score = (card.score - lost / total).max(0.0);
            card.notes.push(note(
                "incident-unsupported",
                "a point counts in full only where its evidence was opened; a right guess earns half",
            ));
        }
    }

    fn verdict(
        &self,
        card: &Scorecard,
        console: &Console,
        process: f64,
        communication: Option<f64>,
    ) -> Verdict {
        let mut verdict = card.verdict.min(Verdict::of(card.score));
        let can_be_mitigated = self
            .incident
            .states
            .iter()
            .any(|state| is_well(&self.incident, state));
        if can_be_mitigated && console.world().mitigated_at(&self.incident).is_none() {
            verdict = verdict.min(Verdict::NoHire);
        }
        if process < SOUND || communication.is_some_and(|mark| mark < SOUND) {
            verdict = verdict.min(Verdict::Hire);
        }
        if card.guards.contains(&Guard::Empty) {
            verdict = Verdict::StrongNoHire;
        }
        verdict
    }
}

fn note(id: &str, text: &str) -> Note {
    Note {
        id: id.to_owned(),
        text: text.to_owned(),
    }
}

fn told_of(event: &Event) -> Told {
    let (what, of) = match &event.what {
        What::Opened(id) => ("opened", id.clone()),
        What::Acted(id) => ("acted", id.clone()),
        What::Entered(state) => ("entered", state.clone()),
        What::Injected(id) => ("injected", id.clone()),
        What::Late(id) => ("late", id.clone()),
        What::Hypothesis(text) => ("hypothesis", text.clone()),
        What::Rejected(number) => ("rejected", format!("H{number}")),
        What::Weighed(number, true, text) => ("for", format!("H{number} {text}")),
        What::Weighed(number, false, text) => ("against", format!("H{number} {text}")),
        What::Declared(text) => ("declared", text.clone()),
        What::Updated(text) => ("updated", text.clone()),
        What::Noted(text) => ("noted", text.clone()),
        What::Strayed(line) => ("strayed", line.clone()),
        What::Resolved(text) => ("resolved", text.clone()),
        What::TimeUp => ("time-up", String::new()),
    };
    Told {
        minute: event.minute,
        line: event.line,
        what: what.to_owned(),
        of,
    }
}
