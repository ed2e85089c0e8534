//! What is said about an answer's English, and what its register is worth.

use super::{
    super::{
        models::plain_models,
        scorecard::{Remark, RemarkKind},
    },
    form::form,
    manner::Manner,
    reading::read,
    rule::Found,
    token::Token,
};
use crate::domain::{Language, Register, Step};

/// Most remarks of one rule: a habit needs saying twice, not ten times.
const MOST_OF_A_RULE: usize = 2;

/// Most advice on form for one answer; more than this is not read.
const MOST_ON_FORM: usize = 6;

/// Reads answers to one step in one register.
#[derive(Clone, Debug)]
pub struct Critic {
    register: Option<Register>,
    manner: Option<Manner>,
}

/// What a [`Critic`] says.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Register and form, in the order of the answer. Offsets are bytes of the answer as given.
    pub remarks: Vec<Remark>,
    /// 0..=1: 1 less what each register rule that fired costs, each rule once. `None` where the step has no register.
    ///
    /// Advice on form costs nothing. An answer without an English word earns 0.
    pub communication: Option<f64>,
}

impl Critic {
    /// A critic for `register`; without one only form is remarked on. What all `models` do may be asked of the learner.
    pub fn new<'a>(register: Option<Register>, models: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            register,
            manner: register.map(|register| Manner::new(register, models)),
        }
    }

    /// A critic for answers to `step` in `register`.
    pub fn of(step: &Step, register: Option<Register>) -> Self {
        let register = register.filter(|_| step.language == Language::English);
        let models = plain_models(step, register);
        Self::new(register, models.iter().map(String::as_str))
    }

    /// Reads `answer`; never fails, whatever it holds.
    pub fn advise(&self, answer: &str) -> Advice {
        let tokens = read(answer);
        let mut found = form(answer, &tokens, self.register);
        let mut communication = None;
        if let Some(manner) = &self.manner {
            let ill_mannered = manner.find(answer, &tokens);
            let mark = mark(&ill_mannered);
            communication = Some(if tokens.iter().any(Token::is_word) {
                mark
            } else {
                0.0
            });
            found.extend(ill_mannered);
        }
        Advice {
            remarks: kept(found).into_iter().map(worded).collect(),
            communication,
        }
    }
}

/// 1 less what each rule costs, each once.
fn mark(found: &[Found]) -> f64 {
    let mut costs: Vec<_> = found.iter().map(|found| (found.rule, found.cost)).collect();
    costs.sort_unstable();
    costs.dedup_by_key(|(rule, _)| *rule);
    let lost: u32 = costs.iter().map(|(_, cost)| u32::from(*cost)).sum();
    f64::from(100_u32.saturating_sub(lost)) / 100.0
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
