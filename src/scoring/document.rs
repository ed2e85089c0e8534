//! An answer made ready for matching: folded, cut into sentences, clauses and tokens.

use super::{
    normalise::Folded,
    punctuation::{ends_clause, is_break, is_outer, trim_lead, trim_tail},
    segment,
    token::{self, Token, Whole, is_ideograph},
    words::opens_clause,
};

/// An answer, normalised and cut, with the way back to the bytes as given.
#[derive(Clone, Debug, Default)]
pub struct Document {
    folded: Folded,
    pub(super) tokens: Vec<Token>,
    pub(super) wholes: Vec<Whole>,
    pub(super) sentences: Vec<Sentence>,
    /// How many runs hold words.
    words: usize,
}

/// A sentence by the tokens it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The sentence that counts as its beginning.
    pub lead: Option<usize>,
}

impl Document {
    /// Makes `answer` ready for matching.
    pub fn new(answer: &str) -> Self {
        let mut document = Self {
            folded: Folded::new(answer),
            ..Self::default()
        };
        let folded = std::mem::take(&mut document.folded);
        let mut clause = 0;
        for span in segment::sentences(folded.text()) {
            let first = document.tokens.len();
            clause += 1;
            let mut cutter = SentenceCutter {
                document: &mut document,
                text: folded.text(),
                clause: &mut clause,
                after_option: false,
            };
            cutter.cut(span.start, span.end);
            document.sentences.push(Sentence {
                first,
                end: document.tokens.len(),
                lead: span.lead,
            });
        }
        document.folded = folded;
        document
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        self.folded.text()
    }

    /// The bytes of the answer as given that the folded bytes `start..end` came from.
    pub fn original(&self, start: usize, end: usize) -> (usize, usize) {
        self.folded.original(start, end)
    }

    /// How many words it has; runs without spaces count once.
    pub fn word_count(&self) -> usize {
        self.words
    }

    /// How many sentences it has.
    pub fn sentence_count(&self) -> usize {
        self.sentences
            .iter()
            .filter(|sentence| sentence.end > sentence.first)
            .count()
    }

    /// Its words in order, folded.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.tokens.len()).map(|token| self.word(token))
    }

    /// The folded word of one token.
    pub(super) fn word(&self, token: usize) -> &str {
        let token = &self.tokens[token];
        token
            .stands_for
            .unwrap_or_else(|| &self.folded.text()[token.start..token.end])
    }

    /// The spelling of a technical word.
    pub(super) fn spelling<'a>(&'a self, whole: &'a Whole) -> &'a str {
        whole
            .joined
            .as_deref()
            .unwrap_or_else(|| &self.folded.text()[whole.start..whole.end])
    }
}

/// Cuts one sentence, run by run.
struct SentenceCutter<'a> {
    document: &'a mut Document,
    text: &'a str,
    clause: &'a mut usize,
    after_option: bool,
}

impl SentenceCutter<'_> {
    fn cut(&mut self, start: usize, end: usize) {
        let sentence = &self.text[start..end];
        let mut run = None;
        let bytes = sentence.as_bytes();
        for (at, character) in sentence.char_indices().chain([(sentence.len(), ' ')]) {
            let between_digits = at > 0
                && bytes[at - 1].is_ascii_digit()
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            let splits =
                matches!(character, '—' | ';' | '、' | '→') || character == ',' && !between_digits;
            if character.is_whitespace() || splits {
                if let Some(first) = run.take() {
                    self.run(start + first, start + at);
                }
                if splits {
                    *self.clause += 1;
                    self.after_option = false;
                }
            } else if run.is_none() {
                run = Some(at);
            }
        }
    }

    /// Takes one run without spaces.
    fn run(&mut self, start: usize, end: usize) {
        let raw = &self.text[start..end];
        if is_break(raw) {
            *self.clause += 1;
            self.after_option = false;
            return;
        }
        let body = raw.trim_start_matches(|c| is_outer(c) || c == '#');
        let lead = raw.len() - body.len();
        if raw[..lead].contains(ends_clause) {
            *self.clause += 1;
        }
        let body = trim_lead(body);
        let lead = raw.len() - body.len();
        let body = trim_tail(body);
        let tail = &raw[lead + body.len()..];
        if !body.is_empty() {
            self.body(start + lead, body);
        }
        if tail.contains(ends_clause) {
            *self.clause += 1;
            self.after_option = false;
        }
    }

    fn body(&mut self, start: usize, body: &str) {
        let parts = token::parts(body);
        if parts.is_empty() {
            return;
        }
        let document = &mut *self.document;
        if parts.len() == 1 && opens_clause(body) {
            *self.clause += 1;
        }
        let option = body.starts_with('-') && body.len() > 1;
        let first = document.tokens.len();
        let mut ideographs = 0;
        for part in &parts {
            let ideograph = body[part.start..].starts_with(is_ideograph);
            ideographs += usize::from(ideograph);
            document.tokens.push(Token {
                start: start + part.start,
                end: start + part.end,
                stands_for: part.stands_for,
                run: document.words + ideographs.saturating_sub(1),
                clause: *self.clause,
                sentence: document.sentences.len(),
                option: option || self.after_option,
            });
        }
        document.words += ideographs.max(1);
        self.after_option = option && !body.contains('=');
        let whole_word = parts.len() == 1 && parts[0].start == 0 && parts[0].end == body.len();
        if !whole_word {
            self.wholes(start, body, first);
        } else if body.contains(',') {
            self.push_whole(start, body, first, body, Some(body.replace(',', "")));
        }
    }

    /// Adds the technical words of a run: itself, its segments, and each without hyphens.
    fn wholes(&mut self, start: usize, body: &str, first: usize) {
        let outer = |c: char| {
            matches!(
                c,
                '|' | ';'
                    | '&'
                    | ','
                    | '='
                    | '"'
                    | '\''
                    | '`'
                    | '('
                    | ')'
                    | '['
                    | ']'
                    | '{'
                    | '}'
                    | '<'
                    | '>'
            )
        };
        self.whole(start, body, first, body);
        for segment in body.split(outer).filter(|segment| !segment.is_empty()) {
            if segment.len() < body.len() {
                self.whole(start, body, first, segment);
            }
            self.inner_wholes(start, body, first, segment, &['/', ':', '.']);
        }
    }

    /// Adds what `segment` has between the first of `signs`, and between the next within that.
    fn inner_wholes(
        &mut self,
        start: usize,
        body: &str,
        first: usize,
        segment: &str,
        signs: &[char],
    ) {
        let Some((sign, finer)) = signs.split_first() else {
            return;
        };
        for part in segment.split(*sign).filter(|part| !part.is_empty()) {
            if part.len() < segment.len() {
                self.whole(start, body, first, part);
            }
            self.inner_wholes(start, body, first, part, finer);
        }
    }

    fn whole(&mut self, start: usize, body: &str, first: usize, segment: &str) {
        self.push_whole(start, body, first, segment, None);
        let inner = segment.trim_start_matches('-');
        if inner.contains('-') || inner.len() < segment.len() || inner.contains(',') {
            let joined = inner.replace(['-', ','], "");
            self.push_whole(start, body, first, segment, Some(joined));
        }
    }

    fn push_whole(
        &mut self,
        start: usize,
        body: &str,
        first: usize,
        segment: &str,
        joined: Option<String>,
    ) {
        let from = start + (segment.as_ptr().addr() - body.as_ptr().addr());
        let end = from + segment.len();
        let tokens = &self.document.tokens;
        let covered = |token: &Token| token.start >= from && token.end <= end;
        let Some(begin) = (first..tokens.len()).find(|&at| covered(&tokens[at])) else {
            return;
        };
        let last = (begin..tokens.len())
            .take_while(|&at| covered(&tokens[at]))
            .last()
            .unwrap_or(begin);
        let token = &tokens[begin];
        if joined.is_none() && begin == last && token.start == from && token.end == end {
            return;
        }
        self.document.wholes.push(Whole {
            first: begin,
            last,
            start: from,
            end,
            joined,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Document;

    #[track_caller]
    fn case(answer: &str, words: &[&str], wholes: &[&str]) {
        let document = Document::new(answer);
        assert_eq!(document.words().collect::<Vec<_>>(), words);
        let found: Vec<_> = document
            .wholes
            .iter()
            .map(|w| document.spelling(w))
            .collect();
        assert_eq!(found, wholes);
    }

    #[test]
    fn technical_words_are_kept_whole_and_in_parts() {
        case("(uid_map),", &["uid", "map"], &["uid_map"]);
        case(
            "--userns=host",
            &["userns", "host"],
            &["--userns=host", "userns=host", "--userns", "userns"],
        );
        case("back-off", &["back", "off"], &["back-off", "backoff"]);
        case("1,230", &["1,230"], &["1230"]);
        case("slow,full", &["slow", "full"], &[]);
        case("O(n)", &["o", "n"], &["o(n)"]);
        case(
            "cgroup/cpu.stat",
            &["cgroup", "cpu", "stat"],
            &["cgroup/cpu.stat", "cpu.stat"],
        );
        case("`x`.", &["x"], &[]);
    }

    #[test]
    fn clauses_end_at_commas_and_before_conjunctions() {
        let document = Document::new("It is slow, because disks are full — not broken.");
        let clauses: Vec<_> = document.tokens.iter().map(|token| token.clause).collect();
        assert_eq!(clauses, [1, 1, 1, 3, 3, 3, 3, 4, 4]);
    }

    #[test]
    fn arrows_end_clauses_where_they_stand_alone() {
        for (answer, clauses) in [
            ("full -> slow", [1, 2].as_slice()),
            ("full => slow", &[1, 2]),
            ("full --> slow", &[1, 2]),
            ("full → slow", &[1, 2]),
            ("full→slow", &[1, 2]),
            ("task->state set", &[1, 1, 1]),
            ("full > slow", &[1, 1]),
        ] {
            let document = Document::new(answer);
            let found: Vec<_> = document.tokens.iter().map(|token| token.clause).collect();
            assert_eq!(found, clauses, "{answer}");
        }
    }

    #[test]
    fn distances_count_runs() {
        let document = Document::new("cat /proc/1/uid_map first");
        let runs: Vec<_> = document.tokens.iter().map(|token| token.run).collect();
        assert_eq!(runs, [0, 1, 1, 1, 1, 2]);
        assert_eq!(document.word_count(), 3);
    }
}
