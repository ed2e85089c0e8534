//! The Markdown of briefs as rows: paragraphs, lists, code, tables, emphasis.

use ratatui::text::Line;

use super::{
    printable::printable,
    theme::Theme,
    wrap::{Run, wrap},
};

/// `text` as rows of `width` cells. Code and tables keep their shape; prose is wrapped anew.
pub fn markdown(text: &str, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let text = printable(text);
    let mut rows: Vec<Line<'static>> = vec![];
    let mut paragraph = String::new();
    let mut is_code = false;
    for line in text.trim_end().lines() {
        let bare = line.trim_start();
        if bare.starts_with("```") {
            flush(&mut paragraph, &mut rows, width, theme);
            is_code = !is_code;
        } else if is_code {
            rows.push(Line::styled(line.to_owned(), theme.code));
        } else if bare.is_empty() {
            flush(&mut paragraph, &mut rows, width, theme);
            if rows.last().is_some_and(|row| row.width() > 0) {
                rows.push(Line::default());
            }
        } else if bare.starts_with('|') || (line.starts_with("    ") && paragraph.is_empty()) {
            flush(&mut paragraph, &mut rows, width, theme);
            rows.push(Line::styled(line.to_owned(), theme.code));
        } else if let Some(title) = heading(bare) {
            flush(&mut paragraph, &mut rows, width, theme);
            rows.extend(wrap(&[(title.to_owned(), theme.emphasis)], width, 0));
        } else {
            if item(bare) > 0 {
                flush(&mut paragraph, &mut rows, width, theme);
                paragraph.push_str(line);
            } else {
                join(&mut paragraph, bare);
            }
            if line.ends_with("  ") {
                flush(&mut paragraph, &mut rows, width, theme);
            }
        }
    }
    flush(&mut paragraph, &mut rows, width, theme);
    rows
}

fn flush(paragraph: &mut String, rows: &mut Vec<Line<'static>>, width: usize, theme: &Theme) {
    if paragraph.is_empty() {
        return;
    }
    let depth = paragraph.len() - paragraph.trim_start().len();
    let mark = item(paragraph.trim_start());
    let indent = if mark > 0 { depth + mark } else { 0 };
    rows.extend(wrap(&inline(paragraph.trim_end(), theme), width, indent));
    paragraph.clear();
}

/// Puts `line` after `paragraph`; Chinese takes no space at a line end.
fn join(paragraph: &mut String, line: &str) {
    let is_wide = |letter: char| letter >= '\u{2E80}';
    let last = paragraph.chars().next_back();
    let next = line.chars().next();
    if last.is_some_and(|last| !is_wide(last) || !next.is_some_and(is_wide)) {
        paragraph.push(' ');
    }
    paragraph.push_str(line.trim_end());
}

/// How many bytes of `line` are the mark of a list item; 0 where it is none.
fn item(line: &str) -> usize {
    if line.starts_with("- ") || line.starts_with("* ") {
        return 2;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = &line[digits..];
    if (1..=2).contains(&digits) && (after.starts_with(". ") || after.starts_with(") ")) {
        return digits + 2;
    }
    0
}

fn heading(line: &str) -> Option<&str> {
    let title = line.trim_start_matches('#');
    (title.len() < line.len()).then(|| title.strip_prefix(' '))?
}

/// Bold and code; a mark without its partner is text.
fn inline(text: &str, theme: &Theme) -> Vec<Run> {
    let mut runs = vec![];
    let mut rest = text;
    while let Some(at) = rest.find(['`', '*']) {
        let (mark, style) = if rest[at..].starts_with("**") {
            ("**", theme.emphasis)
        } else if rest[at..].starts_with('`') {
            ("`", theme.code)
        } else {
            ("*", theme.emphasis)
        };
        let inner = &rest[at + mark.len()..];
        let end = inner
            .find(mark)
            .filter(|end| *end > 0 && !inner.starts_with(' '));
        let Some(end) = end else {
            let (before, after) = rest.split_at(at + mark.len());
            runs.push((before.to_owned(), theme.text));
            rest = after;
            continue;
        };
        runs.push((rest[..at].to_owned(), theme.text));
        runs.push((inner[..end].to_owned(), style));
        rest = &inner[end + mark.len()..];
    }
    runs.push((rest.to_owned(), theme.text));
    runs
}

#[cfg(test)]
mod tests {
    use super::{Theme, markdown};

    #[track_caller]
    fn case(text: &str, width: usize, expected: &[&str]) {
        let rows = markdown(text, width, &Theme::MONO);
        let rows: Vec<_> = rows.iter().map(ToString::to_string).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn prose_is_wrapped_anew() {
        case("one\ntwo\n\nthree", 20, &["one two", "", "three"]);
    }

    #[test]
    fn chinese_lines_join_without_a_space() {
        case("目前没看到\n数据丢失", 20, &["目前没看到数据丢失"]);
    }

    #[test]
    fn items_hang() {
        case(
            "- a bb ccc dddd eeeee\n- f",
            12,
            &["- a bb ccc", "  dddd eeeee", "- f"],
        );
        case("1. one\n2. two", 12, &["1. one", "2. two"]);
    }

    #[test]
    fn code_keeps_its_shape() {
        case("see\n```\n  a   b\n```", 20, &["see", "  a   b"]);
    }

    #[test]
    fn emphasis_and_code_lose_their_marks() {
        case("a **b** `c_d` *e* 2 * 3", 40, &["a b c_d e 2 * 3"]);
    }
}
