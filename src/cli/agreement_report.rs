//! Prints how far a rubric agrees with people, and lets authors see where it does not.

use std::io::Write;

use serde_json::json;

use super::answer_lines::Graded;
use crate::{
    domain::Step,
    scoring::{Agreement, Label},
};

/// Labels by people against the grader, gathered answer by answer.
pub struct AgreementReport {
    agreement: Agreement,
    /// The criteria of the step.
    known: Vec<String>,
}

impl AgreementReport {
    /// Nothing compared yet.
    pub fn new(step: &Step) -> Self {
        let ids = step.rubric.iter().map(|criterion| criterion.id.to_string());
        Self {
            agreement: Agreement::new(ids.clone()),
            known: ids.collect(),
        }
    }

    /// What is wrong with the labels of a line: a criterion that the step has not, a word that is no label.
    pub fn fault(&self, graded: &Graded) -> Option<String> {
        let of_card = |id: &str| graded.card.criteria.iter().any(|it| it.id == id);
        graded.labels.iter().find_map(|(id, label)| {
            if !self.known.contains(id) && !of_card(id) {
                let known = self.known.join("`, `");
                return Some(format!(
                    "there is no criterion `{id}` in this step; it has `{known}`"
                ));
            }
            let is_label = label.as_str().is_some_and(|it| Label::parse(it).is_some());
            (!is_label).then(|| {
                format!("{label} is no label of `{id}`; write \"hit\", \"partial\" or \"missed\"")
            })
        })
    }

    /// Compares one graded answer with its labels.
    pub fn add(&mut self, graded: &Graded) {
        if let Some(score) = graded.label {
            self.agreement.add_score(graded.card.score, score);
        }
        for finding in &graded.card.criteria {
            let label = graded
                .labels
                .get(&finding.id)
                .and_then(|label| label.as_str());
            if let Some(label) = label.and_then(Label::parse) {
                self.agreement.add_label(&finding.id, finding.state, label);
            }
        }
    }

    /// Prints the table, or one line of JSON.
    pub fn print(&self, as_json: bool, output: &mut dyn Write) -> anyhow::Result<()> {
        let scores = self.agreement.scores();
        if as_json {
            let criteria: Vec<_> = self
                .agreement
                .criteria()
                .map(|(id, count)| {
                    json!({
                        "id": id, "labels": count.labels(), "agreed": count.agreed(),
                        "wrongly_passed": count.wrongly_passed(), "wrongly_failed": count.wrongly_failed(),
                        "kappa": count.kappa(),
                    })
                })
                .collect();
            let line = json!({
                "criteria": criteria, "answers": scores.count(),
                "pearson": scores.pearson(), "rmse": scores.rmse(),
            });
            writeln!(output, "{line}")?;
            return Ok(());
        }
        writeln!(
            output,
            "{:<28} {:>6} {:>6} {:>14} {:>14} {:>6}",
            "criterion", "labels", "agree", "wrongly passed", "wrongly failed", "κ"
        )?;
        for (id, count) in self.agreement.criteria() {
            writeln!(
                output,
                "{id:<28} {:>6} {:>6} {:>14} {:>14} {:>6}",
                count.labels(),
                count.agreed(),
                count.wrongly_passed(),
                count.wrongly_failed(),
                figure(count.kappa()),
            )?;
        }
        writeln!(
            output,
            "\nall {} scored answers: Pearson r {}, RMSE {}",
            scores.count(),
            figure(scores.pearson()),
            figure(scores.rmse()),
        )?;
        Ok(())
    }
}

fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"))
}
