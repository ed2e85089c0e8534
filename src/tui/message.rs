//! What reaches the application, and what it asks of the world.

use ratatui::crossterm::event::KeyEvent;

use crate::{
    domain::Moment,
    library::Library,
    progress::{Attempt, Draft, DraftKey, Overview, Record, Run, Stop},
};

/// Something that belongs on the disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// Records, in one transaction with the end of a draft.
    Records {
        /// The records, in order.
        records: Vec<Record>,
        /// The draft that has become a record.
        finished: Option<DraftKey>,
    },
    /// Text in hand.
    Draft(Draft),
}

/// All that can happen to the application.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key {
        /// The key.
        key: KeyEvent,
        /// When.
        at: Moment,
    },
    /// Text came in one piece.
    Paste {
        /// The text, as the terminal handed it over.
        text: String,
        /// When.
        at: Moment,
    },
    /// The window has another size, or lost the focus.
    Disturbed(Moment),
    /// Time passed.
    Tick(Moment),
    /// The system asks the program to end.
    Stop(Moment),
    /// The program is back in the foreground.
    Resumed(Moment),
    /// A write succeeded.
    Kept(Write),
    /// A write failed; the value comes back so that nothing is lost.
    NotKept {
        /// What could not be written.
        write: Write,
        /// Why, and what to do about it.
        reason: String,
        /// When.
        at: Moment,
    },
    /// The answer to [`Effect::LoadOverview`].
    Overview(Box<Overview>),
    /// The answer to [`Effect::LoadMissed`].
    Missed(Vec<Stop>),
    /// The answer to [`Effect::LoadAttempt`].
    Attempt(Box<Attempt>),
    /// The answer to [`Effect::LoadInterviews`], the newest first.
    Interviews(Vec<PastInterview>),
    /// The answer to [`Effect::LoadRun`].
    Run(Box<LeftRun>),
    /// The text that came back from the learner's own editor.
    Edited {
        /// The text; `None` where the editor failed or changed nothing.
        text: Option<String>,
        /// When.
        at: Moment,
    },
    /// The answer to [`Effect::Reload`].
    Library(Box<Library>),
    /// There is no voice to speak with.
    NoVoice,
    /// Something that could not be done, for the footer.
    Failed(String),
    /// Something that was done, for the footer.
    Done(String),
}

/// A mock interview as the log has it.
#[derive(Clone, Debug, PartialEq)]
pub struct PastInterview {
    /// The run, with its plan.
    pub run: Run,
    /// What was answered, oldest first.
    pub attempts: Vec<Attempt>,
    /// How often the clock was stopped.
    pub pauses: usize,
}

/// A run that was left with text in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftRun {
    /// The draft that was typed in last.
    pub draft: Draft,
    /// Its other drafts, the newest first.
    pub others: Vec<Draft>,
    /// The run; `None` where nothing of it is in the log yet.
    pub run: Option<Run>,
    /// What was answered in it, oldest first.
    pub attempts: Vec<Attempt>,
    /// How often its clock was stopped.
    pub pauses: usize,
}

/// All that the application asks of the world, done in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Put this on the disk, now.
    Keep(Write),
    /// Work the overview out anew.
    LoadOverview,
    /// Find the steps at which these points are missed.
    LoadMissed(Vec<String>),
    /// Read one attempt.
    LoadAttempt(String),
    /// Read a run that was left, by its identity.
    LoadRun(String),
    /// Read the mock interviews so far.
    LoadInterviews,
    /// Open the learner's own editor on this text.
    Edit(String),
    /// Speak this aloud, if there is a voice.
    Speak(String),
    /// Write a file that the learner asked for.
    Export {
        /// The file's name, without a folder.
        name: String,
        /// Its text.
        text: String,
    },
    /// Say this in the footer; done by the application itself.
    Notify(String),
    /// Read the scenario files again.
    Reload,
    /// Go to the background.
    Suspend,
    /// Draw everything again.
    Redraw,
    /// Leave.
    Quit,
}
