//! YAML text to a [`Node`], within limits on size, depth and aliases.

use std::{borrow::Cow, collections::HashMap};

use serde_yaml::granit_parser::{
    Event, Options, ParseResult, Parser, ScalarStyle, Span, StrInput, Tag, options,
};

use super::{
    fault::Fault,
    problem::{MOST_PROBLEMS, Place, Problem},
    source::Source,
    syntax::{self, MOST_DEPTH},
    tree::{Entry, Node, Style, Value},
};
use crate::domain::Position;

/// How many values a file may hold, aliases counted at every use.
const MOST_VALUES: usize = 40_000;

/// A tree and the faults that did not stop it from being built.
#[derive(Debug)]
pub struct Parsed {
    /// The root; `None` where the text could not be read to its end.
    pub root: Option<Node>,
    /// What is wrong with the form of the YAML.
    pub problems: Vec<Problem>,
}

/// Reads the whole of `source`.
pub fn parse(source: &Source) -> Parsed {
    read(source, None)
}

/// Reads `source` only as far as the key `last` of the root, whose value is not looked at.
pub fn parse_before(source: &Source, last: &str) -> Parsed {
    read(source, Some(last))
}

fn read(source: &Source, last: Option<&str>) -> Parsed {
    let mut builder = Builder {
        source,
        events: Parser::new_from_str_with_options(&source.text, settings()),
        anchors: HashMap::new(),
        values: 0,
        replayed: 0,
        problems: Vec::new(),
        last,
    };
    let root = if source.text.len() > Source::MOST_BYTES {
        let most = Source::MOST_BYTES;
        Err(Box::new(Problem::error(
            Place::file(&source.name),
            &Fault::TooLarge { most },
        )))
    } else {
        builder.document()
    };
    let mut problems = builder.problems;
    let root = root.map_err(|problem| problems.push(*problem)).ok();
    Parsed { root, problems }
}

fn settings() -> Options {
    options! { emit_comments: false, flow_nesting_limit: MOST_DEPTH + 1, block_nesting_limit: MOST_DEPTH + 1 }
}

/// Why building stopped: a fault that leaves nothing to go on with.
type Stop = Box<Problem>;

struct Builder<'s> {
    source: &'s Source,
    events: Parser<'s, StrInput<'s>>,
    anchors: HashMap<usize, Node>,
    values: usize,
    /// Bytes of text that aliases repeated.
    replayed: usize,
    problems: Vec<Problem>,
    last: Option<&'s str>,
}

impl<'s> Builder<'s> {
    fn document(&mut self) -> Result<Node, Stop> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                Event::StreamEnd | Event::DocumentEnd => {
                    let place = Place::new(self.source, Position { line: 1, column: 1 }, 1);
                    return Err(Box::new(Problem::error(place, &Fault::Empty)));
                }
                Event::MappingStart(_, anchor, tag) if self.last.is_some() => {
                    self.check_tag(tag.as_ref(), span);
                    return self.mapping(anchor, span, 0);
                }
                event => {
                    let root = self.node(event, span, 0)?;
                    self.end()?;
                    return Ok(root);
                }
            }
        }
    }

    /// Nothing may follow the document.
    fn end(&mut self) -> Result<(), Stop> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::DocumentEnd => {}
                Event::StreamEnd => return Ok(()),
                _ => {
                    let problem = self.problem(span, &Fault::SecondDocument);
                    self.tell(problem);
                    return Ok(());
                }
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'s>, Span), Stop> {
        let result: Option<ParseResult<'s>> = self.events.next();
        match result {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(Box::new(syntax::problem(self.source, &error))),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'s>, span: Span, depth: usize) -> Result<Node, Stop> {
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(self.stop(span, &Fault::TooMany { most: MOST_VALUES }));
        }
        if depth > MOST_DEPTH {
            return Err(self.stop(span, &Fault::TooDeep { most: MOST_DEPTH }));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.check_tag(tag.as_ref(), span);
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                let text = text.into_owned();
                Ok(self.remember(anchor, span, Value::Scalar { text, style }))
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.check_tag(tag.as_ref(), span);
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break,
                        (event, span) => items.push(self.node(event, span, depth + 1)?),
                    }
                }
                Ok(self.remember(anchor, span, Value::Sequence(items)))
            }
            Event::MappingStart(_, anchor, tag) => {
                self.check_tag(tag.as_ref(), span);
                self.mapping(anchor, span, depth)
            }
            Event::Alias(id) => match self.anchors.get(&id) {
                Some(node) => {
                    self.values += node.count();
                    self.replayed += node.bytes();
                    if self.values > MOST_VALUES || self.replayed > Source::MOST_BYTES {
                        return Err(self.stop(span, &Fault::TooMany { most: MOST_VALUES }));
                    }
                    Ok(node.clone())
                }
                None => Err(self.stop(span, &Fault::UnknownAlias)),
            },
            _ => Err(self.stop(span, &Fault::Syntax("a value was expected".to_owned()))),
        }
    }

    fn mapping(&mut self, anchor: usize, span: Span, depth: usize) -> Result<Node, Stop> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut lines: HashMap<String, u32> = HashMap::new();
        let mut last_value = Span::default();
        loop {
            let (event, key_span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                break;
            }
            let key = self.node(event, key_span, depth + 1)?;
            let Value::Scalar { text, .. } = &key.value else {
                let problem = self.problem(key_span, &Fault::ComplexKey);
                self.tell(problem);
                let (event, span) = self.next()?;
                self.node(event, span, depth + 1)?;
                continue;
            };
            if depth == 0 && self.last == Some(text.as_str()) {
                break;
            }
            let (event, value_span) = self.next()?;
            let value = self.node(event, value_span, depth + 1)?;
            if self.continues(key_span, &value)
                && let Some(before) = entries.last_mut()
                && self.joined(before, &mut last_value, key_span)
            {
                continue;
            }
            last_value = value_span;
            if let Some(&first) = lines.get(text) {
                let key = text.clone();
                let problem = self.problem(key_span, &Fault::DuplicateKey { key, first });
                self.tell(problem);
                continue;
            }
            lines.insert(text.clone(), key.at.line);
            entries.push(Entry {
                key: text.clone(),
                at: key.at,
                width: key.width,
                value,
            });
        }
        Ok(self.remember(anchor, span, Value::Mapping(entries)))
    }

    /// Whether what was read as a key is text after a comma: no colon follows it.
    fn continues(&self, key: Span, value: &Node) -> bool {
        let after = key
            .byte_range()
            .and_then(|key| self.source.text.get(key.end..));
        let after = after
            .map(str::trim_start)
            .and_then(|after| after.chars().next());
        value.is_null() && matches!(after, Some(',' | '}'))
    }

    /// Puts the text after a comma back to the text before it: `{note: about 1,000 of them}` means one text.
    fn joined(&mut self, before: &mut Entry, value: &mut Span, rest: Span) -> bool {
        if before.value.is_null() {
            return false;
        }
        let Value::Scalar {
            text,
            style: Style::Plain,
        } = &mut before.value.value
        else {
            return false;
        };
        let (Some(first), Some(rest_bytes)) = (value.byte_range(), rest.byte_range()) else {
            return false;
        };
        let Some(whole) = self.source.text.get(first.start..rest_bytes.end) else {
            return false;
        };
        *text = whole.split_whitespace().collect::<Vec<_>>().join(" ");
        *value = Span::new(value.start, rest.end);
        let place = Place::new(self.source, position(rest), width(rest));
        let fault = Fault::CommaInText {
            key: before.key.clone(),
        };
        self.tell(Problem::warning(place, &fault));
        true
    }

    fn remember(&mut self, anchor: usize, span: Span, value: Value) -> Node {
        let node = Node {
            at: position(span),
            width: width(span),
            value,
        };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        node
    }

    fn check_tag(&mut self, tag: Option<&Cow<'s, Tag>>, span: Span) {
        if tag.is_none() {
            return;
        }
        let span = span.tag_span().unwrap_or(span);
        let tag = span.slice(&self.source.text).unwrap_or("!").to_owned();
        let problem = self.problem(span, &Fault::Tag { tag });
        self.tell(problem);
    }

    fn tell(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    fn stop(&self, span: Span, fault: &Fault) -> Stop {
        Box::new(self.problem(span, fault))
    }

    fn problem(&self, span: Span, fault: &Fault) -> Problem {
        Problem::error(Place::new(self.source, position(span), width(span)), fault)
    }
}

/// Where a span begins, counted as people count.
fn position(span: Span) -> Position {
    Position {
        line: u32::try_from(span.start.line()).unwrap_or(u32::MAX),
        column: u32::try_from(span.start.col() + 1).unwrap_or(u32::MAX),
    }
}

/// How many characters of its first line a span covers; at least 1.
fn width(span: Span) -> u32 {
    if span.end.line() == span.start.line() {
        let columns = span.end.col().saturating_sub(span.start.col());
        u32::try_from(columns.max(1)).unwrap_or(u32::MAX)
    } else {
        1
    }
}
