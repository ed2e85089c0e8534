//! Grades a review: which findings its comments make, where, how gravely, and what they cost.

use crate::domain::{CommentLabel, Criterion, Review};

use super::{
    super::{
        reading::{Points, Reading, Revision},
        review_card::{Caught, CommentOutcome, Nearness, ReviewCard},
        scorecard::{Finding, Scorecard},
    },
    asides::{Asides, asides},
    catch::{Catch, best},
    mask::{only, said},
    outcome::{Judged, judge_comments},
    part::{Part, parts},
    tone::{self, Reviewed},
    written::{WrittenReview, read_review},
};

/// A review block, ready to grade.
#[derive(Clone, Debug)]
pub(in super::super) struct ReviewBlock {
    review: Review,
}

impl ReviewBlock {
    /// Takes what is to be found.
    pub fn new(review: &Review) -> Self {
        Self {
            review: review.clone(),
        }
    }

    /// Ways out, decoys and extras as criteria, in the order in which [`Asides`] expects them.
    pub fn asides(&self) -> Vec<Criterion> {
        asides(&self.review)
    }

    /// What `answer` says, without its form.
    pub fn prose(&self, answer: &str) -> String {
        said(answer, &read_review(answer, &self.review.diff))
    }

    /// Grades `answer`; never fails, whatever the text.
    pub fn grade(&self, answer: &str, reading: &dyn Reading) -> Scorecard {
        let written = read_review(answer, &self.review.diff);
        let text = said(answer, &written);
        let parts = parts(answer, &written, &self.review, reading);
        let mut outcome = ReviewCard::default();
        let mut card = reading.card(&text, &mut |whole| {
            let (revision, found) = self.revise(answer, &written, &parts, whole, reading);
            outcome = found;
            revision
        });
        tone::finish(
            &mut card,
            &outcome,
            &Reviewed {
                written: &written,
                review: &self.review,
            },
        );
        card.review = Some(outcome);
        card
    }

    fn revise(
        &self,
        answer: &str,
        written: &WrittenReview,
        parts: &[Part],
        whole: Points,
        reading: &dyn Reading,
    ) -> (Revision, ReviewCard) {
        let total: f64 = whole.criteria.iter().map(|finding| finding.weight).sum();
        let mut card = ReviewCard {
            decision: written.decision.map(|it| it.name().to_owned()),
            wanted_decision: self.review.decision.map(|it| it.name().to_owned()),
            ..ReviewCard::default()
        };
        let asides = Asides::of(&self.review);
        let mut catches: Vec<Catch> = Vec::new();
        let mut criteria = Vec::with_capacity(whole.criteria.len());
        for (index, finding) in whole.criteria.into_iter().enumerate() {
            let Some(wanted) = self.review.finding(&finding.id) else {
                criteria.push(finding);
                continue;
            };
            let number = self
                .review
                .findings
                .iter()
                .position(|it| it.id == wanted.id);
            let fix = number.and_then(|number| asides.fix(number));
            let mut catch = best(index, fix, wanted, parts, &self.review.diff);
            if catch.content < 1.0
                && let Some(joined) = joined(answer, index, &catch, wanted.severity, parts, reading)
            {
                catch = joined;
            }
            if catch.finding.credit > 0.0 {
                card.caught
                    .push(caught(&catch, wanted.severity, fix.is_some()));
            } else {
                card.missed.push(finding.id.clone());
            }
            criteria.push(catch.finding.clone());
            catches.push(catch);
        }
        let Judged {
            comments,
            decoys,
            penalty,
            noise,
        } = judge_comments(written, parts, &catches, &self.review, &asides);
        card.comments = comments;
        card.decoys = decoys;
        card.noise = noise;
        card.is_inflated = is_inflated(&card);
        let penalty = penalty + noise * total;
        let revision = Revision {
            criteria,
            penalty,
            is_beside: false,
        };
        (revision, card)
    }
}

/// The comments near one finding read as one, for points that ask for several patterns.
fn joined(
    answer: &str,
    index: usize,
    single: &Catch,
    severity: CommentLabel,
    parts: &[Part],
    reading: &dyn Reading,
) -> Option<Catch> {
    let near: Vec<&Part> = parts
        .iter()
        .filter(|part| single.near.contains(&part.number) && part.comment.is_some())
        .collect();
    if near.len() < 2 {
        return None;
    }
    let kept: Vec<(usize, usize)> = near.iter().map(|part| (part.text, part.end)).collect();
    let points = reading.points(&only(answer, &kept));
    let finding: Finding = points.criteria.into_iter().nth(index)?;
    let label = match single.comment {
        Some(_) => single.label,
        None => near.first().and_then(|part| part.label),
    };
    let together = Catch::of(
        finding,
        Nearness::At,
        label,
        severity,
        near.first().and_then(|part| part.comment),
        single,
    );
    (together.finding.credit > single.finding.credit).then_some(together)
}

fn caught(catch: &Catch, severity: CommentLabel, has_fix: bool) -> Caught {
    Caught {
        id: catch.finding.id.clone(),
        comment: catch.comment,
        nearness: catch.nearness,
        given: catch.label.map(|label| label.name().to_owned()),
        wanted: severity.name().to_owned(),
        fix: has_fix.then_some(catch.has_fix),
    }
}

/// Whether three comments or more are blockers and fewer than half of those are blockers indeed, or
/// nothing is anything else and two of them are none.
fn is_inflated(card: &ReviewCard) -> bool {
    let blocker = CommentLabel::Blocker.name();
    let blockers: Vec<usize> = card
        .comments
        .iter()
        .enumerate()
        .filter(|(_, comment)| comment.label.as_deref() == Some(blocker))
        .filter(|(_, comment)| comment.outcome != CommentOutcome::Praise)
        .map(|(number, _)| number)
        .collect();
    let deserved = blockers
        .iter()
        .filter(|number| {
            let mut of_it = card.caught.iter().filter(|it| it.comment == Some(**number));
            of_it.any(|it| it.wanted == blocker)
        })
        .count();
    let is_everything = blockers.len() == card.comments.len() && blockers.len() >= deserved + 2;
    blockers.len() >= 3 && (deserved * 2 < blockers.len() || is_everything)
}
