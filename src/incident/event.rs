//! What happened in an incident, and when.

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The simulated minute.
    pub minute: u32,
    /// The line that brought it about, from 0; `None` for what happened by itself.
    pub line: Option<usize>,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Evidence was seen, or a person or runbook answered; its id.
    Opened(String),
    /// An action was taken; its id.
    Acted(String),
    /// The world is in another state.
    Entered(String),
    /// An inject came; its id.
    Injected(String),
    /// A text was wanted, and the time for it is over; the inject's id.
    Late(String),
    /// A suspicion was written down; its text.
    Hypothesis(String),
    /// A suspicion was given up; its number from 1.
    Rejected(usize),
    /// Something speaks for a suspicion, or against it: its number from 1, whether for it, and what.
    Weighed(usize, bool, String),
    /// The cause or the severity was declared; its text.
    Declared(String),
    /// People were told; the text.
    Updated(String),
    /// A line for oneself; its text.
    Noted(String),
    /// A command that nothing is recorded for; the line.
    Strayed(String),
    /// The incident was closed; the closing words.
    Resolved(String),
    /// The time was up.
    TimeUp,
}
