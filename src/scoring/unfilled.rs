//! What stands in an answer as the template gave it, with its gaps still open, is not the learner's.

use std::{borrow::Cow, collections::HashSet};

use crate::domain::Text;

/// What ends a part of a template.
const ENDS: [char; 8] = ['\n', ';', '；', '.', '。', '?', '？', '!'];

/// The parts of a template that have a gap.
#[derive(Clone, Debug, Default)]
pub(super) struct Gaps(HashSet<String>);

impl Gaps {
    /// The parts of `template`, in each of its languages.
    pub fn of(template: Option<&Text>) -> Self {
        let texts = template.into_iter().flat_map(|text| {
            let chinese = text.zh.as_deref();
            std::iter::once(&*text.en).chain(chinese)
        });
        let parts = texts.flat_map(|text| text.lines().chain(text.split(ENDS)));
        let parts = parts.map(str::trim);
        Self(
            parts
                .filter(|part| part.contains('…'))
                .map(str::to_owned)
                .collect(),
        )
    }

    /// `answer` with blanks in place of every part that is as the template gave it; as many bytes, so that places stay.
    pub fn blanked<'a>(&self, answer: &'a str) -> Cow<'a, str> {
        if self.0.is_empty() || !answer.contains('…') {
            return answer.into();
        }
        let mut blanked = String::with_capacity(answer.len());
        let parts = |line: &'a str| -> Vec<&'a str> {
            if self.0.contains(line.trim()) {
                vec![line]
            } else {
                line.split_inclusive(ENDS).collect()
            }
        };
        for part in answer.split_inclusive('\n').flat_map(parts) {
            if self.0.contains(part.trim()) || self.0.contains(part.trim_end_matches(ENDS).trim()) {
                let blank = |character: char| match character {
                    '\n' => "\n".to_owned(),
                    other => " ".repeat(other.len_utf8()),
                };
                blanked.extend(part.chars().map(blank));
            } else {
                blanked.push_str(part);
            }
        }
        blanked.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Gaps, Text};

    #[track_caller]
    fn case(answer: &str, expected: &str) {
        let template = Text {
            en: "We observe …\nMy first hypothesis is …; I would confirm it with …".into(),
            zh: Some("我们看到……".into()),
        };
        let blanked = Gaps::of(Some(&template)).blanked(answer).into_owned();
        assert_eq!(blanked.len(), answer.len());
        let words: Vec<&str> = blanked.split_whitespace().collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn a_gap_that_was_left_open_says_nothing() {
        case(
            "We observe …\nMy first hypothesis is …; I would confirm it with …\n",
            "",
        );
        case("我们看到……", "");
    }

    #[test]
    fn a_gap_that_was_filled_stays_and_so_do_the_learners_own_dots() {
        case(
            "We observe …\nMy first hypothesis is the inodes; I would confirm it with …",
            "My first hypothesis is the inodes;",
        );
        case(
            "I run kubectl describe pod …",
            "I run kubectl describe pod …",
        );
    }
}
