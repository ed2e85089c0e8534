//! A scenario has a step of the sort its kind promises.

use crate::domain::{Kind, Position, Task};

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "kind-without-step",
    about: "a phrasing scenario has a sentence to say",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let says = |task: &Task| matches!(task, Task::Say(_));
    let scenario = subject.scenario;
    if scenario.header.kind == Kind::Phrasing && !scenario.steps.iter().any(|step| says(&step.task))
    {
        let place = subject.place_of(Position { line: 1, column: 1 }, "kind:");
        findings.warning(
            place,
            "a phrasing scenario without a `say:` step",
            "give a step `say: {source: …}`, or choose another kind",
        );
    }
}
