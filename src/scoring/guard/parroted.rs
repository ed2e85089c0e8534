//! The question said back.

use std::collections::HashSet;

use super::{
    super::{document::Document, words::is_function_word},
    profile::{Profile, key},
};

/// Words beside an *or* that may tell its two sides apart.
const BESIDE: usize = 3;

/// The two sides of one "this or that" of a question, without the words that both have.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    left: HashSet<u64>,
    right: HashSet<u64>,
}

impl Choice {
    /// Every choice that `ask` offers.
    pub fn all(ask: &Document) -> Vec<Self> {
        let tokens = &ask.tokens;
        let side = |at: usize, among: &mut dyn Iterator<Item = usize>| -> HashSet<u64> {
            among
                .take_while(|beside| tokens[*beside].sentence == tokens[at].sentence)
                .filter(|beside| !is_function_word(ask.word(*beside)))
                .take(BESIDE)
                .map(|beside| key(ask.word(beside)))
                .collect()
        };
        (0..tokens.len())
            .filter(|at| ask.word(*at) == "or")
            .map(|at| {
                let left = side(at, &mut (0..at).rev());
                let right = side(at, &mut (at + 1..tokens.len()));
                Self {
                    left: left.difference(&right).copied().collect(),
                    right: right.difference(&left).copied().collect(),
                }
            })
            .collect()
    }

    /// Whether `answer` says all of one side and not all of the other.
    fn is_made(&self, answer: &Profile) -> bool {
        let says = |side: &HashSet<u64>| side.is_subset(&answer.content);
        !self.left.is_empty() && !self.right.is_empty() && says(&self.left) != says(&self.right)
    }
}

/// Whether nearly all of `answer` stands in the ask, in its order, and most of the ask in it.
///
/// The answer to "this or that?" repeats a part of the question and is right.
pub(super) fn fires(answer: &Profile, ask: &Profile, choices: &[Choice]) -> bool {
    answer.words >= 5
        && answer.content_within(&ask.content) >= 0.9
        && answer.pairs_within(ask) >= 0.7
        && ask.pairs_within(answer) >= 0.5
        && !choices.iter().any(|choice| choice.is_made(answer))
}

#[cfg(test)]
mod tests {
    use super::{super::profile::Profile, Choice, Document, fires};

    #[track_caller]
    fn case(ask: &str, answer: &str, expected: bool) {
        let (ask, answer) = (Document::new(ask), Document::new(answer));
        let found = fires(
            &Profile::of(&answer),
            &Profile::of(&ask),
            &Choice::all(&ask),
        );
        assert_eq!(found, expected);
    }

    #[test]
    fn the_question_said_back_is_told_from_a_choice_that_it_offers() {
        let ask = "A read past the end of the buffer stops the build. Is that an error of the compiler or of the linker?";
        case(ask, ask, true);
        case(
            ask,
            "A read past the end of the buffer stops the build. An error of the compiler or of the linker.",
            true,
        );
        case(
            ask,
            "A read past the end of the buffer stops the build, that is an error of the linker.",
            false,
        );
    }
}
