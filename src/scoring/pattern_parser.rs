//! Reads the pattern language: one line of text to a tree, every fault with its column.

use super::{
    normalise::fold,
    pattern::{Element, ElementKind, Gap, Pattern, PatternWarning, Sequence},
    pattern_error::{PatternError, PatternFault},
    wanted::Wanted,
    words::{is_negator, is_stop_word},
};

const MOST_ELEMENTS: usize = 12;
const MOST_ALTERNATIVES: usize = 64;
const MOST_DEPTH: usize = 8;

/// Words between the two sides of a bare `~`.
const NEAR: usize = 3;

impl Pattern {
    /// Reads one line of the pattern language; a fault comes with its column and a cure.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let (sequence, warnings) = parse(text)?;
        Ok(Self {
            written: text.to_owned(),
            sequence,
            warnings,
        })
    }
}

fn parse(text: &str) -> Result<(Sequence, Vec<PatternWarning>), PatternError> {
    let mut parser = Parser {
        characters: text.chars().collect(),
        at: 0,
        alternatives: 0,
        warnings: Vec::new(),
    };
    let sequence = parser.sequence(0)?;
    if let Some(stray) = parser.peek() {
        return Err(parser.error(parser.at, PatternFault::Stray(stray)));
    }
    if is_only_stop_words(&sequence) {
        return Err(parser.error(0, PatternFault::OnlyStopWords));
    }
    Ok((sequence, parser.warnings))
}

struct Parser {
    characters: Vec<char>,
    at: usize,
    alternatives: usize,
    warnings: Vec<PatternWarning>,
}

/// Whether a word ends before `character`.
fn ends_word(character: char) -> bool {
    character.is_whitespace() || matches!(character, '(' | ')' | '|' | '"' | '<')
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    #[expect(clippy::unused_self, reason = "reads better at the call")]
    fn error(&self, at: usize, fault: PatternFault) -> PatternError {
        PatternError {
            column: at + 1,
            fault,
        }
    }

    fn written(&self, start: usize, end: usize) -> String {
        self.characters[start..end].iter().collect()
    }

    fn skip_spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn sequence(&mut self, depth: usize) -> Result<Sequence, PatternError> {
        let start = self.at;
        let mut elements: Vec<Element> = Vec::new();
        let mut gaps: Vec<Gap> = Vec::new();
        let mut last_operator = None;
        loop {
            self.skip_spaces();
            match self.peek() {
                None | Some('|' | ')') => break,
                Some(_) => {}
            }
            let here = self.at;
            if let Some(gap) = self.operator() {
                let written = self.written(here, self.at);
                if elements.is_empty() || gaps.len() == elements.len() {
                    return Err(self.error(here, PatternFault::LoneOperator(written)));
                }
                gaps.push(gap);
                last_operator = Some((here, written));
                continue;
            }
            if gaps.len() < elements.len() {
                gaps.push(Gap::Plain);
            }
            let kind = self.element(depth)?;
            elements.push(Element {
                kind,
                written: self.written(here, self.at),
            });
            last_operator = None;
        }
        if let Some((at, written)) = last_operator {
            return Err(self.error(at, PatternFault::LoneOperator(written)));
        }
        if elements.is_empty() {
            let fault = match self.peek() {
                Some(stray @ ('|' | ')')) if depth == 0 => PatternFault::Stray(stray),
                _ if depth > 0 => PatternFault::EmptyAlternative,
                _ => PatternFault::Empty,
            };
            return Err(self.error(if depth > 0 { self.at } else { start }, fault));
        }
        if elements.len() > MOST_ELEMENTS {
            let fault = PatternFault::TooManyElements(elements.len());
            return Err(self.error(start, fault));
        }
        Ok(Sequence { elements, gaps })
    }

    /// Takes `~`, `~5`, `~>`, `~5>` or `>` if it stands alone.
    fn operator(&mut self) -> Option<Gap> {
        let mut at = self.at;
        let gap = match self.characters.get(at)? {
            '>' => {
                at += 1;
                Gap::Before
            }
            '~' => {
                at += 1;
                let digits = at;
                while self.characters.get(at).is_some_and(char::is_ascii_digit) {
                    at += 1;
                }
                let words = self.written(digits, at).parse().unwrap_or(NEAR);
                let ordered = self.characters.get(at) == Some(&'>');
                at += usize::from(ordered);
                Gap::Near { words, ordered }
            }
            _ => return None,
        };
        let stands_alone = self.characters.get(at).is_none_or(|next| ends_word(*next));
        stands_alone.then(|| {
            self.at = at;
            gap
        })
    }

    fn element(&mut self, depth: usize) -> Result<ElementKind, PatternError> {
        match self.peek() {
            Some('(') => self.group(depth),
            Some('<') => self.quantity(),
            Some('"') => self.quoted(),
            Some('=') => self.exact(),
            _ => self.word(),
        }
    }

    fn group(&mut self, depth: usize) -> Result<ElementKind, PatternError> {
        let start = self.at;
        if depth >= MOST_DEPTH {
            return Err(self.error(start, PatternFault::TooDeep));
        }
        let mut alternatives: Vec<Sequence> = Vec::new();
        loop {
            self.at += 1;
            let here = self.at;
            let alternative = match self.sequence(depth + 1) {
                Err(error)
                    if error.fault == PatternFault::EmptyAlternative && self.peek().is_none() =>
                {
                    return Err(self.error(start, PatternFault::OpenGroup));
                }
                other => other?,
            };
            if alternatives.contains(&alternative) {
                self.warnings.push(PatternWarning {
                    column: here + 1,
                    message: format!(
                        "the alternative `{}` stands twice",
                        self.written(here, self.at).trim()
                    ),
                });
            }
            alternatives.push(alternative);
            match self.peek() {
                Some('|') => {}
                Some(_) => break,
                None => return Err(self.error(start, PatternFault::OpenGroup)),
            }
        }
        self.at += 1;
        self.alternatives += alternatives.len();
        if self.alternatives > MOST_ALTERNATIVES {
            let fault = PatternFault::TooManyAlternatives(self.alternatives);
            return Err(self.error(start, fault));
        }
        Ok(ElementKind::Group(alternatives))
    }

    fn quantity(&mut self) -> Result<ElementKind, PatternError> {
        let start = self.at;
        let Some(length) = self.characters[start..].iter().position(|&c| c == '>') else {
            return Err(self.error(start, PatternFault::OpenQuantity));
        };
        let body = self.written(start + 1, start + length);
        self.at = start + length + 1;
        Wanted::parse(&body)
            .map(ElementKind::Quantity)
            .map_err(|fault| self.error(start, fault))
    }

    fn quoted(&mut self) -> Result<ElementKind, PatternError> {
        let start = self.at;
        let rest = &self.characters[start + 1..];
        let Some(length) = rest.iter().position(|&c| c == '"') else {
            return Err(self.error(start, PatternFault::OpenQuote));
        };
        self.at = start + length + 2;
        self.exact_text(start, start + 1, start + 1 + length)
    }

    fn exact(&mut self) -> Result<ElementKind, PatternError> {
        let start = self.at;
        self.at += 1;
        if self.peek() == Some('(') {
            let mut open = 0_usize;
            let end = self.characters[self.at..].iter().position(|&character| {
                match character {
                    '(' => open += 1,
                    ')' => open -= 1,
                    _ => {}
                }
                open == 0
            });
            let Some(length) = end else {
                return Err(self.error(start + 1, PatternFault::OpenGroup));
            };
            let (first, last) = (self.at + 1, self.at + length);
            self.at = last + 1;
            return self.exact_text(start, first, last);
        }
        let word = self.take_word();
        if word.is_empty() {
            return Err(self.error(start, PatternFault::LoneExact));
        }
        Ok(ElementKind::Exact(fold(&word)))
    }

    fn exact_text(
        &self,
        start: usize,
        first: usize,
        last: usize,
    ) -> Result<ElementKind, PatternError> {
        let text = fold(&self.written(first, last));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Err(self.error(start, PatternFault::LoneExact));
        }
        Ok(ElementKind::ExactText(text))
    }

    fn take_word(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(|character| !ends_word(character)) {
            self.at += 1;
        }
        self.written(start, self.at)
    }

    fn word(&mut self) -> Result<ElementKind, PatternError> {
        let start = self.at;
        let word = fold(&self.take_word());
        if word == "*" {
            return Err(self.error(start, PatternFault::LoneStar));
        }
        if !word.contains('/')
            && let Some(star) = word.find('*')
        {
            if star + 1 < word.len() {
                return Err(self.error(start, PatternFault::InnerStar));
            }
            let mut begin = word[..star].chars().take(3);
            if let Some(sign) = begin.find(|c| !c.is_alphanumeric()) {
                return Err(self.error(start, PatternFault::SignInPrefix(sign)));
            }
            if word[..star].chars().count() < 3 {
                return Err(self.error(start, PatternFault::ShortPrefix));
            }
            return Ok(ElementKind::Prefix(word[..star].to_owned()));
        }
        if is_negator(&word) || word.ends_with("n't") {
            return Ok(ElementKind::Negator);
        }
        Ok(ElementKind::Word(
            word.strip_suffix("'s").unwrap_or(&word).to_owned(),
        ))
    }
}

/// Whether every word at every depth stands in nearly every sentence.
fn is_only_stop_words(sequence: &Sequence) -> bool {
    sequence.elements.iter().all(|element| match &element.kind {
        ElementKind::Word(word) => is_stop_word(word),
        ElementKind::Group(alternatives) => alternatives.iter().all(is_only_stop_words),
        _ => false,
    })
}
