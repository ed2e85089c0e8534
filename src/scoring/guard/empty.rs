//! Nothing said, or only that one does not know.

use super::super::document::Document;

/// What people write instead of an answer, as folded words.
const HELPLESS: &[&str] = &[
    "idk",
    "i do not know",
    "do not know",
    "no idea",
    "i have no idea",
    "not sure",
    "i am not sure",
    "i not sure",
    "dunno",
    "n a",
    "na",
    "none",
    "nothing",
    "no",
    "yes",
    "ok",
    "okay",
    "pass",
    "skip",
    "no clue",
    "i have no clue",
    "i forgot",
    "i do not remember",
    "do not remember",
    "sorry",
    "help",
    "todo",
    "tbd",
    "test",
    "no answer",
    "i do not know the answer",
    "i do not know sorry",
    "i really do not know",
    "unsure",
    "hello",
    "hi",
];

/// Whether `document` has no word, or is an admission of not knowing.
pub(super) fn fires(document: &Document) -> bool {
    if document.tokens.is_empty() {
        return true;
    }
    if document.tokens.len() > 6 {
        return false;
    }
    let said = document.words().collect::<Vec<_>>().join(" ");
    HELPLESS.contains(&said.as_str())
}
