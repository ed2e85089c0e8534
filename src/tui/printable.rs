//! Text that came from outside, made harmless for a terminal.

/// `text` without what a terminal could take for an order or what turns the direction of writing:
/// line ends become `\n`, a tab becomes spaces, other control and bidirectional characters go.
pub fn printable(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut clean = String::with_capacity(unified.len());
    for letter in unified.chars() {
        match letter {
            '\n' => clean.push('\n'),
            '\t' => clean.push_str("    "),
            letter if letter.is_control() || turns_direction(letter) => {}
            letter => clean.push(letter),
        }
    }
    clean
}

/// Marks, embeddings, overrides and isolates of bidirectional text, and the selector that makes a
/// character a wide picture in some terminals only.
const fn turns_direction(letter: char) -> bool {
    matches!(letter,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[track_caller]
    fn case(input: &str, expected: &str) {
        assert_eq!(printable(input), expected);
    }

    #[test]
    fn orders_to_the_terminal_lose_their_power() {
        case("a\u{1b}[31mred", "a[31mred");
        case("bell\u{7}\u{0}", "bell");
        case("c1\u{9b}2J", "c12J");
    }

    #[test]
    fn the_direction_of_writing_stays() {
        case("user\u{202e}gpj", "usergpj");
    }

    #[test]
    fn line_ends_are_unified_and_tabs_are_spaces() {
        case("a\r\nb\rc\td", "a\nb\nc    d");
    }

    #[test]
    fn chinese_and_accents_stay() {
        case("重试 naïve", "重试 naïve");
    }
}
