//! A criterion or a red flag of a scenario file.

use super::{
    fault::Fault,
    ledger::Ledger,
    tree::Node,
    value::{list_of, number_of, text_of, words, words_of},
};
use crate::domain::{
    Criterion, CriterionId, NegationRule, PatternText, RedFlag, Register, Requirement, Scope,
};

/// The keys of which a criterion has exactly one.
const WAYS: &[&str] = &["any", "all", "at_least"];

/// Reads one criterion; `None` where it has no id or asks for nothing.
pub fn criterion(ledger: &mut Ledger, node: &Node) -> Option<Criterion> {
    let found: Vec<&'static str> = WAYS
        .iter()
        .copied()
        .filter(|way| node.entry(way).is_some())
        .collect();
    if found.len() != 1 {
        let (shape, keys) = ("criterion", WAYS);
        ledger.error_at(node.at, 1, &Fault::OneOf { shape, keys, found });
        return None;
    }
    Some(Criterion {
        id: CriterionId::from(words_of(node, "id")?),
        point: text_of(node, "point").unwrap_or_default(),
        requirement: requirement(ledger, node)?,
        weight: amount_of(node, "weight"),
        must: is_set(node, "must"),
        vetoes: patterns_of(node, "not"),
        scope: match words_of(node, "within").as_deref() {
            Some("answer") => Scope::Answer,
            _ => Scope::Sentence,
        },
        negation: match words_of(node, "negation").as_deref() {
            Some("ignore") => NegationRule::Ignore,
            _ => NegationRule::Guard,
        },
        registers: list_of(node, "for")
            .iter()
            .filter_map(|name| Register::parse(name))
            .collect(),
        skill: words_of(node, "skill"),
        evidence: list_of(node, "evidence"),
        hit: text_of(node, "hit"),
        miss: text_of(node, "miss"),
        probe: text_of(node, "probe"),
        hint: text_of(node, "hint"),
        renamed_from: words_of(node, "renamed_from"),
        at: node.at,
    })
}

/// Reads one red flag; `None` where it has no id.
pub fn red_flag(node: &Node) -> Option<RedFlag> {
    Some(RedFlag {
        id: CriterionId::from(words_of(node, "id")?),
        point: text_of(node, "point").unwrap_or_default(),
        patterns: patterns_of(node, "any"),
        penalty: amount_of(node, "penalty"),
        fatal: is_set(node, "fatal"),
        at: node.at,
    })
}

fn requirement(ledger: &mut Ledger, node: &Node) -> Option<Requirement> {
    if node.entry("any").is_some() {
        return Some(Requirement::Any(patterns_of(node, "any")));
    }
    if node.entry("all").is_some() {
        return Some(Requirement::All(patterns_of(node, "all")));
    }
    let at_least = node.value_of("at_least")?;
    let of = patterns_of(at_least, "of");
    let n = number_of(at_least, "n")?;
    if usize::try_from(n).is_ok_and(|n| n > of.len()) {
        let place = at_least.value_of("n").unwrap_or(at_least);
        ledger.error(place, &Fault::AtLeastTooMany { n, of: of.len() });
    }
    let n = usize::try_from(n).ok()?;
    Some(Requirement::AtLeast { n, of })
}

/// The patterns under `key`.
pub fn patterns_of(node: &Node, key: &str) -> Vec<PatternText> {
    let pattern = |node: &Node| PatternText {
        text: words(node).trim().to_owned(),
        at: node.at,
    };
    node.value_of(key)
        .map(|list| list.items().iter().map(pattern).collect())
        .unwrap_or_default()
}

/// A number above 0; 1 where absent.
pub fn amount_of(node: &Node, key: &str) -> f64 {
    words_of(node, key)
        .and_then(|number| number.parse().ok())
        .unwrap_or(1.0)
}

fn is_set(node: &Node, key: &str) -> bool {
    words_of(node, key).as_deref() == Some("true")
}
