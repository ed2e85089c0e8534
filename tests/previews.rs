//! An author looks at a step on the screen, edits its file, and looks again; nothing is kept.

use std::{fs, process::Command};

use firedrill::{domain::ScenarioId, tui::Language};

use crate::{
    console::Console,
    play::{Play, RETRY, library},
};

/// The step `follow` in a preview.
fn preview() -> Play {
    let mut play = Play::with(library(true), Language::English, (80, 24));
    let scenario = ScenarioId::new("builtin", "retry");
    play.app
        .preview(scenario, Some("follow".to_owned()), String::new());
    play.messages(vec![])
}

fn edited(mut play: Play, from: &str, to: &str) -> Play {
    assert!(RETRY.contains(from));
    play.desktop.edited = Some(RETRY.replace(from, to));
    play
}

#[test]
fn the_step_asked_for_is_in_front_and_the_screen_says_that_nothing_is_kept() {
    preview()
        .sees("Name the limit you would set.")
        .sees("preview: nothing is kept; F6 reads the file again");
}

#[test]
fn the_file_is_read_again_and_the_text_in_hand_stays() {
    let play = preview().keys("At most five tries.");
    edited(play, "Name the limit you", "Which limit do you")
        .keys("<f6>")
        .sees("Which limit do you would set.")
        .sees("At most five tries.");
}

#[test]
fn an_answer_is_put_back_from_its_debrief_so_that_it_can_be_graded_anew() {
    let play = preview().keys("Until tea time.<C-s>").sees("0 of 1");
    edited(play, "any: [most, cap", "any: [tea, cap")
        .keys("<f6>")
        .sees("Until tea time.")
        .keys("<C-s>")
        .sees("1 of 1");
}

#[test]
fn a_file_that_is_broken_for_a_while_shows_its_problems_and_comes_back() {
    let play = edited(preview(), "kind: review", "kind: revue")
        .keys("<f6>")
        .sees("has no choice `revue`");
    let play = edited(play, "rubric:", "rubrik:")
        .keys("<f6>")
        .sees("rubrik");
    edited(play, "retry\nkind", "retries\nkind")
        .keys("<f6>")
        .sees("Name the limit you would set.");
}

#[test]
fn a_step_that_is_gone_gives_way_to_the_first() {
    edited(preview(), "id: follow", "id: followed")
        .keys("<f6>")
        .sees("the step `follow` is gone")
        .sees("Say what the fixed wait does");
}

#[test]
fn a_list_of_scenarios_that_has_become_shorter_is_searched_anew() {
    Play::start()
        .keys("/<down><f6>")
        .sees("read again: 1 scenarios")
        .sees("1 of 1")
        .keys("<down><enter>")
        .sees("Say what the fixed wait does");
}

#[test]
fn the_program_previews_a_file_and_writes_nothing() {
    let (data, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let path = files.path().join("retry.yaml");
    fs::write(&path, RETRY).unwrap();
    let file = path.to_str().unwrap();
    let mut console = Console::open(data.path(), &["preview", file, "--step", "follow"]);
    console.until_text("Name the limit you would set.");
    console.send("At most five.");
    console.until_text("At most five.");
    fs::write(&path, RETRY.replace("Name the limit", "Give the limit")).unwrap();
    console.send("\u{1b}[17~");
    console.until_text("Give the limit you would set.");
    console.send("\u{13}");
    console.until_text("1 of 1");
    console.send("\u{3}");
    assert!(console.until_left().success());
    assert_eq!(fs::read_dir(data.path()).unwrap().count(), 0);
}

#[test]
fn what_cannot_be_previewed_is_said_on_the_command_line() {
    let files = tempfile::tempdir().unwrap();
    let path = files.path().join("retry.yaml");
    let said = |text: &str| {
        fs::write(&path, text).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .args(["preview", path.to_str().unwrap(), "--step", "folow"])
            .env("FIREDRILL_DATA_DIR", files.path().join("data"))
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    assert!(said(RETRY).contains("has no step `folow`; there is: comment, follow"));
    assert!(said("kind: [").contains("retry.yaml:1:"));
    assert!(said(&RETRY.replace("models:", "model:")).contains("did you mean `models`"));
}

#[test]
fn an_incident_is_previewed_in_a_state_and_a_minute() {
    let data = tempfile::tempdir().unwrap();
    let at = [
        "--step",
        "work-it",
        "--state",
        "mitigated",
        "--minute",
        "12",
    ];
    let arguments = [&["preview", "userns-overlayfs-eacces"][..], &at[..]].concat();
    let mut console = Console::open(data.path(), &arguments);
    console.until_text("12/60 min");
    console.send("kubectl get pods\r");
    console.until_text("fir-2");
    console.send("\u{3}\u{3}");
    assert!(console.until_left().success());
    for (wrong, said) in [
        (
            ["--state", "quiet"],
            "has no state `quiet`; there is: degraded, mitigated",
        ),
        (["--minute", "61"], "nothing leads to that state"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .args(["preview", "userns-overlayfs-eacces"])
            .args(wrong)
            .env("FIREDRILL_DATA_DIR", data.path())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(said), "{error}");
    }
}
