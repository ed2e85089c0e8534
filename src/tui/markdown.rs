//! The Markdown of briefs as rows: paragraphs, lists, code, tables, emphasis.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    printable::printable,
    theme::Theme,
    wrap::{Run, wrap},
};

/// Spaces before every line of code.
const CODE_INDENT: usize = 2;

/// `text` as rows of `width` cells. Code and tables keep their shape, long lines of them go on below; prose is
/// wrapped anew.
pub fn markdown(text: &str, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let text = printable(text);
    let mut page = Page {
        rows: vec![],
        runs: vec![],
        strong: 0,
        lists: vec![],
        hang: 0,
        is_code: false,
        table: vec![],
        width,
        theme,
    };
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        page.take(event);
    }
    while page.rows.last().is_some_and(|row| row.width() == 0) {
        page.rows.pop();
    }
    page.rows
}

/// What has been laid out, and what is being gathered.
struct Page<'a> {
    rows: Vec<Line<'static>>,
    /// The paragraph under way.
    runs: Vec<Run>,
    /// How many emphases are open.
    strong: usize,
    /// The open lists: the next number, or none for bullets.
    lists: Vec<Option<u64>>,
    /// How far the rows after the first stand in.
    hang: usize,
    is_code: bool,
    /// The rows of the table under way.
    table: Vec<Vec<String>>,
    width: usize,
    theme: &'a Theme,
}

impl Page<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code => self.code(&text),
            Event::Text(text) => self.push(&text, self.style()),
            Event::Code(text) => self.push(&text, self.theme.code),
            // An author who writes `<pid>` means the letters.
            Event::Html(text) | Event::InlineHtml(text) => {
                self.push(text.trim_end_matches('\n'), self.style());
            }
            Event::SoftBreak => self.join(),
            Event::HardBreak => self.push("\n", self.style()),
            Event::Rule => self.rows.push(Line::default()),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::Table(_) if self.hang == 0 => self.gap(),
            Tag::Heading { .. } => {
                self.gap();
                self.strong += 1;
            }
            Tag::CodeBlock(_) => {
                self.gap();
                self.is_code = true;
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                let depth = 2 * self.lists.len().saturating_sub(1);
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}{}. ", " ".repeat(depth), *number - 1)
                    }
                    _ => format!("{}- ", " ".repeat(depth)),
                };
                self.hang = mark.len();
                self.push(&mark, self.theme.text);
            }
            Tag::TableHead | Tag::TableRow => self.table.push(vec![]),
            Tag::Emphasis | Tag::Strong => self.strong += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => self.strong -= 1,
            TagEnd::Heading(_) => {
                self.flush();
                self.strong -= 1;
            }
            TagEnd::Paragraph => self.flush(),
            TagEnd::CodeBlock => self.is_code = false,
            TagEnd::Item => {
                self.flush();
                self.hang = 0;
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableCell => {
                let cell: String = self.runs.drain(..).map(|(text, _)| text).collect();
                if let Some(row) = self.table.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => self.lay_table(),
            _ => {}
        }
    }

    fn style(&self) -> Style {
        if self.strong > 0 {
            self.theme.emphasis
        } else {
            self.theme.text
        }
    }

    fn push(&mut self, text: &str, style: Style) {
        self.runs.push((text.to_owned(), style));
    }

    /// A line end in the source; Chinese takes no space there.
    fn join(&mut self) {
        let is_wide = |letter: char| letter >= '\u{2E80}';
        let last = self.runs.last().and_then(|(text, _)| text.chars().last());
        if !last.is_some_and(is_wide) {
            self.push(" ", self.style());
        }
    }

    /// Leaves one empty row before what follows.
    fn gap(&mut self) {
        self.flush();
        if self.rows.last().is_some_and(|row| row.width() > 0) {
            self.rows.push(Line::default());
        }
    }

    fn flush(&mut self) {
        if !self.runs.is_empty() {
            let runs = std::mem::take(&mut self.runs);
            self.rows.extend(wrap(&runs, self.width, self.hang));
        }
    }

    fn code(&mut self, text: &str) {
        for line in text.lines() {
            let run = (format!("{:CODE_INDENT$}{line}", ""), self.theme.code);
            self.rows.extend(wrap(&[run], self.width, 2 * CODE_INDENT));
        }
    }

    fn lay_table(&mut self) {
        let table = std::mem::take(&mut self.table);
        let columns = table.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let cells = table.iter().filter_map(|row| row.get(column));
                cells.map(|cell| cell.width()).max().unwrap_or(0)
            })
            .collect();
        for (number, row) in table.iter().enumerate() {
            let mut text = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                text.push_str(cell);
                text.push_str(&" ".repeat(width - cell.width() + 2));
            }
            let style = if number == 0 {
                self.theme.emphasis
            } else {
                self.theme.text
            };
            self.rows
                .push(Line::from(Span::styled(text.trim_end().to_owned(), style)));
        }
    }
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
        case("see\n```\n  a   b\n```", 20, &["see", "", "    a   b"]);
    }

    #[test]
    fn emphasis_and_code_lose_their_marks() {
        case("a **b** `c_d` *e* 2 * 3", 40, &["a b c_d e 2 * 3"]);
    }

    #[test]
    fn a_line_of_code_that_is_too_long_goes_on_below() {
        case(
            "    runc create failed: permission denied",
            24,
            &["  runc create failed:", "    permission denied"],
        );
    }

    #[test]
    fn a_table_stands_in_columns() {
        case(
            "| row | price |\n| --- | --- |\n| put | 386 |\n| storage | 3478 |",
            40,
            &["row      price", "put      386", "storage  3478"],
        );
    }

    #[test]
    fn what_looks_like_a_tag_is_text() {
        case("cat /proc/<pid>/uid_map", 40, &["cat /proc/<pid>/uid_map"]);
    }

    #[test]
    fn lists_stand_in_lists() {
        case("- a\n  - b\n- c", 20, &["- a", "  - b", "- c"]);
    }
}
