//! What can be done in the world of an incident, apart from how it is typed.

use crate::domain::Incident;

use super::{
    event::What,
    world::{Due, World},
};

/// The most that something costs which is not to be had yet, in minutes.
pub const STRAY: u32 = 1;

/// Something that somebody does; the numbers are places in the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Looks at evidence.
    Look(usize),
    /// Takes an action.
    Act(usize),
    /// Asks a person.
    Ask(usize),
    /// Reads a runbook.
    Read(usize),
    /// Lets minutes pass.
    Wait(u32),
}

/// What came of looking or acting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was shown or done; the place of the text, where there is one.
    Here(Option<usize>),
    /// The output comes in so many minutes.
    Later(u32),
    /// Something must be known first, or it is not there yet.
    NotYet,
    /// The time was up before it was done.
    TooLate,
}

impl World {
    /// Does `deed`, as line `line`; what came of it, and what became due meanwhile.
    pub fn undertake(
        &mut self,
        incident: &Incident,
        deed: Deed,
        question: &str,
        line: usize,
    ) -> (Outcome, Vec<Due>) {
        match deed {
            Deed::Look(at) => self.look(incident, at, line),
            Deed::Act(at) => self.act(incident, at, line),
            Deed::Ask(at) => self.ask(incident, at, question, line),
            Deed::Read(at) => {
                let Some(runbook) = incident.runbooks.get(at) else {
                    return (Outcome::NotYet, Vec::new());
                };
                self.tell(line, What::Opened(runbook.id.clone()));
                (Outcome::Here(None), self.pass(incident, runbook.minutes))
            }
            Deed::Wait(minutes) => (Outcome::Here(None), self.pass(incident, minutes)),
        }
    }

    fn look(&mut self, incident: &Incident, at: usize, line: usize) -> (Outcome, Vec<Due>) {
        let Some(evidence) = incident.evidence.get(at) else {
            return (Outcome::NotYet, Vec::new());
        };
        if let Some(minutes) = self.is_pending(at) {
            return (Outcome::Later(minutes), Vec::new());
        }
        if self.minute < evidence.at || !self.knows(&evidence.needs) {
            let due = self.pass(incident, evidence.minutes.min(STRAY));
            return (Outcome::NotYet, due);
        }
        if evidence.ready_after > 0 {
            let minutes = evidence.minutes + evidence.ready_after;
            self.output_in(minutes, at, line);
            let due = self.pass(incident, evidence.minutes);
            return (Outcome::Later(minutes), due);
        }
        let mut due = self.pass(incident, evidence.minutes);
        // What is shown is the world when the command ends, not when it was typed.
        let shown = self.shown(&evidence.output, "");
        self.tell(line, What::Opened(evidence.id.clone()));
        due.extend(self.pass(incident, 0));
        (Outcome::Here(shown), due)
    }

    fn act(&mut self, incident: &Incident, at: usize, line: usize) -> (Outcome, Vec<Due>) {
        let Some(action) = incident.actions.get(at) else {
            return (Outcome::NotYet, Vec::new());
        };
        if !self.knows(&action.needs) {
            let due = self.pass(incident, action.minutes.min(STRAY));
            return (Outcome::NotYet, due);
        }
        let shown = self.shown(&action.output, "");
        let mut due = self.pass(incident, action.minutes);
        if self.is_over {
            return (Outcome::TooLate, due);
        }
        self.tell(line, What::Acted(action.id.clone()));
        if let Some(state) = &action.enters {
            self.enter_in(action.after, state);
        }
        due.extend(self.pass(incident, 0));
        (Outcome::Here(shown), due)
    }

    fn ask(
        &mut self,
        incident: &Incident,
        at: usize,
        question: &str,
        line: usize,
    ) -> (Outcome, Vec<Due>) {
        let Some(person) = incident.people.get(at) else {
            return (Outcome::NotYet, Vec::new());
        };
        let mut due = self.pass(incident, person.minutes);
        let shown = self.shown(&person.says, question);
        if shown.is_some() {
            self.tell(line, What::Opened(person.id.clone()));
        }
        due.extend(self.pass(incident, 0));
        (Outcome::Here(shown), due)
    }
}
