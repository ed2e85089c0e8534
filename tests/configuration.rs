//! The configuration file: what holds, where it came from, and what a faulty one comes to.

use std::{fs, path::Path, process::Command};

use crate::console::Console;

/// Runs `firedrill` in `folder` with `variables` and nothing else of an environment.
fn firedrill(folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> (String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env_clear()
        .env("HOME", folder)
        .envs(variables.iter().copied())
        .args(arguments)
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).unwrap();
    let text = text.replace(&folder.display().to_string(), "~");
    (text, output.status.code().unwrap())
}

/// A folder with a configuration file that says `text`, where the platform looks for it.
fn configured(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let (shown, _) = firedrill(home, &[], &["config"]);
    let line = shown.lines().next().unwrap();
    let path = line
        .trim_start_matches("# ~/")
        .trim_end_matches(" (not there)");
    fs::create_dir_all(home.join(path).parent().unwrap()).unwrap();
    fs::write(home.join(path), text).unwrap();
    folder
}

#[test]
fn each_value_says_where_it_came_from() {
    let folder = configured(
        "theme = 'light'\nascii = true\ndaily_minutes = 45\n[keys.writing]\nhint = 'F9'\n",
    );
    let variables = [("FIREDRILL_THEME", "dark"), ("FIREDRILL_MOUSE", "true")];
    let (text, code) = firedrill(folder.path(), &variables, &["config", "--lang", "zh"]);
    assert_eq!(code, 0);
    let rest = text.split_once('\n').unwrap().1;
    insta::assert_snapshot!(rest, @r#"
    language = "zh"                          # --lang
    theme = "dark"                           # FIREDRILL_THEME
    ambiguous_width = "narrow"               # default
    ascii = true                             # line 2
    mouse = true                             # FIREDRILL_MOUSE
    reduced_motion = false                   # default
    daily_minutes = 45                       # line 3
    editor = ""                              # default
    speak = ""                               # default
    packs = []                               # default

    [keys.writing]
    hint = ["F9"]                            # line 5
    "#);
}

#[test]
fn what_is_printed_can_be_read_back() {
    for arguments in [
        &["config", "--template"][..],
        &["config", "--keys"],
        &["config"],
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (text, _) = firedrill(folder.path(), &[], arguments);
        let folder = configured(&text);
        let (said, code) = firedrill(folder.path(), &[], &["config"]);
        assert_eq!(code, 0, "{said}");
    }
}

#[test]
fn a_faulty_file_is_told_and_the_program_opens_with_the_rest() {
    let folder =
        configured("theme = 'mono'\nlanguage = 'zh'\nteme = 1\n[keys.writing]\nhint = 'Ctrl-S'\n");
    let (text, code) = firedrill(folder.path(), &[], &["config"]);
    assert_eq!(code, 1);
    assert!(
        text.contains("config.toml:3:1: error: there is no setting `teme`"),
        "{text}"
    );
    assert!(
        text.contains("config.toml:5:1: error: `Ctrl-S` is `submit` in `keys.writing` already"),
        "{text}"
    );
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("今天");
    console.until_text("配置文件有问题");
    console.send("!");
    console.until_text("`theme`?");
    console.send("qq");
    assert!(console.until_left().success());
}

#[test]
fn a_key_that_was_moved_works_and_is_shown_in_the_footer() {
    let folder = configured("[keys.writing]\nsubmit = 'F9'\n");
    let mut console = Console::open(folder.path(), &["drill", "snapshot-share-precise-gc"]);
    console.until_text("F9 submit");
    console.send("Please add jitter.");
    console.until_text("add jitter.");
    console.send("\u{1b}[20~");
    console.until_text("debrief");
    console.send("\u{3}");
    assert!(console.until_left().success());
}

#[test]
fn folders_of_the_configuration_are_loaded() {
    let folder = configured("packs = ['~/mine']\n");
    let pack = folder.path().join("mine");
    fs::create_dir(&pack).unwrap();
    fs::write(pack.join("retry.yaml"), crate::play::RETRY).unwrap();
    let (text, _) = firedrill(folder.path(), &[], &["list"]);
    assert!(text.contains("A patch that retries"), "{text}");
}

#[test]
fn a_file_that_was_asked_for_has_to_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let (text, code) = firedrill(folder.path(), &[("FIREDRILL_CONFIG", "no.toml")], &["list"]);
    assert_eq!(
        (text.as_str(), code),
        ("firedrill: there is no configuration file `no.toml`\n", 1)
    );
}
