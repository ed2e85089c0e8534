//! A unified diff as files, hunks and numbered lines, and where quoted code stands in it.

/// What a line of a hunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// In both versions.
    Context,
    /// Only in the new version.
    Added,
    /// Only in the old version.
    Removed,
}

impl LineKind {
    /// The sign in the first column of a unified diff.
    pub const fn sign(self) -> char {
        match self {
            Self::Context => ' ',
            Self::Added => '+',
            Self::Removed => '-',
        }
    }
}

/// One line of a hunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// Which versions have it.
    pub kind: LineKind,
    /// The line without its sign and its break.
    pub text: String,
    /// Its number in the old version, from 1.
    pub old: Option<u32>,
    /// Its number in the new version, from 1.
    pub new: Option<u32>,
    /// Whether a line break follows it in its file.
    pub has_break: bool,
}

/// Neighbouring lines of a file that hold a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// The number of its first line in the old version; 0 where that version is empty.
    pub old_start: u32,
    /// The number of its first line in the new version; 0 where that version is empty.
    pub new_start: u32,
    /// What stands behind the second `@@`: usually the function around it.
    pub section: String,
    /// Its lines, in order.
    pub lines: Vec<DiffLine>,
}

impl Hunk {
    /// How many lines the old and the new version have here, counted.
    pub fn counts(&self) -> (usize, usize) {
        let count = |absent| self.lines.iter().filter(|line| line.kind != absent).count();
        (count(LineKind::Added), count(LineKind::Removed))
    }

    /// Its first line as a unified diff writes it, with counts that are right.
    pub fn header(&self) -> String {
        let (old, new) = self.counts();
        let (old_start, new_start) = (self.old_start, self.new_start);
        let head = format!("@@ -{old_start},{old} +{new_start},{new} @@");
        if self.section.is_empty() {
            head
        } else {
            format!("{head} {}", self.section)
        }
    }
}

/// What a diff says of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileDiff {
    /// Its path in the old version; absent for a new file.
    pub old_path: Option<String>,
    /// Its path in the new version; absent for a deleted file.
    pub new_path: Option<String>,
    /// Whether its content is not text, so that there are no hunks to show.
    pub is_binary: bool,
    /// Its hunks, in order.
    pub hunks: Vec<Hunk>,
}

impl FileDiff {
    /// The path in the new version, or the old one of a deleted file.
    pub fn path(&self) -> &str {
        self.new_path
            .as_deref()
            .or(self.old_path.as_deref())
            .unwrap_or_default()
    }

    /// Its lines with the number of their hunk and their number in it.
    pub fn lines(&self) -> impl Iterator<Item = (usize, usize, &DiffLine)> {
        self.hunks.iter().enumerate().flat_map(|(hunk, each)| {
            let lines = each.lines.iter().enumerate();
            lines.map(move |(line, each)| (hunk, line, each))
        })
    }

    /// How many lines were added and removed.
    pub fn changes(&self) -> (usize, usize) {
        let count = |kind| self.lines().filter(|(.., line)| line.kind == kind).count();
        (count(LineKind::Added), count(LineKind::Removed))
    }
}

/// A line of a diff, by number of file, hunk and line, each from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The file.
    pub file: usize,
    /// The hunk in the file.
    pub hunk: usize,
    /// The line in the hunk.
    pub line: usize,
}

impl Spot {
    /// How many lines lie from one to the other; `None` in different hunks.
    pub fn distance(self, other: Self) -> Option<usize> {
        let same = (self.file, self.hunk) == (other.file, other.hunk);
        same.then(|| self.line.abs_diff(other.line))
    }
}

/// A change of one or several files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The files, in the order of the diff.
    pub files: Vec<FileDiff>,
}

impl Diff {
    /// The line at `spot`.
    pub fn line(&self, spot: Spot) -> Option<&DiffLine> {
        let hunk = self.files.get(spot.file)?.hunks.get(spot.hunk)?;
        hunk.lines.get(spot.line)
    }

    /// Every line with its place.
    pub fn lines(&self) -> impl Iterator<Item = (Spot, &DiffLine)> {
        self.files.iter().enumerate().flat_map(|(file, each)| {
            each.lines()
                .map(move |(hunk, line, each)| (Spot { file, hunk, line }, each))
        })
    }

    /// The change as a unified diff, with counts that are right.
    pub fn unified(&self) -> String {
        let mut text = String::new();
        for file in &self.files {
            let path = |path: &Option<String>, side: &str| {
                path.as_ref()
                    .map_or_else(|| "/dev/null".to_owned(), |path| format!("{side}/{path}"))
            };
            let (old, new) = (path(&file.old_path, "a"), path(&file.new_path, "b"));
            if file.is_binary {
                text.extend(["Binary files ", &old, " and ", &new, " differ\n"]);
                continue;
            }
            text.extend(["--- ", &old, "\n+++ ", &new, "\n"]);
            for hunk in &file.hunks {
                text.push_str(&hunk.header());
                text.push('\n');
                for line in &hunk.lines {
                    text.push(line.kind.sign());
                    text.push_str(&line.text);
                    text.push('\n');
                    if !line.has_break {
                        text.push_str("\\ No newline at end of file\n");
                    }
                }
            }
        }
        text
    }

    /// The lines of the new version that hold `quote`, whatever the blanks between its words.
    pub fn find_new(&self, quote: &str) -> Vec<Spot> {
        self.find(quote, |kind| kind != LineKind::Removed)
    }

    /// The removed lines that hold `quote`, whatever the blanks between its words.
    pub fn find_removed(&self, quote: &str) -> Vec<Spot> {
        self.find(quote, |kind| kind == LineKind::Removed)
    }

    fn find(&self, quote: &str, side: impl Fn(LineKind) -> bool) -> Vec<Spot> {
        let wanted = squeezed(quote);
        if wanted.is_empty() {
            return Vec::new();
        }
        self.lines()
            .filter(|(_, line)| side(line.kind) && squeezed(&line.text).contains(&wanted))
            .map(|(spot, _)| spot)
            .collect()
    }
}

/// `code` with blanks and quotation marks made alike; what people retype differs in these. A backslash before a
/// quotation mark says nothing: people write it inside quotes.
fn squeezed(code: &str) -> String {
    let mut squeezed = String::with_capacity(code.len());
    let mut characters = code.trim().chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' if matches!(characters.peek(), Some('"' | '\'')) => {}
            ' ' | '\t' | '\u{a0}' | '\u{3000}' if squeezed.ends_with(' ') => {}
            ' ' | '\t' | '\u{a0}' | '\u{3000}' => squeezed.push(' '),
            '“' | '”' => squeezed.push('"'),
            '‘' | '’' => squeezed.push('\''),
            other => squeezed.push(other),
        }
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::{Diff, DiffLine, FileDiff, Hunk, LineKind, Spot};

    fn diff() -> Diff {
        let line = |kind, text: &str| DiffLine {
            kind,
            text: text.to_owned(),
            old: None,
            new: None,
            has_break: true,
        };
        let hunk = Hunk {
            old_start: 3,
            new_start: 3,
            section: String::new(),
            lines: vec![
                line(LineKind::Context, "func f() {"),
                line(LineKind::Removed, "\treturn g(\"a\")"),
                line(LineKind::Added, "\treturn  g( \"b\")"),
            ],
        };
        Diff {
            files: vec![FileDiff {
                hunks: vec![hunk],
                ..FileDiff::default()
            }],
        }
    }

    #[track_caller]
    fn case(quote: &str, expected_line: Option<usize>) {
        let found = diff().find_new(quote).first().map(|spot| spot.line);
        assert_eq!(found, expected_line, "{quote}");
    }

    #[test]
    fn quoted_code_is_found_on_the_new_side_whatever_its_blanks_and_quotes() {
        case("return g( “b”)", Some(2));
        case("func f()", Some(0));
        case("return g( \\\"b\\\")", Some(2));
        case("g(\"a\")", None);
        case("  ", None);
    }

    #[test]
    fn removed_lines_are_found_apart() {
        let spot = Spot {
            line: 1,
            ..Spot::default()
        };
        assert_eq!(diff().find_removed("g(\"a\")"), [spot]);
    }

    #[test]
    fn a_header_has_the_counts_of_its_lines() {
        assert_eq!(diff().files[0].hunks[0].header(), "@@ -3,2 +3,2 @@");
    }
}
