//! The program as a package: what is in it, what it prints for shells and `man`, and its first run.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use firedrill::library::builtin;

fn firedrill(home: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env_clear()
        .env("HOME", home)
        .current_dir(home)
        .args(arguments)
        .output()
        .unwrap()
}

#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let output = firedrill(home.path(), arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_shell_has_a_script_that_knows_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = printed(&["completions", shell]);
        for word in ["grade", "export", "without-answers", "completions"] {
            assert!(script.contains(word), "{shell} does not complete {word}");
        }
    }
}

#[test]
fn a_shell_that_is_not_known_is_wrong_usage() {
    let home = tempfile::tempdir().unwrap();
    let output = firedrill(home.path(), &["completions", "tcsh"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_manual_page_describes_every_command() {
    let page = printed(&["man"]);
    assert!(page.contains(".TH firedrill 1"), "{page:.300}");
    let help = printed(&["--help"]);
    let commands = help.split("Commands:").nth(1).unwrap();
    let commands = commands.split("Options:").next().unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|name| !name.starts_with(' '));
    let mut seen = 0;
    for name in names.filter_map(|line| line.split_whitespace().next()) {
        let heading = format!(".SH FIREDRILL {}", name.to_uppercase());
        assert!(name == "help" || page.contains(&heading), "{heading}");
        seen += 1;
    }
    assert!(seen > 15, "only {seen} commands in: {help}");
}

#[test]
fn the_version_names_formats_and_engine() {
    let lines = printed(&["--version"]);
    let names: Vec<&str> = lines
        .lines()
        .filter_map(|line| Some(line.rsplit_once(' ')?.0))
        .collect();
    let expected = [
        "firedrill",
        "scenario format",
        "export format",
        "scoring engine",
    ];
    assert_eq!(names, expected, "{lines}");
    assert_eq!(printed(&["-V"]).lines().count(), 1);
}

#[test]
fn the_first_run_in_an_empty_home_needs_nothing_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    for arguments in [&["list"][..], &["due"], &["stats"], &["doctor"]] {
        let output = firedrill(home.path(), arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}");
    }
    let left: Vec<_> = std::fs::read_dir(home.path()).unwrap().collect();
    assert!(left.is_empty(), "commands that only read wrote {left:?}");
}

#[test]
fn the_package_holds_what_builds_it_and_every_scenario() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    // What lies outside of a git checkout is listed all the same.
    let output = Command::new(env!("CARGO"))
        .current_dir(&root)
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let list = String::from_utf8(output.stdout).unwrap();
    let list: Vec<String> = list.lines().map(|line| line.replace('\\', "/")).collect();
    let has = |name: &str| list.iter().any(|each| each == name);
    for source in builtin().files {
        assert!(has(&source.name), "{} is not packaged", source.name);
    }
    for name in [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "LICENSE",
        "src/main.rs",
        "tests/main.rs",
    ] {
        assert!(has(name), "{name} is not packaged");
    }
    let strange = |name: &&String| name.starts_with("target/") || name.starts_with(".github/");
    assert_eq!(list.iter().find(strange), None);
}
