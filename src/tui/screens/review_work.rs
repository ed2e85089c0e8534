//! The state of a review under way, and what can be done to it.

use crate::{
    domain::{CommentLabel, Decision, Diff, Spot, Task},
    session::Drill,
    tui::{
        action::Action,
        diff_list::{DiffRow, diff_rows, seek},
        diff_paint::{Look, digits, found},
        editor::Editor,
        folded::Part,
        own_review::{OwnComment, OwnReview, Place},
        printable::printable,
    },
};

/// Rows that a page moves by.
pub const PAGE: usize = 12;

/// Cells that code is scrolled sideways by.
const ASIDE: usize = 8;

/// What takes the keys.
#[derive(Debug)]
pub enum Focus {
    /// The brief and what is asked.
    Request,
    /// The diff.
    Diff,
    /// The text of a comment.
    Comment(usize, Box<Editor>),
    /// The summary.
    Conclusion(Box<Editor>),
    /// What to look for in the diff.
    Search(Box<Editor>),
}

/// A review under way.
#[derive(Debug)]
pub struct ReviewWork {
    /// The change.
    pub diff: Diff,
    /// The review so far.
    pub own: OwnReview,
    /// The diff and the comments as rows.
    pub rows: Vec<DiffRow>,
    /// The row that the keys go to.
    pub at: usize,
    /// Where a range of lines begins.
    mark: Option<Spot>,
    /// How the code is shown.
    pub look: Look,
    /// Cells of a line number.
    pub digits: usize,
    /// What takes the keys.
    pub focus: Focus,
    /// The first row of the request that is shown.
    pub top: usize,
    /// Whether the points are shown.
    pub shows_points: bool,
    /// Whether a model is shown.
    pub shows_model: bool,
    /// The comment that was deleted last.
    deleted: Option<OwnComment>,
}

impl ReviewWork {
    /// The field for the turn of `drill`, with `text` from an earlier sitting.
    pub fn new(drill: &Drill, text: Option<(&str, usize)>) -> Self {
        let diff = match &drill.step().task {
            Task::Review(review) => review.diff.clone(),
            _ => Diff::default(),
        };
        let own = text.map_or_else(OwnReview::default, |(text, _)| OwnReview::read(text, &diff));
        let focus = if own.is_blank() {
            Focus::Request
        } else {
            Focus::Diff
        };
        let mut work = Self {
            digits: digits(&diff),
            diff,
            own,
            rows: vec![],
            at: 0,
            mark: None,
            look: Look::default(),
            focus,
            top: 0,
            shows_points: false,
            shows_model: false,
            deleted: None,
        };
        work.arrange();
        let is_comment = |row: &DiffRow| matches!(row, DiffRow::Comment(_));
        let first_line = |row: &DiffRow| matches!(row, DiffRow::Line(_));
        let at =
            seek(&work.rows, 0, true, is_comment).or_else(|| seek(&work.rows, 0, true, first_line));
        work.at = at.unwrap_or(0);
        work
    }

    /// Lists the rows anew after a change.
    pub fn arrange(&mut self) {
        self.rows = diff_rows(&self.diff, &self.own, &self.look.folded);
        self.at = self.at.min(self.rows.len().saturating_sub(1));
    }

    /// Goes to a row, and marks the lines up to it.
    pub fn go(&mut self, row: Option<usize>) {
        if let Some(row) = row {
            self.at = row;
        }
        self.look.marked = self.mark.and_then(|mark| match self.rows.get(self.at) {
            Some(DiffRow::Line(spot)) if spot.distance(mark).is_some() => {
                Some((mark.min(*spot), mark.max(*spot)))
            }
            _ => None,
        });
    }

    fn seek(&mut self, forward: bool, is_wanted: impl Fn(&DiffRow) -> bool) {
        let row = seek(&self.rows, self.at, forward, is_wanted);
        self.go(row);
    }

    /// The next row in which the search is found, round and round.
    fn seek_found(&mut self, forward: bool) {
        let (diff, search) = (&self.diff, &self.look.search);
        let is_found = |row: &DiffRow| match row {
            DiffRow::Line(spot) => diff
                .line(*spot)
                .is_some_and(|line| !found(&line.text, search).is_empty()),
            _ => false,
        };
        let from = if forward { 0 } else { self.rows.len() };
        let row = seek(&self.rows, self.at, forward, is_found)
            .or_else(|| seek(&self.rows, from, forward, is_found));
        self.go(row);
    }

    /// Opens the comment on the current row, or begins one.
    pub fn comment(&mut self) {
        let number = match self.rows.get(self.at) {
            Some(DiffRow::Comment(number)) => *number,
            Some(DiffRow::Conclusion) => return self.conclude(),
            Some(DiffRow::Line(spot)) => {
                let (first, last) = self.look.marked.unwrap_or((*spot, *spot));
                self.begin(Place::Lines { first, last })
            }
            Some(DiffRow::File(file) | DiffRow::Hunk(file, _)) => {
                let path = self
                    .diff
                    .files
                    .get(*file)
                    .map(|file| file.path().to_owned());
                self.begin(Place::Written(path.unwrap_or_default()))
            }
            None => return,
        };
        let text = self.own.comments[number].text.clone();
        let caret = text.chars().count();
        self.focus = Focus::Comment(number, Box::new(Editor::new(&text, caret)));
        self.mark = None;
        self.look.marked = None;
    }

    fn begin(&mut self, place: Place) -> usize {
        self.own.comments.push(OwnComment {
            place,
            label: None,
            text: String::new(),
        });
        let number = self.own.comments.len() - 1;
        self.arrange();
        self.show(number);
        number
    }

    /// Goes to a comment.
    fn show(&mut self, number: usize) {
        let row = self
            .rows
            .iter()
            .position(|row| *row == DiffRow::Comment(number));
        self.go(row);
    }

    fn conclude(&mut self) {
        let text = &self.own.summary;
        let editor = Editor::new(text, text.chars().count());
        self.focus = Focus::Conclusion(Box::new(editor));
        self.at = self.rows.len().saturating_sub(1);
    }

    /// Closes what is being typed and keeps it.
    pub fn keep(&mut self) {
        self.take_over();
        if let Focus::Comment(number, editor) = &self.focus
            && editor.is_blank()
        {
            let number = *number;
            self.own.comments.remove(number);
            self.arrange();
            let is_line = |row: &DiffRow| matches!(row, DiffRow::Line(_));
            if !matches!(self.rows.get(self.at), Some(DiffRow::Line(_))) {
                self.seek(false, is_line);
            }
        }
        if matches!(self.focus, Focus::Search(_)) {
            self.at = self.at.saturating_sub(1);
            self.seek_found(true);
        }
        self.focus = Focus::Diff;
    }

    /// Takes what stands in the editor into the review, so that a draft has it.
    pub fn take_over(&mut self) {
        match &self.focus {
            Focus::Comment(number, editor) => {
                if let Some(comment) = self.own.comments.get_mut(*number) {
                    comment.text = editor.text();
                }
            }
            Focus::Conclusion(editor) => self.own.summary = editor.text(),
            Focus::Search(editor) => self.look.search = editor.text().to_ascii_lowercase(),
            Focus::Request | Focus::Diff => {}
        }
    }

    fn delete(&mut self) {
        if let Some(DiffRow::Comment(number)) = self.rows.get(self.at) {
            self.deleted = Some(self.own.comments.remove(*number));
            self.arrange();
            self.go(Some(self.at.saturating_sub(1)));
        }
    }

    fn restore(&mut self) {
        if let Some(comment) = self.deleted.take() {
            self.own.comments.push(comment);
            self.arrange();
            self.show(self.own.comments.len() - 1);
        }
    }

    /// The next label of the comment, or the next decision.
    pub fn turn(&mut self) {
        let current = match (&self.focus, self.rows.get(self.at)) {
            (Focus::Conclusion(_), _) => None,
            (Focus::Comment(number, _), _) | (_, Some(DiffRow::Comment(number))) => Some(*number),
            (_, Some(DiffRow::Conclusion)) => None,
            _ => return,
        };
        match current {
            Some(number) => {
                if let Some(comment) = self.own.comments.get_mut(number) {
                    comment.label = Some(after(&CommentLabel::ALL, comment.label));
                }
            }
            None => self.own.decision = Some(after(&Decision::ALL, self.own.decision)),
        }
    }

    /// Moves in the diff, or does something to what stands there.
    pub fn act_in_diff(&mut self, action: Action) {
        let is_comment = |row: &DiffRow| matches!(row, DiffRow::Comment(_));
        let is_hunk = |row: &DiffRow| matches!(row, DiffRow::Hunk(..));
        let is_file = |row: &DiffRow| matches!(row, DiffRow::File(_));
        let last = self.rows.len().saturating_sub(1);
        match action {
            Action::Up => self.go(Some(self.at.saturating_sub(1))),
            Action::Down => self.go(Some((self.at + 1).min(last))),
            Action::PageUp => self.go(Some(self.at.saturating_sub(PAGE))),
            Action::PageDown => self.go(Some((self.at + PAGE).min(last))),
            Action::First => self.go(Some(0)),
            Action::Last => self.go(Some(last)),
            Action::NextHunk => self.seek(true, is_hunk),
            Action::PreviousHunk => self.seek(false, is_hunk),
            Action::NextFile => self.seek(true, is_file),
            Action::PreviousFile => self.seek(false, is_file),
            Action::NextComment => self.seek(true, is_comment),
            Action::PreviousComment => self.seek(false, is_comment),
            Action::NextMatch => self.seek_found(true),
            Action::PreviousMatch => self.seek_found(false),
            Action::Find => {
                // what is looked for may lie in what is folded
                self.look.folded.clear();
                self.arrange();
                self.focus = Focus::Search(Box::new(Editor::one_line()));
            }
            Action::Fold => self.fold(),
            Action::Comment => self.comment(),
            Action::Range => {
                self.mark = match (self.mark, self.rows.get(self.at)) {
                    (None, Some(DiffRow::Line(spot))) => Some(*spot),
                    _ => None,
                };
                self.go(None);
            }
            Action::Delete => self.delete(),
            Action::Restore => self.restore(),
            Action::Conclude => self.conclude(),
            Action::Label => self.turn(),
            Action::Wrap => self.look.wraps = !self.look.wraps,
            Action::ScrollLeft => self.look.offset = self.look.offset.saturating_sub(ASIDE),
            Action::ScrollRight => self.look.offset = (self.look.offset + ASIDE).min(2000),
            _ => {}
        }
    }

    /// Folds the file or the hunk of the current row to its head, or unfolds it.
    fn fold(&mut self) {
        let (part, head) = match self.rows.get(self.at).copied() {
            Some(head @ DiffRow::File(file)) => (Part::File(file), head),
            Some(head @ DiffRow::Hunk(file, hunk)) => (Part::Hunk(file, hunk), head),
            Some(DiffRow::Line(spot)) => {
                let (file, hunk) = (spot.file, spot.hunk);
                (Part::Hunk(file, hunk), DiffRow::Hunk(file, hunk))
            }
            _ => return,
        };
        self.mark = None;
        self.look.folded.turn(part);
        self.arrange();
        self.go(self.rows.iter().position(|row| *row == head));
    }

    /// The editor that takes the keys.
    pub fn editor(&mut self) -> Option<&mut Editor> {
        match &mut self.focus {
            Focus::Comment(_, editor) | Focus::Conclusion(editor) | Focus::Search(editor) => {
                Some(editor)
            }
            Focus::Request | Focus::Diff => None,
        }
    }

    /// Reads the review anew.
    pub fn replace(&mut self, text: &str) {
        self.own = OwnReview::read(&printable(text), &self.diff);
        self.focus = Focus::Diff;
        self.arrange();
    }

    /// Puts what `template` says before the review.
    pub fn put_before(&mut self, template: &str) {
        self.take_over();
        let before = OwnReview::read(&printable(template), &self.diff);
        let own = std::mem::take(&mut self.own);
        let summary = [before.summary, own.summary];
        let summary: Vec<_> = summary
            .into_iter()
            .filter(|it| !it.trim().is_empty())
            .collect();
        self.own = OwnReview {
            comments: before.comments.into_iter().chain(own.comments).collect(),
            summary: summary.join("\n\n"),
            decision: own.decision.or(before.decision),
        };
        self.focus = Focus::Diff;
        self.arrange();
        let is_comment = |row: &DiffRow| matches!(row, DiffRow::Comment(_));
        let last = self.rows.len().saturating_sub(1);
        let row = seek(&self.rows, 0, true, is_comment).or(Some(last));
        self.go(row);
    }
}

/// The one after `current`, round and round; the first where there is none.
fn after<T: Copy + PartialEq>(all: &[T], current: Option<T>) -> T {
    let place = current.and_then(|current| all.iter().position(|it| *it == current));
    place.map_or(all[0], |place| all[(place + 1) % all.len()])
}
