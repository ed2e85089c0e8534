//! What a key can mean.

use crate::progress::Rating;

/// What a key does to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Break the line.
    NewLine,
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// One row up, as it is wrapped on the screen.
    Up,
    /// One row down, as it is wrapped on the screen.
    Down,
    /// One word left.
    WordLeft,
    /// One word right.
    WordRight,
    /// To the start of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// Delete the character before.
    Backspace,
    /// Delete the character after.
    Delete,
    /// Delete the word before.
    DeleteWordBack,
    /// Delete the word after.
    DeleteWord,
    /// Delete to the start of the line.
    DeleteToStart,
    /// Delete to the end of the line.
    DeleteToEnd,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Insert what was deleted, cut or copied last.
    Yank,
    /// Extend the selection one character left.
    SelectLeft,
    /// Extend the selection one character right.
    SelectRight,
    /// Extend the selection one row up.
    SelectUp,
    /// Extend the selection one row down.
    SelectDown,
    /// Select everything.
    SelectAll,
    /// Delete the selection and remember it.
    Cut,
    /// Remember the selection.
    Copy,
}

/// What a key means on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Up in a list or a text.
    Up,
    /// Down in a list or a text.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Open what is selected.
    Open,
    /// One screen back.
    Back,
    /// To the bottom of the stack.
    Home,
    /// Leave the program.
    Quit,
    /// Leave the program; asks again while there is text in hand.
    Leave,
    /// The keys of this screen.
    Help,
    /// Every command by name.
    Palette,
    /// The interface in the other language.
    Language,
    /// The next theme.
    Theme,
    /// Draw everything again.
    Redraw,
    /// Go to the background.
    Suspend,
    /// Read the scenario files again.
    Reload,
    /// The list of scenarios.
    Library,
    /// What was done so far.
    Progress,
    /// What is wrong with scenario files.
    Problems,
    /// Carry on where a run was left.
    Continue,
    /// Empty the search.
    Clear,
    /// The next kind of exercise.
    Kind,
    /// The next order.
    Sort,
    /// Hand the answer in.
    Submit,
    /// Part of the selected point was made, says the listener.
    Partly,
    /// Take the ticks that the notes would earn.
    TakeOffers,
    /// Write notes.
    Note,
    /// The answer was spoken.
    Spoken,
    /// No more questions.
    EndInterview,
    /// Hand the answer in, and judge it before the debrief.
    SubmitToJudge,
    /// The selected point was made, says the learner.
    Claim,
    /// The selected point was not made, says the learner.
    Disclaim,
    /// How well the answer was remembered, says the learner.
    Rate(Rating),
    /// Only the missed points once more.
    RetryMisses,
    /// What is due.
    Due,
    /// Exactly what is kept missing.
    DrillMissed,
    /// Into a mock interview.
    Mock,
    /// Another plan.
    Redraft,
    /// To the mock interviews so far.
    Interviews,
    /// Stop the clock, or let it go on.
    Pause,
    /// Come back to this question at the end.
    SetAside,
    /// Put what was missed on the schedule.
    QueueMisses,
    /// Write the report as a page.
    ExportPage,
    /// A nudge.
    Hint,
    /// A skeleton of an answer.
    Template,
    /// The other pane.
    Pane,
    /// The learner's own editor.
    Editor,
    /// Show what is looked for.
    Points,
    /// See a model before answering.
    Study,
    /// On to what comes next.
    Next,
    /// The model answer.
    Model,
    /// The answer against the nearest model.
    Diff,
    /// What a bill comes to with other numbers.
    WhatIf,
    /// Less of the selected number.
    Less,
    /// More of the selected number.
    More,
    /// The same question once more.
    Retry,
    /// The learner says that a point was made.
    Dispute,
    /// Write the debrief as Markdown.
    Export,
    /// The same scenario once more.
    Again,
    /// Comment on a line.
    Comment,
    /// Begin or end a range of lines.
    Range,
    /// The next label of a comment, or the next decision.
    Label,
    /// The summary and the decision.
    Conclude,
    /// Close what is typed and keep it.
    Keep,
    /// Delete a comment.
    Delete,
    /// Bring the deleted comment back.
    Restore,
    /// The next part of the diff.
    NextHunk,
    /// The part of the diff before.
    PreviousHunk,
    /// The next file.
    NextFile,
    /// The file before.
    PreviousFile,
    /// The next comment.
    NextComment,
    /// The comment before.
    PreviousComment,
    /// Look for words in the diff.
    Find,
    /// The next place where they are found.
    NextMatch,
    /// The place before.
    PreviousMatch,
    /// Fold a part of the diff to its head, or unfold it.
    Fold,
    /// Wrap long lines of code, or cut them.
    Wrap,
    /// Code sideways to the left.
    ScrollLeft,
    /// Code sideways to the right.
    ScrollRight,
    /// Run the line in hand.
    Run,
    /// Another way to practise the sentence.
    Mode,
    /// Speak the model aloud.
    Speak,
    /// Sentence frames to put in.
    Frames,
    /// The phrase book.
    Phrases,
    /// The track.
    Track,
    /// The sentence into the phrase book.
    KeepPhrase,
    /// Write one's own version of a sentence down.
    Rewrite,
    /// A sentence is known, or is not known after all.
    Retire,
    /// Take a sentence out of the book.
    Remove,
    /// Search in a list.
    Search,
    /// Change the text.
    Edit(Edit),
}

impl Action {
    /// The name in the configuration: the variant's own, such as `page-up`, or `delete-word-back` for what changes a text.
    pub fn name(self) -> String {
        let variant = match self {
            Self::Edit(edit) => format!("{edit:?}"),
            Self::Rate(rating) => format!("Rate{rating:?}"),
            action => format!("{action:?}"),
        };
        let mut name = String::new();
        for letter in variant.chars() {
            if letter.is_ascii_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Edit};

    #[test]
    fn an_action_is_called_after_what_it_does() {
        assert_eq!(Action::PageUp.name(), "page-up");
        assert_eq!(
            Action::Edit(Edit::DeleteWordBack).name(),
            "delete-word-back"
        );
    }
}
