//! How much has been written, for the counters beside an answer.

/// Words: runs without blanks, and each Chinese character by itself.
pub fn words(text: &str) -> usize {
    text.split_whitespace()
        .map(|run| {
            let wide = run.chars().filter(|letter| is_ideograph(*letter)).count();
            let has_other = run
                .chars()
                .any(|letter| letter.is_alphanumeric() && !is_ideograph(letter));
            wide + usize::from(has_other)
        })
        .sum()
}

/// Sentences: what ends with a full stop, a question or exclamation mark or a line, and says something.
pub fn sentences(text: &str) -> usize {
    let mut count = 0;
    let mut is_open = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next_is_blank = letters
            .peek()
            .is_none_or(|next| next.is_whitespace() || matches!(next, '"' | '\'' | ')'));
        let ends = matches!(letter, '。' | '！' | '？' | '\n')
            || (matches!(letter, '.' | '!' | '?') && next_is_blank);
        if ends {
            count += usize::from(is_open);
            is_open = false;
        } else if letter.is_alphanumeric() {
            is_open = true;
        }
    }
    count + usize::from(is_open)
}

const fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::{sentences, words};

    #[track_caller]
    fn case(text: &str, expected: (usize, usize)) {
        assert_eq!((words(text), sentences(text)), expected, "{text}");
    }

    #[test]
    fn words_and_sentences_are_counted_as_people_do() {
        case("", (0, 0));
        case("One. Two three", (3, 2));
        case("Version 1.2 is out.", (4, 1));
        case("Why? Because... it broke!", (4, 3));
        case("- first\n- second", (2, 2));
        case("目前没看到数据丢失。好", (10, 2));
    }
}
