//! What is given of a step's template to who sits at the desk.

use super::{desk::Desk, phrases::Phrase};
use crate::session::{Drill, faded, strong_in_a_row};

/// The template of the step in front, as far as it has not faded; the error says why there is none.
pub fn template(desk: &Desk, drill: &Drill) -> Result<String, Phrase> {
    let step = drill.step();
    let template = step.template.as_ref().ok_or(Phrase::NoTemplate)?;
    let strong = strong_in_a_row(&desk.overview, &drill.scenario().header.id, &step.id);
    let template = template.in_language(desk.language.is_chinese());
    faded(template, strong).ok_or(Phrase::TemplateFaded)
}
