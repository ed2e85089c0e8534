//! Packs: added from a folder and from git, updated, removed, and told apart by name.

use std::{fs, path::Path, process::Command};

use firedrill::{
    library::Library,
    storage::{Extent, PackError, add_pack, installed_packs, packs, remove_pack, update_pack},
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
