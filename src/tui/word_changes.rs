//! Which parts of a changed line are new: the line is compared with the one it takes the place of.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::domain::{Hunk, LineKind};

/// Characters of a line beyond which nobody compares words.
const LONGEST: usize = 400;

/// Share of the line that must stay for its changes to say anything.
const ALIKE: f64 = 0.4;

/// The bytes of line `at` of `hunk` that its counterpart does not have; empty where there is none.
pub fn changed_bytes(hunk: &Hunk, at: usize) -> Vec<(usize, usize)> {
    let Some(line) = hunk.lines.get(at) else {
        return Vec::new();
    };
    let Some(other) = counterpart(hunk, at) else {
        return Vec::new();
    };
    let other = &hunk.lines[other].text;
    if line.text.len() > LONGEST || other.len() > LONGEST {
        return Vec::new();
    }
    let (own, theirs) = (tokens(&line.text), tokens(other));
    let mut changed: Vec<(usize, usize)> = Vec::new();
    let mut same = 0;
    let mut start = 0;
    let starts: Vec<usize> = own
        .iter()
        .map(|token| {
            let at = start;
            start += token.len();
            at
        })
        .chain([line.text.len()])
        .collect();
    for operation in capture_diff_slices(Algorithm::Myers, &theirs, &own) {
        let range = operation.new_range();
        let bytes = (starts[range.start], starts[range.end]);
        if matches!(operation, DiffOp::Equal { .. }) {
            let words = own[range].iter().filter(|token| !token.trim().is_empty());
            same += words.map(|token| token.len()).sum::<usize>();
        } else if bytes.0 < bytes.1 {
            changed.push(bytes);
        }
    }
    let all = line.text.split_whitespace().map(str::len).sum::<usize>();
    #[expect(clippy::cast_precision_loss, reason = "lengths of lines")]
    let is_alike = same as f64 >= ALIKE * all as f64;
    if is_alike { changed } else { Vec::new() }
}

/// The line that `at` takes the place of, or that takes its place: the n-th of the other side.
fn counterpart(hunk: &Hunk, at: usize) -> Option<usize> {
    let kind = hunk.lines.get(at)?.kind;
    if kind == LineKind::Context {
        return None;
    }
    let run = |kind: LineKind, from: usize| {
        let lines = hunk.lines.get(from..).unwrap_or_default();
        lines.iter().take_while(|line| line.kind == kind).count()
    };
    let back = |kind: LineKind, until: usize| {
        let lines = hunk.lines.get(..until).unwrap_or_default().iter().rev();
        lines.take_while(|line| line.kind == kind).count()
    };
    if kind == LineKind::Added {
        let first = at - back(LineKind::Added, at);
        let removed = back(LineKind::Removed, first);
        let number = at - first;
        (number < removed).then(|| first - removed + number)
    } else {
        let first = at - back(LineKind::Removed, at);
        let added = first + run(LineKind::Removed, first);
        let number = at - first;
        (number < run(LineKind::Added, added)).then_some(added + number)
    }
}

/// Words, runs of blanks, and single signs.
fn tokens(text: &str) -> Vec<&str> {
    let class = |letter: char| {
        if letter.is_alphanumeric() || letter == '_' {
            1
        } else if letter.is_whitespace() {
            2
        } else {
            0
        }
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let kind = class(letter);
        if before.is_some_and(|before| before != kind || kind == 0) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(kind);
    }
    tokens.push(&text[start..]);
    tokens.retain(|token| !token.is_empty());
    tokens
}

#[cfg(test)]
mod tests {
    use super::changed_bytes;
    use crate::library::read_diff;

    #[track_caller]
    fn case(old: &str, new: &str, expected: &[&str]) {
        let text = format!("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-{old}\n+{new}\n");
        let (diff, _) = read_diff(&text);
        let changed = changed_bytes(&diff.files[0].hunks[0], 1);
        let changed: Vec<&str> = changed.iter().map(|(from, to)| &new[*from..*to]).collect();
        assert_eq!(changed, expected);
    }

    #[test]
    fn only_what_is_new_in_a_line_is_marked() {
        case("retry(3, wait)", "retry(10, wait)", &["10"]);
        case("var 数 = one", "var 数 = two", &["two"]);
        case("entirely different", "func main() {", &[]);
    }
}
