//! `firedrill grade` and `match`, run as authors and scripts run them.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};

const STEPS: &str = "id: full-disk
kind: debug
title: A full disk
brief: The disk is full.
steps:
  - id: say
    ask: What is the matter, and what do you do?
    form: notes
    rubric:
      - id: cause
        point: The disk is full
        any: [disk full]
      - id: cure
        point: Old logs go, and rotation comes
        all: [delete logs, rotation]
      - id: owner
        point: Somebody owns it
        any: [owner userns]
        not: [former owner]
    red_flags:
      - id: reckless
        point: Deletes everything
        any: [rm -rf]
    models: ['The disk is full. I would delete old logs and set up rotation. The owner of the userns is told.']
";

const SECOND: &str = "  - id: later
    ask: How do you keep it from coming back?
    rubric:
      - id: alert
        point: An alert on free space
        any: [alert (space|disk)]
    models: [I would set an alert on free disk space before it is full again.]
";

/// A folder with a scenario of one step, one of two, and a glossary beside them.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("one.yaml", STEPS);
    write("two.yaml", &format!("{STEPS}{SECOND}"));
    write("glossary.yaml", "- [disk, volume]\n");
    folder
}

pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firedrill"));
    command
        .env_clear()
        .env("HOME", folder)
        .env("FIREDRILL_DATA_DIR", folder.join("data"))
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = command(folder, arguments).spawn().unwrap();
    // a command that reads nothing may be gone before anything is written to it
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// What comes out on stdout and on stderr of a command that is expected to end with `code`.
#[track_caller]
pub fn ends(folder: &Path, arguments: &[&str], input: &str, code: i32) -> (String, String) {
    let output = run(folder, arguments, input);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}\n{err}");
    (out, err)
}

#[track_caller]
fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn a_line_of_json_says_what_became_of_every_criterion() {
    let folder = folder();
    let answer =
        "Störung: the volume is fulll. We delete logs. The former owner of the userns ran rm -rf.";
    fs::write(folder.path().join("answer.txt"), answer).unwrap();
    let arguments = ["grade", "one.yaml", "--answer", "answer.txt", "--json"];
    let (out, err) = ends(folder.path(), &arguments, "", 0);
    assert_eq!(err, "");
    assert_eq!(out.lines().count(), 1);
    let card: Value = serde_json::from_str(&out).unwrap();
    for name in [
        "id",
        "score",
        "verdict",
        "confidence",
        "marks",
        "criteria",
        "red_flags",
        "notes",
    ] {
        assert!(keys(&card).contains(&name), "{name} is not in {out}");
    }
    assert_eq!(keys(&card["marks"]).len(), 3);
    let states: Vec<_> = card["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            (
                it["id"].as_str().unwrap(),
                it["state"].as_str().unwrap(),
                it["credit"].as_f64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        states,
        [
            ("cause", "hit", 1.0),
            ("cure", "partial", 0.5),
            ("owner", "vetoed", 0.0)
        ]
    );
    let spans = card["criteria"][0]["spans"].as_array().unwrap();
    let words: Vec<_> = spans
        .iter()
        .map(|span| {
            let at = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
            (
                &answer[at("start")..at("end")],
                span["via"].as_str().unwrap(),
            )
        })
        .collect();
    // the glossary beside the file makes a volume a disk
    assert_eq!(words, [("volume", "synonym"), ("fulll", "slip")]);
    assert_eq!(card["red_flags"][0]["id"], "reckless");
    let start = answer.find("rm -rf").unwrap();
    assert_eq!(card["red_flags"][0]["spans"][0]["start"], start);
    assert_eq!(card["marks"]["content"], card["score"]);
}

#[test]
fn an_answer_is_read_from_standard_input() {
    let folder = folder();
    let arguments = ["grade", "one.yaml", "--answer", "-", "--json"];
    let (out, _) = ends(folder.path(), &arguments, "The disk is full.", 0);
    let card: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(card["criteria"][0]["state"], "hit");
    let (report, _) = ends(folder.path(), &arguments[..4], "The disk is full.", 0);
    assert!(report.contains("✓ [1] The disk is full  1/1"), "{report}");
    assert!(
        report.contains("✗ [2] Old logs go, and rotation comes  0/1"),
        "{report}"
    );
}

#[test]
fn a_bad_line_is_reported_and_the_rest_is_graded() {
    let folder = folder();
    let lines = "{\"id\": \"a\", \"text\": \"The disk is full.\"}\nno json\n\n{\"id\": 7}\n{\"id\": 8, \"text\": \"The disk is not full.\", \"more\": 1}\n";
    fs::write(folder.path().join("answers.jsonl"), lines).unwrap();
    let arguments = ["grade", "one.yaml", "--answers", "answers.jsonl", "--json"];
    let (out, err) = ends(folder.path(), &arguments, "", 1);
    let cards: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let ids: Vec<_> = cards.iter().map(|card| card["id"].clone()).collect();
    assert_eq!(ids, [json!("a"), json!(8)]);
    assert_eq!(cards[1]["criteria"][0]["state"], "negated");
    assert!(err.contains("answers.jsonl:2: "), "{err}");
    assert!(err.contains("answers.jsonl:4: "), "{err}");
    assert_eq!(err.lines().count(), 2, "{err}");
    let arguments = ["grade", "one.yaml", "--answers", "-", "--json"];
    let (piped, _) = ends(folder.path(), &arguments, lines, 1);
    assert_eq!(piped, out);
}

#[test]
fn several_steps_need_a_choice() {
    let folder = folder();
    let answer = "We need an alert on disk space.";
    let arguments = ["grade", "two.yaml", "--answer", "-", "--json"];
    let (out, err) = ends(folder.path(), &arguments, answer, 2);
    assert_eq!(out, "");
    assert!(err.contains("say, later"), "{err}");
    let later = [&arguments[..], &["--step", "later"]].concat();
    let (out, _) = ends(folder.path(), &later, answer, 0);
    assert!(out.contains("\"id\":\"alert\",\"state\":\"hit\""), "{out}");
    let unknown = [&arguments[..], &["--step", "never"]].concat();
    let (_, err) = ends(folder.path(), &unknown, answer, 2);
    assert!(
        err.contains("`never`") && err.contains("say, later"),
        "{err}"
    );
}

#[test]
fn what_cannot_be_graded_says_why() {
    let folder = folder();
    let (_, err) = ends(
        folder.path(),
        &["grade", "one.yaml", "--answer", "gone.txt"],
        "",
        1,
    );
    assert!(err.contains("gone.txt"), "{err}");
    let (_, err) = ends(
        folder.path(),
        &["grade", "no-such-drill", "--answer", "-"],
        "",
        1,
    );
    assert!(err.contains("no-such-drill"), "{err}");
    fs::write(
        folder.path().join("bad.yaml"),
        STEPS.replace("disk full]", "disk (full]"),
    )
    .unwrap();
    let (_, err) = ends(
        folder.path(),
        &["grade", "bad.yaml", "--answer", "-"],
        "x",
        1,
    );
    assert!(err.contains("bad.yaml:12:"), "{err}");
    ends(folder.path(), &["grade", "one.yaml"], "", 2);
}

#[test]
fn a_report_hands_no_orders_to_the_terminal() {
    let folder = folder();
    let answer = "The disk\u{1b}[2J is \u{202e}full\u{9b}31m\u{7}.";
    let (out, _) = ends(
        folder.path(),
        &["grade", "one.yaml", "--step", "say", "--answer", "-"],
        answer,
        0,
    );
    let is_order = |letter: char| letter.is_control() && letter != '\n' || letter == '\u{202e}';
    assert!(!out.contains(is_order), "{out:?}");
    assert!(out.contains("is full"), "{out:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = folder();
    let line = json!({"id": 1, "text": "The disk is full of old logs that nobody reads."});
    fs::write(
        folder.path().join("many.jsonl"),
        format!("{line}\n").repeat(6_000),
    )
    .unwrap();
    let mut child = command(
        folder.path(),
        &["grade", "one.yaml", "--answers", "many.jsonl", "--json"],
    )
    .spawn()
    .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    assert!(first.starts_with('{'), "{first}");
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn match_says_what_was_found_and_what_is_wrong() {
    let folder = folder();
    let (out, _) = ends(
        folder.path(),
        &["match", "disk full", "The disk is full."],
        "",
        0,
    );
    assert_eq!(
        out,
        "match\n  exact      disk  (4..8)\n  exact      full  (12..16)\n"
    );
    let (out, _) = ends(
        folder.path(),
        &["match", "disk full", "The disk is not full."],
        "",
        1,
    );
    assert!(out.starts_with("negated"), "{out}");
    let (out, _) = ends(
        folder.path(),
        &["match", "disk full", "The disk is fine."],
        "",
        1,
    );
    assert!(out.contains("not found  full"), "{out}");
    let (out, err) = ends(
        folder.path(),
        &["match", "disk (full", "The disk is full."],
        "",
        2,
    );
    assert_eq!(out, "");
    assert!(
        err.starts_with("pattern:6: this `(` has no `)`\n  disk (full\n       ^ "),
        "{err}"
    );
    let (_, err) = ends(
        folder.path(),
        &["match", "re-connect*", "We reconnect."],
        "",
        2,
    );
    assert!(err.contains("`-`"), "{err}");
}
