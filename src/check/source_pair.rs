//! The Chinese and the English of a sentence to be said are the same sentence.

use crate::domain::Task;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "source-pair",
    about: "the two languages of a sentence to be said have about as many clauses",
    run,
};

/// Clauses that one language may have more than the other; good translations of the built-in sentences differ by one.
const SLACK: usize = 2;

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for checked in &subject.steps {
        let Task::Say(say) = &checked.step.task else {
            continue;
        };
        let Some(zh) = &say.source.zh else { continue };
        if say.source.en.is_empty() {
            continue;
        }
        let (chinese, english) = (clauses(zh), clauses(&say.source.en));
        if chinese.abs_diff(english) > SLACK {
            findings.warning(
                subject.place_of(checked.step.at, "source:"),
                format!("of clauses the Chinese has {chinese} and the English {english}: one of them says more"),
                "let both say the same things, in the same order",
            );
        }
    }
}

/// The stretches between the signs that end a clause.
fn clauses(text: &str) -> usize {
    let mut count = 0;
    let mut is_begun = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_followed = characters.peek().is_none_or(|next| next.is_whitespace());
        let is_end = "，。；：！？".contains(character)
            || (",.;:!?".contains(character) && is_followed)
            || character == '—';
        if is_end {
            count += usize::from(is_begun);
            is_begun = false;
        } else if character.is_alphanumeric() {
            is_begun = true;
        }
    }
    count + usize::from(is_begun)
}

#[cfg(test)]
mod tests {
    use super::clauses;

    #[track_caller]
    fn case(text: &str, expected: usize) {
        assert_eq!(clauses(text), expected, "{text}");
    }

    #[test]
    fn clauses_end_at_signs_of_either_language() {
        case("数据没丢，就是现在写不进去；vacuum 得跑好几个小时。", 3);
        case("No data is lost, but writes fail: vacuum takes hours.", 3);
        case("It is over — for now...", 2);
        case("", 0);
    }

    #[test]
    fn a_sign_inside_a_word_ends_nothing() {
        case("v1.2.3 ran out at 0:00 on a,b", 1);
    }
}
