//! Every kind of step, killed with work in hand: the work comes back as it was, and can be submitted.

use std::{path::Path, process::Command, time::Duration};

use firedrill::storage::Log;
use serde_json::Value;

use crate::{console::Console, practice::quick_folder};

const SUBMIT: &str = "\u{13}";
const ESCAPE: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";

/// Work of one kind: how it is typed, what shows it after the kill, and the answer it is.
struct Work {
    kind: &'static str,
    step: &'static str,
    /// Keys, and what the screen shows when they are done.
    typed: &'static [(&'static str, &'static str)],
    /// What stands on the screen when the work is gone on with.
    seen: &'static [&'static str],
    /// Keys that lead from there to where the answer can be submitted.
    onward: &'static [(&'static str, &'static str)],
    answer: &'static str,
}

const PROSE: Work = Work {
    kind: "debug",
    step: "prose",
    typed: &[("Only the doors\rof one floor", "of one floor")],
    seen: &["Only the doors", "of one floor"],
    onward: &[],
    answer: "Only the doors\nof one floor",
};

const SAY: Work = Work {
    kind: "phrasing",
    step: "say",
    typed: &[("The timeout is too", "is too")],
    seen: &["The timeout is too"],
    onward: &[(" short.", "too short.")],
    answer: "The timeout is too short.",
};

const SHEET: Work = Work {
    kind: "design",
    step: "sheet",
    typed: &[
        ("12 * 2 * 2 Mbit/s", "= 6 MB/s"),
        (DOWN, "other rows can use it as stored"),
        ("rate * 30 d", "= 15.55 TB"),
        (DOWN, "other rows can use it as bill"),
        (DOWN, "Beside the rows"),
        ("Thirty days drive", "days drive"),
    ],
    seen: &["= 6 MB/s", "= 15.55 TB", "Thirty days drive"],
    onward: &[],
    answer: "rate = 12 * 2 * 2 Mbit/s\nstored = rate * 30 d\nThirty days drive",
};

const REVIEW: Work = Work {
    kind: "review",
    step: "review",
    typed: &[
        ("\t", "def may_open"),
        ("/", "Find in the diff"),
        ("return True\r", "Enter comment"),
        ("c", "What worries you here"),
        ("This opens for all", "for all"),
        ("\t", "[blocker]"),
        (ESCAPE, "Enter comment"),
        ("s", "What is good"),
        ("Thanks, but not", "but not"),
    ],
    seen: &["[blocker] This opens for all", "Thanks, but not"],
    onward: &[],
    answer: "door/open.py \"return True\" [blocker] This opens for all\nsummary: Thanks, but not",
};

const INCIDENT: Work = Work {
    kind: "debug",
    step: "incident",
    typed: &[
        ("timedatectl\r", "synchronized: no"),
        ("hypothesis the clock is", "the clock is"),
    ],
    seen: &["1/20 min", "synchronized: no", "$ hypothesis the clock is"],
    onward: &[(" behind\r", "$ a command, or help")],
    answer: "timedatectl\nhypothesis the clock is behind\n",
};

fn firedrill(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .args(arguments)
        .env_clear()
        .env("FIREDRILL_DATA_DIR", folder)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{arguments:?}: {said}");
    said
}

/// Whether everything of `work` is in a draft on the disk.
fn is_kept(folder: &Path, work: &Work) -> bool {
    let log = Log::open_read_only(&folder.join("progress.db")).unwrap();
    let drafts = log.map(|log| log.drafts().unwrap()).unwrap_or_default();
    let (last, _) = work.typed.last().unwrap();
    let last = last.rsplit('\r').next().unwrap();
    drafts.iter().any(|draft| draft.text.ends_with(last))
}

#[track_caller]
fn comes_back(work: &Work) {
    let folder = quick_folder();
    let scenarios = folder.path().join("scenarios");
    let to = scenarios.to_str().unwrap();
    let new = ["new", work.kind, "mine", "--step", work.step, "--dir", to];
    std::fs::create_dir(&scenarios).unwrap();
    firedrill(folder.path(), &new);
    let mut console = Console::open(folder.path(), &["drill", "local/mine"]);
    console.until_text("Ctrl-S submit");
    for (keys, then) in work.typed {
        console.send(keys);
        console.until_text(then);
    }
    let is_on_disk = (0..600).any(|_| {
        console.listen(Duration::from_millis(50));
        is_kept(folder.path(), work)
    });
    assert!(is_on_disk, "{}", console.screen());
    console.killed();

    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Continue");
    console.send("c");
    for text in work.seen {
        console.until_text(text);
    }
    for (keys, then) in work.onward {
        console.send(keys);
        console.until_text(then);
    }
    console.send(SUBMIT);
    console.until_text("debrief");
    console.killed();
    let export = firedrill(folder.path(), &["export"]);
    let records = export
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let answers: Vec<Value> = records
        .filter_map(|record| record.get("answer").cloned())
        .collect();
    assert_eq!(answers, [work.answer], "{}", work.step);
    let log = Log::open_read_only(&folder.path().join("progress.db")).unwrap();
    assert_eq!(log.unwrap().drafts().unwrap(), []);
}

#[test]
fn prose_of_several_lines_comes_back() {
    comes_back(&PROSE);
}

#[test]
fn a_sentence_comes_back() {
    comes_back(&SAY);
}

#[test]
fn rows_of_a_sheet_and_the_prose_beside_them_come_back() {
    comes_back(&SHEET);
}

#[test]
fn comments_of_a_review_and_its_summary_come_back() {
    comes_back(&REVIEW);
}

#[test]
fn an_incident_comes_back_with_its_clock_and_the_line_in_hand() {
    comes_back(&INCIDENT);
}
