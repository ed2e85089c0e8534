//! Reads formulas of authors and workings of learners.

use super::{
    amount::{Conventions, Measure},
    expression::Expression,
    fault::{SheetFault, SheetFaultKind},
    lexicon,
    token::{Piece, Token, tokens},
};

/// How deep parentheses may be.
const MOST_DEPTH: usize = 24;

/// What a formula may name, and how units are taken.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Language<'a> {
    /// Rows and givens in small letters; their places are those of [`Expression::Name`].
    pub names: &'a [String],
    /// Prices in small letters; their places follow those of the names.
    pub prices: &'a [String],
    /// What a gigabyte and a month are.
    pub conventions: Conventions,
    /// Whether unknown words behind a number are what is counted, and a remark may follow.
    pub lenient: bool,
}

/// A working, and where it ends and a remark begins.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Parsed {
    /// What is to be worked out.
    pub expression: Expression,
    /// One past its last byte.
    pub end: usize,
}

/// Reads `text`.
pub(in super::super) fn parse(text: &str, language: Language<'_>) -> Result<Parsed, SheetFault> {
    let tokens = tokens(text)?;
    let mut parser = Parser {
        text,
        tokens: &tokens,
        at: 0,
        depth: 0,
        language,
    };
    let expression = parser.sum()?;
    parser.finish()?;
    let end = parser.behind();
    Ok(Parsed { expression, end })
}

pub(super) struct Parser<'a> {
    text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    depth: usize,
    pub(super) language: Language<'a>,
}

impl<'a> Parser<'a> {
    pub(super) fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    pub(super) fn ahead(&self, by: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + by)
    }

    pub(super) fn behind(&self) -> usize {
        self.at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(0, |token| token.end)
    }

    pub(super) fn word(&self) -> Option<&'a str> {
        match self.peek() {
            Some(Token {
                piece: Piece::Word(word),
                ..
            }) => Some(word),
            _ => None,
        }
    }

    pub(super) fn sign(&self) -> Option<char> {
        match self.peek() {
            Some(Token {
                piece: Piece::Sign(sign),
                ..
            }) => Some(*sign),
            _ => None,
        }
    }

    pub(super) fn fault<T>(
        &self,
        token: Option<&Token>,
        kind: SheetFaultKind,
    ) -> Result<T, SheetFault> {
        let (start, end) = token.map_or((self.text.len(), self.text.len()), |token| {
            (token.start, token.end)
        });
        Err(SheetFault { start, end, kind })
    }

    pub(super) fn written(&self, token: &Token) -> String {
        self.text
            .get(token.start..token.end)
            .unwrap_or_default()
            .to_owned()
    }

    /// Nothing may follow but a remark.
    fn finish(&mut self) -> Result<(), SheetFault> {
        let Some(token) = self.peek() else {
            return Ok(());
        };
        match &token.piece {
            Piece::Close => self.fault(Some(token), SheetFaultKind::Unopened),
            Piece::Pause | Piece::Open if self.language.lenient => Ok(()),
            Piece::Word(_) if self.language.lenient && !self.follows_more() => Ok(()),
            Piece::Word(word) => self.unknown(token, word),
            Piece::Sign('+') if self.language.lenient && self.at + 1 == self.tokens.len() => Ok(()),
            _ => {
                let before = self.written(token);
                self.fault(Some(token), SheetFaultKind::OperatorMissing { before })
            }
        }
    }

    /// Whether the rest after a word is still arithmetic, so that the word cannot be a remark.
    fn follows_more(&self) -> bool {
        matches!(
            self.ahead(1).map(|token| &token.piece),
            Some(Piece::Sign('*' | '/' | '^' | '+') | Piece::Price(_))
        )
    }

    pub(super) fn both(
        &self,
        sign: char,
        left: Expression,
        right: Expression,
        from: usize,
    ) -> Expression {
        let start = self.tokens.get(from).map_or(0, |token| token.start);
        Expression::Both {
            sign,
            left: Box::new(left),
            right: Box::new(right),
            span: (start, self.behind()),
        }
    }

    fn sum(&mut self) -> Result<Expression, SheetFault> {
        let mut left = self.product()?;
        loop {
            let sign = match (self.sign(), self.word()) {
                (Some(sign @ ('+' | '-')), _) => sign,
                (None, Some(word)) => match lexicon::operator(word) {
                    Some(sign @ ('+' | '-')) if self.ahead(1).is_some_and(starts_number) => sign,
                    _ => return Ok(left),
                },
                _ => return Ok(left),
            };
            // "3k+"
            let is_tight = self.peek().is_some_and(|token| token.tight);
            let is_last = self.at + 1 == self.tokens.len();
            if self.language.lenient && sign == '+' && is_last && is_tight {
                return Ok(left);
            }
            self.at += 1;
            let from = self.at;
            let right = self.product()?;
            left = self.both(sign, left, right, from);
        }
    }

    fn product(&mut self) -> Result<Expression, SheetFault> {
        let mut left = self.signed()?;
        while let Some(sign) = self.multiplication() {
            let from = self.at;
            let right = self.signed()?;
            left = self.both(sign, left, right, from);
        }
        Ok(left)
    }

    /// Takes `*`, `/` or a word for them; a parenthesis without a blank before multiplies.
    fn multiplication(&mut self) -> Option<char> {
        if let Some(sign @ ('*' | '/')) = self.sign() {
            self.at += 1;
            return Some(sign);
        }
        if matches!(
            self.peek(),
            Some(Token {
                piece: Piece::Open,
                tight: true,
                ..
            })
        ) {
            return Some('*');
        }
        let word = self.word()?;
        if lexicon::is_adverb_of_time(word) {
            return Some('/');
        }
        let sign = lexicon::operator(word).filter(|sign| matches!(sign, '*' | '/'))?;
        let mut taken = 1;
        if matches!(word, "multiplied" | "divided") && self.is_word(1, "by") {
            taken = 2;
        }
        let next = self.ahead(taken)?;
        let article = matches!(word, "a" | "an" | "each" | "every" | "over");
        let is_more = match &next.piece {
            Piece::Word(next) if article => {
                lexicon::unit(next, self.language.conventions).is_some()
            }
            Piece::Word(next) => self.is_operand(next),
            piece => !article && starts_number_piece(piece),
        };
        is_more.then(|| {
            self.at += taken;
            sign
        })
    }

    fn is_word(&self, ahead: usize, wanted: &str) -> bool {
        matches!(self.ahead(ahead), Some(Token { piece: Piece::Word(word), .. }) if word == wanted)
    }

    /// Whether a word can stand where a number does.
    pub(super) fn is_operand(&self, word: &str) -> bool {
        self.known(word).is_some()
            || lexicon::unit(word, self.language.conventions).is_some()
            || lexicon::multiplier(word).is_some()
            || lexicon::number(word).is_some()
            || lexicon::chinese_unit(word).is_some()
            || lexicon::chinese_multiplier(word).is_some()
    }

    pub(super) fn known(&self, word: &str) -> Option<usize> {
        let folded = word.to_lowercase();
        let same = |name: &String| *name == folded || name.replace('-', "_") == folded;
        self.language.names.iter().position(same)
    }

    fn signed(&mut self) -> Result<Expression, SheetFault> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return self.fault(self.peek(), SheetFaultKind::TooDeep);
        }
        while self.language.lenient
            && self
                .word()
                .is_some_and(|word| self.known(word).is_none() && lexicon::is_filler(word))
        {
            self.at += 1;
        }
        let result = match self.sign() {
            Some('-') => {
                self.at += 1;
                self.signed()
                    .map(|inner| Expression::Negative(Box::new(inner)))
            }
            Some('+') => {
                self.at += 1;
                self.signed()
            }
            _ => self.power(),
        };
        self.depth -= 1;
        result
    }

    fn power(&mut self) -> Result<Expression, SheetFault> {
        let left = self.operand()?;
        if self.sign() != Some('^') {
            return Ok(left);
        }
        self.at += 1;
        let from = self.at;
        let right = self.signed()?;
        Ok(self.both('^', left, right, from))
    }

    fn operand(&mut self) -> Result<Expression, SheetFault> {
        let Some(token) = self.peek() else {
            return self.missing();
        };
        match &token.piece {
            Piece::Number(number) => {
                self.at += 1;
                self.quantity(*number, Measure::ONE, true)
            }
            Piece::Sign(sign @ ('$' | '€' | '¥')) => {
                self.at += 1;
                self.money(*sign)
            }
            Piece::Price(name) => {
                self.at += 1;
                self.price(token, name)
            }
            Piece::Open => self.parenthesis(token),
            Piece::Word(word) => self.named(token, word),
            Piece::Close if self.at == 0 => self.fault(Some(token), SheetFaultKind::Unopened),
            _ => self.missing(),
        }
    }

    pub(super) fn missing<T>(&self) -> Result<T, SheetFault> {
        if self.tokens.is_empty() {
            return self.fault(None, SheetFaultKind::Empty);
        }
        let last = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        let after = last.map(|token| self.written(token)).unwrap_or_default();
        self.fault(
            last.or_else(|| self.peek()),
            SheetFaultKind::NumberMissing { after },
        )
    }

    fn parenthesis(&mut self, open: &Token) -> Result<Expression, SheetFault> {
        self.at += 1;
        let inner = self.sum()?;
        match self.peek() {
            Some(Token {
                piece: Piece::Close,
                ..
            }) => self.at += 1,
            None => return self.fault(Some(open), SheetFaultKind::Unclosed),
            Some(_) => {
                self.skip_remark()?;
            }
        }
        Ok(match self.units()? {
            Some((unit, _)) => {
                let from = self.at;
                let unit = Expression::Quantity {
                    number: 1.0,
                    unit,
                    bare: false,
                };
                self.both('*', inner, unit, from)
            }
            None => inner,
        })
    }

    /// `(100 nodes at peak)`: words up to the parenthesis.
    fn skip_remark(&mut self) -> Result<(), SheetFault> {
        self.finish()?;
        while let Some(token) = self.peek() {
            self.at += 1;
            if token.piece == Piece::Close {
                return Ok(());
            }
        }
        self.fault(None, SheetFaultKind::Unclosed)
    }
}

const fn starts_number_piece(piece: &Piece) -> bool {
    matches!(
        piece,
        Piece::Number(_) | Piece::Open | Piece::Price(_) | Piece::Sign('$' | '€' | '¥')
    )
}

pub(super) fn starts_number(token: &Token) -> bool {
    starts_number_piece(&token.piece) || matches!(token.piece, Piece::Word(_))
}
