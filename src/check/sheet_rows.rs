//! Rows of a cost sheet are used, keep their units, and allow a sensible distance.

use crate::scoring::Estimate;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "sheet-row",
    about: "rows of a sheet are used, come to their unit, and allow between 1 % and 50 %",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for sheet in subject.steps.iter().filter_map(|step| step.step.sheet()) {
        let Ok(estimate) = Estimate::new(sheet) else {
            continue;
        };
        for row in estimate
            .idle_rows()
            .into_iter()
            .map(|place| &sheet.rows[place])
        {
            findings.warning(
                subject.place(row.at, 1),
                format!("no later row and no lever uses `{}`", row.id),
                "let the total add it up, or leave it out",
            );
        }
        for row in estimate
            .rows_converted_by_hand()
            .into_iter()
            .map(|place| &sheet.rows[place])
        {
            findings.warning(
                subject.place(row.is.at, 1),
                format!("`{}` does not come to {} by its units", row.id, row.unit),
                "give the givens their units and leave out factors such as 30 or 1024: units convert",
            );
        }
        for row in sheet
            .rows
            .iter()
            .filter(|row| !(0.01..=0.5).contains(&row.tolerance))
        {
            findings.warning(
                subject.place(row.at, 1),
                format!("`{}` allows {:.1} %", row.id, row.tolerance * 100.0),
                "people round to two figures: allow between 1 % and 50 %",
            );
        }
    }
}
