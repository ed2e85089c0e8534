//! A model answer earns every point and raises no flag.

use crate::scoring::{Finding, State};

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "model-not-full",
    about: "every model answer earns full marks",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        for model in &step.step.models {
            let place = || subject.place(model.at, 1);
            for (text, card) in step.model_cards(model) {
                let lacking: Vec<&Finding> = card
                    .criteria
                    .iter()
                    .filter(|each| each.state != State::Hit)
                    .collect();
                for finding in &lacking {
                    findings.error(place(), lack(finding, &text), cure(finding.state));
                }
                for flag in &card.red_flags {
                    findings.error(
                        place(),
                        format!(
                            "the model raises the red flag `{}`{}",
                            flag.id,
                            quoted(&text, &flag.spans)
                        ),
                        "make the flag's phrases narrower, or change the model",
                    );
                }
                for guard in &card.guards {
                    findings.error(
                        place(),
                        format!(
                            "the model is taken for `{}`",
                            serde_json::to_value(guard)
                                .unwrap_or_default()
                                .as_str()
                                .unwrap_or_default()
                        ),
                        "write the model as a person would answer",
                    );
                }
                if !lacking.is_empty() {
                    break;
                }
            }
        }
    }
}

fn lack(finding: &Finding, text: &str) -> String {
    let id = &finding.id;
    let words = quoted(text, &finding.spans);
    match finding.state {
        State::Partial => format!("the model earns `{id}` only in part{words}"),
        State::Negated => format!("the model negates `{id}`{words}"),
        State::Vetoed => format!("a `not:` pattern of `{id}` vetoes the model{words}"),
        State::Missed | State::Hit => format!("the model misses `{id}`"),
    }
}

const fn cure(state: State) -> &'static str {
    match state {
        State::Negated => "say it without a negation near it, or put the negation into the pattern",
        State::Vetoed => "make the veto a longer phrase, or part the sentence",
        _ => "make the model say it, or add the model's words to the patterns",
    }
}

/// The words at `spans`, for a message.
fn quoted(text: &str, spans: &[crate::scoring::Span]) -> String {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
        return String::new();
    };
    text.get(first.start..last.end.max(first.end))
        .map_or_else(String::new, |words| format!(" (“{words}”)"))
}
