//! The counters beside an answer: words, sentences, time.

use ratatui::text::{Line, Span};

use crate::{
    session::Drill,
    tui::{count, dates, desk::Desk, phrases::Phrase},
};

/// The words and the sentences of `text`.
pub fn counted(text: &str) -> (usize, usize) {
    (count::words(text), count::sentences(text))
}

/// How much is written and how long it took, beside the limits; what is over a limit is told by its colour and its numbers.
pub fn counters(
    drill: &Drill,
    (words, sentences): (usize, usize),
    shows_time: bool,
    desk: &Desk,
) -> Line<'static> {
    let limits = drill.step().limits;
    let mut parts = vec![];
    let style = |is_over| {
        if is_over {
            desk.theme.partial
        } else {
            desk.theme.muted
        }
    };
    let counted = limits.words.map_or_else(
        || desk.fill(Phrase::Words, &[&words.to_string()]),
        |most| desk.fill(Phrase::WordsOf, &[&words.to_string(), &most.to_string()]),
    );
    let is_over = limits.words.is_some_and(|most| words > most as usize);
    parts.push(Span::styled(counted, style(is_over)));
    if let Some(most) = limits.sentences {
        let counted = desk.fill(
            Phrase::SentencesOf,
            &[&sentences.to_string(), &most.to_string()],
        );
        parts.push(Span::styled(counted, style(sentences > most as usize)));
    }
    if let Some(most) = limits.seconds.filter(|_| shows_time) {
        let active = drill.active(desk.now);
        let most = std::time::Duration::from_secs(u64::from(most));
        let counted = format!("{}/{}", dates::clock(active), dates::clock(most));
        parts.push(Span::styled(counted, style(active > most)));
    }
    let between = Span::styled(format!(" {} ", desk.glyphs.dot), desk.theme.muted);
    Line::from(
        parts
            .into_iter()
            .enumerate()
            .fold(vec![], |mut spans, (index, part)| {
                if index > 0 {
                    spans.push(between.clone());
                }
                spans.push(part);
                spans
            }),
    )
}
