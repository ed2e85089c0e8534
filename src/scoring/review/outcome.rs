//! What became of each comment, and what those that find nothing cost.

use crate::domain::{Anchor, CommentLabel, Remarkable, Review};

use super::{
    super::review_card::{CommentCard, CommentOutcome, Nearness},
    asides::Asides,
    catch::Catch,
    part::Part,
    place::{Location, distance, nearness},
    written::WrittenReview,
};

/// What a comment that finds nothing costs, as a share of all points.
const NOISE: f64 = 0.02;

/// The same for one that calls itself a nit.
const NIT: f64 = 0.01;

/// The most that noise costs.
const MOST_NOISE: f64 = 0.1;

/// Questions beside the findings that are welcome.
const MOST_QUESTIONS: usize = 4;

/// What became of the comments together.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// One card per comment.
    pub comments: Vec<CommentCard>,
    /// The decoys that were taken for wrong.
    pub decoys: Vec<String>,
    /// What they cost, in the unit of weights.
    pub penalty: f64,
    /// What noise costs, as a share of all points.
    pub noise: f64,
}

/// Judges every comment; `catches` say which findings were made.
pub(super) fn judge_comments(
    written: &WrittenReview,
    parts: &[Part],
    catches: &[Catch],
    review: &Review,
    asides: &Asides,
) -> Judged {
    let mut judged = Judged::default();
    for part in parts.iter().filter(|part| !part.is_repeated) {
        if matches!(
            part.label,
            Some(CommentLabel::Praise | CommentLabel::Question)
        ) {
            continue;
        }
        for (number, decoy) in review.decoys.iter().enumerate() {
            let id = decoy.id.to_string();
            let is_taken = takes(part, number, catches, review, asides);
            if is_taken && !judged.decoys.contains(&id) {
                judged.decoys.push(id);
                judged.penalty += decoy.penalty;
            }
        }
    }
    let mut questions = 0;
    for (number, comment) in written.comments.iter().enumerate() {
        let part = parts.iter().find(|part| part.comment == Some(number));
        let (mut outcome, about) = part.map_or((CommentOutcome::Noise, None), |part| {
            outcome(part, catches, review, asides)
        });
        if outcome == CommentOutcome::Question {
            questions += 1;
            if questions > MOST_QUESTIONS {
                outcome = CommentOutcome::Noise;
            }
        }
        let is_noise = matches!(
            outcome,
            CommentOutcome::Noise | CommentOutcome::WrongReason | CommentOutcome::Repeated
        );
        if is_noise {
            judged.noise += match comment.label {
                Some(CommentLabel::Nit) => NIT,
                _ => NOISE,
            };
        }
        let location = part.map(|part| &part.location);
        judged.comments.push(CommentCard {
            start: comment.start,
            text: comment.text,
            end: comment.end,
            outcome,
            label: comment.label.map(|label| label.name().to_owned()),
            about,
            is_lost: matches!(location, Some(Location::Nowhere { is_unknown: true })),
        });
    }
    judged.noise = judged.noise.min(MOST_NOISE);
    judged
}

fn outcome(
    part: &Part,
    catches: &[Catch],
    review: &Review,
    asides: &Asides,
) -> (CommentOutcome, Option<String>) {
    if part.is_repeated {
        return (CommentOutcome::Repeated, None);
    }
    let about = |other: &Remarkable| Some(other.id.to_string());
    let is_mild = matches!(
        part.label,
        Some(CommentLabel::Praise | CommentLabel::Question)
    );
    if !is_mild {
        let decoys = review.decoys.iter().enumerate();
        let mut taken = decoys.filter(|(number, _)| takes(part, *number, catches, review, asides));
        if let Some((_, decoy)) = taken.next() {
            return (CommentOutcome::Decoy, about(decoy));
        }
    }
    let is_best = |catch: &&Catch| catch.comment == part.comment && catch.finding.credit > 0.0;
    let makes = |catch: &&Catch| part.comment.is_some_and(|it| catch.makers.contains(&it));
    let caught = catches.iter().find(is_best);
    if let Some(catch) = caught.or_else(|| catches.iter().find(makes)) {
        return (CommentOutcome::Caught, Some(catch.finding.id.clone()));
    }
    let extras = review.extras.iter().enumerate();
    let mut said =
        extras.filter(|(number, extra)| says(part, asides.extra(*number), extra, review));
    if let Some((_, extra)) = said.next() {
        return (CommentOutcome::Extra, about(extra));
    }
    match part.label {
        Some(CommentLabel::Praise) => return (CommentOutcome::Praise, None),
        Some(CommentLabel::Question) => return (CommentOutcome::Question, None),
        _ => {}
    }
    let rubric = part.points.criteria.iter();
    let mut rubric = rubric.filter(|finding| review.finding(&finding.id).is_none());
    let has_place = matches!(part.location, Location::Lines(_) | Location::File(_));
    if !has_place && rubric.any(|finding| finding.credit > 0.0) {
        return (CommentOutcome::General, None);
    }
    let at = review.findings.iter().find(|finding| {
        !finding.anchors.is_empty()
            && nearness(&part.location, &finding.anchors, &review.diff) == Nearness::At
    });
    match at {
        Some(finding) => (CommentOutcome::WrongReason, Some(finding.id.to_string())),
        None => (CommentOutcome::Noise, None),
    }
}

/// Whether a part takes a decoy for wrong: it says so, and is not about something right that is as near.
fn takes(part: &Part, number: usize, catches: &[Catch], review: &Review, asides: &Asides) -> bool {
    let Some(decoy) = review.decoys.get(number) else {
        return false;
    };
    if !says(part, asides.decoy(number), decoy, review) {
        return false;
    }
    let Location::Lines(_) = part.location else {
        return true;
    };
    let away = |anchors: &[Anchor]| distance(&part.location, anchors, &review.diff);
    let from_decoy = away(&decoy.anchors).unwrap_or(usize::MAX);
    let is_as_near = |anchors: &[Anchor]| away(anchors).is_some_and(|it| it <= from_decoy);
    let makes = |catch: &&Catch| part.comment.is_some_and(|it| catch.makers.contains(&it));
    let mut made = catches.iter().filter(makes);
    let finds = made.any(|catch| {
        let finding = review.finding(&catch.finding.id);
        finding.is_some_and(|finding| is_as_near(&finding.anchors))
    });
    let mut extras = review.extras.iter().enumerate();
    !finds
        && !extras.any(|(number, extra)| {
            is_as_near(&extra.anchors) && says(part, asides.extra(number), extra, review)
        })
}

/// Whether a part says this of this code; a part without a place may speak of any.
fn says(part: &Part, number: usize, other: &Remarkable, review: &Review) -> bool {
    let is_said = part
        .points
        .asides
        .get(number)
        .is_some_and(|finding| finding.credit >= 1.0);
    let is_there = match &part.location {
        Location::Nowhere { .. } => true,
        location => matches!(
            nearness(location, &other.anchors, &review.diff),
            Nearness::At | Nearness::Near | Nearness::SameFile
        ),
    };
    is_said && is_there
}
