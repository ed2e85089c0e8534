//! Packs: added from a folder and from git, updated, removed, and told apart by name.

use std::{fs, path::Path, process::Command};

use firedrill::{
    domain::ScenarioId,
    library::Library,
    storage::{
        Extent, LibraryPlace, PackError, add_pack, installed_packs, packs, remove_pack, update_pack,
    },
};

const SCENARIO: &str = include_str!("../broken/file-name-and-id.yaml");

/// A pack of one scenario called `id`.
fn write_pack(folder: &Path, name: &str, id: &str) {
    fs::create_dir_all(folder.join("debug")).unwrap();
    fs::write(folder.join("pack.yaml"), format!("id: {name}\ntitle: T\n")).unwrap();
    let text = SCENARIO.replace("id: another-name", &format!("id: {id}"));
    fs::write(folder.join(format!("debug/{id}.yaml")), text).unwrap();
    fs::write(folder.join("run-me.sh"), "exit 1\n").unwrap();
}

fn ids(data: &Path) -> Vec<String> {
    let library = Library::load(packs(data, &[], Extent::Whole));
    let added = library
        .headers()
        .iter()
        .filter(|header| header.id.pack != "builtin");
    added.map(|header| header.id.to_string()).collect()
}

#[test]
fn a_folder_is_added_updated_and_removed() {
    let (data, from) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_pack(from.path(), "team", "one");
    let origin = from.path().to_str().unwrap();
    assert_eq!(add_pack(data.path(), origin).unwrap().scenarios, 1);
    assert_eq!(ids(data.path()), ["team/one"]);
    assert!(!data.path().join("packs/team/run-me.sh").exists());

    write_pack(from.path(), "team", "two");
    assert_eq!(update_pack(data.path(), "team").unwrap().scenarios, 2);
    assert_eq!(ids(data.path()), ["team/one", "team/two"]);

    remove_pack(data.path(), "team").unwrap();
    assert_eq!(installed_packs(data.path()), []);
}

#[test]
fn two_packs_with_the_same_scenario_do_not_collide() {
    let data = tempfile::tempdir().unwrap();
    for name in ["red", "blue"] {
        let from = tempfile::tempdir().unwrap();
        write_pack(from.path(), name, "one");
        add_pack(data.path(), from.path().to_str().unwrap()).unwrap();
    }
    assert_eq!(ids(data.path()), ["blue/one", "red/one"]);
}

#[test]
fn a_repository_is_added_without_running_anything_of_it() {
    let (data, from) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_pack(from.path(), "team", "one");
    let git = |arguments: &[&str]| {
        let done = Command::new("git")
            .current_dir(from.path())
            .args(arguments)
            .status()
            .unwrap();
        assert!(done.success());
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&[
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b.c",
        "commit",
        "--quiet",
        "-m",
        "x",
    ]);
    let url = format!("file://{}", from.path().display());
    assert_eq!(add_pack(data.path(), &url).unwrap().name, "team");
    assert_eq!(ids(data.path()), ["team/one"]);
    assert_eq!(installed_packs(data.path())[0].origin, url);
    let left: Vec<_> = fs::read_dir(data.path().join("packs")).unwrap().collect();
    assert_eq!(left.len(), 1);
}

#[test]
fn a_repository_pinned_to_a_commit_stays_there_whatever_is_pushed() {
    let (data, from) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .current_dir(from.path())
            .args(["-c", "user.name=a", "-c", "user.email=a@b.c"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    git(&["init", "--quiet"]);
    write_pack(from.path(), "team", "one");
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "x"]);
    let first = git(&["rev-parse", "HEAD"]);
    write_pack(from.path(), "team", "two");
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "y"]);
    let url = format!("file://{}", from.path().display());
    let pinned = format!("{url}#{}", first.trim());
    add_pack(data.path(), &pinned).unwrap();
    assert_eq!(ids(data.path()), ["team/one"]);
    assert_eq!(installed_packs(data.path())[0].origin, pinned);
    update_pack(data.path(), "team").unwrap();
    assert_eq!(ids(data.path()), ["team/one"]);
    add_pack(data.path(), &url).unwrap();
    assert!(ids(data.path()).contains(&"team/two".to_owned()));
    refused(
        data.path(),
        &format!("{url}#{}", "0".repeat(40)),
        "git cannot fetch",
    );
}

#[track_caller]
fn refused(data: &Path, origin: &str, expected: &str) {
    let error: PackError = add_pack(data, origin).unwrap_err();
    assert!(error.to_string().contains(expected), "{error}");
}

#[test]
fn what_is_no_pack_is_refused_and_leaves_nothing_behind() {
    let (data, from) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    refused(
        data.path(),
        "/no/such/folder",
        "neither a folder nor an address",
    );
    refused(
        data.path(),
        "--upload-pack=x",
        "neither a folder nor an address",
    );
    refused(
        data.path(),
        "file:///no/such/repository",
        "git cannot fetch",
    );
    let origin = from.path().to_str().unwrap();
    refused(data.path(), origin, "no `pack.yaml`");
    write_pack(from.path(), "builtin", "one");
    refused(data.path(), origin, "cannot be called `builtin`");
    assert!(remove_pack(data.path(), "../team").is_err());
    assert_eq!(ids(data.path()), [""; 0]);
}

/// Runs git in `folder` as somebody without settings.
#[cfg(unix)]
fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .args(["-c", "user.name=a", "-c", "user.email=a@b.c"])
        .args(["-c", "protocol.file.allow=always"])
        .args(arguments)
        .status()
        .unwrap();
    assert!(done.success(), "{arguments:?}");
}

#[cfg(unix)]
#[test]
fn a_hostile_repository_runs_nothing_and_brings_nothing_from_outside() {
    let (data, from, home) = (
        tempfile::tempdir().unwrap(),
        tempfile::tempdir().unwrap(),
        tempfile::tempdir().unwrap(),
    );
    let ran = home.path().join("ran");
    let program = home.path().join("program");
    fs::write(
        &program,
        format!("#!/bin/sh\ntouch '{}'\ncat\n", ran.display()),
    )
    .unwrap();
    fs::set_permissions(
        &program,
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )
    .unwrap();

    // What is outside: a file that a link leads to, a submodule, and the settings of the person who adds the pack.
    let outside = home.path().join("outside.yaml");
    fs::write(
        &outside,
        SCENARIO.replace("id: another-name", "id: outside"),
    )
    .unwrap();
    let module = home.path().join("module");
    write_pack(&module, "module", "from-module");
    git(&module, &["init", "--quiet"]);
    git(&module, &["add", "."]);
    git(&module, &["commit", "--quiet", "-m", "x"]);
    let hooks = home.path().join("template/hooks");
    fs::create_dir_all(&hooks).unwrap();
    for hook in ["post-checkout", "post-merge", "reference-transaction"] {
        fs::copy(&program, hooks.join(hook)).unwrap();
    }
    let settings = format!(
        "[filter \"evil\"]\n  smudge = {0}\n  required = true\n[core]\n  hooksPath = {1}\n  fsmonitor = {0}\n\
         [init]\n  templateDir = {2}\n[submodule]\n  recurse = true\n[protocol \"file\"]\n  allow = always\n",
        program.display(),
        hooks.display(),
        hooks.parent().unwrap().display(),
    );
    fs::write(home.path().join(".gitconfig"), settings).unwrap();

    write_pack(from.path(), "team", "one");
    fs::write(from.path().join(".gitattributes"), "*.yaml filter=evil\n").unwrap();
    std::os::unix::fs::symlink(&outside, from.path().join("debug/link.yaml")).unwrap();
    git(from.path(), &["init", "--quiet"]);
    git(
        from.path(),
        &[
            "submodule",
            "--quiet",
            "add",
            module.to_str().unwrap(),
            "module",
        ],
    );
    git(from.path(), &["add", "."]);
    git(from.path(), &["commit", "--quiet", "-m", "x"]);

    for origin in [
        format!("file://{}", from.path().display()),
        from.path().display().to_string(),
    ] {
        // As a folder, the submodule is a folder like any other; only what is fetched leaves it out.
        if !origin.starts_with("file") {
            fs::remove_dir_all(from.path().join("module")).unwrap();
        }
        let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .args(["pack", "add", &origin])
            .env("HOME", home.path())
            .env("FIREDRILL_DATA_DIR", data.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        assert_eq!(ids(data.path()), ["team/one"], "{origin}");
        assert!(!ran.exists(), "something was run");
    }
}

/// Everything said about the packs below `data`.
fn said(data: &Path) -> String {
    let library = Library::load(packs(data, &[], Extent::Whole));
    let messages = library.problems().iter().map(ToString::to_string);
    messages
        .collect::<Vec<_>>()
        .join("\n")
        .replace(data.to_str().unwrap(), "")
}

#[test]
fn two_packs_of_one_name_are_told_apart_by_their_files() {
    let data = tempfile::tempdir().unwrap();
    write_pack(&data.path().join("packs/a"), "team", "one");
    write_pack(&data.path().join("packs/b"), "team", "two");
    assert_eq!(ids(data.path()), ["team/one"]);
    assert_eq!(
        said(data.path()),
        "/packs/b/pack.yaml: error: a pack `team` is loaded already, with /packs/a/pack.yaml; this one is left out\n  \
         help: give one of them another `id:` in its `pack.yaml`, or load only one of them"
    );
}

#[test]
fn a_file_with_nearly_the_name_of_a_file_of_packs_is_told_of_once() {
    let data = tempfile::tempdir().unwrap();
    let pack = data.path().join("packs/a");
    write_pack(&pack, "a", "one");
    fs::write(pack.join("glosary.yaml"), "- [a, b]\n").unwrap();
    fs::write(pack.join("registers.yaml"), "meeting: {}\n").unwrap();
    fs::write(pack.join("skills.yml"), "x: {text: X}\n").unwrap();
    let said = said(data.path());
    for expected in [
        "/packs/a/glosary.yaml: warning: this is neither a scenario nor a file that a pack has\n  help: did you mean `glossary.yaml`?",
        "/packs/a/registers.yaml: warning: this is neither a scenario nor a file that a pack has\n  help: delete it; the rules of registers are built in",
        "/packs/a/skills.yml: warning: this is neither a scenario nor a file that a pack has\n  help: did you mean `skills.yaml`?",
    ] {
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(said.matches("warning").count(), 3, "{said}");
}

#[test]
fn a_relative_path_inside_a_pack_finds_the_pack_and_is_named_as_it_was_given() {
    let from = tempfile::tempdir().unwrap();
    write_pack(from.path(), "team", "one");
    fs::write(from.path().join("skills.yaml"), "own: {text: Own}\n").unwrap();
    let path = from.path().join("debug/one.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replacen(
        "      - id: cause\n",
        "      - id: cause\n        skill: own\n",
        1,
    );
    assert!(text.contains("skill: own"), "{text}");
    fs::write(&path, text + "unknown: 1\n").unwrap();
    for (folder, given, named) in [
        ("debug", "one.yaml", "one.yaml:"),
        ("debug", ".", "./one.yaml:"),
        (".", "debug/one.yaml", "debug/one.yaml:"),
        (".", "debug", "debug/one.yaml:"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .current_dir(from.path().join(folder))
            .args(["check", given])
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.starts_with(named), "{given}: {said}");
        assert!(
            !said.contains("unknown-skill") && !said.contains("is in no"),
            "{said}"
        );
    }
}

#[test]
fn steps_are_read_from_the_disk_when_they_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let place = LibraryPlace::Everything {
        data_dir: folder.path().to_owned(),
        given: vec![],
    };
    let scenarios = folder.path().join("scenarios");
    fs::create_dir_all(&scenarios).unwrap();
    let file = scenarios.join("mine.yaml");
    let text = fs::read_to_string("scenarios/phrasing/rollback-now.yaml").unwrap();
    fs::write(&file, text.replacen("rollback-now", "mine", 1)).unwrap();

    let library = place.listing().unwrap();
    let id = ScenarioId::new("local", "mine");
    let held = &library.source(&id).unwrap().text;
    assert!(held.ends_with("steps:\n"), "only the head is held: {held}");
    assert!(!library.scenario(&id).unwrap().steps.is_empty());
    let builtin = ScenarioId::new("builtin", "rollback-now");
    assert!(!library.scenario(&builtin).unwrap().steps.is_empty());

    fs::remove_file(&file).unwrap();
    let problems = library.scenario(&id).unwrap_err();
    assert!(problems[0].to_string().contains("mine.yaml"));
}
