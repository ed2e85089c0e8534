//! What was typed in a console and what it answered, as rows.

use std::borrow::Cow;

use ratatui::{style::Style, text::Line};
use unicode_width::UnicodeWidthChar;

use super::completion::completed;
use crate::{
    domain::Incident,
    incident::{Console, HEIGHTS, Reply},
    tui::{
        console_words::{Tone, reply_words},
        desk::Desk,
        wrap::wrap,
    },
};

/// A line that was typed, the minute it left, and what came of it.
#[derive(Debug)]
pub struct Exchange {
    /// What was typed.
    pub line: String,
    cost: u32,
    replies: Vec<Reply>,
}

/// Everything that stands in a console.
#[derive(Debug)]
pub struct Transcript {
    /// The incident under way.
    pub console: Console,
    /// The lines that were typed.
    pub exchanges: Vec<Exchange>,
    opening: Vec<Reply>,
}

impl Transcript {
    /// A console before its first line.
    pub fn new(incident: &Incident) -> Self {
        let mut console = Console::new(incident);
        let opening = console.begin();
        Self {
            console,
            exchanges: Vec::new(),
            opening,
        }
    }

    /// Types `line`.
    pub fn run(&mut self, line: &str) {
        let before = self.console.world().minute;
        let replies = self.console.apply(line);
        let cost = self.console.world().minute - before;
        let line = line.to_owned();
        self.exchanges.push(Exchange {
            line,
            cost,
            replies,
        });
    }

    /// `line` with its last word completed from what was shown and typed.
    pub fn completed(&self, line: &str) -> Option<String> {
        let seen =
            self.exchanges
                .iter()
                .flat_map(|it| &it.replies)
                .filter_map(|reply| match reply {
                    Reply::Output(text)
                    | Reply::Arrived(_, text)
                    | Reply::Said(_, text)
                    | Reply::Page(_, text) => Some(text.as_str()),
                    _ => None,
                });
        let typed = self.exchanges.iter().map(|it| it.line.as_str());
        completed(line, seen.chain(typed))
    }

    /// The rows at `width` cells.
    pub fn rows(&self, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let theme = &desk.theme;
        let mut rows = Vec::new();
        let say = |replies: &[Reply], rows: &mut Vec<Line<'static>>| {
            for reply in replies {
                let (tone, words) = reply_words(reply, self.console.incident(), desk.language);
                let style = match tone {
                    Tone::Output => theme.text,
                    Tone::Aside => theme.muted,
                    Tone::Voice => theme.advice,
                    Tone::Alarm => theme.alarm,
                };
                for line in words.lines() {
                    rows.extend(cut(&in_glyphs(line, desk), width, style));
                }
            }
        };
        say(&self.opening, &mut rows);
        for exchange in &self.exchanges {
            let cost = match exchange.cost {
                0 => String::new(),
                minutes => format!("  +{minutes} min"),
            };
            rows.extend(wrap(
                &[
                    (format!("$ {}", exchange.line), theme.emphasis),
                    (cost, theme.muted),
                ],
                width,
                2,
            ));
            say(&exchange.replies, &mut rows);
        }
        rows
    }
}

/// The columns of a curve in the signs that the terminal has.
fn in_glyphs<'l>(line: &'l str, desk: &Desk) -> Cow<'l, str> {
    if !line.contains(HEIGHTS) || desk.glyphs.heights.concat().contains(HEIGHTS) {
        return Cow::Borrowed(line);
    }
    let pairs = HEIGHTS.iter().zip(desk.glyphs.heights);
    let text = pairs.fold(line.to_owned(), |text, (sign, glyph)| {
        text.replace(*sign, glyph)
    });
    Cow::Owned(text)
}

/// A line of output cut at `width`: a table loses its columns where it is wrapped by words.
fn cut(line: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    let mut rows = Vec::new();
    let mut row = String::new();
    let mut used = 0;
    for character in line.chars() {
        let wide = character.width().unwrap_or(0);
        if used + wide > width.max(1) {
            rows.push(Line::styled(std::mem::take(&mut row), style));
            used = 0;
        }
        used += wide;
        row.push(character);
    }
    rows.push(Line::styled(row, style));
    rows
}
