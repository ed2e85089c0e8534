//! A model with gaps: the better it was typed from memory, the less of it is shown.

use unicode_width::UnicodeWidthStr;

use crate::scoring::compare;

/// `model` with a gap for each word that is known; `earlier` is what was typed for it before, newest first.
///
/// A word that the last two tries had is a gap. Of those that only the last one had, every second is, so that a
/// model never goes all at once. A word that the last try missed is shown again.
pub fn with_gaps(model: &str, earlier: &[&str]) -> String {
    let had: Vec<Vec<bool>> = earlier
        .iter()
        .take(2)
        .map(|typed| compare(typed, model).had)
        .collect();
    let in_a_row = |word: usize| {
        let had_it = |tried: &&Vec<bool>| tried.get(word).copied().unwrap_or(false);
        had.iter().take_while(had_it).count()
    };
    let words: Vec<String> = model
        .split_whitespace()
        .enumerate()
        .map(|(index, word)| match in_a_row(index) {
            0 => word.to_owned(),
            1 if index % 2 == 0 => word.to_owned(),
            _ => gap(word),
        })
        .collect();
    words.join(" ")
}

/// As many low lines as `word` has cells; what stands around it stays.
fn gap(word: &str) -> String {
    let is_letter = |letter: char| letter.is_alphanumeric();
    let (Some(start), Some(end)) = (word.find(is_letter), word.rfind(is_letter)) else {
        return word.to_owned();
    };
    let end = end + word[end..].chars().next().map_or(0, char::len_utf8);
    let cells = word[start..end].width();
    format!("{}{}{}", &word[..start], "_".repeat(cells), &word[end..])
}

#[cfg(test)]
mod tests {
    use super::with_gaps;

    const MODEL: &str = "One pod was killed, back in ten.";

    #[track_caller]
    fn case(earlier: &[&str], expected: &str) {
        assert_eq!(with_gaps(MODEL, earlier), expected);
    }

    #[test]
    fn gaps_grow_with_every_good_try() {
        case(&[], MODEL);
        case(&[MODEL], "One ___ was ______, back __ ten.");
        case(&[MODEL, MODEL], "___ ___ ___ ______, ____ __ ___.");
    }

    #[test]
    fn a_word_that_was_missed_last_is_shown_again() {
        case(
            &["One pod was killed, back in five.", MODEL],
            "___ ___ ___ ______, ____ __ ten.",
        );
        case(&["no idea", MODEL, MODEL], MODEL);
    }

    #[test]
    fn equal_forms_count_and_what_stands_around_a_word_stays() {
        assert_eq!(
            with_gaps("(I'm checking)", &["i am checking"; 2]),
            "(___ ________)"
        );
        assert_eq!(with_gaps("a – b", &["a b", "a b"]), "_ – _");
    }
}
