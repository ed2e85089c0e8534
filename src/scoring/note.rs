//! What the learner is told about the whole answer.

use super::{
    document::Document,
    guard::Alarm,
    scorecard::{Guard, Note},
    token::is_ideograph,
};

/// Confidence below which the learner is told.
const UNSURE: f64 = 0.5;

/// One note per guard that fired, and one on Chinese words in an English answer.
pub(super) fn notes(
    document: &Document,
    alarms: &[Alarm],
    english: bool,
    confidence: f64,
) -> Vec<Note> {
    let mut notes: Vec<Note> = alarms.iter().map(|alarm| of(alarm.guard)).collect();
    let chinese = document.words().any(|word| word.starts_with(is_ideograph));
    if english && chinese {
        notes.push(Note {
            id: "chinese-words".to_owned(),
            text: "Chinese words earn no credit here; say them in English".to_owned(),
        });
    }
    if alarms.is_empty() && confidence < UNSURE {
        notes.push(Note {
            id: "unsure".to_owned(),
            text: "the points and the model answers tell different stories here; judge yourself"
                .to_owned(),
        });
    }
    notes
}

fn of(guard: Guard) -> Note {
    let (id, text) = match guard {
        Guard::Empty => (
            "guard-empty",
            "there is nothing to grade yet; one guess with its reason is better than none",
        ),
        Guard::Mash => ("guard-mash", "these are not words"),
        Guard::Pasted => (
            "guard-pasted",
            "output alone earns nothing; say in your own words what it shows",
        ),
        Guard::Parroted => (
            "guard-parroted",
            "this says the question back; it counts at most 15 %",
        ),
        Guard::List => (
            "guard-list",
            "keywords without sentences count at most 30 %; say how they belong together",
        ),
        Guard::Shuffled => (
            "guard-shuffled",
            "the words are there, but not in sentences; this counts at most 35 %",
        ),
        Guard::Foreign => (
            "guard-foreign",
            "this seems to answer another question; it counts at most 15 %",
        ),
        Guard::Repeated => (
            "guard-repeated",
            "the same text stands here more than once; it counts once",
        ),
        Guard::Flooded => (
            "guard-flooded",
            "this is far longer than any answer needs to be; it counts at most 30 %",
        ),
    };
    Note {
        id: id.to_owned(),
        text: text.to_owned(),
    }
}
