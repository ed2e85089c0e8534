//! A number with what people put behind it: multipliers, units, what is counted.

use super::{
    amount::{Conventions, Measure},
    expression::Expression,
    fault::SheetFault,
    lexicon,
    parser::{Parser, starts_number},
    token::{Piece, Token},
};

impl Parser<'_> {
    /// A number with what follows it: multipliers, `%`, units, what is counted.
    pub(super) fn quantity(
        &mut self,
        number: f64,
        money: Measure,
        bare: bool,
    ) -> Result<Expression, SheetFault> {
        let mut number = number;
        let mut unit = money;
        let mut bare = bare;
        self.multipliers(&mut number, !bare);
        if self.sign() == Some('%') {
            self.at += 1;
            number /= 100.0;
            bare = false;
            if let Some(index) = self.word().and_then(|word| self.known(word)) {
                // "95% kms"
                let token = &self.tokens[self.at];
                self.at += 1;
                let share = Expression::Quantity { number, unit, bare };
                let name = Expression::Name {
                    index,
                    span: (token.start, token.end),
                };
                return Ok(self.both('*', share, name, self.at - 1));
            }
        }
        if let Some((more, counts)) = self.units()? {
            unit = unit.times(more);
            bare = false;
            let _ = counts;
        }
        Ok(Expression::Quantity { number, unit, bare })
    }

    fn multipliers(&mut self, number: &mut f64, is_money: bool) {
        while let Some(word) = self.word() {
            let tight = self.peek().is_some_and(|token| token.tight);
            if self.known(word).is_some() && !tight {
                return;
            }
            if let Some((times, length)) = lexicon::chinese_multiplier(word) {
                if length < word.len() {
                    return;
                }
                *number *= times;
            } else if let Some(times) = lexicon::multiplier(word) {
                *number *= times;
            } else if word == "B" && (tight || is_money) {
                *number *= 1e9;
            } else {
                return;
            }
            self.at += 1;
        }
    }

    /// The units and counted things that follow a number; `None` where none do.
    pub(super) fn units(&mut self) -> Result<Option<(Measure, bool)>, SheetFault> {
        let mut all: Option<(Measure, bool)> = None;
        // "5-minute"
        if self.sign() == Some('-')
            && let (
                Some(Token {
                    piece: Piece::Word(word),
                    tight: true,
                    ..
                }),
                Some(sign),
            ) = (self.ahead(1), self.peek())
            && sign.tight
            && self.known(word).is_none()
            && lexicon::unit(word, self.language.conventions).is_some()
        {
            self.at += 1;
        }
        loop {
            let (measure, counts) = match self.peek() {
                Some(Token {
                    piece: Piece::Sign(sign @ ('$' | '€' | '¥')),
                    ..
                }) => (
                    Measure::of(sign.encode_utf8(&mut [0; 4]), self.language.conventions),
                    false,
                ),
                Some(Token {
                    piece: Piece::Word(word),
                    tight,
                    ..
                }) => match self.unit_word(word, *tight, all.is_some()) {
                    Some(found) => (Some(found.0), found.1),
                    None => return Ok(all),
                },
                _ => return Ok(all),
            };
            self.at += 1;
            let known = all.map_or(Measure::ONE, |(measure, _)| measure);
            all = Some((known.times(measure.unwrap_or(Measure::ONE)), counts));
        }
    }

    /// The unit a word is, and whether it only says what is counted.
    fn unit_word(&self, word: &str, tight: bool, has_unit: bool) -> Option<(Measure, bool)> {
        let conventions = self.language.conventions;
        if lexicon::is_adverb_of_time(word) {
            return None;
        }
        if lexicon::operator(word).is_some() && self.is_operand_next() {
            return None;
        }
        if let Some(measure) = lexicon::unit(word, conventions) {
            let is_name = self.known(word).is_some() && !tight;
            return (!is_name || self.language.lenient).then_some((measure, false));
        }
        if let Some((measure, _)) = chinese(word, conventions) {
            return Some((measure, false));
        }
        let is_operator =
            lexicon::operator(word).is_some() && !(word == "x" && tight && !self.is_operand_next());
        let label = self.language.lenient
            && !is_operator
            && !has_unit_remark(word, has_unit)
            && (self.known(word).is_none() || !tight)
            && word.chars().count() > 1 | usize::from(tight);
        label.then_some((Measure::ONE, true))
    }

    fn is_operand_next(&self) -> bool {
        self.ahead(1).is_some_and(|token| match &token.piece {
            Piece::Word(word) => self.is_operand(word),
            _ => starts_number(token),
        })
    }
}

/// Chinese multipliers and units in one word, such as `万次每月`; the whole of it must be read.
fn chinese(word: &str, conventions: Conventions) -> Option<(Measure, usize)> {
    let mut rest = word;
    let mut measure = Measure::ONE;
    let mut below = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('每').or_else(|| rest.strip_prefix('/')) {
            below = true;
            rest = after;
            continue;
        }
        if let Some((times, length)) = lexicon::chinese_multiplier(rest) {
            measure = measure.times(Measure::scaled(times));
            rest = &rest[length..];
            continue;
        }
        let (name, length) = lexicon::chinese_unit(rest)?;
        let unit = Measure::of(name, conventions)?;
        measure = if below {
            measure.over(unit)
        } else {
            measure.times(unit)
        };
        below = false;
        rest = &rest[length..];
    }
    Some((measure, word.len()))
}

/// Words behind a unit that begin a remark.
fn has_unit_remark(word: &str, has_unit: bool) -> bool {
    const REMARKS: &[&str] = &[
        "because", "since", "as", "for", "at", "in", "on", "from", "with", "which", "mostly", "so",
        "before", "after", "to", "is", "are", "if", "when", "but", "or", "and", "total",
    ];
    REMARKS.contains(&word.to_lowercase().as_str()) && (has_unit || word.len() > 1)
}
