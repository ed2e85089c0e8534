//! The table of behaviours in the contributing notes names tests that exist.

use std::{fs, path::Path};

/// The text of every Rust file below `folder`.
fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_behaviour_of_the_table_names_a_test_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    for folder in ["src", "tests"] {
        sources(&root.join(folder), &mut code);
    }
    let notes = fs::read_to_string(root.join(".github/CONTRIBUTING.md")).unwrap();
    let (_, table) = notes.split_once("| behaviour | held by |").unwrap();
    let rows: Vec<&str> = table
        .lines()
        .skip(2)
        .take_while(|row| row.starts_with('|'))
        .collect();
    assert!(rows.len() >= 30, "{} rows", rows.len());
    for row in rows {
        let held_by = row.split('|').nth(2).unwrap_or_default();
        let is_decision = held_by.contains("decision:");
        let quoted = held_by.split('`').skip(1).step_by(2);
        let mut count = 0;
        // The names of tests are sentences.
        for name in quoted.filter(|name| name.matches('_').count() > 2) {
            assert!(
                code.contains(&format!("fn {name}(")),
                "there is no test `{name}`"
            );
            count += 1;
        }
        assert!(count > 0 || is_decision, "nothing holds this: {row}");
    }
}
