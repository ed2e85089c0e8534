//! Broken scenario files, each with the whole of what `check` says about it.

use std::{fmt::Write, fs, path::PathBuf};

use firedrill::{check::check, library::Library, storage::packs_of};

/// The files of `tests/broken`, by name.
fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Everything `check` finds in the file, told as if the file lay in the working directory.
fn report(path: &PathBuf) -> String {
    let mut asked = packs_of(std::slice::from_ref(path)).unwrap();
    // What is said of a file must not change with every scenario that is written.
    asked.packs.retain(|pack| pack.pack != "builtin");
    let report = check(&Library::load(asked.packs), |file| {
        asked.files.contains(file)
    });
    let mut text = String::new();
    for problem in &report.problems {
        writeln!(text, "{}", problem.with_line()).unwrap();
    }
    let folder = format!("{}/", path.parent().unwrap().display());
    text.replace(&folder, "")
}

#[test]
fn every_broken_file_is_told_what_is_wrong_where_and_what_to_do() {
    let mut all = String::new();
    for path in files() {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        writeln!(all, "## {name}\n{}", report(&path)).unwrap();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn no_broken_file_is_found_to_be_in_order() {
    for path in files() {
        assert!(!report(&path).is_empty(), "{}", path.display());
    }
}
