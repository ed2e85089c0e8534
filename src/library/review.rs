//! A review block: the diff, what is to be found in it, and what only looks wrong.

use super::{
    criterion::{amount_of, criterion, patterns_of},
    diff::{FaultAt, read_diff},
    diff_fault::DiffFault,
    fault::Fault,
    ledger::Ledger,
    tree::{Node, Style, Value},
    value::{text_of, words, words_of},
};
use crate::domain::{
    Anchor, CommentLabel, Criterion, CriterionId, Decision, Diff, Remarkable, Review, ReviewFinding,
};

/// Reads the block, and the criteria of its findings.
pub fn review(ledger: &mut Ledger, node: &Node) -> (Review, Vec<Criterion>) {
    let diff = node
        .value_of("diff")
        .map(|node| diff(ledger, node))
        .unwrap_or_default();
    let items = |key| node.value_of(key).map_or(&[][..], Node::items);
    let mut criteria = Vec::new();
    let mut findings = Vec::new();
    for node in items("findings") {
        let severity = words_of(node, "severity").and_then(|name| CommentLabel::parse(&name));
        let (Some(criterion), Some(severity)) = (criterion(ledger, node), severity) else {
            continue;
        };
        findings.push(ReviewFinding {
            id: criterion.id.clone(),
            anchors: anchors(ledger, node, &diff),
            severity,
            fix: patterns_of(node, "fix"),
            at: node.at,
        });
        criteria.push(criterion);
    }
    let decoys = items("decoys")
        .iter()
        .filter_map(|node| remarkable(ledger, node, &diff, amount_of(node, "penalty")))
        .collect();
    let extras = items("extras")
        .iter()
        .filter_map(|node| remarkable(ledger, node, &diff, 0.0))
        .collect();
    let review = Review {
        title: text_of(node, "title"),
        text: text_of(node, "text"),
        findings,
        decoys,
        extras,
        decision: words_of(node, "decision").and_then(|name| Decision::parse(&name)),
        diff,
    };
    (review, criteria)
}

fn remarkable(ledger: &mut Ledger, node: &Node, diff: &Diff, penalty: f64) -> Option<Remarkable> {
    Some(Remarkable {
        id: CriterionId::from(words_of(node, "id")?),
        anchors: anchors(ledger, node, diff),
        point: text_of(node, "point").unwrap_or_default(),
        patterns: patterns_of(node, "any"),
        penalty,
        at: node.at,
    })
}

fn anchors(ledger: &mut Ledger, node: &Node, diff: &Diff) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    for node in node.value_of("on").map_or(&[][..], Node::items) {
        let quote = words(node).trim().to_owned();
        if diff.find_new(&quote).is_empty() && !diff.files.is_empty() {
            let is_removed = !diff.find_removed(&quote).is_empty();
            let quote = quote.clone();
            let fault = if is_removed {
                DiffFault::OnlyRemoved { quote }
            } else {
                DiffFault::NotInDiff { quote }
            };
            ledger.error(node, &Fault::Diff(fault));
        }
        anchors.push(Anchor { quote, at: node.at });
    }
    anchors
}

fn diff(ledger: &mut Ledger, node: &Node) -> Diff {
    let Value::Scalar { text, style } = &node.value else {
        return Diff::default();
    };
    let is_folded = *style == Style::Block && ledger.is_folded(node.at);
    if is_folded || !text.trim_end().contains('\n') {
        ledger.error(node, &Fault::Diff(DiffFault::Folded));
        return Diff::default();
    }
    let (diff, faults) = read_diff(text);
    for FaultAt { line, fault } in faults {
        let (at, width) = match style {
            Style::Block => ledger.line_of_block(node.at, line),
            Style::Plain | Style::Quoted => (node.at, node.width),
        };
        ledger.error_at(at, width, &Fault::Diff(fault));
    }
    diff
}
