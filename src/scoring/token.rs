//! Cuts one run without spaces into words, and keeps technical words whole as well.

use super::stem::is_plain;

/// A word of an answer, with its folded bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// First folded byte.
    pub start: usize,
    /// One past the last folded byte.
    pub end: usize,
    /// What a contraction stands for, `not` for `n't`; `None` where the bytes say it.
    pub stands_for: Option<&'static str>,
    /// The number of its run among the runs of the answer that hold words; distances count these.
    pub run: usize,
    /// The clause, counted over the whole answer.
    pub clause: usize,
    /// The sentence, counted over the whole answer.
    pub sentence: usize,
    /// Whether it is an option of a command or the value right after one.
    pub option: bool,
}

/// Several neighbouring tokens that are one technical word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whole {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// First folded byte.
    pub start: usize,
    /// One past the last folded byte.
    pub end: usize,
    /// Its spelling where the bytes have it otherwise: without hyphens or thousands commas.
    pub joined: Option<String>,
}

/// A part of a run, by byte offsets in the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it stands for.
    pub stands_for: Option<&'static str>,
}

/// Contractions whose first half changes.
const IRREGULAR: &[(&str, &str, usize)] = &[
    ("can't", "can", 2),
    ("cannot", "can", 3),
    ("won't", "will", 2),
    ("shan't", "shall", 3),
    ("cant", "can", 3),
    ("dont", "do", 2),
    ("doesnt", "does", 4),
    ("didnt", "did", 3),
    ("isnt", "is", 2),
    ("wont", "will", 2),
];

/// Whether words of this script are written without spaces.
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(character,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Words whose `'s` is *is*; after a noun it may say whose.
const BEFORE_IS: &[&str] = &[
    "it", "that", "this", "there", "here", "he", "she", "what", "who", "where", "how",
];

/// A contraction as its first word and what its ending stands for.
pub(super) fn subject_and_verb(body: &str) -> Option<(&str, &'static str)> {
    let (subject, ending) = body.rsplit_once('\'')?;
    let verb = match ending {
        "m" => "am",
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        "s" if BEFORE_IS.contains(&subject) => "is",
        _ => return None,
    };
    is_plain(subject).then_some((subject, verb))
}

/// Cuts a folded run without its outer punctuation into words.
pub(super) fn parts(body: &str) -> Vec<Part> {
    let plain = |start, end| Part {
        start,
        end,
        stands_for: None,
    };
    for &(written, stands_for, cut) in IRREGULAR {
        if body == written {
            return vec![
                Part {
                    start: 0,
                    end: cut,
                    stands_for: Some(stands_for),
                },
                Part {
                    start: cut,
                    end: body.len(),
                    stands_for: Some("not"),
                },
            ];
        }
    }
    if let Some(verb) = body.strip_suffix("n't") {
        return vec![
            plain(0, verb.len()),
            Part {
                start: verb.len(),
                end: body.len(),
                stands_for: Some("not"),
            },
        ];
    }
    if let Some((subject, verb)) = subject_and_verb(body) {
        return vec![
            plain(0, subject.len()),
            Part {
                start: subject.len(),
                end: body.len(),
                stands_for: Some(verb),
            },
        ];
    }
    let body = body.strip_suffix("'s").unwrap_or(body);
    let mut found = Vec::new();
    let mut start = None;
    let bytes = body.as_bytes();
    for (at, character) in body.char_indices() {
        let inside_number = matches!(character, '.' | ',')
            && at > 0
            && bytes[at - 1].is_ascii_digit()
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if is_ideograph(character) {
            if let Some(first) = start.take() {
                found.push(plain(first, at));
            }
            found.push(plain(at, at + character.len_utf8()));
        } else if character.is_alphanumeric() || inside_number {
            start.get_or_insert(at);
        } else if let Some(first) = start.take() {
            found.push(plain(first, at));
        }
    }
    if let Some(first) = start {
        found.push(plain(first, body.len()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[track_caller]
    fn case(body: &str, expected: &[&str]) {
        let found: Vec<_> = parts(body)
            .into_iter()
            .map(|part| part.stands_for.unwrap_or(&body[part.start..part.end]))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn runs_are_cut_into_words() {
        case("don't", &["do", "not"]);
        case("cannot", &["can", "not"]);
        case("it's", &["it", "is"]);
        case("node's", &["node"]);
        case("i'm", &["i", "am"]);
        case("we've", &["we", "have"]);
        case("uid_map", &["uid", "map"]);
        case("--userns=host", &["userns", "host"]);
        case("us-east-1", &["us", "east", "1"]);
        case("3.5", &["3.5"]);
        case("p99", &["p99"]);
        case("磁盘full", &["磁", "盘", "full"]);
    }
}
