//! A lever saves something, and not more than there is.

use crate::scoring::Estimate;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "lever-saving",
    about: "every lever of a sheet saves more than nothing and less than the total",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for sheet in subject.steps.iter().filter_map(|step| step.step.sheet()) {
        let Ok(estimate) = Estimate::new(sheet) else {
            continue;
        };
        let bill = estimate.bill();
        let total = bill.rows.last().copied().unwrap_or_default();
        for (lever, saves) in sheet.levers.iter().zip(&bill.levers) {
            if *saves <= 0.0 || *saves >= total {
                findings.warning(
                    subject.place(lever.at, 1),
                    format!("`{}` saves {saves:.2} of a total of {total:.2}", lever.id),
                    "look at the formula, and at what the last row adds up",
                );
            }
        }
    }
}
