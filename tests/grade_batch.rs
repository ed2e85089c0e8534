//! `grade --answers` over many answers: how far it has come, on a terminal, and no more memory than a block of lines.

use std::fs;

use portable_pty::CommandBuilder;
use serde_json::json;

use super::{console::Console, grade_command::folder};

/// Runs `grade` on `many.jsonl` in a terminal, its results thrown away.
fn graded_in_a_terminal(folder: &std::path::Path) -> Console {
    let mut command = CommandBuilder::new("/bin/sh");
    let script = "exec \"$0\" grade one.yaml --answers many.jsonl --json > /dev/null";
    command.args(["-c", script, env!("CARGO_BIN_EXE_firedrill")]);
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("HOME", folder);
    command.env("FIREDRILL_DATA_DIR", folder.join("data"));
    command.cwd(folder);
    Console::spawn(command)
}

#[test]
fn a_long_batch_shows_on_a_terminal_how_far_it_has_come() {
    let folder = folder();
    let text = "The disk is full of old logs that nobody reads. ".repeat(120);
    let line = json!({"id": 1, "text": text});
    let many = format!("{line}\n").repeat(3_000);
    fs::write(folder.path().join("many.jsonl"), many).unwrap();
    let mut console = graded_in_a_terminal(folder.path());
    console.until("the bar", |screen| {
        let shown = screen.contents();
        shown.contains('[') && shown.contains('.') && shown.contains(" %")
    });
    console.signal("-KILL");
    console.until_left();
}

#[test]
fn a_short_batch_shows_nothing() {
    let folder = folder();
    let line = json!({"id": 1, "text": "The disk is full."});
    fs::write(folder.path().join("many.jsonl"), format!("{line}\n")).unwrap();
    let mut console = graded_in_a_terminal(folder.path());
    assert!(console.until_left().success());
    assert!(!console.screen().contains('%'), "{}", console.screen());
}

/// The most memory that the process has had so far, in KiB.
#[cfg(target_os = "linux")]
fn most_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    let number = line.split_whitespace().nth(1).unwrap();
    number.parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_answers() {
    use std::{
        io::{BufRead as _, BufReader, Write as _},
        thread,
    };
    const BLOCK: usize = 1_024;
    let folder = folder();
    let arguments = ["grade", "one.yaml", "--answers", "-", "--json"];
    let mut child = super::grade_command::command(folder.path(), &arguments)
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut results = BufReader::new(child.stdout.take().unwrap()).lines();
    // a field that nobody asked for makes the line long and the grading short
    let line = json!({"id": 1, "text": "The disk is full.", "more": "x".repeat(16_000)});
    let block = format!("{line}\n").repeat(BLOCK);
    let mut most = Vec::new();
    for _ in 0..6 {
        let written = block.clone();
        let writer = thread::spawn(move || {
            input.write_all(written.as_bytes()).unwrap();
            input
        });
        for _ in 0..BLOCK {
            assert!(results.next().unwrap().unwrap().starts_with('{'));
        }
        input = writer.join().unwrap();
        most.push(most_memory(child.id()));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
    // 80 MB have gone through since the first block; kept, they would show
    assert!(most[5] - most[0] < 24 * 1_024, "{most:?} KiB");
}
