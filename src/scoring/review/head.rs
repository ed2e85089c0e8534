//! How a comment begins: `path "quoted code" [severity]`, and what people type in its place.

use crate::domain::{CommentLabel, Diff};

use super::label::label;

/// The beginning of a comment; `text` is the byte of its line at which what it says begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head<'l> {
    pub path: Option<&'l str>,
    pub quote: Option<&'l str>,
    pub lines: Option<(u32, u32)>,
    pub label: Option<CommentLabel>,
    pub text: usize,
}

/// Whether `line` begins the summary or the decision, and how many bytes say so.
pub(super) fn lead_in(line: &str) -> Option<(bool, usize)> {
    let word_at = line.len()
        - line
            .trim_start_matches(['#', '*', '_', ' ', '\t', '>', '-'])
            .len();
    let rest = &line[word_at..];
    let end = rest.find([':', '：'])?;
    let word = rest[..end].trim_end_matches(['*', '_', ' ']).to_lowercase();
    let is_decision = match word.as_str() {
        "summary" | "overall" | "总结" | "总体" | "概要" => false,
        "decision" | "verdict" | "决定" | "结论" => true,
        _ => return None,
    };
    let behind = rest[end..].trim_start_matches([':', '：', '*', '_', ' ']);
    Some((is_decision, line.len() - behind.len()))
}

/// How `line` begins a comment; `None` where it begins none.
pub(super) fn head<'l>(line: &'l str, diff: &Diff) -> Option<Head<'l>> {
    let mut rest = unlisted(line.trim_start());
    let mut head = Head::default();
    let mut is_known = false;
    if let Some((path, lines, behind)) = path(rest) {
        is_known = diff.files.iter().any(|file| is_path_of(path, file.path()));
        let is_followed = lines.is_some() || opens_quote(behind) || bracketed(behind).is_some();
        if is_known || is_followed {
            head.path = Some(path);
            head.lines = lines;
            rest = behind;
        }
    } else if let Some((lines, behind)) = line_number(rest) {
        head.lines = Some(lines);
        rest = behind;
    }
    if let Some((quote, behind)) = quoted(rest) {
        // prose often begins with a word in backticks
        if head.path.is_some() || head.lines.is_some() || bracketed(behind).is_some() {
            head.quote = Some(quote);
            rest = behind;
        }
    }
    if let Some((found, behind)) = bracketed(rest).or_else(|| labelled(rest)) {
        head.label = Some(found);
        rest = behind;
    }
    let begins = is_known
        || head.path.is_some()
        || head.quote.is_some()
        || head.lines.is_some()
        || head.label.is_some();
    let rest = rest.trim_start_matches([':', '：', '-', '—', '–', ' ', '\t']);
    head.text = line.len() - rest.len();
    begins.then_some(head)
}

/// Whether `written` names the file at `path`: whole, its end, or its name.
pub(super) fn is_path_of(written: &str, path: &str) -> bool {
    let written = written.trim_start_matches("./");
    let written = written
        .strip_prefix("a/")
        .or_else(|| written.strip_prefix("b/"))
        .unwrap_or(written);
    path == written
        || path
            .strip_suffix(written)
            .is_some_and(|before| before.ends_with('/') && !written.is_empty())
}

/// Without the mark of a list.
fn unlisted(line: &str) -> &str {
    if let Some(rest) = ["- ", "* ", "+ ", "> ", "• "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
    {
        return rest.trim_start();
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let marked = rest
        .strip_prefix(". ")
        .or_else(|| rest.strip_prefix(") "))
        .or_else(|| rest.strip_prefix('、'));
    match marked {
        Some(rest) if digits > 0 && digits < 3 => rest.trim_start(),
        _ => line,
    }
}

/// First and last line number, where they are given.
type Lines = Option<(u32, u32)>;

/// A path with its line numbers, and what follows.
fn path(line: &str) -> Option<(&str, Lines, &str)> {
    let bare = line.trim_start_matches(['`', '*', '\'']);
    let ends = |c: char| c.is_whitespace() || "\"“”‘’'`*[【(（:：,，「».#".contains(c) && c != '.';
    let end = bare.find(ends).unwrap_or(bare.len());
    let path = &bare[..end];
    let name = path.rsplit('/').next().unwrap_or_default();
    let has_extension = name
        .rsplit_once('.')
        .is_some_and(|(stem, extension)| !stem.is_empty() && is_extension(extension));
    let is_path = has_extension || path.contains('/') && !path.ends_with('/') && path.len() > 3;
    if !is_path || path.contains("//") {
        return None;
    }
    let behind = bare[end..].trim_start_matches(['`', '*', '\'']);
    let behind = if bare[end..].starts_with('\'') && bare.len() == line.len() {
        &bare[end..]
    } else {
        behind
    };
    let (lines, behind) = numbers(behind);
    Some((
        path,
        lines,
        behind.trim_start_matches([':', '：', ',', '，', ' ', '\t']),
    ))
}

fn is_extension(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `:12`, `:12-15`, `#L12`, and what follows.
fn numbers(text: &str) -> (Option<(u32, u32)>, &str) {
    let Some(rest) = [":L", ":", "：", "#L"]
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
    else {
        return (None, text);
    };
    match range(rest) {
        Some((lines, behind)) => (Some(lines), behind),
        None => (None, text),
    }
}

/// `12` or `12-15`, and what follows.
fn range(text: &str) -> Option<((u32, u32), &str)> {
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        Some((text[..digits].parse::<u32>().ok()?, digits))
    };
    let (first, length) = number(text)?;
    let rest = &text[length..];
    let second = rest
        .strip_prefix(['-', '–'])
        .and_then(|rest| number(rest).map(|(last, length)| (last, &rest[length..])));
    Some(match second {
        Some((last, behind)) => ((first.min(last), last.max(first)), behind),
        None => ((first, first), rest),
    })
}

/// `line 12:`, `L12:`, and what follows.
fn line_number(text: &str) -> Option<((u32, u32), &str)> {
    let rest = ["lines ", "line ", "Lines ", "Line ", "L", "第"]
        .iter()
        .find_map(|mark| text.strip_prefix(mark))?;
    let (lines, behind) = range(rest)?;
    let behind = behind.strip_prefix('行').unwrap_or(behind);
    behind
        .starts_with([':', '：', ' '])
        .then_some((lines, behind))
}

const QUOTES: &[(char, char)] = &[
    ('"', '"'),
    ('“', '”'),
    ('”', '”'),
    ('`', '`'),
    ('\'', '\''),
    ('‘', '’'),
    ('「', '」'),
    ('«', '»'),
];

fn opens_quote(text: &str) -> bool {
    text.starts_with(|c| QUOTES.iter().any(|(open, _)| *open == c))
}

/// The code in quotes at the beginning, and what follows; the last quote before a label closes it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let (_, close) = QUOTES.iter().find(|(open, _)| *open == first)?;
    let inside = &text[first.len_utf8()..];
    let closes = |c: char| c == *close || (*close == '”' && c == '"');
    let ends: Vec<usize> = inside.match_indices(closes).map(|(at, _)| at).collect();
    let behind = |at: usize| {
        let rest = &inside[at..];
        &rest[rest.chars().next().map_or(0, char::len_utf8)..]
    };
    let before_label = ends
        .iter()
        .copied()
        .find(|at| bracketed(behind(*at).trim_start()).is_some());
    let before_blank = |may_be_escaped: bool| {
        let ends_word = |at: &usize| {
            let next = behind(*at).chars().next();
            let is_end =
                next.is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '：' | ',' | '，'));
            is_end && (may_be_escaped || !inside[..*at].ends_with('\\'))
        };
        ends.iter().copied().find(ends_word)
    };
    let end = before_label
        .or_else(|| before_blank(false))
        .or_else(|| before_blank(true))?;
    let quote = &inside[..end];
    (!quote.trim().is_empty()).then(|| (quote, behind(end).trim_start()))
}

/// `[nit]`, `【nit】`, `(nit)`, and what follows.
fn bracketed(text: &str) -> Option<(CommentLabel, &str)> {
    let text = text.trim_start_matches([' ', ':', '：', '*']);
    let pairs = [('[', ']'), ('【', '】'), ('(', ')'), ('（', '）')];
    let (open, close) = pairs
        .into_iter()
        .find(|(open, _)| text.starts_with(*open))?;
    let (word, behind) = text[open.len_utf8()..].split_once(close)?;
    Some((label(word)?, behind.trim_start_matches('*')))
}

/// The labels that people write without brackets; `important:` may as well begin a sentence.
const COMMON: &[&str] = &[
    "blocker",
    "blocking",
    "major",
    "minor",
    "nit",
    "nits",
    "nitpick",
    "optional",
    "question",
    "praise",
    "suggestion",
];

/// `nit: `, and what follows.
fn labelled(text: &str) -> Option<(CommentLabel, &str)> {
    let text = text.trim_start_matches(['*', '_', ' ']);
    let (word, behind) = text.split_once([':', '：'])?;
    let is_common = COMMON.contains(&word.trim_end_matches(['*', '_']).to_lowercase().as_str());
    is_common.then(|| Some((label(word)?, behind.trim_start_matches(['*', '_']))))?
}
