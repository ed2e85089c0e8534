//! Two texts side by side, word by word, as a listener hears them.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::spoken::heard;

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// In both; as the learner wrote it.
    Both(String),
    /// Only in what the learner wrote.
    Mine(String),
    /// Only in the model.
    Model(String),
}

/// How an answer compares with a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The stretches, in order.
    pub stretches: Vec<Stretch>,
    /// For each word of the model as written, whether the answer has it; punctuation alone counts as had.
    pub had: Vec<bool>,
    /// Words of the model that the answer has.
    pub right: usize,
    /// Words of the model.
    pub of: usize,
}

impl Comparison {
    /// Words right over the words of the model, 0..=1; 1 for an empty model.
    pub fn accuracy(&self) -> f64 {
        if self.of == 0 {
            return 1.0;
        }
        real(self.right) / real(self.of)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn real(count: usize) -> f64 {
    count as f64
}

/// One side: the words as written, and for each word heard where it was written and which word of the other side it is.
struct Side<'a> {
    written: Vec<&'a str>,
    of: Vec<usize>,
    partner: Vec<Option<usize>>,
}

impl Side<'_> {
    /// Whether all that is heard of the written word is on the other side too.
    fn is_had(&self, written: usize) -> bool {
        let mut heard = self
            .of
            .iter()
            .zip(&self.partner)
            .filter(|(of, _)| **of == written);
        heard.all(|(_, partner)| partner.is_some())
    }

    /// The last word of the other side that belongs to the written word.
    fn last_partner(&self, written: usize) -> Option<usize> {
        let heard = self
            .of
            .iter()
            .zip(&self.partner)
            .filter(|(of, _)| **of == written);
        heard.filter_map(|(_, partner)| *partner).next_back()
    }
}

/// Compares `answer` with `model`.
pub fn compare(answer: &str, model: &str) -> Comparison {
    let (mine, theirs) = (heard(answer), heard(model));
    let words = |side: &[super::spoken::Heard]| -> Vec<String> {
        side.iter().map(|it| it.word.clone()).collect()
    };
    let (mine_words, their_words) = (words(&mine), words(&theirs));
    let side = |text, heard: &[super::spoken::Heard]| Side {
        written: str::split_whitespace(text).collect(),
        of: heard.iter().map(|it| it.written).collect(),
        partner: vec![None; heard.len()],
    };
    let (mut mine, mut theirs) = (side(answer, &mine), side(model, &theirs));
    for operation in capture_diff_slices(Algorithm::Myers, &mine_words, &their_words) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = operation
        {
            for offset in 0..len {
                mine.partner[old_index + offset] = Some(new_index + offset);
                theirs.partner[new_index + offset] = Some(old_index + offset);
            }
        }
    }
    while release(&mut mine, &mut theirs) || release(&mut theirs, &mut mine) {}
    stretches(&mine, &theirs)
}

/// A word of which only a part is found is not found: its part goes free on both sides. Whether any did.
fn release(side: &mut Side, other: &mut Side) -> bool {
    let mut has_changed = false;
    for index in 0..side.of.len() {
        if let Some(partner) = side.partner[index]
            && !side.is_had(side.of[index])
        {
            side.partner[index] = None;
            other.partner[partner] = None;
            has_changed = true;
        }
    }
    has_changed
}

fn stretches(mine: &Side, theirs: &Side) -> Comparison {
    let had: Vec<bool> = (0..theirs.written.len())
        .map(|word| theirs.is_had(word))
        .collect();
    let is_heard = |word: &usize| theirs.of.contains(word);
    let counted = (0..theirs.written.len()).filter(is_heard);
    let (of, right) = counted.fold((0, 0), |(of, right), word| {
        (of + 1, right + usize::from(had[word]))
    });
    let mut found: Vec<Stretch> = vec![];
    let (mut at, mut model) = (0, 0);
    while at < mine.written.len() || model < theirs.written.len() {
        if at < mine.written.len() && !mine.is_had(at) {
            push(&mut found, Stretch::Mine(mine.written[at].to_owned()));
            at += 1;
        } else if model < theirs.written.len() && !had[model] {
            push(&mut found, Stretch::Model(theirs.written[model].to_owned()));
            model += 1;
        } else if at < mine.written.len() {
            push(&mut found, Stretch::Both(mine.written[at].to_owned()));
            let reached = |word: usize| {
                had[word]
                    && theirs
                        .last_partner(word)
                        .is_none_or(|partner| mine.of[partner] <= at)
            };
            while model < theirs.written.len() && reached(model) {
                model += 1;
            }
            at += 1;
        } else {
            model += 1;
        }
    }
    Comparison {
        stretches: found,
        had,
        right,
        of,
    }
}

/// Adds a word, to the last stretch where it is of the same kind.
fn push(stretches: &mut Vec<Stretch>, next: Stretch) {
    match (stretches.last_mut(), next) {
        (Some(Stretch::Both(words)), Stretch::Both(word))
        | (Some(Stretch::Mine(words)), Stretch::Mine(word))
        | (Some(Stretch::Model(words)), Stretch::Model(word)) => {
            words.push(' ');
            words.push_str(&word);
        }
        (_, next) => stretches.push(next),
    }
}

#[cfg(test)]
mod tests {
    use super::{Stretch, compare};

    #[track_caller]
    fn case(answer: &str, model: &str, expected: &str, right: usize) {
        let comparison = compare(answer, model);
        let shown: Vec<_> = comparison
            .stretches
            .iter()
            .map(|stretch| match stretch {
                Stretch::Both(words) => words.clone(),
                Stretch::Mine(words) => format!("[-{words}-]"),
                Stretch::Model(words) => format!("{{+{words}+}}"),
            })
            .collect();
        assert_eq!(
            (shown.join(" ").as_str(), comparison.right),
            (expected, right)
        );
    }

    #[test]
    fn neighbouring_differences_share_one_stretch() {
        case(
            "We count retries",
            "We should always count the retries",
            "We {+should always+} count {+the+} retries",
            3,
        );
        case("a b c", "a d c", "a [-b-] {+d+} c", 2);
        case("", "say it", "{+say it+}", 0);
        case("say it", "", "[-say it-]", 0);
    }

    #[test]
    fn equal_forms_are_no_difference_and_stand_as_written() {
        case("I'm on it", "I am on it.", "I'm on it", 4);
        case("I am on it", "I'm on it.", "I am on it", 3);
        case(
            "UID/GID mapping",
            "the UID and GID mapping",
            "{+the+} UID/GID mapping",
            4,
        );
        case(
            "UID and GID mapping",
            "UID/GID mapping",
            "UID and GID mapping",
            2,
        );
    }

    #[test]
    fn a_word_of_which_a_part_is_there_is_not_there() {
        case(
            "uid mapping",
            "uid/gid mapping",
            "[-uid-] {+uid/gid+} mapping",
            1,
        );
        case(
            "we have seen",
            "we haven't seen",
            "we [-have-] {+haven't+} seen",
            2,
        );
    }

    #[test]
    fn accuracy_counts_words_of_the_model() {
        assert!((compare("One pod, killed", "One pod was killed").accuracy() - 0.75).abs() < 1e-9);
        assert!((compare("x", " ").accuracy() - 1.0).abs() < 1e-9);
    }
}
