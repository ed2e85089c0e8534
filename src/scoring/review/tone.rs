//! What a review comes to beside its points: decision, severities, ways out, how it reads.

use crate::domain::{CommentLabel, Decision, Review};

use super::{
    super::{
        review_card::{CommentOutcome, ReviewCard},
        scorecard::{Note, Scorecard, Verdict},
    },
    written::WrittenReview,
};

/// The most that a review earns in which most blockers are none.
const INFLATED: f64 = 0.45;

/// The most that a review earns of which most comments find nothing.
const SPRAYED: f64 = 0.3;

/// What praise, and what a question, adds to the mark for communication.
const WELCOME: f64 = 0.05;

/// A review as written, and what it is of.
pub(super) struct Reviewed<'a> {
    pub written: &'a WrittenReview,
    pub review: &'a Review,
}

/// Completes `card` by what `outcome` says of the comments and the decision.
pub(super) fn finish(card: &mut Scorecard, outcome: &ReviewCard, reviewed: &Reviewed<'_>) {
    if outcome.is_inflated {
        cap(card, INFLATED);
        note(
            card,
            "review-inflated",
            "most of these blockers are none; where everything blocks, nothing does",
        );
    }
    if is_sprayed(outcome) {
        cap(card, SPRAYED);
        note(
            card,
            "review-sprayed",
            "most of these comments find nothing; say less, and only what you would defend",
        );
    }
    if reviewed.written.comments.is_empty() && card.score > 0.0 {
        note(
            card,
            "review-unplaced",
            "nothing is put on a line, so each point counts three quarters",
        );
    }
    if outcome.comments.iter().any(|comment| comment.is_lost) {
        note(
            card,
            "review-lost",
            "a comment names a path or code that the diff does not have",
        );
    }
    decide(card, reviewed);
    card.marks.structure = structure(card.marks.structure, outcome, reviewed);
    if let Some(mark) = &mut card.marks.communication {
        let has = |label: CommentLabel| {
            let of = |it: &super::written::WrittenComment| it.label == Some(label);
            reviewed.written.comments.iter().any(of)
        };
        for label in [CommentLabel::Praise, CommentLabel::Question] {
            if has(label) && *mark > 0.0 {
                *mark = (*mark + WELCOME).min(1.0);
            }
        }
    }
}

fn cap(card: &mut Scorecard, most: f64) {
    card.score = card.score.min(most);
    card.marks.content = Some(card.score);
    card.verdict = card.verdict.min(Verdict::of(card.score));
}

fn note(card: &mut Scorecard, id: &str, text: &str) {
    card.notes.push(Note {
        id: id.to_owned(),
        text: text.to_owned(),
    });
}

/// Whether comments that find nothing are many more than those that find something.
fn is_sprayed(outcome: &ReviewCard) -> bool {
    let count = |of: &[CommentOutcome]| {
        let mut count = 0_usize;
        for comment in &outcome.comments {
            count += usize::from(of.contains(&comment.outcome));
        }
        count
    };
    let idle = count(&[
        CommentOutcome::Noise,
        CommentOutcome::WrongReason,
        CommentOutcome::Repeated,
        CommentOutcome::Decoy,
    ]);
    idle > 5 + 2 * count(&[CommentOutcome::Caught])
}

fn decide(card: &mut Scorecard, reviewed: &Reviewed<'_>) {
    let Some(wanted) = reviewed.review.decision else {
        return;
    };
    match reviewed.written.decision {
        None if card.score > 0.0 => note(
            card,
            "review-undecided",
            "there is no decision; end with approve, comment or request-changes",
        ),
        Some(Decision::Approve) if wanted == Decision::RequestChanges => {
            card.verdict = card.verdict.min(Verdict::NoHire);
            note(
                card,
                "review-waved-through",
                "this approves what must not be merged so",
            );
        }
        _ => {}
    }
}

/// The mean of what applies: limits and order, the decision, severities, ways out; 0..=1.
fn structure(before: Option<f64>, outcome: &ReviewCard, reviewed: &Reviewed<'_>) -> Option<f64> {
    let decision =
        reviewed
            .review
            .decision
            .map(|wanted| match (wanted, reviewed.written.decision) {
                (wanted, Some(given)) if wanted == given => 1.0,
                (_, Some(Decision::Comment)) | (Decision::Comment, Some(_)) => 0.5,
                _ => 0.0,
            });
    let mut severities = Vec::new();
    let mut ways_out = Vec::new();
    for caught in &outcome.caught {
        if caught.comment.is_some() {
            let given = caught.given.as_deref().and_then(CommentLabel::parse);
            let wanted = CommentLabel::parse(&caught.wanted);
            severities.push(match (given, wanted) {
                (Some(given), Some(wanted)) => match given.distance(wanted) {
                    0 => 1.0,
                    1 => 0.5,
                    _ => 0.0,
                },
                _ => 0.0,
            });
        }
        if let Some(fix) = caught.fix {
            ways_out.push(f64::from(u8::from(fix)));
        }
    }
    let parts = [before, decision, mean(&severities), mean(&ways_out)];
    let parts: Vec<f64> = parts.into_iter().flatten().collect();
    mean(&parts)
}

fn mean(marks: &[f64]) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of marks")]
    let count = marks.len() as f64;
    (!marks.is_empty()).then(|| marks.iter().sum::<f64>() / count)
}
