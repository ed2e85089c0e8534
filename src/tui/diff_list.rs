//! A diff with the learner's comments as one list of rows, and where its parts begin.

use super::{
    folded::{Folded, Part},
    own_review::{OwnReview, Place},
};
use crate::domain::{Diff, Spot};

/// A row of the list; what it looks like is decided when it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffRow {
    /// The name of a file.
    File(usize),
    /// The head of a hunk, by file and number in it.
    Hunk(usize, usize),
    /// A line of code.
    Line(Spot),
    /// A comment of the learner.
    Comment(usize),
    /// The summary and the decision.
    Conclusion,
}

/// The rows of `diff` with the comments of `own` below their lines. Comments are seen in what is folded, too.
pub fn diff_rows(diff: &Diff, own: &OwnReview, folded: &Folded) -> Vec<DiffRow> {
    let mut placed: Vec<(Spot, usize)> = Vec::new();
    let mut loose = Vec::new();
    for (number, comment) in own.comments.iter().enumerate() {
        match &comment.place {
            Place::Lines { last, .. } => placed.push((*last, number)),
            Place::Written(_) => loose.push(DiffRow::Comment(number)),
        }
    }
    placed.sort_unstable();
    let mut placed = placed.into_iter().peekable();
    let mut rows = Vec::new();
    for (file, each) in diff.files.iter().enumerate() {
        rows.push(DiffRow::File(file));
        let hides_hunks = folded.has(Part::File(file));
        for (hunk, each) in each.hunks.iter().enumerate() {
            let hides_lines = hides_hunks || folded.has(Part::Hunk(file, hunk));
            if !hides_hunks {
                rows.push(DiffRow::Hunk(file, hunk));
            }
            for line in 0..each.lines.len() {
                let spot = Spot { file, hunk, line };
                if !hides_lines {
                    rows.push(DiffRow::Line(spot));
                }
                while let Some((_, number)) = placed.next_if(|(at, _)| *at == spot) {
                    rows.push(DiffRow::Comment(number));
                }
            }
        }
    }
    rows.extend(loose);
    rows.push(DiffRow::Conclusion);
    rows
}

/// The next row from `at` (or the one before, if not `forward`) of which `is_wanted` holds.
pub fn seek(
    rows: &[DiffRow],
    at: usize,
    forward: bool,
    is_wanted: impl Fn(&DiffRow) -> bool,
) -> Option<usize> {
    if forward {
        (at + 1..rows.len()).find(|row| is_wanted(&rows[*row]))
    } else {
        (0..at.min(rows.len()))
            .rev()
            .find(|row| is_wanted(&rows[*row]))
    }
}

#[cfg(test)]
mod tests {
    use super::{DiffRow, diff_rows, seek};
    use crate::{
        library::read_diff,
        tui::{
            folded::{Folded, Part},
            own_review::OwnReview,
        },
    };

    #[test]
    fn comments_stand_below_their_lines_and_the_conclusion_at_the_end() {
        let text = "--- a/a.go\n+++ b/a.go\n@@ -1,2 +1,2 @@\n-a\n+b\n c\n";
        let (diff, _) = read_diff(text);
        let own = OwnReview::read("a.go \"c\" [nit] Two.\na.go \"b\" [nit] One.", &diff);
        let rows = diff_rows(&diff, &own, &Folded::default());
        let comments: Vec<usize> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| matches!(row, DiffRow::Comment(_)))
            .map(|(at, _)| at)
            .collect();
        assert_eq!(comments, [4, 6]);
        assert_eq!(rows[4], DiffRow::Comment(1));
        assert_eq!(rows.last(), Some(&DiffRow::Conclusion));
        let is_comment = |row: &DiffRow| matches!(row, DiffRow::Comment(_));
        assert_eq!(seek(&rows, 4, true, is_comment), Some(6));
        assert_eq!(seek(&rows, 4, false, is_comment), None);
    }

    #[test]
    fn what_is_folded_keeps_its_head_and_its_comments() {
        let text = "--- a/a.go\n+++ b/a.go\n@@ -1,2 +1,2 @@\n-a\n+b\n c\n";
        let (diff, _) = read_diff(text);
        let own = OwnReview::read("a.go \"b\" [nit] One.", &diff);
        let mut folded = Folded::default();
        folded.turn(Part::Hunk(0, 0));
        let (file, hunk) = (DiffRow::File(0), DiffRow::Hunk(0, 0));
        let (comment, end) = (DiffRow::Comment(0), DiffRow::Conclusion);
        assert_eq!(diff_rows(&diff, &own, &folded), [file, hunk, comment, end]);
        folded.turn(Part::File(0));
        assert_eq!(diff_rows(&diff, &own, &folded), [file, comment, end]);
        folded.clear();
        assert_eq!(diff_rows(&diff, &own, &folded).len(), 7);
    }
}
