//! A unified diff from its text, with every fault at its line.
//!
//! Counts in hunk headers are recomputed, since people who write a diff by hand never get them
//! right, and an empty line in a hunk is a blank line of context, since editors strip it.

use super::{
    diff_fault::DiffFault,
    diff_header::{Numbers, named_by_git, numbers, path},
    printable::neutralised,
};
use crate::domain::{Diff, DiffLine, FileDiff, Hunk, LineKind};

/// A fault, and the line it stands in, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultAt {
    /// The line of the diff, from 0.
    pub line: usize,
    /// What is wrong there.
    pub fault: DiffFault,
}

/// Reads a unified diff, with or without the lines that `git diff` adds; what can be read is
/// returned beside the faults.
pub fn read_diff(text: &str) -> (Diff, Vec<FaultAt>) {
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .collect();
    let mut reader = Reader {
        lines: &lines,
        at: 0,
        files: Vec::new(),
        faults: Vec::new(),
    };
    reader.read();
    (
        Diff {
            files: reader.files,
        },
        reader.faults,
    )
}

struct Reader<'t> {
    lines: &'t [&'t str],
    at: usize,
    files: Vec<FileDiff>,
    faults: Vec<FaultAt>,
}

impl<'t> Reader<'t> {
    fn line(&self, ahead: usize) -> Option<&'t str> {
        self.lines.get(self.at + ahead).copied()
    }

    fn fault(&mut self, line: usize, fault: DiffFault) {
        self.faults.push(FaultAt { line, fault });
    }

    fn read(&mut self) {
        while let Some(line) = self.line(0) {
            if let Some(paths) = line.strip_prefix("diff --git ") {
                self.files.push(named_by_git(paths));
            } else if self.is_file_header(0) {
                self.file_header();
                continue;
            } else if line.starts_with("@@") {
                self.hunk();
                continue;
            } else {
                self.extended(line);
            }
            self.at += 1;
        }
        let is_empty = |file: &FileDiff| file.hunks.is_empty();
        if self.faults.is_empty() && self.files.iter().all(is_empty) {
            self.fault(0, DiffFault::NoHunk);
        }
    }

    /// Whether the two paths of a file stand here; `--- x` alone may be a removed SQL comment.
    fn is_file_header(&self, ahead: usize) -> bool {
        let begins =
            |ahead: usize, with: &str| self.line(ahead).is_some_and(|line| line.starts_with(with));
        begins(ahead, "--- ") && begins(ahead + 1, "+++ ")
            || begins(ahead, "+++ ") && begins(ahead + 1, "@@")
    }

    fn file_header(&mut self) {
        let first = self.at;
        let old = self.line(0).and_then(|line| line.strip_prefix("--- "));
        self.at += usize::from(old.is_some());
        let new = self.line(0).and_then(|line| line.strip_prefix("+++ "));
        self.at += usize::from(new.is_some());
        let (Some(old), Some(new)) = (old, new) else {
            self.fault(first, DiffFault::HalfAFile);
            self.files.push(FileDiff {
                new_path: new.and_then(|new| path(new, "b/")),
                ..FileDiff::default()
            });
            return;
        };
        let (old_path, new_path) = (path(old, "a/"), path(new, "b/"));
        match self.files.last_mut() {
            // the lines of `git diff` came before
            Some(file)
                if file.hunks.is_empty()
                    && file.path() == either(new_path.as_deref(), old_path.as_deref()) =>
            {
                file.old_path = old_path;
                file.new_path = new_path;
            }
            _ => self.files.push(FileDiff {
                old_path,
                new_path,
                ..FileDiff::default()
            }),
        }
    }

    /// A line between the files, of which `git diff` writes several.
    fn extended(&mut self, line: &str) {
        let Some(file) = self.files.last_mut() else {
            return;
        };
        if let Some(from) = line.strip_prefix("rename from ") {
            file.old_path = Some(shown(from));
        } else if let Some(to) = line.strip_prefix("rename to ") {
            file.new_path = Some(shown(to));
        } else if line.starts_with("new file mode") {
            file.old_path = None;
        } else if line.starts_with("deleted file mode") {
            file.new_path = None;
        } else if line.starts_with("Binary files ") || line.starts_with("GIT binary patch") {
            file.is_binary = true;
        }
    }

    fn hunk(&mut self) {
        let first = self.at;
        let header = self.line(0).unwrap_or_default();
        self.at += 1;
        let Some(numbers) = numbers(header) else {
            self.fault(first, DiffFault::BadHunkHeader);
            return self.skip_hunk();
        };
        if self.files.is_empty() {
            self.fault(first, DiffFault::HunkWithoutFile);
            return self.skip_hunk();
        }
        let mut hunk = Hunk {
            old_start: numbers.old_start,
            new_start: numbers.new_start,
            section: numbers.section.clone(),
            lines: Vec::new(),
        };
        self.hunk_lines(&mut hunk, &numbers);
        if hunk.lines.iter().all(|line| line.kind == LineKind::Context) {
            self.fault(first, DiffFault::NoChange);
        }
        if self.overlaps(&hunk) {
            self.fault(first, DiffFault::HunksOverlap);
        }
        if let Some(file) = self.files.last_mut() {
            file.hunks.push(hunk);
        }
    }

    fn overlaps(&self, hunk: &Hunk) -> bool {
        let before = self.files.last().and_then(|file| file.hunks.last());
        before.is_some_and(|before| {
            let (old, new) = before.counts();
            usize::try_from(hunk.old_start).is_ok_and(|start| start < reach(before.old_start, old))
                || usize::try_from(hunk.new_start)
                    .is_ok_and(|start| start < reach(before.new_start, new))
        })
    }

    fn skip_hunk(&mut self) {
        while self.line(0).is_some() && !self.ends_hunk() {
            self.at += 1;
        }
    }

    fn ends_hunk(&self) -> bool {
        let line = self.line(0).unwrap_or_default();
        line.starts_with("@@")
            || line.starts_with("diff --git ")
            || line.starts_with("Index: ")
            || self.is_file_header(0)
    }

    fn hunk_lines(&mut self, hunk: &mut Hunk, numbers: &Numbers) {
        let (mut old, mut new) = (numbers.old_start, numbers.new_start);
        let mut blank_at_end = 0;
        while let Some(line) = self.line(0) {
            if self.ends_hunk() {
                break;
            }
            let (kind, text) = match line.chars().next() {
                Some(' ') => (LineKind::Context, &line[1..]),
                Some('+') => (LineKind::Added, &line[1..]),
                Some('-') => (LineKind::Removed, &line[1..]),
                None => (LineKind::Context, ""),
                Some('\\') => {
                    match hunk.lines.last_mut() {
                        Some(last) => last.has_break = false,
                        None => self.fault(self.at, DiffFault::StrayNoNewline),
                    }
                    self.at += 1;
                    continue;
                }
                Some(_) => {
                    self.fault(self.at, DiffFault::StrayLine);
                    self.at += 1;
                    continue;
                }
            };
            blank_at_end = if line.is_empty() { blank_at_end + 1 } else { 0 };
            hunk.lines.push(DiffLine {
                kind,
                text: shown(text),
                old: (kind != LineKind::Added).then_some(old),
                new: (kind != LineKind::Removed).then_some(new),
                has_break: true,
            });
            old = old.saturating_add(u32::from(kind != LineKind::Added));
            new = new.saturating_add(u32::from(kind != LineKind::Removed));
            self.at += 1;
        }
        // empty lines between two files, or behind the last, belong to no hunk that has all its lines
        let begins_hunk = self.line(0).is_some_and(|line| line.starts_with("@@"));
        if begins_hunk {
            return;
        }
        for _ in 0..blank_at_end {
            let (old, new) = hunk.counts();
            if old > size(numbers.old_count) || new > size(numbers.new_count) {
                hunk.lines.pop();
            }
        }
    }
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// One past the last of `count` lines from `start`.
fn reach(start: u32, count: usize) -> usize {
    size(start).saturating_add(count)
}

fn either<'p>(one: Option<&'p str>, other: Option<&'p str>) -> &'p str {
    one.or(other).unwrap_or_default()
}

/// What may be shown of `text`.
fn shown(text: &str) -> String {
    neutralised(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{DiffFault, FaultAt, read_diff};

    const WHOLE: &str = "--- a/x.go\n+++ b/x.go\n@@ -8,7 +8,8 @@ func f()\n-old\n+new\n\n same\n";

    #[track_caller]
    fn fault(text: &str, line: usize, fault: DiffFault) {
        assert_eq!(read_diff(text).1, [FaultAt { line, fault }], "{text}");
    }

    #[test]
    fn an_empty_line_is_context_and_counts_are_recomputed() {
        let (diff, faults) = read_diff(WHOLE);
        assert_eq!(faults, []);
        let hunk = &diff.files[0].hunks[0];
        assert_eq!(hunk.header(), "@@ -8,4 +8,4 @@ func f()");
        let numbers: Vec<_> = hunk.lines.iter().map(|line| (line.old, line.new)).collect();
        assert_eq!(
            numbers[..4],
            [
                (Some(8), None),
                (None, Some(8)),
                (Some(9), Some(9)),
                (Some(10), Some(10))
            ]
        );
    }

    #[test]
    fn an_empty_line_between_files_belongs_to_neither() {
        let text =
            "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-c\n+d\n";
        let (diff, faults) = read_diff(text);
        assert_eq!(faults, []);
        assert_eq!(diff.files.len(), 2);
        assert_eq!(diff.files[0].hunks[0].lines.len(), 2);
    }

    #[test]
    fn a_removed_sql_comment_is_no_file() {
        let text = "--- a/x.sql\n+++ b/x.sql\n@@ -1,2 +1 @@\n--- a comment\n SELECT 1;\n";
        let (diff, faults) = read_diff(text);
        assert_eq!(faults, []);
        assert_eq!(diff.files[0].hunks[0].lines[0].text, "-- a comment");
    }

    #[test]
    fn what_git_adds_names_renames_new_deleted_and_binary_files() {
        let text = "diff --git a/old.go b/new.go\nsimilarity index 90%\nrename from old.go\n\
            rename to new.go\n--- a/old.go\n+++ b/new.go\n@@ -1 +1 @@\n-a\n+b\n\
            diff --git a/logo.png b/logo.png\nindex 1..2\nBinary files a/logo.png and b/logo.png differ\n\
            diff --git a/fresh.go b/fresh.go\nnew file mode 100644\n--- /dev/null\n+++ b/fresh.go\n\
            @@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n";
        let (diff, faults) = read_diff(text);
        assert_eq!(faults, []);
        let names: Vec<_> = diff
            .files
            .iter()
            .map(|file| (file.old_path.as_deref(), file.new_path.as_deref()))
            .collect();
        assert_eq!(
            names,
            [
                (Some("old.go"), Some("new.go")),
                (Some("logo.png"), Some("logo.png")),
                (None, Some("fresh.go"))
            ]
        );
        assert!(diff.files[1].is_binary);
        assert!(!diff.files[2].hunks[0].lines[0].has_break);
    }

    #[test]
    fn a_diff_that_is_written_out_is_read_back() {
        let text = "--- a/x\n+++ b/y\n@@ -1,2 +1,2 @@ f()\n a\n-b\n+c\n\\ No newline at end of file\n\
            --- /dev/null\n+++ b/z\n@@ -0,0 +1,1 @@\n+x\n";
        assert_eq!(read_diff(text).0.unified(), text);
    }

    #[test]
    fn windows_line_ends_are_no_part_of_the_code() {
        let (diff, _) = read_diff(&WHOLE.replace('\n', "\r\n"));
        assert_eq!(diff.files[0].hunks[0].lines[1].text, "new");
    }

    #[test]
    fn every_fault_is_told_at_its_line() {
        fault("", 0, DiffFault::NoHunk);
        fault("just words\n", 0, DiffFault::NoHunk);
        fault("@@ -1 +1 @@\n-a\n+b\n", 0, DiffFault::HunkWithoutFile);
        fault("+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", 0, DiffFault::HalfAFile);
        fault(&WHOLE.replace("-8,7", "8,7"), 2, DiffFault::BadHunkHeader);
        fault(
            &WHOLE.replace("same", "same\nstray"),
            7,
            DiffFault::StrayLine,
        );
        fault(
            &WHOLE.replace("-old\n+new\n", " old\n"),
            2,
            DiffFault::NoChange,
        );
        fault(
            &format!("{WHOLE}@@ -9,1 +9,1 @@\n-a\n+b\n"),
            7,
            DiffFault::HunksOverlap,
        );
        fault(
            &WHOLE.replace("-old\n", "\\ No newline at end of file\n-old\n"),
            3,
            DiffFault::StrayNoNewline,
        );
    }
}
