//! Every shipped scenario is held to its own checks: form, meaning, and each graded sample.

use std::process::Command;

#[test]
fn every_shipped_scenario_passes_its_checks() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env("FIREDRILL_DATA_DIR", folder.path())
        .args(["check", concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios")])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let errors: Vec<&str> = said
        .lines()
        .filter(|line| line.contains(": error: "))
        .collect();
    assert!(output.status.success(), "{errors:#?}");
    let totals = said.lines().last().unwrap();
    assert!(
        totals.contains("0 wrongly passed, 0 wrongly failed") && !totals.starts_with("0 samples"),
        "{totals}"
    );
}
