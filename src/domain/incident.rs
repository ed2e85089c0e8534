//! An incident that can be worked: what can be looked at, what can be done, what happens meanwhile.

use super::{
    circumstance::Circumstance, graph::Graph, identity::StepId, position::Position, text::Text,
};

/// A world with a clock in simulated minutes, which only actions and looks move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Simulated minutes after which it ends.
    pub minutes: u32,
    /// Minutes after midnight at which it starts.
    pub starts: u32,
    /// The states the world can be in, the first at the start; at least one.
    pub states: Vec<String>,
    /// What can be looked at; at least one.
    pub evidence: Vec<Evidence>,
    /// What can be done to the world.
    pub actions: Vec<Remedy>,
    /// What happens by itself, in order of the file.
    pub injects: Vec<Inject>,
    /// Evidence of which one should be looked at after the fix.
    pub verify: Vec<String>,
    /// The actions of the shortest sound fix, in order; empty where it is to be found.
    pub fix: Vec<String>,
    /// Who can be asked.
    pub people: Vec<Person>,
    /// What can be read up.
    pub runbooks: Vec<Runbook>,
}

/// Something that a command shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its name in the incident.
    pub id: String,
    /// Commands that show it; any usual spelling of one will do; at least one.
    pub run: Vec<String>,
    /// What is shown; the first that applies.
    pub output: Vec<Output>,
    /// Simulated minutes that a look costs.
    pub minutes: u32,
    /// The minute from which it is there; 0 is the start.
    pub at: u32,
    /// Minutes between the command and its output.
    pub ready_after: u32,
    /// What must have been seen or done before.
    pub needs: Vec<String>,
    /// What is said instead as long as something that it needs is missing.
    pub refusal: Option<Text>,
    /// Curves below the text; they move with the state.
    pub graphs: Vec<Graph>,
    /// Where it misleads.
    pub herring: Option<Herring>,
    /// Where it stands in its file.
    pub at_line: Position,
}

/// A text that is shown under a circumstance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// When it applies; always where absent.
    pub when: Option<Circumstance>,
    /// Words of which a question must hold one; empty for any question. People only.
    pub about: Vec<String>,
    /// The text as the tool prints it.
    pub text: String,
}

/// Why evidence misleads, and what shows that it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herring {
    /// Why one would follow it.
    pub tempting: Text,
    /// The evidence that refutes it.
    pub refuted_by: String,
}

/// Something that can be done to the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Its name in the incident.
    pub id: String,
    /// Commands that do it; any usual spelling of one will do; at least one.
    pub run: Vec<String>,
    /// Simulated minutes it costs.
    pub minutes: u32,
    /// The state it leads to.
    pub enters: Option<String>,
    /// Minutes after it is done until that state is reached.
    pub after: u32,
    /// What it breaks, where it does harm.
    pub harm: Option<Text>,
    /// What the tool prints; the first that applies.
    pub output: Vec<Output>,
    /// What must have been seen or done before.
    pub needs: Vec<String>,
    /// What is said instead as long as something that it needs is missing.
    pub refusal: Option<Text>,
    /// Where it stands in its file.
    pub at_line: Position,
}

/// Something that happens by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inject {
    /// Its name in the incident.
    pub id: String,
    /// The earliest minute.
    pub at: u32,
    /// What must hold for it to happen; it waits until then.
    pub when: Option<Circumstance>,
    /// Minutes that this must have held without a break.
    pub after: u32,
    /// What must not hold for it to happen.
    pub unless: Option<Circumstance>,
    /// Who speaks.
    pub from: Text,
    /// What is said.
    pub says: Text,
    /// The state it leads to.
    pub enters: Option<String>,
    /// What it wants in writing.
    pub ask: Option<Ask>,
    /// Where it stands in its file.
    pub at_line: Position,
}

/// A text that is wanted within some minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The step whose rubric the text is graded by.
    pub step: StepId,
    /// Simulated minutes until it is late.
    pub within: u32,
}

/// Somebody who can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name to ask by.
    pub id: String,
    /// Who it is.
    pub role: Text,
    /// What is answered; the first that applies.
    pub says: Vec<Output>,
    /// Simulated minutes that a question costs.
    pub minutes: u32,
}

/// A text that can be read up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runbook {
    /// The name to open it by.
    pub id: String,
    /// One line for lists.
    pub title: Text,
    /// The text.
    pub text: Text,
    /// Simulated minutes that reading costs.
    pub minutes: u32,
}

impl Incident {
    /// The evidence called `id`.
    pub fn evidence(&self, id: &str) -> Option<&Evidence> {
        self.evidence.iter().find(|each| each.id == id)
    }

    /// The action called `id`.
    pub fn action(&self, id: &str) -> Option<&Remedy> {
        self.actions.iter().find(|each| each.id == id)
    }

    /// The state at the start.
    pub fn first_state(&self) -> &str {
        self.states.first().map_or("", String::as_str)
    }
}
