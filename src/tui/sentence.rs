//! The sentence of a phrasing drill beside its field: what is to be said, and what it starts from.

use super::{desk::Desk, phrases::Phrase};
use crate::{
    domain::{SayDrill, Task},
    session::Drill,
};

/// Titles and texts, in the order in which they are read; none where there is no sentence.
pub fn sentence_rows(drill: &Drill, desk: &Desk) -> Vec<(String, String)> {
    let (Task::Say(say), Some(mode)) = (&drill.step().task, drill.mode()) else {
        return vec![];
    };
    // The sentence to be said in English is shown in Chinese wherever there is one.
    let source = say.source.zh.as_deref().unwrap_or(&say.source.en);
    let source = (desk.say(Phrase::SayThis).to_owned(), source.to_owned());
    let given = drill.given();
    match (mode, given) {
        (SayDrill::Repair, Some(given)) => {
            vec![source, (desk.say(Phrase::MendThis).to_owned(), given.text)]
        }
        (SayDrill::Transform, Some(given)) => {
            let title = given.audience.map_or_else(
                || desk.say(Phrase::GivenText).to_owned(),
                |audience| desk.fill(Phrase::GivenFor, &[desk.register(audience)]),
            );
            let mut rows = vec![(title, given.text)];
            if let Some(register) = drill.turn().register {
                let audience = desk.register(register).to_owned();
                rows.push((desk.say(Phrase::NowFor).to_owned(), audience));
            }
            rows
        }
        _ => vec![source],
    }
}
