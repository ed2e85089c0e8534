//! Finds where sentences begin and end: full stops, list items, paragraphs, lines of code.

use super::token::is_ideograph;

/// Bytes of a folded text that are one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SentenceSpan {
    /// First byte, after a list mark.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The number of the lead-in that counts as its beginning.
    pub lead: Option<usize>,
}

/// Cuts a folded text into sentences; none is empty.
pub(super) fn sentences(text: &str) -> Vec<SentenceSpan> {
    let mut cutter = Cutter {
        text,
        found: Vec::new(),
        start: 0,
        lead: None,
        item_lead: None,
    };
    let mut in_code = false;
    let mut after_blank = true;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let end = line_start + line.len();
        let trimmed = line.trim();
        if trimmed.starts_with("```") {
            cutter.close(line_start, end);
            in_code = !in_code;
            after_blank = true;
        } else if in_code {
            cutter.close(line_start, line_start);
            cutter.close(end, end);
        } else if trimmed.is_empty() {
            after_blank = true;
        } else if let Some(mark) = list_mark(line) {
            cutter.close(line_start, line_start + mark);
            cutter.begin_item();
            cutter.cut_line(line_start + mark, end);
            after_blank = false;
        } else {
            if after_blank {
                cutter.close(line_start, line_start);
                cutter.item_lead = None;
            }
            cutter.cut_line(line_start, end);
            after_blank = false;
        }
        line_start = end;
    }
    cutter.close(text.len(), text.len());
    cutter.found
}

struct Cutter<'a> {
    text: &'a str,
    found: Vec<SentenceSpan>,
    start: usize,
    /// The lead-in of the sentence that is open.
    lead: Option<usize>,
    /// The lead-in of the list that is open.
    item_lead: Option<usize>,
}

impl Cutter<'_> {
    /// Ends the open sentence at `end`; the next begins at `next`.
    fn close(&mut self, end: usize, next: usize) {
        let open = &self.text[self.start.min(end)..end];
        if !open.trim().is_empty() {
            self.found.push(SentenceSpan {
                start: self.start,
                end,
                lead: self.lead,
            });
        }
        self.start = next;
        self.lead = None;
    }

    /// Begins a list item; the sentence before the first item leads in if it ends in a colon.
    fn begin_item(&mut self) {
        if self.item_lead.is_none()
            && let Some(before) = self.found.last()
            && self.text[before.start..before.end]
                .trim_end()
                .ends_with(':')
        {
            self.item_lead = Some(self.found.len() - 1);
        }
        self.lead = self.item_lead;
    }

    /// Cuts at the full stops of one line.
    fn cut_line(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let mut characters = line.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let ends = match character {
                '。' => true,
                '.' | '!' | '?' => {
                    while let Some((_, '.' | '!' | '?')) = characters.peek() {
                        characters.next();
                    }
                    let after = characters.peek().map_or(line.len(), |(next, _)| *next);
                    is_end(&line[after..])
                        && !(character == '.' && is_abbreviation(&line[..at], &line[after..]))
                }
                _ => false,
            };
            if ends {
                let after = characters.peek().map_or(line.len(), |(next, _)| *next);
                self.close(start + after, start + after);
            }
        }
    }
}

/// Whether a sentence can end before `rest`.
fn is_end(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['"', '\'', ')', ']', '*', '`']);
    rest.chars()
        .next()
        .is_none_or(|next| next.is_whitespace() || is_ideograph(next))
}

/// Whether the full stop after `before` belongs to an abbreviation.
fn is_abbreviation(before: &str, after: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"'))
        .next()
        .unwrap_or_default();
    match word {
        "e.g" | "i.e" | "eg" | "ie" | "vs" | "approx" | "cf" | "incl" | "resp" | "fig"
        | "a.k.a" => true,
        "etc" => after
            .trim_start_matches(' ')
            .starts_with(|c: char| c.is_alphanumeric()),
        "no" => after.trim_start().starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// How many bytes the list mark of a line takes, indentation and space included.
fn list_mark(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let rest = &line[indent..];
    let bullet = rest
        .strip_prefix(['-', '*', '•', '+', '·', '#'])
        .map(|after| after.trim_start_matches('#'));
    let numbered = || {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let letter =
            usize::from(digits == 0 && rest.starts_with(|c: char| c.is_ascii_alphabetic()));
        let mark = digits + letter;
        if !(1..=2).contains(&mark) {
            return None;
        }
        let closing: &[char] = if letter == 1 {
            &[')']
        } else {
            &['.', ')', '、', ':']
        };
        rest[mark..].strip_prefix(closing)
    };
    let after = bullet
        .filter(|after| after.starts_with([' ', '\t']))
        .or_else(numbered)?;
    let space = after.len() - after.trim_start_matches([' ', '\t']).len();
    let chinese = rest[..rest.len() - after.len()].ends_with('、');
    (space > 0 || chinese).then(|| line.len() - after.len() + space)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text)
            .iter()
            .map(|span| text[span.start..span.end].trim())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_at_full_stops_and_only_there() {
        case(
            "one two. three! four? five",
            &["one two.", "three!", "four?", "five"],
        );
        case("磁盘满了。重启", &["磁盘满了。", "重启"]);
        case(
            "take e.g. v2.3.1 for 3.5 s in foo.bar() now",
            &["take e.g. v2.3.1 for 3.5 s in foo.bar() now"],
        );
        case("wait... then go", &["wait...", "then go"]);
        case("(it is full.) next", &["(it is full.", ") next"]);
        case(
            "disks, nodes, etc. are fine",
            &["disks, nodes, etc. are fine"],
        );
    }

    #[test]
    fn items_paragraphs_and_lines_of_code_are_sentences() {
        case("- one\n- two", &["one", "two"]);
        case("1. one\n2) two\nmore", &["one", "two\nmore"]);
        case("one\n\ntwo\nthree", &["one", "two\nthree"]);
        case(
            "see\n```sh\nls -l\ncat x\n```\ndone",
            &["see", "ls -l", "cat x", "done"],
        );
        case("3.5 s is long", &["3.5 s is long"]);
    }

    #[test]
    fn a_lead_in_begins_each_of_its_items() {
        let leads: Vec<_> = sentences("I would check:\n- dmesg\n- the disk\n\nThen stop.")
            .iter()
            .map(|span| span.lead)
            .collect();
        assert_eq!(leads, [None, Some(0), Some(0), None]);
    }
}
