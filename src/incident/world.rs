//! The world of an incident: its clock, its state, what was seen and done, what is due.

use crate::domain::{Circumstance, Incident, Inject, Output};

use super::event::{Event, What};

/// Names of states in which nobody is hurt any more.
const WELL: [&str; 5] = ["mitigated", "resolved", "fixed", "recovered", "healthy"];

/// How long before a question its answer may have been given, in minutes.
pub const AHEAD: u32 = 10;

/// The world at a simulated minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    /// Minutes since the start.
    pub minute: u32,
    /// The state in force.
    pub state: String,
    /// Everything that happened, in order.
    pub events: Vec<Event>,
    /// Whether the incident was closed or its time is up.
    pub is_over: bool,
    /// State changes to come: when, and the state.
    changes: Vec<(u32, String)>,
    /// Outputs to come: when, the place of the evidence, and the line that asked.
    outputs: Vec<(u32, usize, usize)>,
    /// For each inject the minute in which it came.
    injected: Vec<Option<u32>>,
    /// For each inject that waits for something to last, the minute in which it has.
    ripe: Vec<Option<u32>>,
    /// For each inject whether its text was written or its time is over.
    settled: Vec<bool>,
}

/// All of a world that decides what can still come of it, as far as `names` matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Situation {
    minute: u32,
    state: String,
    changes: Vec<(u32, String)>,
    outputs: Vec<(u32, usize)>,
    injected: Vec<bool>,
    ripe: Vec<Option<u32>>,
    facts: Vec<bool>,
}

/// Something that became due while time passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Evidence that was waited for; its place and the line that asked.
    Output(usize, usize),
    /// An inject; its place.
    Inject(usize),
    /// A text that is late; the place of its inject.
    Late(usize),
    /// The end.
    TimeUp,
}

impl World {
    /// The world at minute 0, before anything happened.
    pub fn new(incident: &Incident) -> Self {
        Self {
            minute: 0,
            state: incident.first_state().to_owned(),
            events: Vec::new(),
            is_over: false,
            changes: Vec::new(),
            outputs: Vec::new(),
            injected: vec![None; incident.injects.len()],
            ripe: vec![None; incident.injects.len()],
            settled: vec![false; incident.injects.len()],
        }
    }

    /// Whether `name` is the state in force, an action that took effect, or something that was opened.
    pub fn is_so(&self, name: &str) -> bool {
        self.state == name || self.has_opened(name) || self.has_done(name)
    }

    /// Whether the evidence, person or runbook was opened.
    pub fn has_opened(&self, name: &str) -> bool {
        let is_it = |event: &Event| matches!(&event.what, What::Opened(id) if id == name);
        self.events.iter().any(is_it)
    }

    /// Whether the action was taken.
    pub fn has_done(&self, name: &str) -> bool {
        let is_it = |event: &Event| matches!(&event.what, What::Acted(id) if id == name);
        self.events.iter().any(is_it)
    }

    /// Whether the circumstance holds; always where there is none.
    pub fn holds(&self, circumstance: Option<&Circumstance>) -> bool {
        circumstance.is_none_or(|it| it.holds(|name| self.is_so(name)))
    }

    /// The first text that applies, among those about `question` where they are about something.
    pub fn text<'o>(&self, outputs: &'o [Output], question: &str) -> Option<&'o str> {
        let place = self.shown(outputs, question)?;
        outputs.get(place).map(|output| output.text.as_str())
    }

    /// The place of that text.
    pub fn shown(&self, outputs: &[Output], question: &str) -> Option<usize> {
        let question = question.to_lowercase();
        let is_about = |output: &Output| {
            let mut about = output.about.iter();
            output.about.is_empty() || about.any(|word| question.contains(&word.to_lowercase()))
        };
        outputs
            .iter()
            .position(|output| is_about(output) && self.holds(output.when.as_ref()))
    }

    /// Whether what `needs` names was all seen or done.
    pub fn knows(&self, needs: &[String]) -> bool {
        needs.iter().all(|name| self.is_so(name))
    }

    /// The situation, as far as it matters what of `names` was opened or done.
    pub fn situation(&self, names: &[&str]) -> Situation {
        let outputs = self.outputs.iter();
        let facts = names.iter();
        Situation {
            minute: self.minute,
            state: self.state.clone(),
            changes: self.changes.clone(),
            outputs: outputs.map(|(minute, at, _)| (*minute, *at)).collect(),
            injected: self.injected.iter().map(Option::is_some).collect(),
            ripe: self.ripe.clone(),
            facts: facts
                .map(|name| self.has_opened(name) || self.has_done(name))
                .collect(),
        }
    }

    /// Forgets all that happened but for what of `names` was opened or done.
    pub fn forget_but(&mut self, names: &[&str]) {
        self.events.retain(|event| match &event.what {
            What::Opened(id) | What::Acted(id) => names.contains(&id.as_str()),
            _ => false,
        });
    }

    /// Remembers what a line brought about.
    pub fn tell(&mut self, line: usize, what: What) {
        self.push(Some(line), what);
    }

    fn push(&mut self, line: Option<usize>, what: What) {
        let minute = self.minute;
        self.events.push(Event { minute, line, what });
    }

    /// Schedules a state.
    pub fn enter_in(&mut self, minutes: u32, state: &str) {
        if minutes == 0 {
            self.enter(state);
        } else {
            self.changes.push((self.minute + minutes, state.to_owned()));
        }
    }

    fn enter(&mut self, state: &str) {
        if self.state != state {
            state.clone_into(&mut self.state);
            self.push(None, What::Entered(state.to_owned()));
        }
    }

    /// Schedules the output of evidence.
    pub fn output_in(&mut self, minutes: u32, evidence: usize, line: usize) {
        self.outputs.push((self.minute + minutes, evidence, line));
    }

    /// Whether a state is on its way that was brought about but is not yet there.
    pub fn is_changing_to(&self, state: &str) -> bool {
        self.changes.iter().any(|(_, coming)| coming == state)
    }

    /// The minutes at which something is due that was brought about already.
    pub fn due_minutes(&self) -> impl Iterator<Item = u32> {
        let changes = self.changes.iter().map(|(minute, _)| *minute);
        let outputs = self.outputs.iter().map(|(minute, ..)| *minute);
        changes
            .chain(outputs)
            .chain(self.ripe.iter().copied().flatten())
    }

    /// In how many minutes the output of evidence comes that was asked for.
    pub fn is_pending(&self, evidence: usize) -> Option<u32> {
        let mut outputs = self.outputs.iter();
        let (minute, ..) = outputs.find(|(_, place, _)| *place == evidence)?;
        Some(minute.saturating_sub(self.minute))
    }

    /// The place of the oldest inject that waits for a text, and the minutes left.
    pub fn wanted(&self, incident: &Incident) -> Option<(usize, u32)> {
        let waiting = incident
            .injects
            .iter()
            .enumerate()
            .filter_map(|(at, inject)| {
                let came = self.injected.get(at).copied().flatten()?;
                let ask = inject.ask.as_ref().filter(|_| !self.settled[at])?;
                Some((at, came, (came + ask.within).saturating_sub(self.minute)))
            });
        waiting
            .min_by_key(|(_, came, _)| *came)
            .map(|(at, _, left)| (at, left))
    }

    /// The minute in which the inject at `place` came.
    pub fn came(&self, place: usize) -> Option<u32> {
        self.injected.get(place).copied().flatten()
    }

    /// The text for the inject at `place` was written.
    pub fn settle(&mut self, place: usize) {
        if let Some(settled) = self.settled.get_mut(place) {
            *settled = true;
        }
    }

    /// Lets `minutes` pass, one by one, and gives back what became due. With none, only what is due now.
    pub fn pass(&mut self, incident: &Incident, minutes: u32) -> Vec<Due> {
        let mut due = Vec::new();
        self.happen(incident, &mut due);
        for _ in 0..minutes {
            if self.is_over {
                break;
            }
            self.minute += 1;
            self.happen(incident, &mut due);
            if self.minute >= incident.minutes && !self.is_over {
                self.is_over = true;
                self.push(None, What::TimeUp);
                due.push(Due::TimeUp);
            }
        }
        due
    }

    fn happen(&mut self, incident: &Incident, due: &mut Vec<Due>) {
        let now = self.minute;
        let (ripe, later) = self
            .changes
            .drain(..)
            .partition(|(minute, _)| *minute <= now);
        self.changes = later;
        let ripe: Vec<(u32, String)> = ripe;
        for (_, state) in ripe {
            self.enter(&state);
        }
        let (ready, later) = self
            .outputs
            .drain(..)
            .partition(|(minute, ..)| *minute <= now);
        self.outputs = later;
        let ready: Vec<(u32, usize, usize)> = ready;
        for (_, place, line) in ready {
            if let Some(evidence) = incident.evidence.get(place) {
                self.push(Some(line), What::Opened(evidence.id.clone()));
                due.push(Due::Output(place, line));
            }
        }
        for (place, inject) in incident.injects.iter().enumerate() {
            if let Some(came) = self.injected[place] {
                let is_late = inject
                    .ask
                    .as_ref()
                    .is_some_and(|ask| !self.settled[place] && came + ask.within <= now);
                if is_late {
                    self.settled[place] = true;
                    self.push(None, What::Late(inject.id.clone()));
                    due.push(Due::Late(place));
                }
            } else if self.is_ripe(place, inject) {
                self.injected[place] = Some(now);
                self.ripe[place] = None;
                // Who asks for what was sent a moment ago has it already.
                self.settled[place] |= inject.ask.is_some() && self.was_told_within(AHEAD);
                self.push(None, What::Injected(inject.id.clone()));
                due.push(Due::Inject(place));
                if let Some(state) = &inject.enters {
                    self.enter(state);
                }
            }
        }
    }

    fn was_told_within(&self, minutes: u32) -> bool {
        let is_recent = |event: &Event| {
            matches!(event.what, What::Updated(_)) && event.minute + minutes >= self.minute
        };
        self.events.iter().any(is_recent)
    }

    /// Whether the inject comes now; what must last begins to be counted when it first holds, and anew after a break.
    fn is_ripe(&mut self, place: usize, inject: &Inject) -> bool {
        let unless = inject.unless.as_ref();
        let is_barred = unless.is_some_and(|it| it.holds(|name| self.is_so(name)));
        let is_so = self.holds(inject.when.as_ref()) && !is_barred;
        if inject.after == 0 {
            return is_so && inject.at <= self.minute;
        }
        let ripe = self.ripe[place].filter(|_| is_so);
        self.ripe[place] = ripe.or(is_so.then_some(self.minute + inject.after));
        inject.at <= self.minute && self.ripe[place].is_some_and(|ripe| ripe <= self.minute)
    }

    /// The minute in which nobody was hurt any more, if it stayed so until now.
    pub fn mitigated_at(&self, incident: &Incident) -> Option<u32> {
        if !is_well(incident, &self.state) {
            return None;
        }
        let entered = self
            .events
            .iter()
            .rev()
            .filter_map(|event| match &event.what {
                What::Entered(state) => Some((event.minute, state)),
                _ => None,
            });
        let mut since = None;
        for (minute, state) in entered {
            if !is_well(incident, state) {
                break;
            }
            since = Some(minute);
        }
        since
    }
}

/// Whether nobody is hurt in `state`: by its name, or, where no state has such a name, because a
/// harmless action leads to it.
pub fn is_well(incident: &Incident, state: &str) -> bool {
    if incident.states.iter().any(|it| WELL.contains(&it.as_str())) {
        return WELL.contains(&state);
    }
    let mut actions = incident.actions.iter();
    state != incident.first_state()
        && actions.any(|action| action.harm.is_none() && action.enters.as_deref() == Some(state))
}
