//! What the console answers to a line; the interface has the words.

use crate::domain::Text;

/// One thing that the console shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Recorded output, filtered where it was piped.
    Output(String),
    /// Output that was waited for is there: the command and its text.
    Arrived(String, String),
    /// The output comes in so many minutes.
    Pending(u32),
    /// Somebody answers: who, and what.
    Said(String, String),
    /// A text to read: its title, and the text.
    Page(String, String),
    /// An action was taken; its effect shows in so many minutes, where it has one.
    Done(Option<u32>),
    /// An inject came; its place in the incident.
    Injected(usize),
    /// A text was wanted, and the time for it is over; the place of the inject.
    Late(usize),
    /// A suspicion was written down; its number from 1.
    Hypothesis(usize),
    /// A suspicion was given up; its number.
    Rejected(usize),
    /// Something was said for a suspicion, or against it; its number, and whether for it.
    Weighed(usize, bool),
    /// There is no suspicion of that number.
    NoHypothesis(usize),
    /// The severity was declared.
    Severity(String),
    /// The cause was declared.
    Declared,
    /// The update went out.
    Sent,
    /// A line for oneself was kept.
    Noted,
    /// So many minutes passed.
    Waited(u32),
    /// The words are missing behind a verb.
    NeedsWords(&'static str),
    /// A program that no shell knows.
    NotFound(String),
    /// A usual command that shows nothing of interest here.
    Nothing,
    /// Nothing is recorded for it, but for something like it.
    Near,
    /// A shell was gone into; the words that it stands for before every command.
    LoggedIn(String),
    /// It was left.
    LoggedOut,
    /// It is not there yet.
    NotYet,
    /// Something must be known or done first; what the author says to it.
    Refused(Option<Text>),
    /// Whether time passes by itself too from now on.
    Clock(bool),
    /// It is a change of the system that the exercise does not know.
    NotModelled,
    /// Nobody of that name; who there is.
    Nobody(String, Vec<String>),
    /// No runbook of that name; which there are.
    NoRunbook(String, Vec<String>),
    /// What is meant is not clear: say it as the command.
    SayCommand,
    /// A filter that is not to be had; its program.
    NoFilter(String),
    /// A fault in the words of the program.
    Fault(String),
    /// What there is to type.
    Help,
    /// The incident was closed.
    Resolved,
    /// The time is up.
    TimeUp,
    /// It is over already.
    Over,
}
