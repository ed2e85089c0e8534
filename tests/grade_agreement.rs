//! `grade --agreement`: labels by people against grades, from the command line.

use std::fs;

use serde_json::{Value, json};

use super::grade_command::{ends, folder};

#[test]
fn agreement_counts_what_people_saw_otherwise() {
    let folder = folder();
    let lines = [
        json!({"id": 1, "text": "The disk is full.", "score": 0.3, "criteria": {"cause": "hit", "cure": "missed"}}),
        json!({"id": 2, "text": "The disk is full.", "score": 0.0, "criteria": {"cause": "missed"}}),
        json!({"id": 3, "text": "No room is left on it.", "score": 0.4, "criteria": {"cause": "hit"}}),
        json!({"id": 4, "text": "We delete logs and have rotation; the disk is full.", "score": 0.7}),
    ];
    let lines: String = lines.map(|line| line.to_string() + "\n").concat();
    fs::write(folder.path().join("labels.jsonl"), lines).unwrap();
    let arguments = [
        "grade",
        "one.yaml",
        "--step",
        "say",
        "--agreement",
        "labels.jsonl",
    ];
    let (table, _) = ends(folder.path(), &arguments, "", 0);
    for words in [
        "wrongly passed",
        "wrongly failed",
        "κ",
        "Pearson",
        "RMSE",
        "4 scored",
    ] {
        assert!(table.contains(words), "{words} is not in {table}");
    }
    let arguments = [&arguments[..], &["--json"]].concat();
    let (out, _) = ends(folder.path(), &arguments, "", 0);
    let report: Value = serde_json::from_str(&out).unwrap();
    let cause = &report["criteria"][0];
    assert_eq!((&cause["labels"], &cause["agreed"]), (&json!(3), &json!(1)));
    assert_eq!(
        (&cause["wrongly_passed"], &cause["wrongly_failed"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(report["answers"], 4);
    assert!(
        report["pearson"].is_number() && report["rmse"].is_number(),
        "{out}"
    );
}

#[test]
fn labels_that_fit_no_criterion_are_bad_lines() {
    let folder = folder();
    let lines = [
        json!({"id": 1, "text": "The disk is full.", "criteria": {"cuase": "hit"}}),
        json!({"id": 2, "text": "The disk is full.", "criteria": {"cause": "yes"}}),
        json!({"id": 3, "text": "The disk is full.", "criteria": {"cause": "hit"}}),
    ];
    let lines: String = lines.map(|line| line.to_string() + "\n").concat();
    fs::write(folder.path().join("labels.jsonl"), lines).unwrap();
    let arguments = [
        "grade",
        "one.yaml",
        "--step",
        "say",
        "--json",
        "--agreement",
        "labels.jsonl",
    ];
    let (out, err) = ends(folder.path(), &arguments, "", 1);
    assert!(
        err.contains("labels.jsonl:1: there is no criterion `cuase`"),
        "{err}"
    );
    assert!(
        err.contains("labels.jsonl:2: \"yes\" is no label of `cause`"),
        "{err}"
    );
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["criteria"][0]["labels"], 1);
}
