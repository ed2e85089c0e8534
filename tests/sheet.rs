//! Cost sheets: what people type as numbers, what wrong rows are put down to, and laws of the bill.

use std::{collections::BTreeMap, fs, path::PathBuf};

use firedrill::{
    check::check,
    domain::{CriterionId, Formula, Row, ScenarioId, Sheet, StepId, Task, Text},
    library::{Library, PackSource, Source, builtin},
    scoring::{Estimate, Glossary, Grader, RowCard, RowState},
};
use proptest::prelude::*;
use serde_json::Value;

fn lines(name: &str) -> Vec<Value> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sheets");
    let text = fs::read_to_string(folder.join(name)).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A sheet of one row that is asked in `unit`.
fn one_row(unit: &str) -> Estimate {
    let formula = |text: &str| Formula {
        text: text.to_owned(),
        ..Formula::default()
    };
    let row = Row {
        id: CriterionId::from("x"),
        label: Text::english("X"),
        is: formula("1"),
        unit: unit.to_owned(),
        tolerance: 0.1,
        at: firedrill::domain::Position::default(),
    };
    let sheet = Sheet {
        rows: vec![row],
        ..Sheet::default()
    };
    Estimate::new(&sheet).unwrap()
}

fn shipped(id: &str, step: &str) -> (Sheet, Grader) {
    let library = Library::load(vec![builtin()]);
    let scenario = library.scenario(&ScenarioId::new("builtin", id)).unwrap();
    let step = scenario.step(&StepId::from(step)).unwrap();
    let Task::Sheet(sheet) = &step.task else {
        panic!("`{step:?}` is no sheet");
    };
    let grader = Grader::new(step, &Glossary::default(), None).unwrap();
    (sheet.as_ref().clone(), grader)
}

#[test]
fn numbers_mean_what_people_mean_by_them() {
    let cases = lines("numbers.jsonl");
    assert!(cases.len() >= 120);
    let mut wrong = Vec::new();
    for case in &cases {
        let text = case["text"].as_str().unwrap();
        let found = one_row(case["unit"].as_str().unwrap()).values(&format!("x = {text}"));
        match (&found[0], case["is"].as_f64()) {
            (Some(Ok(value)), Some(is)) if (value - is).abs() <= is.abs() * 1e-9 => {}
            (Some(Err(sentence)), None) if sentence.len() > 10 => {}
            (found, _) => wrong.push(format!("{case}: {found:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wrong_sheets_are_put_down_to_what_went_wrong() {
    let mut wrong = Vec::new();
    for case in lines("snapshot-share-precise-gc.jsonl") {
        let (_, grader) = shipped("snapshot-share-precise-gc", case["step"].as_str().unwrap());
        let card = grader.grade(case["text"].as_str().unwrap()).sheet.unwrap();
        let row = |id: &str| card.rows.iter().find(|row| row.id == id).unwrap();
        for (id, state) in case["expect"].as_object().unwrap() {
            let found = serde_json::to_value(row(id).state).unwrap();
            if found != *state {
                wrong.push(format!("{case}: {:?}", row(id)));
            }
        }
        for (id, cause) in case["because"].as_object().unwrap() {
            if !row(id).because.iter().any(|name| name == cause) {
                wrong.push(format!("{case}: {:?}", row(id)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The causes that say what a person calls `why`; none where the row is to be found right, or put down to nothing.
fn causes_of(why: &str) -> &'static [&'static str] {
    match why {
        "thousand" => &["thousand"],
        "bits" => &["bits"],
        "month-hour" => &["per-hour"],
        "month-day" => &["per-day"],
        "year" => &["per-month"],
        "replication" => &["replication", "left-out"],
        "missing-term" => &["left-out"],
        "direction" => &["in-out"],
        "other-price" => &["price-class"],
        "convention-only" => &["convention"],
        "carried" => &["carried"],
        "other" => &["digit"],
        "rounding-only" => &[],
        unknown => panic!("`{unknown}` is not known"),
    }
}

/// What the program makes of a row that a person said `why` about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Told {
    /// The same, or that the difference is within the tolerance.
    Same,
    /// That it is off, without a reason.
    Nothing,
    /// Another reason.
    Another,
}

fn told(row: &RowCard, why: &str) -> Told {
    let is_within = row.state == RowState::Within;
    let is_known = row
        .because
        .iter()
        .any(|cause| causes_of(why).contains(&cause.as_str()));
    match (is_known, row.because.is_empty()) {
        (true, _) => Told::Same,
        (false, true) if is_within || why == "other" => Told::Same,
        (false, true) => Told::Nothing,
        (false, false) => Told::Another,
    }
}

/// Measured over 40 sheets whose makers did not know the rules: 71 of 96 rows put down to the same before the rules
/// were mended, 23 to something else; afterwards 87 and 2. The rules were mended with all of these sheets in sight.
#[test]
fn sheets_that_people_got_wrong_are_put_down_to_what_they_say_went_wrong() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sheets/wrong");
    let mut counts: BTreeMap<Told, usize> = BTreeMap::new();
    let mut others = Vec::new();
    let mut sheets = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (_, grader) = shipped(&id, "bill");
        for case in lines(&format!("wrong/{id}.jsonl")) {
            sheets += 1;
            let card = grader.grade(case["text"].as_str().unwrap()).sheet.unwrap();
            let wrong = case["wrong"].as_array().unwrap().iter();
            let mut whys: BTreeMap<&str, &str> = wrong
                .map(|wrong| {
                    (
                        wrong["row"].as_str().unwrap(),
                        wrong["why"].as_str().unwrap(),
                    )
                })
                .collect();
            for carried in case["carried"].as_array().into_iter().flatten() {
                whys.entry(carried.as_str().unwrap()).or_insert("carried");
            }
            for row in &card.rows {
                let Some(why) = whys.get(row.id.as_str()) else {
                    let at = &case["id"];
                    assert_eq!(row.state, RowState::Within, "{at}: {row:?}");
                    continue;
                };
                let told = told(row, why);
                *counts.entry(told).or_default() += 1;
                if told == Told::Another {
                    others.push(format!(
                        "{} {} {why}: {:?}",
                        case["id"], row.id, row.because
                    ));
                }
            }
        }
    }
    assert_eq!(sheets, 40);
    let same = counts[&Told::Same];
    let all: usize = counts.values().sum();
    assert!(
        same * 100 >= all * 85 && others.len() * 100 <= all * 5,
        "{counts:?}\n{}",
        others.join("\n")
    );
}

#[test]
fn doubling_what_a_row_is_linear_in_doubles_the_row() {
    let (sheet, _) = shipped("snapshot-share-precise-gc", "bill");
    let estimate = Estimate::new(&sheet).unwrap();
    let twice = estimate.bill_with(&[("snapshots".to_owned(), 2.0)]);
    for (row, (before, after)) in estimate.bill().rows.iter().zip(&twice.rows).enumerate() {
        assert!((after - 2.0 * before).abs() < before * 1e-9, "row {row}");
    }
}

#[test]
fn the_best_lever_changes_with_the_numbers() {
    let (sheet, _) = shipped("snapshot-share-precise-gc", "bill");
    let estimate = Estimate::new(&sheet).unwrap();
    let best = |levers: &[f64]| {
        (0..levers.len())
            .max_by(|one, two| levers[*one].total_cmp(&levers[*two]))
            .map(|place| sheet.levers[place].id.to_string())
    };
    assert_eq!(best(&estimate.bill().levers).as_deref(), Some("retention"));
    let many_chunks = estimate.bill_with(&[("chunks".to_owned(), 10.0)]);
    assert_eq!(best(&many_chunks.levers).as_deref(), Some("bigger-chunks"));
}

#[test]
fn a_sheet_that_cannot_be_meant_is_told_of() {
    let text = "id: a\nkind: design\ntitle: A\nsteps:\n  - id: one\n    ask: What is it?\n    sheet:\n      \
                date: 2020-01-01\n      givens: {uploads: 5 /s, idle: 3}\n      rows:\n        - {id: lost, label: L, \
                is: idle * 2, unit: things}\n        - {id: put, label: A, is: uploads * 86400 * 30 * \
                price(s3-put), unit: USD/month, tolerance: 90%}\n      levers: [{id: all, label: All, saves: 2 * \
                put}]\n    models: [put = 64.8]\n";
    let pack = PackSource::new("local", vec![Source::new("a.yaml", text)]);
    let report = check(&Library::load(vec![builtin(), pack]), |file| {
        file == "a.yaml"
    });
    let mut rules: Vec<&str> = report.problems.iter().map(|problem| problem.rule).collect();
    rules.retain(|rule| ["sheet-row", "stale-price", "lever-saving"].contains(rule));
    rules.sort_unstable();
    assert_eq!(
        rules,
        [
            "lever-saving",
            "sheet-row",
            "sheet-row",
            "sheet-row",
            "stale-price"
        ],
        "{:?}",
        report.problems
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_a_row_is_worked_out_or_refused(text in "[0-9a-zA-Z .,$%()*/+^=|~×万亿\\-]{0,80}|\\PC{0,60}") {
        let estimate = one_row("USD/month");
        let found = estimate.values(&format!("x = {text}"));
        if let Some(Some(Ok(value))) = found.first() {
            prop_assert!(value.is_finite());
        }
        let (rows, prose) = estimate.fields(&text);
        prop_assert!(rows.iter().map(String::len).sum::<usize>() + prose.len() <= text.len());
    }
}
