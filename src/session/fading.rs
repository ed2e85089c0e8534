//! Templates that fade: the more often a step went well in a row, the less of its template is given.

use crate::{
    domain::{ScenarioId, StepId},
    progress::Overview,
    scoring::Verdict,
};

/// After so many strong answers in a row only the headings of a template are given.
const HEADINGS_FROM: usize = 2;

/// After so many strong answers in a row nothing is given.
const NOTHING_FROM: usize = 4;

/// How many of the newest answers to a step in a row came to *hire* or better.
pub fn strong_in_a_row(overview: &Overview, scenario: &ScenarioId, step: &StepId) -> usize {
    let of_step = overview.recent.iter();
    of_step
        .filter(|past| past.scenario == *scenario && past.step == step.as_str())
        .take_while(|past| matches!(past.verdict, Verdict::Hire | Verdict::StrongHire))
        .count()
}

/// What is given of `template` after `strong` strong answers in a row; `None` where the learner can do without.
pub fn faded(template: &str, strong: usize) -> Option<String> {
    if strong >= NOTHING_FROM {
        return None;
    }
    if strong < HEADINGS_FROM {
        return Some(template.to_owned());
    }
    let lines = template.lines().map(|line| format!("{}\n", heading(line)));
    Some(lines.collect())
}

/// The words of a line up to where something is to be filled in.
fn heading(line: &str) -> &str {
    let end = ["…", "..."]
        .iter()
        .filter_map(|gap| line.find(gap))
        .min()
        .unwrap_or(line.len());
    line[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use super::faded;

    const TEMPLATE: &str =
        "We observe …\nMy first hypothesis is …; I would confirm it with …\ntotal =\n";

    #[track_caller]
    fn case(strong: usize, expected: Option<&str>) {
        assert_eq!(faded(TEMPLATE, strong).as_deref(), expected);
    }

    #[test]
    fn whole_at_first() {
        case(0, Some(TEMPLATE));
        case(1, Some(TEMPLATE));
    }

    #[test]
    fn headings_once_it_went_well() {
        let headings = "We observe\nMy first hypothesis is\ntotal =\n";
        case(2, Some(headings));
        case(3, Some(headings));
    }

    #[test]
    fn nothing_for_who_can_do_without() {
        case(4, None);
        case(40, None);
    }
}
