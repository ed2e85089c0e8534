//! What a lead prints for a group: the sheet for the exercise, and the form for afterwards.

use std::{fs, process::Command};

use crate::play::RETRY;

fn show(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("scenarios")).unwrap();
    fs::write(folder.path().join("scenarios/retry.yaml"), RETRY).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env_clear()
        .env("FIREDRILL_DATA_DIR", folder.path())
        .arg("show")
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_sheet_has_all_that_leads_through_an_exercise() {
    insta::assert_snapshot!("facilitator_sheet", show(&["retry", "--facilitator"]));
}

#[test]
fn the_form_for_afterwards_has_a_row_for_each_gap_with_owner_and_date() {
    insta::assert_snapshot!("after_action", show(&["retry", "--after-action"]));
}

#[test]
fn the_injects_of_an_incident_stand_with_their_minute() {
    let sheet = show(&["kernel-soft-lockup", "--facilitator"]);
    let injects = sheet.split("Injects, by minutes of the exercise").nth(1);
    let injects = injects.unwrap_or_else(|| panic!("no injects: {sheet}"));
    let first = injects.lines().find(|line| line.starts_with("| 0:"));
    assert!(
        first.is_some_and(|line| line.matches('|').count() >= 4),
        "{injects:.300}"
    );
    assert!(
        sheet.contains("Listen for:") && sheet.contains("  - ask: "),
        "{sheet}"
    );
}
