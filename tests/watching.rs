//! `check --watch`: checks again as soon as a file is saved, however the editor saves it.

use std::{
    fs,
    io::{BufRead as _, BufReader, Lines},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use crate::console::Console;

const SCENARIO: &str = include_str!("broken/file-name-and-id.yaml");

/// A scenario called after its file, without an error.
fn write(folder: &Path, id: &str) {
    let text = SCENARIO.replace("id: another-name", &format!("id: {id}"));
    fs::write(folder.join(format!("{id}.yaml")), text).unwrap();
}

/// `check --watch` on a folder, its output read line by line.
struct Watch {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Watch {
    fn on(folder: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .args(["check", "--watch"])
            .arg(folder)
            .env("FIREDRILL_DATA_DIR", folder.join("data"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = process.stdout.take().unwrap();
        Self {
            process,
            lines: BufReader::new(output).lines(),
        }
    }

    /// Everything printed up to the end of a look.
    fn look(&mut self) -> String {
        let mut seen = String::new();
        for line in self.lines.by_ref() {
            let line = line.unwrap();
            assert!(
                !line.contains('\u{1b}'),
                "no control sequence in a pipe: {line:?}"
            );
            seen = seen + &line + "\n";
            if line.starts_with("watching ") {
                return seen;
            }
        }
        panic!("ended after {seen}");
    }

    #[cfg(unix)]
    fn interrupted(mut self) -> Option<i32> {
        let process = self.process.id().to_string();
        let sent = Command::new("kill").args(["-INT", &process]).status();
        assert!(sent.unwrap().success());
        self.process.wait().unwrap().code()
    }
}

#[cfg(unix)]
#[test]
fn a_save_a_new_file_and_a_file_put_in_the_place_of_another_are_seen() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "one");
    let mut watch = Watch::on(folder.path());
    assert!(watch.look().contains("1 scenario: 0 errors"));

    write(folder.path(), "two");
    let seen = watch.look();
    assert!(
        seen.contains("two.yaml\n") && seen.contains("2 scenarios: 0 errors"),
        "{seen}"
    );

    // As many editors save: into another file, which then takes the name of the old one.
    let beside = folder.path().join("two.yaml~");
    fs::write(&beside, "kind: debug\n").unwrap();
    fs::rename(&beside, folder.path().join("two.yaml")).unwrap();
    let seen = watch.look();
    assert!(seen.contains("two.yaml:1:1: error: "), "{seen}");

    fs::remove_file(folder.path().join("two.yaml")).unwrap();
    assert!(watch.look().contains("1 scenario: 0 errors"));
    assert_eq!(watch.interrupted(), Some(0));
}

#[cfg(unix)]
#[test]
fn the_last_look_decides_the_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "one");
    let mut watch = Watch::on(folder.path());
    watch.look();
    fs::write(folder.path().join("one.yaml"), "").unwrap();
    assert!(watch.look().contains("the file is empty"));
    assert_eq!(watch.interrupted(), Some(1));
}

#[cfg(unix)]
#[test]
fn a_file_that_is_gone_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "one");
    let path = folder.path().join("one.yaml");
    let mut watch = Watch::on(&path);
    watch.look();
    fs::remove_file(&path).unwrap();
    assert!(watch.look().contains("watching 0 files"));
    write(folder.path(), "one");
    assert!(watch.look().contains("1 scenario: 0 errors"));
    assert_eq!(watch.interrupted(), Some(0));
}

#[test]
fn on_a_terminal_every_look_begins_on_a_clear_screen() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "one");
    let file = folder.path().join("one.yaml");
    let mut console = Console::open(folder.path(), &["check", "--watch", file.to_str().unwrap()]);
    console.until_text("1 scenario: 0 errors");
    console.until_text("Ctrl-C leaves");
    fs::write(&file, "").unwrap();
    console.until_text("the file is empty");
    console.until_text("Ctrl-C leaves");
    assert!(
        !console.screen().contains("0 errors"),
        "{}",
        console.screen()
    );
    console.send("\u{3}");
    assert_eq!(console.until_left().exit_code(), 1);
}
