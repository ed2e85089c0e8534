//! The debug drills that ship: each is opened, walked layer by layer, followed up, and graded on samples of every sort.

use firedrill::{
    domain::{Expectation, ExpectedState, Form, Kind, Step, Task},
    library::{Library, builtin},
};

/// The drills of the ways into an incident; the marked ones are worked at a console too.
const DRILLS: [(&str, bool); 10] = [
    ("userns-overlayfs-eacces", true),
    ("oomkilled-137-cgroup-v2", false),
    ("enospc-but-df-is-fine", true),
    ("imagepull-429-scaleout", false),
    ("cfs-throttling-p99", false),
    ("lb-health-check-flap", true),
    ("postgres-lock-queue-migration", true),
    ("etcd-fsync-leader-flap", false),
    ("node-notready-pleg", false),
    ("kernel-soft-lockup", true),
];

fn wants(step: &Step, wanted: impl Fn(&Expectation) -> bool) -> bool {
    let mut expected = step.samples.iter().filter_map(|it| it.expect.as_ref());
    expected.any(wanted)
}

fn is_negated(expected: &Expectation) -> bool {
    let Expectation::States(states) = expected else {
        return false;
    };
    let mut states = states.iter().map(|(_, it)| *it);
    states.any(|it| matches!(it, ExpectedState::Negated | ExpectedState::Vetoed))
}

/// A wrong cause, whole or in part: points missed, or none made, where something was claimed.
fn is_wrong(expected: &Expectation) -> bool {
    let Expectation::States(states) = expected else {
        return *expected == Expectation::None;
    };
    states.iter().any(|(_, it)| *it == ExpectedState::Missed)
}

#[test]
fn every_debug_drill_has_its_parts() {
    let library = Library::load(vec![builtin()]);
    let shipped = library.headers().iter();
    let shipped = shipped.filter(|it| it.kind == Kind::Debug).count();
    assert!(shipped >= DRILLS.len(), "{shipped} drills ship");
    for (id, is_worked) in DRILLS {
        let header = library.headers().iter().find(|it| it.id.scenario == id);
        let header = header.unwrap_or_else(|| panic!("{id} is missing"));
        let scenario = library.scenario(&header.id).unwrap();
        assert!(!scenario.sources.is_empty(), "{id}: no source");
        let step = |name: &str| scenario.steps.iter().find(|it| it.id.as_str() == name);
        let opening = step("opening").unwrap_or_else(|| panic!("{id}: no opening"));
        assert!(
            opening.limits.sentences.is_some(),
            "{id}: an endless opening"
        );
        let path = step("path").unwrap_or_else(|| panic!("{id}: no path"));
        assert_eq!(path.form, Form::Notes, "{id}");
        // A point of the path for each of its layers.
        assert!(path.rubric.len() >= 5, "{id}: {} points", path.rubric.len());
        let prose: Vec<&Step> = scenario
            .steps
            .iter()
            .filter(|it| matches!(it.task, Task::Write))
            .collect();
        assert!(prose.len() >= 4, "{id}: fewer than two follow-ups");
        assert_eq!(prose.len() < scenario.steps.len(), is_worked, "{id}");
        for step in prose {
            let name = format!("{id}#{}", step.id);
            assert!(!step.models.is_empty(), "{name}: no model");
            assert!(
                wants(step, |it| *it == Expectation::Full),
                "{name}: no good sample"
            );
            assert!(
                wants(step, |it| *it == Expectation::None),
                "{name}: no poor sample"
            );
            assert!(wants(step, is_negated), "{name}: no denied sample");
            assert!(
                wants(step, is_wrong),
                "{name}: no sample with a wrong cause"
            );
            for point in &step.rubric {
                let is_said = point.miss.is_some() && point.probe.is_some();
                assert!(is_said, "{name}: `{}` has no word on a miss", point.id);
                assert!(
                    point.point.zh.is_some(),
                    "{name}: `{}` in English only",
                    point.id
                );
            }
        }
    }
}
