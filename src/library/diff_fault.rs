//! What can be wrong with a diff, and its cure.

use std::fmt;

/// What is wrong with a line of a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffFault {
    /// No file and no hunk at all.
    NoHunk,
    /// A hunk before any `+++` line.
    HunkWithoutFile,
    /// `---` without `+++`, or the other way round.
    HalfAFile,
    /// `@@` without readable line numbers.
    BadHunkHeader,
    /// A line of a hunk that begins with none of the signs.
    StrayLine,
    /// A hunk that begins before the one above it ends.
    HunksOverlap,
    /// A hunk without an added or removed line.
    NoChange,
    /// `\ No newline at end of file` behind no line.
    StrayNoNewline,
    /// A diff that is folded onto one line.
    Folded,
    /// Code that only the old version has.
    OnlyRemoved {
        /// The code as quoted.
        quote: String,
    },
    /// Code that the new version does not have.
    NotInDiff {
        /// The code as quoted.
        quote: String,
    },
}

impl DiffFault {
    /// What to do.
    pub const fn cure(&self) -> &'static str {
        match self {
            Self::NoHunk => {
                "begin with `--- a/PATH` and `+++ b/PATH`, then `@@ -1,3 +1,4 @@` and the lines"
            }
            Self::HunkWithoutFile => "put `--- a/PATH` and `+++ b/PATH` before the first hunk",
            Self::HalfAFile => {
                "give both `--- a/PATH` and `+++ b/PATH`; a new file has `--- /dev/null`"
            }
            Self::BadHunkHeader => {
                "write `@@ -8,7 +8,8 @@`; the counts may be wrong, the first lines not"
            }
            Self::StrayLine => {
                "begin every line of a hunk with a blank, `+` or `-`; check that the block is indented alike"
            }
            Self::HunksOverlap => "put the hunks in the order of the file, without common lines",
            Self::NoChange => "add a line with `+` or `-`, or delete the hunk",
            Self::StrayNoNewline => "put it behind the last line of a file",
            Self::Folded => "put the diff behind `|`, which keeps its lines, instead of `>`",
            Self::OnlyRemoved { .. } => "quote the line that stands in its place, or one beside it",
            Self::NotInDiff { .. } => "copy a part of a line that begins with `+` or a blank",
        }
    }
}

impl fmt::Display for DiffFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            Self::NoHunk => "this is no unified diff: no file with a hunk",
            Self::HunkWithoutFile => "a hunk of no file",
            Self::HalfAFile => "only one of the two paths of a file",
            Self::BadHunkHeader => "a hunk header without readable line numbers",
            Self::StrayLine => "a line of a hunk that begins with none of ` `, `+`, `-`",
            Self::HunksOverlap => "a hunk that begins before the one above it ends",
            Self::NoChange => "a hunk that changes nothing",
            Self::StrayNoNewline => "`\\ No newline at end of file` behind no line",
            Self::Folded => "a diff whose lines YAML has joined",
            Self::OnlyRemoved { quote } => {
                return write!(f, "`{quote}` stands only on a removed line");
            }
            Self::NotInDiff { quote } => {
                return write!(f, "`{quote}` stands nowhere in the new version");
            }
        };
        f.write_str(what)
    }
}
