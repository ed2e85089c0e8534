//! The small language in which word rules are written, and how it is matched.
//!
//! Elements stand side by side: `a|b` one of the words, `@class` a word of a class, `_` any word, `...` up to four words,
//! a final `?` makes an element optional. `=a|b` and `!a|b` look ahead, `<a|b` and `<!a|b` look behind; in these, `^` is
//! the beginning of a clause and `$` its end. `[` and `]` bracket the words to quote. Nothing but a written `,` crosses a break.

use std::ops::Range;

use super::{
    lexicon::{belongs, is_class},
    token::{Token, TokenKind},
};

/// One word, class or edge of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Term {
    Word(String),
    Class(String),
    Any,
    Edge,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Element {
    One { terms: Vec<Term>, optional: bool },
    Gap,
    Ahead { terms: Vec<Term>, wanted: bool },
    Behind { terms: Vec<Term>, wanted: bool },
}

/// A parsed rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    elements: Vec<Element>,
    /// The elements to quote.
    quoted: Range<usize>,
}

/// Where a phrase matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The tokens to quote; never empty.
    pub quoted: Range<usize>,
    /// For each element that stands for words, in order, its tokens; empty where it was left out.
    pub parts: Vec<Range<usize>>,
}

impl Phrase {
    /// Parses `text`.
    ///
    /// # Errors
    /// Names the element that cannot be read.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut elements = vec![];
        let mut quoted = None;
        let mut quoted_end = None;
        for written in text.split_whitespace() {
            let written = match written.strip_prefix('[') {
                Some(inner) => {
                    quoted = Some(elements.len());
                    inner
                }
                None => written,
            };
            let (written, closes) = match written.strip_suffix(']') {
                Some(inner) => (inner, true),
                None => (written, false),
            };
            elements.push(element(written)?);
            if closes {
                quoted_end = Some(elements.len());
            }
        }
        if elements.is_empty() {
            return Err("an empty phrase".into());
        }
        let quoted = quoted.unwrap_or(0)..quoted_end.unwrap_or(elements.len());
        Ok(Self { elements, quoted })
    }

    /// The words a match can begin with; `None` where any word can.
    pub fn first_words(&self) -> Option<Vec<&str>> {
        let first = self
            .elements
            .iter()
            .find(|element| matches!(element, Element::One { .. } | Element::Gap))?;
        let Element::One {
            terms,
            optional: false,
        } = first
        else {
            return None;
        };
        terms
            .iter()
            .map(|term| match term {
                Term::Word(word) => Some(word.as_str()),
                _ => None,
            })
            .collect()
    }

    /// The match that begins at token `at`.
    pub fn match_at(&self, tokens: &[Token], at: usize) -> Option<Match> {
        let mut spans = vec![];
        if !step(&self.elements, tokens, at, &mut spans) {
            return None;
        }
        let quoted: Vec<_> = spans[self.quoted.clone()]
            .iter()
            .filter(|span| !span.is_empty())
            .collect();
        let quoted = quoted.first()?.start..quoted.last()?.end;
        let parts = self
            .elements
            .iter()
            .zip(spans)
            .filter(|(element, _)| matches!(element, Element::One { .. } | Element::Gap))
            .map(|(_, span)| span)
            .collect();
        Some(Match { quoted, parts })
    }
}

fn element(written: &str) -> Result<Element, String> {
    if written == "..." {
        return Ok(Element::Gap);
    }
    if let Some(words) = written.strip_prefix("<!") {
        return Ok(Element::Behind {
            terms: terms(words)?,
            wanted: false,
        });
    }
    if let Some(words) = written.strip_prefix('<') {
        return Ok(Element::Behind {
            terms: terms(words)?,
            wanted: true,
        });
    }
    if let Some(words) = written.strip_prefix('!') {
        return Ok(Element::Ahead {
            terms: terms(words)?,
            wanted: false,
        });
    }
    if let Some(words) = written.strip_prefix('=') {
        return Ok(Element::Ahead {
            terms: terms(words)?,
            wanted: true,
        });
    }
    let (words, optional) = match written.strip_suffix('?') {
        Some(words) => (words, true),
        None => (written, false),
    };
    Ok(Element::One {
        terms: terms(words)?,
        optional,
    })
}

fn terms(words: &str) -> Result<Vec<Term>, String> {
    words
        .split('|')
        .map(|word| match word {
            "" => Err(format!("an empty word in `{words}`")),
            "_" => Ok(Term::Any),
            "^" | "$" => Ok(Term::Edge),
            class if class.starts_with('@') => is_class(class)
                .then(|| Term::Class(class.into()))
                .ok_or_else(|| format!("no class `{class}`")),
            word => Ok(Term::Word(word.into())),
        })
        .collect()
}

/// Whether `token`, or the edge of the text, is one of the terms.
fn fits(token: Option<&Token>, terms: &[Term]) -> bool {
    terms.iter().any(|term| match (term, token) {
        (Term::Edge, None) => true,
        (_, None) => false,
        (Term::Edge, Some(token)) => token.is_break(),
        (Term::Any, Some(token)) => !token.is_break(),
        (Term::Word(word), Some(token)) if word == "," => token.kind == TokenKind::Comma,
        (Term::Word(word), Some(token)) => token.is(word),
        (Term::Class(class), Some(token)) => belongs(token, class),
    })
}

/// Matches `elements` from token `at` on, trying the longer reading of an optional element first.
fn step(elements: &[Element], tokens: &[Token], at: usize, spans: &mut Vec<Range<usize>>) -> bool {
    let Some((first, rest)) = elements.split_first() else {
        return true;
    };
    let most = match first {
        Element::Ahead { terms, wanted } => {
            if fits(tokens.get(at), terms) != *wanted {
                return false;
            }
            0
        }
        Element::Behind { terms, wanted } => {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            if fits(before, terms) != *wanted {
                return false;
            }
            0
        }
        Element::One { terms, optional } => {
            let here = tokens.get(at).is_some() && fits(tokens.get(at), terms);
            if here {
                spans.push(at..at + 1);
                if step(rest, tokens, at + 1, spans) {
                    return true;
                }
                spans.pop();
            }
            if !optional {
                return false;
            }
            0
        }
        Element::Gap => tokens[at.min(tokens.len())..]
            .iter()
            .take(4)
            .take_while(|token| !token.is_break())
            .count(),
    };
    (0..=most).any(|width| {
        spans.push(at..at + width);
        let matched = step(rest, tokens, at + width, spans);
        if !matched {
            spans.pop();
        }
        matched
    })
}

#[cfg(test)]
mod tests {
    use super::{super::reading::read, *};

    #[track_caller]
    fn case(phrase: &str, answer: &str, expected: Option<&str>) {
        let phrase = Phrase::parse(phrase).unwrap();
        let tokens = read(answer);
        let found = (0..tokens.len())
            .find_map(|at| phrase.match_at(&tokens, at))
            .map(|found| {
                let first = &tokens[found.quoted.start];
                let last = &tokens[found.quoted.end - 1];
                &answer[first.start..last.end]
            });
        assert_eq!(found, expected);
    }

    #[test]
    fn words_classes_and_gaps_are_found_in_order() {
        case(
            "discuss|discussed about",
            "We Discussed about it.",
            Some("Discussed about"),
        );
        case(
            "more @comparative",
            "it is more faster",
            Some("more faster"),
        );
        case(
            "prefer ... than",
            "I prefer a rollback than a fix",
            Some("prefer a rollback than"),
        );
        case("can not? able", "we can't able to", Some("can't able"));
        case("will ... soon", "will update you all about it soon", None);
    }

    #[test]
    fn looking_around_takes_no_words() {
        case(
            "return back !pressure|pointers",
            "return back pointers",
            None,
        );
        case("<^ it fail", "so far, it fail", Some("it fail"));
        case("<^ it fail", "make it fail", None);
        case("a pods =$|is", "a pods table", None);
        case(
            "please [kindly] restart",
            "please kindly restart it",
            Some("kindly"),
        );
    }

    #[test]
    fn a_break_is_crossed_only_where_it_is_written() {
        case(
            "because ... , so",
            "Because it is full, so we stop",
            Some("Because it is full, so"),
        );
        case("no any", "No, any host will do", None);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(
            Phrase::parse("more @faster"),
            Err("no class `@faster`".into())
        );
        assert_eq!(Phrase::parse("a||b"), Err("an empty word in `a||b`".into()));
    }
}
