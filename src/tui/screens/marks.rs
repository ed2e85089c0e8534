//! The marks of an answer, apart from each other, in the words of its kind.

use crate::{
    domain::{Step, Task},
    progress::Attempt,
    scoring::RemarkKind,
    tui::{bar::percent, desk::Desk, phrases::Phrase},
};

/// Content, structure and communication; of a sentence meaning, register and form.
///
/// Form is advice: it has a count and no mark, because a false alarm must cost nothing.
pub fn marks(attempt: &Attempt, step: Option<&Step>, desk: &Desk) -> Vec<String> {
    let marks = &attempt.card.marks;
    let is_sentence = step.is_some_and(|step| matches!(step.task, Task::Say(_)));
    let named = if is_sentence {
        [
            (Phrase::MeaningMark, marks.content),
            (Phrase::RegisterMark, marks.communication),
            (Phrase::StructureMark, None),
        ]
    } else {
        [
            (Phrase::ContentMark, marks.content),
            (Phrase::StructureMark, marks.structure),
            (Phrase::CommunicationMark, marks.communication),
        ]
    };
    let given = named.into_iter().filter_map(|(name, mark)| {
        let mark = percent(mark?);
        Some(format!("{} {mark}", desk.say(name)))
    });
    let mut told: Vec<String> = given.collect();
    if is_sentence {
        let remarks = attempt.card.remarks.iter();
        let form = remarks
            .filter(|remark| remark.kind == RemarkKind::Form)
            .count();
        let advice = if form == 0 {
            desk.say(Phrase::FormFine).to_owned()
        } else {
            desk.fill(Phrase::FormAdvice, &[&form.to_string()])
        };
        told.push(format!("{}: {advice}", desk.say(Phrase::FormMark)));
    }
    told
}
