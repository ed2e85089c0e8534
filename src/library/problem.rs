//! What is wrong with a file, where, and what to do about it.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use super::{
    fault::Fault,
    printable::{neutralised, on_one_line},
    source::Source,
};
use crate::domain::Position;

/// How many problems of one file are told; more than anybody mends in one go.
pub const MOST_PROBLEMS: usize = 50;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be used as it is meant.
    Error,
    /// The file can be used, and probably does not do what its author meant.
    Warning,
    /// Worth knowing; never a reason to fail.
    Note,
}

impl Severity {
    /// The word in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A file, a line, a column, and the line itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name of the source.
    pub file: String,
    /// Line and column in characters, both from 1; zeroes where the whole file is meant.
    pub at: Position,
    /// How many characters of the line are meant; at least 1.
    pub width: u32,
    /// The line as it stands in the file; of a very long one, the part around the column.
    pub line: String,
    /// How many characters of the line are left out before `line`.
    pub skipped: u32,
}

impl Place {
    /// The whole of a file.
    pub fn file(name: impl Into<String>) -> Self {
        Self {
            file: name.into(),
            ..Self::default()
        }
    }

    /// `width` characters from `at` in `source`.
    pub fn new(source: &Source, at: Position, width: u32) -> Self {
        /// The most characters of a line that are kept on either side of the column.
        const AROUND: u32 = 200;
        let skipped = at.column.saturating_sub(AROUND);
        let skip = usize::try_from(skipped).unwrap_or(0);
        let most = usize::try_from(2 * AROUND).unwrap_or(0);
        let line = source.line(at.line).chars().skip(skip).take(most).collect();
        Self {
            file: source.name.clone(),
            at,
            width: width.max(1),
            line,
            skipped,
        }
    }

    /// The character that begins at byte `offset` of `source`.
    pub fn of_offset(source: &Source, offset: usize) -> Self {
        let before = source.text.get(..offset).unwrap_or(&source.text);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        let at = Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        };
        Self::new(source, at, 1)
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// How bad it is.
    pub severity: Severity,
    /// A fixed name of the rule that found it, such as `unknown-key`.
    pub rule: &'static str,
    /// What is wrong, in one sentence.
    pub what: String,
    /// What to do about it, where there is something better than the opposite.
    pub cure: Option<String>,
}

impl Problem {
    /// A fault that makes the file unusable.
    pub fn error(place: Place, fault: &Fault) -> Self {
        Self::of_fault(Severity::Error, place, fault)
    }

    /// A fault that the file can be used with.
    pub fn warning(place: Place, fault: &Fault) -> Self {
        Self::of_fault(Severity::Warning, place, fault)
    }

    fn of_fault(severity: Severity, place: Place, fault: &Fault) -> Self {
        let (what, cure) = (fault.to_string(), fault.cure());
        Self::new(severity, fault.rule(), place, &what, cure.as_deref())
    }

    /// What the rule `rule` found; the texts are made safe to show.
    pub fn new(
        severity: Severity,
        rule: &'static str,
        place: Place,
        what: &str,
        cure: Option<&str>,
    ) -> Self {
        Self {
            place,
            severity,
            rule,
            what: on_one_line(what),
            cure: cure.map(on_one_line),
        }
    }

    /// The message with the source line under it and a caret under the words that are meant.
    pub fn with_line(&self) -> String {
        let mut text = self.head();
        if self.place.at.line > 0 {
            let number = self.place.at.line.to_string();
            let gutter = " ".repeat(number.len());
            let (line, before, meant) = self.excerpt();
            text = format!("{text}\n {gutter} |\n {number} | {line}\n {gutter} | {before}{meant}");
        }
        if let Some(cure) = &self.cure {
            text = format!("{text}\n  help: {cure}");
        }
        text
    }

    fn head(&self) -> String {
        let file = on_one_line(&self.place.file);
        let (at, severity, what) = (self.place.at, self.severity.name(), &self.what);
        if at.line == 0 {
            format!("{file}: {severity}: {what}")
        } else {
            format!("{file}:{}:{}: {severity}: {what}", at.line, at.column)
        }
    }

    /// The source line cut to a readable length, the blanks before the caret, and the carets.
    fn excerpt(&self) -> (String, String, String) {
        const MOST: usize = 100;
        let column = self.place.at.column.saturating_sub(1 + self.place.skipped);
        let column = usize::try_from(column).unwrap_or(0);
        let width = usize::try_from(self.place.width.max(1)).unwrap_or(1);
        let line = neutralised(&self.place.line).replace('\t', " ");
        let skipped = if column + 20 > MOST { column - 40 } else { 0 };
        let shown: String = line.chars().skip(skipped).take(MOST).collect();
        let start: String = shown.chars().take(column - skipped).collect();
        let meant: String = shown.chars().skip(column - skipped).take(width).collect();
        (
            shown,
            " ".repeat(start.width()),
            "^".repeat(meant.width().max(1)),
        )
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.head())?;
        match &self.cure {
            Some(cure) => write!(formatter, "\n  help: {cure}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Place, Problem, Source};
    use crate::domain::Position;

    #[test]
    fn the_caret_stands_under_the_words_behind_wide_characters() {
        let source = Source::new("a.yaml", "标题: x\n");
        let at = Position { line: 1, column: 5 };
        let problem = Problem::error(Place::new(&source, at, 1), &Fault::Empty);
        assert_eq!(
            problem.with_line(),
            "a.yaml:1:5: error: the file is empty\n   |\n 1 | 标题: x\n   |       ^\n  \
             help: `firedrill new KIND ID` writes a commented template"
        );
    }

    #[test]
    fn an_escape_sequence_in_a_file_name_does_not_reach_the_terminal() {
        let problem = Problem::error(Place::file("a\u{1b}[2J.yaml"), &Fault::Empty);
        assert!(!problem.to_string().contains('\u{1b}'));
    }
}
