//! The point most worth saying again, and what a sentence about it alone comes to.

use crate::scoring::{Finding, Scorecard, Verdict};

/// The point of `card` that lost most; the first of several; `None` where nothing was lost.
pub fn weakest(card: &Scorecard) -> Option<&Finding> {
    let loss = |finding: &Finding| finding.weight * (1.0 - finding.credit);
    card.criteria
        .iter()
        .filter(|finding| loss(finding) > 0.0)
        .reduce(|best, next| if loss(next) > loss(best) { next } else { best })
}

/// What a sentence came to on one point alone: the rest of the rubric was not asked for.
pub fn about(mut card: Scorecard, criterion: &str) -> Scorecard {
    card.criteria.retain(|finding| finding.id == criterion);
    card.score = card.criteria.first().map_or(0.0, |finding| finding.credit);
    card.marks.content = Some(card.score);
    card.marks.structure = None;
    card.verdict = Verdict::of(card.score);
    card.red_flags.clear();
    card
}

#[cfg(test)]
mod tests {
    use super::weakest;
    use crate::scoring::{Finding, Marks, Scorecard, State, Verdict};

    fn card(points: &[(&str, f64, f64)]) -> Scorecard {
        let finding = |(id, credit, weight): &(&str, f64, f64)| Finding {
            id: (*id).to_owned(),
            state: State::Partial,
            credit: *credit,
            weight: *weight,
            skill: None,
            spans: vec![],
            closeness: 0.0,
            near: vec![],
        };
        Scorecard {
            score: 0.0,
            verdict: Verdict::NoHire,
            confidence: 1.0,
            marks: Marks::default(),
            criteria: points.iter().map(finding).collect(),
            red_flags: vec![],
            notes: vec![],
            guards: vec![],
            remarks: vec![],
            review: None,
            incident: None,
            sheet: None,
        }
    }

    #[track_caller]
    fn case(points: &[(&str, f64, f64)], expected: Option<&str>) {
        let card = card(points);
        assert_eq!(weakest(&card).map(|finding| finding.id.as_str()), expected);
    }

    #[test]
    fn what_lost_most_is_said_again() {
        case(&[("light", 0.0, 1.0), ("heavy", 0.0, 2.0)], Some("heavy"));
        case(&[("half", 0.5, 2.0), ("missed", 0.0, 1.0)], Some("half"));
        case(&[("heavy", 0.9, 2.0), ("light", 0.0, 1.0)], Some("light"));
    }

    #[test]
    fn nothing_is_said_again_after_a_full_answer() {
        case(&[("a", 1.0, 1.0)], None);
        case(&[], None);
    }
}
