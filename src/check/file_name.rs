//! A scenario lies in a file that is called after its id.

use crate::domain::Position;

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "file-name",
    about: "the file is called after the id",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let id = &subject.scenario.header.id.scenario;
    let file = subject
        .source
        .name
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if stem != id {
        let place = subject.place_of(Position { line: 1, column: 1 }, id);
        findings.warning(
            place,
            format!("the file is called `{file}`, its scenario `{id}`"),
            format!("rename the file to `{id}.yaml`"),
        );
    }
}
