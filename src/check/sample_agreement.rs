//! Graded samples come out as their author graded them.

use crate::{
    domain::{Cause, CriterionId, Expectation, ExpectedState, Sample},
    scoring::{Finding, Scorecard, State},
};

use super::{
    finding::Findings,
    lint::Lint,
    subject::{Checked, Subject},
};

pub const LINT: Lint = Lint {
    name: "sample",
    about: "every graded sample comes out as expected",
    run,
};

/// One way in which a sample came out otherwise.
struct Difference {
    passed: bool,
    what: String,
    cure: String,
}

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        for sample in &step.step.samples {
            let Some(grader) = step.grader(step.register_of_sample(sample)) else {
                continue;
            };
            let card = grader.grade(&sample.text);
            let differences = differences(step, sample, &card);
            let place = || subject.place(sample.at, 1);
            match (&sample.known_gap, differences.is_empty()) {
                (Some(reason), false) => {
                    findings.agreement.known_gaps += 1;
                    let what = differences.first().map_or("", |first| first.what.as_str());
                    findings.note(place(), format!("known gap: {what}"), reason);
                }
                (Some(_), true) => {
                    findings.agreement.agreed += 1;
                    findings.warning(
                        place(),
                        "this sample comes out as expected: it is no gap any more",
                        "delete its `known_gap:`",
                    );
                }
                (None, true) => findings.agreement.agreed += 1,
                (None, false) => {
                    let passed = differences.iter().any(|difference| difference.passed);
                    findings.agreement.wrongly_passed += usize::from(passed);
                    findings.agreement.wrongly_failed += usize::from(!passed);
                    for difference in differences {
                        findings.error(place(), difference.what, difference.cure);
                    }
                }
            }
        }
    }
}

fn differences(step: &Checked<'_>, sample: &Sample, card: &Scorecard) -> Vec<Difference> {
    let text = &sample.text;
    let mut found = Vec::new();
    match &sample.expect {
        None => {}
        Some(Expectation::Full) => {
            let lacking = card.criteria.iter().filter(|each| each.state != State::Hit);
            found.extend(lacking.map(|finding| failed(finding, ExpectedState::Hit, text, card)));
            found.extend(card.guards.iter().map(|guard| Difference {
                passed: false,
                what: format!("wrongly failed: taken for {guard:?}").to_lowercase(),
                cure: "write the sample as a person would answer".to_owned(),
            }));
        }
        Some(Expectation::None) => {
            let earned = card.criteria.iter().filter(|each| each.credit > 0.0);
            found.extend(earned.map(|finding| passed(finding, ExpectedState::Missed, text)));
        }
        Some(Expectation::States(states)) => {
            for (id, expected) in states {
                let finding = card.criteria.iter().find(|each| each.id == id.as_str());
                match finding {
                    Some(finding) => found.extend(compare(finding, *expected, text, card)),
                    None => found.push(Difference {
                        passed: false,
                        what: format!("`{id}` is not asked for in the register of this sample"),
                        cure: "give the sample another `register:`".to_owned(),
                    }),
                }
            }
        }
    }
    found.extend(flag_differences(step, sample, card));
    found.extend(cause_differences(sample, card));
    found
}

/// Rows of a sheet that are not explained as the author explains them.
fn cause_differences(sample: &Sample, card: &Scorecard) -> Vec<Difference> {
    let rows = card.sheet.as_ref().map_or(&[][..], |sheet| &sheet.rows);
    let differs = |(id, cause): &&(CriterionId, Cause)| {
        let row = rows.iter().find(|row| row.id == id.as_str());
        !row.is_some_and(|row| row.because.iter().any(|name| name == cause.name()))
    };
    let difference = |(id, cause): &(CriterionId, Cause)| {
        let row = rows.iter().find(|row| row.id == id.as_str());
        let found = row.map(|row| row.because.join(", ")).unwrap_or_default();
        let found = if found.is_empty() {
            "nothing".to_owned()
        } else {
            found
        };
        Difference {
            passed: false,
            what: format!(
                "`{id}` should be explained by {}, is by {found}",
                cause.name()
            ),
            cure: "look at the numbers of the sample, or at its `because:`".to_owned(),
        }
    };
    sample
        .because
        .iter()
        .filter(differs)
        .map(difference)
        .collect()
}

fn compare(
    finding: &Finding,
    expected: ExpectedState,
    text: &str,
    card: &Scorecard,
) -> Option<Difference> {
    let same = match expected {
        ExpectedState::Hit => finding.state == State::Hit,
        ExpectedState::Partial => finding.state == State::Partial,
        // What matters to a learner is that it earned nothing, whatever the reason.
        ExpectedState::Missed => finding.credit <= 0.0,
        ExpectedState::Negated => finding.state == State::Negated,
        ExpectedState::Vetoed => finding.state == State::Vetoed,
    };
    let earned_less = match expected {
        ExpectedState::Hit => true,
        ExpectedState::Partial => finding.credit <= 0.0,
        _ => false,
    };
    match (same, earned_less) {
        (true, _) => None,
        (false, true) => Some(failed(finding, expected, text, card)),
        (false, false) => Some(passed(finding, expected, text)),
    }
}

fn passed(finding: &Finding, expected: ExpectedState, text: &str) -> Difference {
    let by: Vec<String> = finding
        .spans
        .iter()
        .filter_map(|span| text.get(span.start..span.end))
        .map(|words| format!("“{words}”"))
        .collect();
    let by = if by.is_empty() {
        String::new()
    } else {
        format!(" by {}", by.join(" "))
    };
    let (id, state, expected) = (&finding.id, name(finding.state), expected.name());
    Difference {
        passed: finding.credit > 0.0,
        what: format!("wrongly passed: `{id}` should be {expected}, is {state}{by}"),
        cure: "ask for more words, in a group or in order, or add a `not:` phrase".to_owned(),
    }
}

fn failed(finding: &Finding, expected: ExpectedState, text: &str, card: &Scorecard) -> Difference {
    let (id, state, expected) = (&finding.id, name(finding.state), expected.name());
    let unmatched = unmatched(text, card);
    let cure = if unmatched.is_empty() {
        "add a pattern for the words of this sample".to_owned()
    } else {
        format!("words that nothing matched: {}", unmatched.join(", "))
    };
    Difference {
        passed: false,
        what: format!("wrongly failed: `{id}` should be {expected}, is {state}"),
        cure,
    }
}

fn flag_differences(step: &Checked<'_>, sample: &Sample, card: &Scorecard) -> Vec<Difference> {
    let mut found = Vec::new();
    for flag in &step.step.red_flags {
        let wanted = sample.flags.contains(&flag.id);
        let raised = card
            .red_flags
            .iter()
            .any(|each| each.id == flag.id.as_str());
        let id = &flag.id;
        if wanted && !raised {
            found.push(Difference {
                passed: true,
                what: format!("wrongly passed: the red flag `{id}` is not raised"),
                cure: "add the phrase of this sample to the flag".to_owned(),
            });
        } else if raised && !wanted {
            found.push(Difference {
                passed: false,
                what: format!("wrongly failed: the red flag `{id}` is raised"),
                cure: format!("make its phrases narrower, or add `flags: [{id}]` to the sample"),
            });
        }
    }
    found
}

/// Up to eight words of the sample that earned nothing, as candidates for patterns.
fn unmatched(text: &str, card: &Scorecard) -> Vec<String> {
    let matched = |start: usize, end: usize| {
        let mut spans = card.criteria.iter().flat_map(|each| &each.spans);
        spans.any(|span| span.start < end && start < span.end)
    };
    let mut words = Vec::new();
    let mut start = 0;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-') {
        let end = start + word.len();
        if word.len() > 3 && !matched(start, end) && !words.iter().any(|each| each == word) {
            words.push(word.to_owned());
        }
        let separator = text.get(end..).and_then(|rest| rest.chars().next());
        start = end + separator.map_or(0, char::len_utf8);
    }
    words.truncate(8);
    words
}

const fn name(state: State) -> &'static str {
    match state {
        State::Hit => "hit",
        State::Partial => "partial",
        State::Missed => "missed",
        State::Negated => "negated",
        State::Vetoed => "vetoed",
    }
}
