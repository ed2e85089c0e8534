//! Phrases in a language, with their gaps filled in.

use super::{language::Language, phrases::Phrase};

impl Language {
    /// The phrase in this language.
    pub const fn say(self, phrase: Phrase) -> &'static str {
        phrase.in_language(self)
    }

    /// The phrase with each `{}` filled in, in order.
    pub fn fill(self, phrase: Phrase, values: &[&str]) -> String {
        let mut parts = self.say(phrase).split("{}");
        let mut text = parts.next().unwrap_or_default().to_owned();
        let mut values = values.iter();
        for part in parts {
            text.push_str(values.next().copied().unwrap_or_default());
            text.push_str(part);
        }
        text
    }
}
