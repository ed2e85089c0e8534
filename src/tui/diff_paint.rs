//! One row of a diff as rows of the screen: numbers, sign, code with its changed words.

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{
    desk::Desk,
    diff_list::DiffRow,
    folded::{Folded, Part},
    own_review::{OwnReview, Place},
    phrases::Phrase,
    word_changes::changed_bytes,
    wrap::{Run, shorten, wrap},
};
use crate::domain::{CommentLabel, Diff, LineKind, Spot};

/// Cells that a tab goes to the next multiple of.
const TAB: usize = 4;

/// Rows of the screen that one line of code may take.
const MOST_ROWS: usize = 12;

/// How the code is shown.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Cells of code that are scrolled away at the left.
    pub offset: usize,
    /// Whether long lines are wrapped.
    pub wraps: bool,
    /// Letters that are marked, in small letters.
    pub search: String,
    /// The lines that a comment will be put on.
    pub marked: Option<(Spot, Spot)>,
    /// Files and hunks of which only the head is shown.
    pub folded: Folded,
}

/// Draws rows of one diff at one width.
pub struct Painter<'a> {
    /// The diff.
    pub diff: &'a Diff,
    /// The review under way.
    pub own: &'a OwnReview,
    /// How the code is shown.
    pub look: &'a Look,
    /// Cells of a row.
    pub width: usize,
    /// Cells of a line number.
    pub digits: usize,
    /// Colours, signs and words.
    pub desk: &'a Desk,
}

/// Cells that the numbers of `diff` need.
pub fn digits(diff: &Diff) -> usize {
    let numbers = diff.lines().filter_map(|(_, line)| line.new.max(line.old));
    numbers.max().unwrap_or(0).to_string().len()
}

impl Painter<'_> {
    /// The rows of the screen for `row`; `is_current` where the keys go.
    pub fn paint(&self, row: DiffRow, is_current: bool) -> Vec<Line<'static>> {
        let mut rows = match row {
            DiffRow::File(file) => vec![self.file(file)],
            DiffRow::Hunk(file, hunk) => vec![self.hunk(file, hunk)],
            DiffRow::Line(spot) => self.line(spot, is_current),
            DiffRow::Comment(number) => self.comment(number),
            DiffRow::Conclusion => self.conclusion(),
        };
        let theme = &self.desk.theme;
        if let Some(first) = rows.first_mut() {
            let pointer = if is_current {
                self.desk.glyphs.pointer
            } else {
                " "
            };
            first
                .spans
                .insert(0, Span::styled(pointer.to_owned(), theme.focus));
        }
        for row in rows.iter_mut().skip(1) {
            row.spans.insert(0, Span::raw(" "));
        }
        rows
    }

    fn file(&self, number: usize) -> Line<'static> {
        let theme = &self.desk.theme;
        let Some(file) = self.diff.files.get(number) else {
            return Line::default();
        };
        let (added, removed) = file.changes();
        let name = match (&file.old_path, &file.new_path) {
            (Some(old), Some(new)) if old != new => format!("{old} -> {new}"),
            (None, Some(new)) => format!("{new} ({})", self.desk.say(Phrase::FileNew)),
            (Some(old), None) => format!("{old} ({})", self.desk.say(Phrase::FileDeleted)),
            _ => file.path().to_owned(),
        };
        let tail = if file.is_binary {
            format!(" {}", self.desk.say(Phrase::FileBinary))
        } else {
            format!(" +{added} -{removed}")
        };
        let hidden = file.hunks.iter().map(|hunk| hunk.lines.len()).sum();
        let tail = format!("{tail}{}", self.folded(Part::File(number), hidden));
        let room = self.width.saturating_sub(tail.width() + 1);
        Line::from(vec![
            Span::styled(shorten(&name, room), theme.title),
            Span::styled(tail, theme.muted),
        ])
    }

    fn hunk(&self, file: usize, number: usize) -> Line<'static> {
        let hunks = self.diff.files.get(file).map(|file| &file.hunks);
        let hunk = hunks.and_then(|hunks| hunks.get(number));
        let header = hunk.map(crate::domain::Hunk::header).unwrap_or_default();
        let hidden = hunk.map_or(0, |hunk| hunk.lines.len());
        let tail = self.folded(Part::Hunk(file, number), hidden);
        let room = self.width.saturating_sub(tail.width() + 1);
        Line::from(vec![
            Span::styled(shorten(&header, room), self.desk.theme.code),
            Span::styled(tail, self.desk.theme.muted),
        ])
    }

    /// How many lines of `part` are not shown, if it is folded.
    fn folded(&self, part: Part, lines: usize) -> String {
        if !self.look.folded.has(part) {
            return String::new();
        }
        let told = self.desk.fill(Phrase::LinesFolded, &[&lines.to_string()]);
        format!(" {} {told}", self.desk.glyphs.dot)
    }

    fn line(&self, spot: Spot, is_current: bool) -> Vec<Line<'static>> {
        let theme = &self.desk.theme;
        let hunks = self.diff.files.get(spot.file).map(|file| &file.hunks);
        let Some(hunk) = hunks.and_then(|hunks| hunks.get(spot.hunk)) else {
            return vec![];
        };
        let Some(line) = hunk.lines.get(spot.line) else {
            return vec![];
        };
        let style = match line.kind {
            LineKind::Context => theme.text,
            LineKind::Added => theme.plus,
            LineKind::Removed => theme.minus,
        };
        let number = |number: Option<u32>| {
            let text = number.map_or(String::new(), |number| number.to_string());
            format!("{text:>width$}", width = self.digits)
        };
        let is_marked = self
            .look
            .marked
            .is_some_and(|(first, last)| first <= spot && spot <= last);
        let numbers = if self.width >= 50 {
            format!("{} {}", number(line.old), number(line.new))
        } else {
            number(line.new)
        };
        let gutter = numbers.len() + 3;
        // the last two cells are kept for the dots of a line that goes on
        let room = self.width.saturating_sub(gutter + 3).max(8);
        let of_numbers = if is_current || is_marked {
            theme.selected
        } else {
            theme.muted
        };
        let cut = self.cut(&line.text, &changed_bytes(hunk, spot.line), style, room);
        let mut rows = Vec::new();
        for (index, spans) in cut.into_iter().enumerate() {
            let mut row = if index == 0 {
                vec![
                    Span::styled(numbers.clone(), of_numbers),
                    Span::styled(format!(" {} ", line.kind.sign()), style),
                ]
            } else {
                vec![Span::raw(" ".repeat(gutter))]
            };
            row.extend(spans);
            rows.push(Line::from(row));
        }
        if !line.has_break
            && let Some(last) = rows.last_mut()
        {
            last.spans.push(Span::styled(
                format!(" {}", self.desk.say(Phrase::NoLineBreak)),
                theme.muted,
            ));
        }
        rows
    }

    /// `code` in rows of `room` cells, or the part of it that is not scrolled away.
    fn cut(
        &self,
        code: &str,
        changed: &[(usize, usize)],
        style: Style,
        room: usize,
    ) -> Vec<Vec<Span<'static>>> {
        let theme = &self.desk.theme;
        let found = found(code, &self.look.search);
        let offset = if self.look.wraps { 0 } else { self.look.offset };
        let mut rows: Vec<Vec<Span<'static>>> = vec![vec![]];
        let (mut column, mut used) = (0, 0);
        let within = |ranges: &[(usize, usize)], at: usize| {
            ranges.iter().any(|(from, to)| (*from..*to).contains(&at))
        };
        for (at, letter) in code.char_indices() {
            let cells = if letter == '\t' {
                TAB - column % TAB
            } else {
                letter.width().unwrap_or(0)
            };
            let begins = column;
            column += cells;
            if begins < offset {
                continue;
            }
            if used + cells > room {
                if !self.look.wraps || rows.len() >= MOST_ROWS {
                    push(rows.last_mut(), "..", theme.muted);
                    break;
                }
                rows.push(vec![]);
                used = 0;
            }
            used += cells;
            let style = if within(&found, at) {
                theme.found
            } else if within(changed, at) {
                style.patch(theme.changed)
            } else {
                style
            };
            let mut letters = [0; 4];
            let shown: &str = if letter == '\t' {
                "    ".get(..cells).unwrap_or(" ")
            } else {
                letter.encode_utf8(&mut letters)
            };
            push(rows.last_mut(), shown, style);
        }
        rows
    }

    fn comment(&self, number: usize) -> Vec<Line<'static>> {
        let theme = &self.desk.theme;
        let Some(comment) = self.own.comments.get(number) else {
            return vec![];
        };
        let label = label_name(self.desk, comment.label);
        let mut runs: Vec<Run> =
            vec![(format!("[{label}] "), label_style(self.desk, comment.label))];
        if let Place::Written(written) = &comment.place
            && !written.is_empty()
        {
            runs.push((format!("{written} "), theme.muted));
        }
        runs.push((comment.text.clone(), theme.text));
        self.boxed(&runs)
    }

    fn conclusion(&self) -> Vec<Line<'static>> {
        let theme = &self.desk.theme;
        let decision = self.own.decision.map_or_else(
            || self.desk.say(Phrase::NoDecision).to_owned(),
            |decision| super::review_words::decision(self.desk, decision).to_owned(),
        );
        let summary = if self.own.summary.trim().is_empty() {
            (self.desk.say(Phrase::NoSummary).to_owned(), theme.muted)
        } else {
            (self.own.summary.clone(), theme.text)
        };
        let title = format!("{}: ", self.desk.say(Phrase::ReviewSummary));
        let runs: Vec<Run> = vec![
            (title, theme.focus),
            summary,
            (
                format!("\n{}: ", self.desk.say(Phrase::ReviewDecision)),
                theme.focus,
            ),
            (decision, theme.emphasis),
        ];
        self.boxed(&runs)
    }

    /// Text behind a bar, so that it is told from code without colour.
    fn boxed(&self, runs: &[Run]) -> Vec<Line<'static>> {
        let theme = &self.desk.theme;
        let mut rows = wrap(runs, self.width.saturating_sub(6), 0);
        for row in &mut rows {
            row.spans
                .insert(0, Span::styled("  | ".to_owned(), theme.focus));
        }
        rows
    }
}

/// The word for a label, or that there is none.
pub fn label_name(desk: &Desk, label: Option<CommentLabel>) -> &'static str {
    label.map_or_else(
        || desk.say(Phrase::NoLabel),
        |label| super::review_words::label(desk, label),
    )
}

/// Grave labels look grave.
pub const fn label_style(desk: &Desk, label: Option<CommentLabel>) -> Style {
    match label {
        Some(CommentLabel::Blocker) => desk.theme.alarm,
        Some(CommentLabel::Major) => desk.theme.missed,
        Some(CommentLabel::Minor) => desk.theme.partial,
        Some(CommentLabel::Praise) => desk.theme.hit,
        Some(CommentLabel::Question) => desk.theme.advice,
        Some(CommentLabel::Nit) | None => desk.theme.muted,
    }
}

/// The bytes of `code` that `search` (in small letters) is found at.
pub fn found(code: &str, search: &str) -> Vec<(usize, usize)> {
    if search.is_empty() {
        return vec![];
    }
    let small = code.to_ascii_lowercase();
    small
        .match_indices(search)
        .map(|(at, text)| (at, at + text.len()))
        .collect()
}

fn push(row: Option<&mut Vec<Span<'static>>>, text: &str, style: Style) {
    let Some(row) = row else { return };
    match row.last_mut() {
        Some(last) if last.style == style => last.content.to_mut().push_str(text),
        _ => row.push(Span::styled(text.to_owned(), style)),
    }
}
