//! What holds for every sentence of the interface, in both languages.

use firedrill::tui::{Language, Phrase};
use unicode_width::UnicodeWidthStr;

#[test]
fn both_wordings_of_a_phrase_have_as_many_gaps() {
    for phrase in Phrase::ALL {
        let gaps = |language: Language| language.say(*phrase).matches("{}").count();
        assert_eq!(
            gaps(Language::English),
            gaps(Language::Chinese),
            "{phrase:?}"
        );
    }
}

#[test]
fn no_phrase_has_a_character_of_ambiguous_width() {
    for phrase in Phrase::ALL {
        for language in [Language::English, Language::Chinese] {
            let text = language.say(*phrase);
            assert_eq!(text.width(), text.width_cjk(), "{text}");
        }
    }
}

#[test]
fn gaps_are_filled_in_order() {
    let text = Language::English.fill(Phrase::OfTimes, &["4", "5"]);
    assert_eq!(text, "4 of 5 times");
}
