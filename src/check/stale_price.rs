//! A sheet is held against the prices it takes after they were looked up.

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "stale-price",
    about: "no price of a sheet was looked up after the sheet's own date",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for step in &subject.steps {
        let Some(sheet) = step.step.sheet() else {
            continue;
        };
        let Some(date) = &sheet.date else { continue };
        // dates are written year first, so that they compare as texts
        for price in sheet.prices.iter().filter(|price| price.date > *date) {
            findings.warning(
                subject.place(step.step.at, 1),
                format!("`{}` was looked up on {}, this sheet is of {date}", price.name, price.date),
                "look at models, samples and texts with the new price, then set the sheet's `date:`",
            );
        }
    }
}
