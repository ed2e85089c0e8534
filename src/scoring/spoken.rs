//! Words as a listener hears them: I'm is I am, UID/GID is UID and GID, ten is 10.

use super::normalise::fold;

/// A word as it is heard, and which of the written words it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// In small letters, without what stands around it.
    pub word: String,
    /// The place among the words as written, counted from 0.
    pub written: usize,
}

/// What is heard of `text`, word by word as blanks part them. Punctuation alone is not heard.
pub fn heard(text: &str) -> Vec<Heard> {
    let mut words = vec![];
    for (written, word) in text.split_whitespace().enumerate() {
        let folded = fold(word).replace(['’', '‘'], "'");
        let mut hear = |word: &str| {
            if !word.is_empty() {
                let word = number(word).unwrap_or(word).to_owned();
                words.push(Heard { word, written });
            }
        };
        if folded == "&" {
            hear("and");
            continue;
        }
        let bare = folded.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_path = folded
            .trim_start_matches(['`', '"', '\'', '('])
            .starts_with('/');
        if !is_path && is_pair(bare) {
            for (index, part) in bare.split('/').enumerate() {
                if index > 0 {
                    hear("and");
                }
                hear(part);
            }
            continue;
        }
        for part in bare.split('-') {
            for word in in_full(part) {
                hear(&word);
            }
        }
    }
    words
}

/// Whether `word` is two or three words of letters with slashes between, such as `uid/gid`.
fn is_pair(word: &str) -> bool {
    let parts: Vec<_> = word.split('/').collect();
    let is_word = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    (2..=3).contains(&parts.len()) && parts.iter().all(|part| is_word(part))
}

/// A contraction in full; any other word as it is.
fn in_full(word: &str) -> Vec<String> {
    let two = |one: &str, other: &str| vec![one.to_owned(), other.to_owned()];
    match word {
        "can't" | "cannot" => return two("can", "not"),
        "won't" => return two("will", "not"),
        "let's" => return two("let", "us"),
        _ => {}
    }
    let endings = [
        ("n't", "not"),
        ("'m", "am"),
        ("'re", "are"),
        ("'ve", "have"),
        ("'ll", "will"),
        ("'d", "would"),
    ];
    for (ending, full) in endings {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return two(stem, full);
        }
    }
    // Of a noun it says whose: the node's disk is not the node is disk.
    let is_said = [
        "it", "that", "what", "there", "here", "he", "she", "who", "where", "how", "this",
    ];
    match word.strip_suffix("'s") {
        Some(stem) if is_said.contains(&stem) => two(stem, "is"),
        _ => vec![word.to_owned()],
    }
}

/// A number in digits.
fn number(word: &str) -> Option<&'static str> {
    Some(match word {
        "zero" => "0",
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        "fifteen" => "15",
        "twenty" => "20",
        "thirty" => "30",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::heard;

    #[track_caller]
    fn same(one: &str, other: &str) {
        let words = |text| -> Vec<String> { heard(text).into_iter().map(|it| it.word).collect() };
        assert_eq!(words(one), words(other));
    }

    #[track_caller]
    fn differ(one: &str, other: &str) {
        let words = |text| -> Vec<String> { heard(text).into_iter().map(|it| it.word).collect() };
        assert_ne!(words(one), words(other));
    }

    #[test]
    fn short_and_full_forms_are_the_same() {
        same("I'm checking", "I am checking");
        same("we haven’t seen", "We have not seen");
        same("it can't mount", "it cannot mount");
        same("they won't start", "they will not start");
        same("We'll, we've, they're", "we will we have they are");
        same("That's it; let's go.", "That is it. Let us go");
    }

    #[test]
    fn ways_to_write_a_pair_a_number_and_a_compound_are_the_same() {
        same("UID and GID", "UID/GID");
        same("uid & gid", "uid and gid");
        same("Update in ten.", "update in 10");
        same("OOM-killed", "OOM killed");
        same("ＯＯＭ，update", "OOM,update");
        same("a leak – or not", "a leak or not");
    }

    #[test]
    fn what_differs_stays_different() {
        differ("the node's disk", "the node is disk");
        differ("/proc/self", "proc and self");
        differ("1/2", "1 and 2");
        differ("we are", "we were");
    }
}
