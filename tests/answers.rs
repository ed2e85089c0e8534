//! Answers that people wrote and labelled, point by point: the shipped rubrics must go on agreeing with them.

use std::{collections::BTreeMap, fs, path::PathBuf};

use firedrill::{
    domain::{Register, Scenario},
    library::{Library, builtin},
    scoring::{Agreement, Count, Glossary, Grader, Label, State},
};
use serde::Deserialize;

/// Answers by one group of people, and how far the rubrics must agree with their labels.
struct Set {
    folder: &'static str,
    /// A little under the κ that was measured over missed, partial and hit.
    least_kappa: f64,
    /// A little under the κ that was measured where half a point counts as made.
    least_binary_kappa: f64,
    /// A little under the share of labels that grades agree with where half a point counts as made.
    least_binary_agreement: f64,
}

/// The answers that the rubrics were mended on; measured .79, .90 and .96.
const MENDED_ON: Set = Set {
    folder: "tests/answers",
    least_kappa: 0.77,
    least_binary_kappa: 0.88,
    least_binary_agreement: 0.945,
};

/// Answers that nobody who writes rubrics has read, for the honest figure; measured .64, .73 and .88.
const UNSEEN: Set = Set {
    folder: "tests/answers/unseen",
    least_kappa: 0.62,
    least_binary_kappa: 0.72,
    least_binary_agreement: 0.87,
};

/// The name under which the labels of all criteria are pooled.
const POOL: &str = "all";

/// One labelled answer.
#[derive(Deserialize)]
struct Labelled {
    id: String,
    step: String,
    register: Option<String>,
    text: String,
    criteria: BTreeMap<String, String>,
    #[serde(default, alias = "red_flags")]
    flags: Vec<String>,
}

/// The files of labelled answers, each named after its scenario.
fn files(set: &Set) -> Vec<(String, Vec<Labelled>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(set.folder);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let scenario = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(path).unwrap();
            let answers = text
                .lines()
                .map(|line| {
                    serde_json::from_str(line)
                        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
                })
                .collect();
            (scenario, answers)
        })
        .collect()
}

/// Grades every labelled answer and hands on its label and its grade, criterion by criterion.
fn compare(set: &Set, visit: &mut dyn FnMut(State, Label)) {
    let library = Library::load(vec![builtin()]);
    for (name, answers) in files(set) {
        let id = library.find(&name).unwrap().id.clone();
        let scenario = library.scenario(&id).unwrap();
        let glossary = library.glossary(&id.pack);
        for answer in answers {
            compare_one(&scenario, glossary, &answer, visit);
        }
    }
}

fn compare_one(
    scenario: &Scenario,
    glossary: &Glossary,
    answer: &Labelled,
    visit: &mut dyn FnMut(State, Label),
) {
    let at = format!("{}/{}", scenario.header.id, answer.id);
    let step = scenario
        .steps
        .iter()
        .find(|step| step.id.as_str() == answer.step)
        .unwrap_or_else(|| panic!("{at}: no step `{}`", answer.step));
    let register = answer
        .register
        .as_deref()
        .map(|name| Register::parse(name).unwrap_or_else(|| panic!("{at}: no register `{name}`")));
    let grader = Grader::new(step, glossary, register).unwrap();
    let card = grader.grade(&answer.text);
    for (criterion, label) in &answer.criteria {
        let finding = card
            .criteria
            .iter()
            .find(|finding| finding.id == *criterion)
            .unwrap_or_else(|| panic!("{at}: `{criterion}` is not asked for"));
        let label = Label::parse(label).unwrap_or_else(|| panic!("{at}: `{label}` is not a label"));
        visit(finding.state, label);
    }
    for flag in &answer.flags {
        assert!(
            step.red_flags.iter().any(|known| known.id.as_str() == flag),
            "{at}: no red flag `{flag}`"
        );
    }
}

/// The labels of all files in one table, each pair seen through `fold` first.
fn pooled(set: &Set, fold: fn(State, Label) -> (State, Label)) -> Count {
    let mut agreement = Agreement::new(std::iter::once(POOL.to_owned()));
    compare(set, &mut |state, label| {
        let (state, label) = fold(state, label);
        agreement.add_label(POOL, state, label);
    });
    let count = agreement.criteria().next().map(|(_, count)| *count);
    count.unwrap_or_default()
}

/// Half a point counts as made.
fn binary(state: State, label: Label) -> (State, Label) {
    let state = match state {
        State::Partial => State::Hit,
        other => other,
    };
    let label = match label {
        Label::Partial => Label::Hit,
        other => other,
    };
    (state, label)
}

#[track_caller]
fn agrees(set: &Set) {
    let count = pooled(set, |state, label| (state, label));
    let kappa = count.kappa().unwrap();
    assert!(
        kappa >= set.least_kappa,
        "κ is {kappa:.3} over {} labels, less than {}",
        count.labels(),
        set.least_kappa
    );
    let count = pooled(set, binary);
    let kappa = count.kappa().unwrap();
    let agreement = f64::from(count.agreed()) / f64::from(count.labels());
    assert!(
        kappa >= set.least_binary_kappa && agreement >= set.least_binary_agreement,
        "κ is {kappa:.3} (at least {}), agreement {agreement:.3} (at least {}) over {} labels",
        set.least_binary_kappa,
        set.least_binary_agreement,
        count.labels()
    );
}

#[test]
fn rubrics_agree_with_the_people_they_were_mended_on() {
    agrees(&MENDED_ON);
}

#[test]
fn rubrics_agree_with_people_they_have_not_seen() {
    agrees(&UNSEEN);
}
