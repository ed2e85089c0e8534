//! What is said about an answer's English, and what its register is worth.

use super::{
    super::scorecard::{Remark, RemarkKind},
    form::form,
    manner::manner,
    reading::read,
    rule::Found,
    setting::Setting,
    token::Token,
};

/// Most remarks of one rule: a habit needs saying twice, not ten times.
const MOST_OF_A_RULE: usize = 2;

/// Most advice on form for one answer; more than this is not read.
const MOST_ON_FORM: usize = 6;

/// Every remark on `answer`, in its order. Offsets are bytes of `answer` as given.
pub fn remarks(answer: &str, setting: &Setting) -> Vec<Remark> {
    let tokens = read(answer);
    let mut found = form(answer, &tokens, setting.register);
    found.extend(manner(answer, &tokens, setting));
    kept(found).into_iter().map(worded).collect()
}

/// The communication mark, 0..=1: 1 less what each register rule that fired costs, each rule once.
///
/// `None` where the step has no register. Advice on form costs nothing. An answer without a word earns 0.
pub fn communication(answer: &str, setting: &Setting) -> Option<f64> {
    setting.register?;
    let tokens = read(answer);
    if !tokens.iter().any(Token::is_word) {
        return Some(0.0);
    }
    let mut costs: Vec<_> = manner(answer, &tokens, setting)
        .into_iter()
        .map(|found| (found.rule, found.cost))
        .collect();
    costs.sort_unstable();
    costs.dedup_by_key(|(rule, _)| *rule);
    let lost: u32 = costs.iter().map(|(_, cost)| u32::from(*cost)).sum();
    Some((1.0 - f64::from(lost) / 100.0).max(0.0))
}

/// In the order of the answer, without overlaps and without the same thing said again and again.
fn kept(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|it| (it.start, it.cost == 0, std::cmp::Reverse(it.end)));
    let mut kept: Vec<Found> = vec![];
    for it in found {
        let same_rule = kept.iter().filter(|other| other.rule == it.rule).count();
        let on_form = kept.iter().filter(|other| other.cost == 0).count();
        let overlaps = kept.iter().any(|other| {
            other.start < it.end && it.start < other.end && (other.cost == 0) == (it.cost == 0)
        });
        if same_rule < MOST_OF_A_RULE && !overlaps && (it.cost > 0 || on_form < MOST_ON_FORM) {
            kept.push(it);
        }
    }
    kept
}

fn worded(found: Found) -> Remark {
    let (text, zh) = match &found.better {
        Some(better) => (
            format!("“{better}”: {}", found.en),
            format!("“{better}”：{}", found.zh),
        ),
        None => (found.en.to_owned(), found.zh.to_owned()),
    };
    Remark {
        rule: found.rule.to_owned(),
        start: found.start,
        end: found.end,
        text,
        kind: if found.cost == 0 {
            RemarkKind::Form
        } else {
            RemarkKind::Register
        },
        better: found.better,
        zh: Some(zh),
    }
}
