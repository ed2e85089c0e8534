//! A working cut into numbers, words and signs, each with its place.

use super::fault::{SheetFault, SheetFaultKind};

/// The most bytes a working may have.
pub(in super::super) const MOST_BYTES: usize = 600;

/// What a piece of a working is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// A number without its unit.
    Number(f64),
    /// A word, as written; names may have hyphens.
    Word(String),
    /// `price(name)`: the name, folded to small letters.
    Price(String),
    /// `+ - * / ^ %` or a currency sign.
    Sign(char),
    /// `(`.
    Open,
    /// `)`.
    Close,
    /// A comma or semicolon behind which people remark something.
    Pause,
}

/// A piece and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    /// What it is.
    pub piece: Piece,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Whether nothing stands between it and the piece before.
    pub tight: bool,
}

/// Cuts `text` into tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, SheetFault> {
    if text.len() > MOST_BYTES {
        let kind = SheetFaultKind::TooLong { most: MOST_BYTES };
        return Err(SheetFault {
            start: MOST_BYTES,
            end: text.len(),
            kind,
        });
    }
    let mut cutter = Cutter {
        characters: folded(text),
        at: 0,
        length: text.len(),
        tokens: Vec::new(),
    };
    while cutter.at < cutter.characters.len() {
        cutter.step()?;
    }
    Ok(cutter.tokens)
}

/// Every character with the byte where it began; full-width forms and other shapes of signs folded.
fn folded(text: &str) -> Vec<(usize, char)> {
    let fold = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' => ' ',
        '×' | '·' | '⋅' | '∗' | '✕' | '•' => '*',
        '÷' | '∕' | '⁄' => '/',
        '−' | '‐' | '‑' => '-',
        '、' => ',',
        '’' | '‘' => '\'',
        '∼' | '≈' | '≃' | '≅' => '~',
        other => other,
    };
    text.char_indices()
        .map(|(at, character)| (at, fold(character)))
        .collect()
}

struct Cutter {
    characters: Vec<(usize, char)>,
    at: usize,
    length: usize,
    tokens: Vec<Token>,
}

impl Cutter {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.characters
            .get(self.at + ahead)
            .map(|&(_, character)| character)
    }

    fn byte(&self, at: usize) -> usize {
        self.characters
            .get(at)
            .map_or(self.length, |&(byte, _)| byte)
    }

    fn written(&self, from: usize) -> String {
        self.characters[from..self.at]
            .iter()
            .map(|&(_, character)| character)
            .collect()
    }

    fn is_digit(&self, ahead: usize) -> bool {
        self.peek(ahead)
            .is_some_and(|character| character.is_ascii_digit())
    }

    fn push(&mut self, from: usize, piece: Piece) {
        let (start, end) = (self.byte(from), self.byte(self.at));
        let tight = self.tokens.last().is_some_and(|last| last.end == start);
        self.tokens.push(Token {
            piece,
            start,
            end,
            tight,
        });
    }

    fn fault<T>(&self, from: usize, kind: SheetFaultKind) -> Result<T, SheetFault> {
        let (start, end) = (self.byte(from), self.byte(self.at));
        Err(SheetFault { start, end, kind })
    }

    fn step(&mut self) -> Result<(), SheetFault> {
        let from = self.at;
        let Some(character) = self.peek(0) else {
            return Ok(());
        };
        if character.is_ascii_digit() || character == '.' && self.is_digit(1) {
            return self.number(from);
        }
        if character.is_alphabetic() || character == '_' || character == '°' {
            self.word(from, character);
            return Ok(());
        }
        self.at += 1;
        match character {
            '*' if self.peek(0) == Some('*') => {
                self.at += 1;
                self.push(from, Piece::Sign('^'));
            }
            '–' | '—' if from > 0 && self.is_digit(0) && self.ends_in_digit(from) => {
                return self.fault(from, SheetFaultKind::Range);
            }
            '–' | '—' => self.push(from, Piece::Sign('-')),
            '+' | '-' | '*' | '/' | '^' | '%' | '$' | '€' | '¥' => {
                self.push(from, Piece::Sign(character));
            }
            '(' | '[' => self.push(from, Piece::Open),
            ')' | ']' => self.push(from, Piece::Close),
            ',' | ';' | ':' => self.push(from, Piece::Pause),
            '.' | '。' | '!' | '?' if self.peek(0).is_none_or(char::is_whitespace) => {
                self.push(from, Piece::Pause);
            }
            // "about", and the marks of bold and code
            '~' | '`' | '"' | '\'' => {}
            blank if blank.is_whitespace() => {}
            other => return self.fault(from, SheetFaultKind::Character { character: other }),
        }
        Ok(())
    }

    fn ends_in_digit(&self, before: usize) -> bool {
        self.characters[before - 1].1.is_ascii_digit()
    }

    /// Digits with a point, an exponent, and commas, blanks, apostrophes or underscores between thousands.
    fn number(&mut self, from: usize) -> Result<(), SheetFault> {
        let mut plain = String::new();
        let mut separator = None;
        let mut groups = 0;
        loop {
            while let Some(digit) = self.peek(0).filter(char::is_ascii_digit) {
                plain.push(digit);
                self.at += 1;
            }
            let next = self.peek(0);
            let group = matches!(next, Some(',' | '\'' | '_' | ' '))
                && (1..=3).all(|ahead| self.is_digit(ahead))
                && !self.is_digit(4)
                && separator.is_none_or(|known| Some(known) == next)
                && (groups > 0 || plain.len() <= 3);
            if !group {
                break;
            }
            separator = next;
            groups += 1;
            self.at += 1;
        }
        if matches!(self.peek(0), Some(',' | '_')) && self.is_digit(1) {
            return self.decimal_comma(from);
        }
        if self.peek(0) == Some('.') && self.is_digit(1) {
            plain.push('.');
            self.at += 1;
            while let Some(digit) = self.peek(0).filter(char::is_ascii_digit) {
                plain.push(digit);
                self.at += 1;
            }
            if self.peek(0) == Some('.') && self.is_digit(1)
                || self.peek(0) == Some(',') && self.is_digit(1)
            {
                return self.decimal_comma(from);
            }
        } else if self.peek(0) == Some('.') && self.peek(1).is_some_and(char::is_alphabetic) {
            // "5.GB" is a slip for 5 GB
            self.at += 1;
        }
        let signed = matches!(self.peek(1), Some('+' | '-')) && self.is_digit(2);
        if matches!(self.peek(0), Some('e' | 'E')) && (self.is_digit(1) || signed) {
            plain.push('e');
            self.at += 1;
            plain.extend(self.peek(0));
            self.at += 1;
            while let Some(digit) = self.peek(0).filter(char::is_ascii_digit) {
                plain.push(digit);
                self.at += 1;
            }
        }
        match plain.parse::<f64>() {
            Ok(number) if number.is_finite() => {
                self.push(from, Piece::Number(number));
                Ok(())
            }
            _ => {
                let number = self.written(from);
                self.fault(from, SheetFaultKind::NotANumber { number })
            }
        }
    }

    fn decimal_comma(&mut self, from: usize) -> Result<(), SheetFault> {
        while self.is_digit(0) || matches!(self.peek(0), Some(',' | '.' | '_')) && self.is_digit(1)
        {
            self.at += 1;
        }
        let number = self.written(from);
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let point = match number.rsplit_once([',', '.', '_']) {
            Some((before, after)) if number.matches([',', '.', '_']).count() == 1 => {
                format!("{before}.{after}")
            }
            _ => digits,
        };
        self.fault(from, SheetFaultKind::DecimalComma { number, point })
    }

    /// Letters, digits and underscores; hyphens inside; `price(…)` as one.
    fn word(&mut self, from: usize, first: char) {
        let after_operand = matches!(
            self.tokens.last().map(|last| &last.piece),
            Some(Piece::Number(_) | Piece::Close)
        );
        if matches!(first, 'x' | 'X') && self.is_digit(1) && after_operand {
            self.at += 1;
            return self.push(from, Piece::Sign('*'));
        }
        let is_cjk = |character: char| {
            !character.is_ascii() && character.is_alphabetic() && !('À'..='ʯ').contains(&character)
        };
        if is_cjk(first) {
            while self.peek(0).is_some_and(is_cjk) {
                self.at += 1;
            }
            let word = self.written(from);
            return self.push(from, Piece::Word(word));
        }
        while let Some(character) = self.peek(0) {
            let inside = character.is_alphanumeric() && !is_cjk(character)
                || character == '_'
                || character == '°';
            let joint = character == '-'
                && self
                    .peek(1)
                    .is_some_and(|next| next.is_ascii_alphanumeric());
            if !inside && !joint {
                break;
            }
            self.at += 1;
        }
        let word = self.written(from);
        if word.eq_ignore_ascii_case("price") && self.peek(0) == Some('(') {
            let rest = &self.characters[self.at + 1..];
            if let Some(length) = rest.iter().position(|&(_, character)| character == ')') {
                let name: String = rest[..length]
                    .iter()
                    .map(|&(_, character)| character)
                    .collect();
                self.at += length + 2;
                return self.push(from, Piece::Price(name.trim().to_lowercase()));
            }
        }
        self.push(from, Piece::Word(word));
    }
}
