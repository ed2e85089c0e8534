//! Operands that begin with a word or a sign: names, prices, money, units that stand for one.

use super::{
    amount::Measure,
    expression::Expression,
    fault::{SheetFault, SheetFaultKind},
    lexicon,
    parser::Parser,
    token::{Piece, Token},
};

impl Parser<'_> {
    pub(super) fn money(&mut self, sign: char) -> Result<Expression, SheetFault> {
        let unit = Measure::of(sign.encode_utf8(&mut [0; 4]), self.language.conventions)
            .unwrap_or(Measure::ONE);
        match self.peek() {
            Some(Token {
                piece: Piece::Number(number),
                ..
            }) => {
                self.at += 1;
                self.quantity(*number, unit, false)
            }
            _ => self.missing(),
        }
    }

    pub(super) fn price(&mut self, token: &Token, name: &str) -> Result<Expression, SheetFault> {
        let place = self.language.prices.iter().position(|known| known == name);
        let Some(place) = place else {
            let known = self.language.prices.iter();
            let near = known
                .map(|known| (strsim::osa_distance(known, name), known))
                .filter(|(distance, known)| *distance <= 1 + known.len() / 4)
                .min()
                .map(|(_, known)| known.clone());
            return self.fault(
                Some(token),
                SheetFaultKind::UnknownPrice {
                    name: name.to_owned(),
                    near,
                },
            );
        };
        let index = self.language.names.len() + place;
        Ok(Expression::Name {
            index,
            span: (token.start, token.end),
        })
    }

    /// A name, a unit that stands for one of it, a number in words; `a-b` is a difference of names.
    pub(super) fn named(&mut self, token: &Token, word: &str) -> Result<Expression, SheetFault> {
        let span = (token.start, token.end);
        if let Some(index) = self.known(word) {
            self.at += 1;
            if self.language.lenient {
                self.units()?;
            }
            return Ok(Expression::Name { index, span });
        }
        if let Some(difference) = self.difference(token, word) {
            self.at += 1;
            return Ok(difference);
        }
        let money = ["USD", "US", "EUR", "RMB", "CNY"]
            .iter()
            .any(|code| word.eq_ignore_ascii_case(code));
        if money && let Some(next) = self.ahead(1) {
            // "USD 500", "US$500"
            match &next.piece {
                Piece::Number(number) => {
                    self.at += 2;
                    let unit =
                        lexicon::unit(word, self.language.conventions).unwrap_or(Measure::ONE);
                    return self.quantity(*number, unit, false);
                }
                Piece::Sign('$') => {
                    self.at += 2;
                    return self.money('$');
                }
                _ => {}
            }
        }
        if let Some(number) = lexicon::number(word) {
            self.at += 1;
            return self.quantity(number, Measure::ONE, true);
        }
        if let Some((times, length)) = lexicon::chinese_multiplier(word)
            && length == word.len()
        {
            self.at += 1;
            return self.quantity(times, Measure::ONE, true);
        }
        if self.at > 0
            && let Some(times) = lexicon::multiplier(word)
        {
            self.at += 1;
            return self.quantity(times, Measure::ONE, true);
        }
        let is_unit = lexicon::unit(word, self.language.conventions).is_some()
            || lexicon::chinese_unit(word).is_some();
        if is_unit
            && self.at > 0
            && let Some((unit, _)) = self.units()?
        {
            return Ok(Expression::Quantity {
                number: 1.0,
                unit,
                bare: false,
            });
        }
        if lexicon::is_adverb_of_time(word)
            && let Some(unit) = lexicon::unit(word, self.language.conventions)
        {
            self.at += 1;
            return Ok(Expression::Quantity {
                number: 1.0,
                unit,
                bare: false,
            });
        }
        // "/snapshot": what is counted has no unit
        let divides = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        let divides = divides.is_some_and(|last| match &last.piece {
            Piece::Sign('/') => true,
            Piece::Word(word) => lexicon::operator(word) == Some('/'),
            _ => false,
        });
        if self.language.lenient && divides {
            self.at += 1;
            return Ok(Expression::Quantity {
                number: 1.0,
                unit: Measure::ONE,
                bare: false,
            });
        }
        self.unknown(token, word)
    }

    /// `put-get`, where both are names.
    fn difference(&self, token: &Token, word: &str) -> Option<Expression> {
        for (place, _) in word
            .match_indices('-')
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
        {
            let (left, right) = (&word[..place], &word[place + 1..]);
            if let (Some(left), Some(right)) = (self.known(left), self.known(right)) {
                let middle = token.start + place;
                return Some(Expression::Both {
                    sign: '-',
                    left: Box::new(Expression::Name {
                        index: left,
                        span: (token.start, middle),
                    }),
                    right: Box::new(Expression::Name {
                        index: right,
                        span: (middle + 1, token.end),
                    }),
                    span: (token.start, token.end),
                });
            }
        }
        None
    }

    pub(super) fn unknown<T>(&self, token: &Token, word: &str) -> Result<T, SheetFault> {
        let folded = word.to_lowercase();
        let near = self
            .language
            .names
            .iter()
            .map(|name| (strsim::osa_distance(name, &folded), name))
            .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
            .min()
            .map(|(_, name)| name.clone());
        self.fault(
            Some(token),
            SheetFaultKind::UnknownName {
                name: word.to_owned(),
                near,
            },
        )
    }
}
