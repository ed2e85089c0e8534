//! Text from strangers made safe to show: no control, escape or direction-changing character survives.

use std::borrow::Cow;

/// Whether showing `character` could move the cursor, change colours or reorder other text.
pub const fn is_unsafe(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// `text` with every unsafe character replaced by `�`; line breaks and tabs stay.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if text.contains(is_unsafe) {
        Cow::Owned(text.replace(is_unsafe, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` for one line of a message: unsafe characters as `�`, breaks and tabs as one space, and
/// what is longer than anybody reads cut.
pub fn on_one_line(text: &str) -> String {
    const MOST: usize = 600;
    let mut line: String = text.chars().take(MOST).collect();
    if line.len() < text.len() {
        line.push('…');
    }
    neutralised(&line).replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::{neutralised, on_one_line};

    #[test]
    fn escape_sequences_and_direction_marks_cannot_reach_the_terminal() {
        assert_eq!(
            neutralised("a\u{1b}[31mb\u{202e}c"),
            "a\u{fffd}[31mb\u{fffd}c"
        );
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        assert_eq!(neutralised("数据 — ok\n\tnext"), "数据 — ok\n\tnext");
        assert_eq!(on_one_line("a\tb\nc"), "a b c");
    }
}
