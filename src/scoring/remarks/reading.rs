//! An answer as tokens: folded words with their places, and the breaks between clauses.

use unicode_normalization::UnicodeNormalization;

use super::{
    shield::shielded,
    token::{Token, TokenKind},
};

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 8] = ["e.g", "i.e", "vs", "etc", "cf", "approx", "no", "a.m"];

/// What follows an apostrophe, and the word it stands for.
const CONTRACTIONS: [(&str, &str); 6] = [
    ("n't", "not"),
    ("'m", "am"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    // *Had* or *would*.
    ("'d", "'d"),
];

/// Reads `answer`; never fails, whatever it holds.
pub fn read(answer: &str) -> Vec<Token> {
    let mut reader = Reader {
        answer,
        tokens: vec![],
    };
    let mut at = 0;
    for shield in shielded(answer) {
        reader.plain(at, shield.start);
        reader.push(TokenKind::Opaque, String::new(), shield.start, shield.end);
        at = shield.end;
    }
    reader.plain(at, answer.len());
    reader.tokens
}

struct Reader<'a> {
    answer: &'a str,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    fn push(&mut self, kind: TokenKind, text: String, start: usize, end: usize) {
        self.tokens.push(Token {
            kind,
            text,
            start,
            end,
        });
    }

    /// Reads the bytes from `from` to `to`, which hold no shielded part.
    fn plain(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let rest = &self.answer[at..to];
            let Some(mark) = rest.chars().next() else {
                return;
            };
            let length = mark.len_utf8();
            if mark == '\n' {
                if opens_a_line(&self.answer[at + 1..]) {
                    self.push(TokenKind::Sentence, "\n".into(), at, at + 1);
                }
                at += length;
            } else if mark.is_whitespace() {
                at += length;
            } else if let Some(kind) = self.mark(rest, mark) {
                let text = folded(&rest[..length]);
                self.push(kind, text, at, at + length);
                at += length;
            } else if is_chinese(mark) {
                let run = span(rest, is_chinese);
                self.push(TokenKind::Opaque, String::new(), at, at + run);
                at += run;
            } else {
                let chunk = chunk(rest);
                self.chunk(at, at + chunk);
                at += chunk;
            }
        }
    }

    /// The break that `mark`, the first of `rest`, makes; `None` where it makes none.
    fn mark(&self, rest: &str, mark: char) -> Option<TokenKind> {
        let after = rest.chars().nth(1);
        let stands_alone = after.is_none_or(char::is_whitespace);
        match mark {
            ',' | '，' | '、' => Some(TokenKind::Comma),
            ';' | '；' | ':' | '：' | '(' | ')' | '（' | '）' | '[' | ']' | '{' | '}' | '—'
            | '–' | '…' | '"' | '“' | '”' | '‘' | '’' | '\'' | '|' | '·' | '•' => {
                Some(TokenKind::Clause)
            }
            '-' | '*' | '/' | '=' | '>' | '<' | '→' if stands_alone => Some(TokenKind::Clause),
            '!' | '?' | '！' | '？' | '。' => Some(TokenKind::Sentence),
            '.' if after == Some('.') => Some(TokenKind::Clause),
            '.' if self
                .tokens
                .last()
                .is_some_and(|last| ABBREVIATIONS.contains(&last.text.as_str())) =>
            {
                Some(TokenKind::Clause)
            }
            '.' if after.is_none_or(|next| !next.is_alphanumeric()) => Some(TokenKind::Sentence),
            _ => None,
        }
    }

    /// One run without blanks: a word, a contraction, a number, or something technical.
    fn chunk(&mut self, start: usize, end: usize) {
        let text = folded(&self.answer[start..end]);
        if text.starts_with(|first: char| first.is_ascii_digit() || "$€£¥~<>+".contains(first))
            && text.contains(|digit: char| digit.is_ascii_digit())
        {
            self.push(TokenKind::Number, text, start, end);
        } else if text
            .chars()
            .all(|letter| letter.is_alphabetic() || "-'".contains(letter))
            && !text.starts_with('-')
        {
            self.word(&text, start, end);
        } else {
            self.push(TokenKind::Opaque, text, start, end);
        }
    }

    fn word(&mut self, text: &str, start: usize, end: usize) {
        if text == "cannot" {
            self.push(TokenKind::Word, "can".into(), start, start + 3);
            self.push(TokenKind::Word, "not".into(), start + 3, end);
            return;
        }
        for (ending, whole) in CONTRACTIONS {
            let Some(stem) = text.strip_suffix(ending) else {
                continue;
            };
            // Full-width letters fold to fewer bytes, so the cut is counted in characters.
            let kept = stem.chars().count();
            let cut = self.answer[start..end]
                .char_indices()
                .nth(kept)
                .map_or(end, |(place, _)| start + place);
            let stem = match stem {
                "ca" => "can",
                "wo" => "will",
                "sha" => "shall",
                stem => stem,
            };
            if !stem.is_empty() {
                self.push(TokenKind::Word, stem.into(), start, cut);
                self.push(TokenKind::Word, whole.into(), cut, end);
                return;
            }
        }
        self.push(TokenKind::Word, text.into(), start, end);
    }
}

/// Lower case, full-width forms narrow, one kind of apostrophe.
fn folded(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == '’' { '\'' } else { letter })
        .collect()
}

/// Whether the text after a line end stands for itself: a list item, a new sentence, an empty line.
fn opens_a_line(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t']);
    line.chars()
        .next()
        .is_none_or(|first| !first.is_lowercase() && first != '`')
}

fn is_chinese(letter: char) -> bool {
    matches!(u32::from(letter), 0x2E80..=0x2FFF | 0x3005..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Bytes of the run at the beginning of `rest` whose characters all pass.
fn span(rest: &str, passes: impl Fn(char) -> bool) -> usize {
    rest.find(|letter| !passes(letter)).unwrap_or(rest.len())
}

/// Bytes of the run at the beginning of `rest` up to a blank or a mark that ends it.
fn chunk(rest: &str) -> usize {
    let mut letters = rest.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let inner = place > 0 && next.is_some_and(char::is_alphanumeric);
        let ends = letter.is_whitespace()
            || is_chinese(letter)
            || "，、；：（）。！？“”—…()[]{}\"!?;|".contains(letter)
            || (",.:'’‘–".contains(letter) && !inner);
        if ends && place > 0 {
            return place;
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(answer: &str, expected: &str) {
        let tokens = read(answer);
        let shown: Vec<_> = tokens
            .iter()
            .map(|token| match token.kind {
                TokenKind::Opaque => "#".to_owned(),
                TokenKind::Sentence => ".".to_owned(),
                _ => token.text.clone(),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
        for token in &tokens {
            assert!(answer.get(token.start..token.end).is_some());
        }
    }

    #[test]
    fn words_are_folded_and_contractions_written_out() {
        case("We DIDN'T see it", "we did not see it");
        case("It can’t; I won't", "it can not ; i will not");
        case("we cannot, we're", "we can not , we are");
        case("ｄｏｎ＇ｔ", "do not");
    }

    #[test]
    fn technical_words_are_opaque() {
        case("see /proc/1/uid_map and p99", "see # and #");
        case("kube-proxy v2.3.1 is ok.", "kube-proxy # is ok .");
        case("at 10:05 UTC, 30% of 1,230", "at 10:05 utc , 30% of 1,230");
    }

    #[test]
    fn marks_break_clauses_and_sentences() {
        case(
            "Down since 10:05. Back soon",
            "down since 10:05 . back soon",
        );
        case("磁盘没满，inode used up。Stop", "# , inode used up . stop");
        case("e.g. the node", "# . the node");
        case(
            "one line\nwrapped on\n- item",
            "one line wrapped on . - item",
        );
        case("wait... what?", "wait . . . what .");
    }
}
