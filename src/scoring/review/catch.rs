//! The best that a review says of one finding: by content, then less for distance and severity.

use crate::domain::{CommentLabel, Diff, ReviewFinding};

use super::{
    super::{
        review_card::Nearness,
        scorecard::{Finding, State},
    },
    part::Part,
    place::nearness,
};

/// What a comment without a label keeps.
const UNLABELLED: f64 = 0.9;

/// What is kept where the severity is one step off.
const ONE_OFF: f64 = 0.75;

/// What is kept where it is further off.
const FAR_OFF: f64 = 0.5;

/// What the way out alone is worth, where nothing says what is wrong.
const FIX_ALONE: f64 = 0.5;

/// The best that was said of a finding.
#[derive(Clone, Debug)]
pub(super) struct Catch {
    /// Its state and the credit that counts.
    pub finding: Finding,
    /// What its words alone earn, 0..=1.
    pub content: f64,
    /// Where it was said.
    pub nearness: Nearness,
    /// By which comment; absent for the summary.
    pub comment: Option<usize>,
    /// With which label.
    pub label: Option<CommentLabel>,
    /// Whether a way out was offered there.
    pub has_fix: bool,
    /// The parts that stand at or near it, whatever they say.
    pub near: Vec<usize>,
    /// The comments that make it at or near its place, the best included.
    pub makers: Vec<usize>,
}

impl Catch {
    /// What `finding` counts, said at this distance with this label.
    pub fn of(
        mut finding: Finding,
        nearness: Nearness,
        label: Option<CommentLabel>,
        severity: CommentLabel,
        comment: Option<usize>,
        besides: &Self,
    ) -> Self {
        let content = finding.credit;
        let steps = label.map(|label| label.distance(severity));
        let kept = match steps {
            Some(0) => 1.0,
            Some(1) => ONE_OFF,
            Some(_) => FAR_OFF,
            None if comment.is_some() => UNLABELLED,
            None => 1.0,
        };
        let is_placed = matches!(nearness, Nearness::At | Nearness::Unplaced);
        if finding.state == State::Hit && !(is_placed && steps.is_none_or(|steps| steps == 0)) {
            finding.state = State::Partial;
        }
        finding.credit *= nearness.keeps() * kept;
        Self {
            finding,
            content,
            nearness,
            comment,
            label,
            has_fix: besides.has_fix,
            near: besides.near.clone(),
            makers: besides.makers.clone(),
        }
    }
}

/// The best that `parts` say of `wanted`, the criterion number `index`; `fix` is its way out among the asides.
pub(super) fn best(
    index: usize,
    fix: Option<usize>,
    wanted: &ReviewFinding,
    parts: &[Part],
    diff: &Diff,
) -> Catch {
    let mut found = Catch {
        finding: missed(index, wanted, parts),
        content: 0.0,
        nearness: Nearness::Elsewhere,
        comment: None,
        label: None,
        has_fix: false,
        near: Vec::new(),
        makers: Vec::new(),
    };
    for part in parts {
        let nearness = nearness_of(part, wanted, diff);
        let is_near = matches!(nearness, Nearness::At | Nearness::Near);
        if is_near && part.comment.is_some() {
            found.near.push(part.number);
        }
        let praises = part.label == Some(CommentLabel::Praise);
        let Some(said) = part.points.criteria.get(index).filter(|_| !praises) else {
            continue;
        };
        let offered = fix.and_then(|fix| part.points.asides.get(fix));
        let offers = offered.is_some_and(|finding| finding.credit > 0.0);
        let mut said = said.clone();
        if said.state == State::Missed && offers && is_near && part.comment.is_some() {
            said.state = State::Partial;
            said.credit = FIX_ALONE;
            said.spans = offered.map(|it| it.spans.clone()).unwrap_or_default();
        }
        if said.credit > 0.0 && is_near {
            found.makers.extend(part.comment);
        }
        let severity = wanted.severity;
        let catch = Catch::of(said, nearness, part.label, severity, part.comment, &found);
        let is_better = catch.finding.credit > found.finding.credit
            || found.finding.credit <= 0.0
                && found.finding.state == State::Missed
                && catch.finding.state != State::Missed;
        let has_fix = found.has_fix || offers && (is_near || part.comment.is_none());
        if is_better {
            found = catch;
        }
        found.has_fix = has_fix;
    }
    found
}

/// A finding without credit, its name and weight from any part.
fn missed(index: usize, wanted: &ReviewFinding, parts: &[Part]) -> Finding {
    let any = parts
        .iter()
        .find_map(|part| part.points.criteria.get(index));
    Finding {
        id: wanted.id.to_string(),
        state: State::Missed,
        credit: 0.0,
        weight: any.map_or(1.0, |finding| finding.weight),
        skill: any.and_then(|finding| finding.skill.clone()),
        spans: Vec::new(),
        closeness: 0.0,
        near: Vec::new(),
    }
}

fn nearness_of(part: &Part, wanted: &ReviewFinding, diff: &Diff) -> Nearness {
    if part.is_alone && !wanted.anchors.is_empty() {
        return Nearness::Unplaced;
    }
    if part.comment.is_none() && !wanted.anchors.is_empty() {
        return Nearness::Summary;
    }
    nearness(&part.location, &wanted.anchors, diff)
}
