//! Styled text cut into rows by the Unicode line-breaking rules.

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use textwrap::{WordSeparator, core::break_words, wrap_algorithms::wrap_first_fit};

/// A piece of text in one style.
pub type Run = (String, Style);

/// The rows of `runs` at `width` cells; a newline starts a row, rows after the first of each begin with `indent` spaces.
pub fn wrap(runs: &[Run], width: usize, indent: usize) -> Vec<Line<'static>> {
    let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
    let indent = if indent + 8 < width { indent } else { 0 };
    let width = width.max(1);
    let narrow = (width - indent).max(1);
    let mut rows = vec![];
    let mut start = 0;
    for paragraph in text.split('\n') {
        let words = WordSeparator::UnicodeBreakProperties.find_words(paragraph);
        let words = break_words(words, narrow);
        let mut from = start;
        let cut = wrap_first_fit(&words, &[cells(width), cells(narrow)]);
        for (number, row) in cut.iter().enumerate() {
            let trailing = row.last().map_or(0, |word| word.whitespace.len());
            let length: usize = row
                .iter()
                .map(|word| word.len() + word.whitespace.len())
                .sum();
            let mut spans = styled(runs, from, from + length - trailing);
            if number > 0 && indent > 0 {
                spans.insert(0, Span::raw(" ".repeat(indent)));
            }
            rows.push(Line::from(spans));
            from += length;
        }
        if cut.is_empty() {
            rows.push(Line::default());
        }
        start += paragraph.len() + 1;
    }
    rows
}

/// A width in the unit of the wrapping algorithm.
fn cells(width: usize) -> f64 {
    f64::from(u16::try_from(width).unwrap_or(u16::MAX))
}

/// The parts of `runs` between two bytes of their joined text.
fn styled(runs: &[Run], from: usize, to: usize) -> Vec<Span<'static>> {
    let mut spans = vec![];
    let mut at = 0;
    for (text, style) in runs {
        let (start, end) = (at.max(from), (at + text.len()).min(to));
        if start < end {
            let part = text.get(start - at..end - at).unwrap_or_default();
            spans.push(Span::styled(part.to_owned(), *style));
        }
        at += text.len();
    }
    spans
}

/// `text` cut to `width` cells, with two dots where something is left out.
pub fn shorten(text: &str, width: usize) -> String {
    use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
    let text = text.lines().next().unwrap_or_default();
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(2);
    let mut used = 0;
    let kept = text.chars().take_while(|letter| {
        used += letter.width().unwrap_or(0);
        used <= room
    });
    let mut short: String = kept.collect();
    short.push_str(if width >= 2 { ".." } else { "" });
    short
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Modifier, Style};

    use super::{shorten, wrap};

    #[track_caller]
    fn case(text: &str, width: usize, indent: usize, expected: &[&str]) {
        let rows = wrap(&[(text.to_owned(), Style::new())], width, indent);
        let rows: Vec<_> = rows.iter().map(ToString::to_string).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn words_stay_whole_and_newlines_stay_breaks() {
        case("one two three", 8, 0, &["one two", "three"]);
        case("one\n\ntwo", 8, 0, &["one", "", "two"]);
        case("", 8, 0, &[""]);
    }

    #[test]
    fn a_row_never_starts_with_a_chinese_full_stop() {
        case(
            "目前没看到数据丢失。好",
            18,
            0,
            &["目前没看到数据丢", "失。好"],
        );
    }

    #[test]
    fn a_word_longer_than_the_row_is_cut() {
        case("abcdefghij", 4, 0, &["abcd", "efgh", "ij"]);
    }

    #[test]
    fn rows_after_the_first_hang_below_it() {
        case(
            "- one two three four",
            17,
            2,
            &["- one two three", "  four"],
        );
    }

    #[test]
    fn a_style_goes_on_over_the_end_of_a_row() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let runs = [
            ("one ".to_owned(), Style::new()),
            ("two three".to_owned(), bold),
        ];
        let rows = wrap(&runs, 8, 0);
        assert_eq!(rows[1].spans[0].style, bold);
    }

    #[test]
    fn a_long_line_is_shortened_by_cells() {
        assert_eq!(shorten("目前没看到", 7), "目前..");
        assert_eq!(shorten("short", 7), "short");
        assert_eq!(shorten("short", 1), "");
    }
}
