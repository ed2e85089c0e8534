//! The linear mode, piped and on a dumb terminal: the whole drill, the same log, no escape sequences.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use crate::console::Console;

const ANSWER: &str = "Please add jitter, or every writer retries at once.";

/// What `firedrill` says to `lines` on the data in `folder`.
fn said(folder: &Path, arguments: &[&str], lines: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env_clear()
        .env("HOME", folder)
        .env("FIREDRILL_DATA_DIR", folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains('\u{1b}'), "no escape sequence: {text:?}");
    text
}

/// Everything kept in `folder`, one record a line.
fn kept(folder: &Path) -> String {
    said(folder, &["export"], "")
}

const DRILL: [&str; 3] = ["--plain", "drill", "blob-writer-retry"];

#[test]
fn the_console_of_an_incident_answers_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = ["--plain", "drill", "userns-overlayfs-eacces"];
    let lines = "x\n.\n\n\n".repeat(3) + "k get po -n scan | grep oak-4\nnote seen\n:back\n";
    let text = said(folder.path(), &at, &lines);
    let (_, text) = text.split_once("[10:24, 0/60 min]").expect(&text);
    let (row, text) = text.split_once("[10:25, 1/60 min]").expect(text);
    assert!(row.contains("scan-batch-6c9d7b5f44-zl4vj"), "{row}");
    assert!(text.contains("(noted)"), "{text}");
    let folder = tempfile::tempdir().unwrap();
    let lines = "x\n.\n\n\n".repeat(3) + "dash\n.\n";
    let text = said(
        folder.path(),
        &["--plain", "drill", "userns-overlayfs-eacces"],
        &lines,
    );
    for part in [
        "## What happened",
        "10:25 opened dashboard",
        "## The shortest sound path",
    ] {
        assert!(text.contains(part), "no {part:?} in:\n{text}");
    }
}

#[test]
fn a_whole_drill_is_played_from_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let lines =
        format!(":hint\n{ANSWER}\n.\n:dispute 1\n\nThe reader is drained by the first upload.\n\n");
    let text = said(folder.path(), &DRILL, &lines);
    let parts = [
        "# A patch that retries blob writes",
        "Asked: review (1 of 1)",
        "Hint: ",
        "jitter[3]",
        "Points: not yet",
        "noted: you say you made this point",
        "Say it again",
        "That makes the point.",
        "Everything is saved.",
    ];
    let mut rest = text.as_str();
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else {
            panic!("no {part:?} in what was left of:\n{text}");
        };
        rest = after;
    }
    let kept = kept(folder.path());
    for part in [ANSWER, "\"hint\"", "\"disputed\"", "\"retype\"", "drained"] {
        assert!(kept.contains(part), "no {part} in {kept}");
    }
}

#[test]
fn the_end_of_the_input_hands_the_answer_in() {
    let folder = tempfile::tempdir().unwrap();
    let text = said(folder.path(), &DRILL, ANSWER);
    assert!(text.contains("Points: not yet"), "{text}");
    assert!(kept(folder.path()).contains(ANSWER));
}

#[test]
fn a_dot_at_the_start_of_a_line_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "..\n..gitignore is missing\n.\n";
    assert!(said(folder.path(), &DRILL, lines).contains(".gitignore is missing"));
    assert!(kept(folder.path()).contains(r".\n.gitignore is missing"));
}

#[test]
fn what_was_left_line_by_line_is_found_on_the_screen_and_the_other_way_round() {
    let folder = tempfile::tempdir().unwrap();
    let prose = ["--plain", "drill", "snapshot-share-precise-gc"];
    said(folder.path(), &prose, "half a thought\n:back\n");
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Continue");
    console.send("c");
    console.until_text("half a thought");
    console.send(" and more\u{3}");
    console.until_text("draft kept");
    console.send("\u{3}");
    assert!(console.until_left().success());
    let text = said(folder.path(), &["--plain"], "1\n.\n\n\nq\n");
    assert!(
        text.contains("You have written so far:\nhalf a thought and more"),
        "{text}"
    );
    assert!(kept(folder.path()).contains("half a thought and more"));
}

#[test]
fn scenarios_are_found_by_words_and_gone_into_by_number() {
    let folder = tempfile::tempdir().unwrap();
    let text = said(folder.path(), &["--plain"], "zzzz\nblob writer\n:back\nq\n");
    assert!(text.contains("Nothing matches"), "{text}");
    assert!(text.contains("Asked: review"), "{text}");
    let text = said(folder.path(), &["--plain", "--lang", "zh"], "1\n:back\nq\n");
    assert!(text.contains("逐行模式") && text.contains("要求"), "{text}");
}

#[test]
fn a_dumb_terminal_is_told_why_and_gets_the_linear_mode() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::with(folder.path(), &[], &[("TERM", "dumb")]);
    console.until_text("TERM=dumb");
    console.until_text("Type a number");
    console.send("blob writer\r");
    console.until_text("Write your answer.");
    console.send("Please add jitter.\r.\r");
    console.until_text("Enter goes on.");
    console.send(":back\rq\r");
    assert!(!console.written.contains(&0x1b), "no escape sequence");
    assert!(console.until_left().success());
}

#[test]
fn what_is_missed_and_what_is_due_is_gone_through_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let due = ["--plain", "drill", "--due"];
    assert!(said(folder.path(), &due, "").contains("nothing is due"));
    said(folder.path(), &DRILL, &format!("{ANSWER}\n.\n\n\n"));
    let missed = ["--plain", "drill", "--missed", "retry-metrics"];
    let text = said(folder.path(), &missed, &format!("{ANSWER}\n.\n\n\n"));
    assert!(
        text.contains("# A patch that retries blob writes"),
        "{text}"
    );
    assert!(text.contains("Points: not yet"), "{text}");
    let nowhere = ["--plain", "drill", "--missed", "no-such-point"];
    let text = said(folder.path(), &nowhere, "");
    assert!(!text.contains("Asked:"), "{text}");
}
