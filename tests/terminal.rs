//! The program as people run it: opened, answered in, left in every way, opened again.

use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::console::Console;

const SUBMIT: &str = "\u{13}";
const CONTROL_C: &str = "\u{3}";
const ESCAPE: &str = "\u{1b}";

/// Goes into an answer in prose.
fn into_answer(folder: &TempDir) -> Console {
    let mut console = Console::open(folder.path(), &["drill", "snapshot-share-precise-gc"]);
    console.until_text("Ctrl-S submit");
    console
}

#[test]
fn an_answer_is_marked_kept_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Welcome");
    console.send("/");
    console.until_text("Search");
    console.send("blob writer");
    console.until_text("1 of ");
    console.send("\r");
    console.until_text("Ctrl-S submit");
    console.paste("Please add jitter and exponential backoff, or every writer retries at once.");
    console.until_text("retries at once.");
    console.send(SUBMIT);
    console.until_text("debrief");
    console.until("a word that counted, in bold", |screen| {
        let (rows, columns) = screen.size();
        let bold = |row, column| {
            screen
                .cell(row, column)
                .is_some_and(|cell| cell.bold() && cell.contents() == "[")
        };
        (0..rows).any(|row| (0..columns / 2).any(|column| bold(row, column)))
    });
    console.send(CONTROL_C);
    assert!(console.until_left().success());

    let mut console = Console::open(folder.path(), &[]);
    console.until_text("answers so far: 1");
    console.send("p");
    console.until_text("Figures");
    console.send("\t");
    console.until_text("Answers");
    console.send("\r");
    console.until_text("past answer");
    console.until_text("jitter");
    console.send("qqq");
    assert!(console.until_left().success());
}

#[test]
fn a_draft_survives_a_signal_and_is_offered_again() {
    for signal in ["-TERM", "-HUP"] {
        let folder = tempfile::tempdir().unwrap();
        let mut console = into_answer(&folder);
        console.send("half a thought");
        console.until_text("half a thought");
        console.signal(signal);
        console.until_left();
        let mut console = Console::open(folder.path(), &[]);
        console.until_text("Continue");
        console.send("c");
        console.until_text("half a thought");
        console.send(CONTROL_C);
        console.until_text("draft kept");
        console.send(CONTROL_C);
        assert!(console.until_left().success());
    }
}

#[test]
fn a_closed_window_ends_the_program_and_keeps_the_draft() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = into_answer(&folder);
    console.send("half a thought");
    console.until_text("half a thought");
    console.hang_up();
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Continue");
    console.send("c");
    console.until_text("half a thought");
    console.send(CONTROL_C);
    console.until_text("draft kept");
    console.send(CONTROL_C);
    assert!(console.until_left().success());
}

#[test]
fn a_paste_arrives_whole_and_a_resize_draws_anew() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = into_answer(&folder);
    console.paste("first line\rsecond \u{1b}[31mline");
    console.until_text("first line");
    console.until_text("second [31mline");
    console.resize(120, 40);
    console.until("the wide picture", |screen| {
        screen
            .rows(0, 120)
            .next()
            .is_some_and(|row| row.len() > 100)
            && screen.contents().contains("first line")
    });
    console.resize(20, 4);
    console.until_text("Too small");
    console.resize(80, 24);
    console.until_text("second [31mline");
    console.send(CONTROL_C);
    console.until_text("draft kept");
    console.send(CONTROL_C);
    console.until_left();
}

#[test]
fn the_cursor_of_the_terminal_stands_where_letters_will_appear() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = into_answer(&folder);
    for text in ["ab", "重试"] {
        console.send(text);
        console.until("the cursor right behind what was typed", |screen| {
            let (row, column) = screen.cursor_position();
            let cells = (0..column).filter_map(|column| screen.cell(row, column));
            let before: String = cells.map(vt100::Cell::contents).collect();
            !screen.hide_cursor() && before.ends_with(text)
        });
    }
    console.send(CONTROL_C);
    console.send(CONTROL_C);
    assert!(console.until_left().success());
}

#[test]
fn no_colour_is_sent_where_none_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::with(folder.path(), &[], &[("NO_COLOR", "1")]);
    console.until_text("Welcome");
    console.send("q");
    console.until_left();
    let written = String::from_utf8_lossy(&console.written).into_owned();
    for colour in 30..=37 {
        assert!(
            !written.contains(&format!("\u{1b}[{colour}m")),
            "{written:?}"
        );
    }
    assert!(!written.contains("\u{1b}[38;"), "{written:?}");
}

#[test]
fn the_language_of_the_environment_is_spoken() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::with(folder.path(), &[], &[("LANG", "zh_CN.UTF-8")]);
    console.until_text("今天");
    console.send("q");
    console.until_left();
}

#[test]
fn without_a_terminal_one_sentence_is_printed_and_no_escape() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env("FIREDRILL_DATA_DIR", folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("needs a terminal") && !said.contains(ESCAPE),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn when_the_disk_takes_no_more_the_answer_stays_and_is_kept_as_soon_as_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Welcome");
    console.send("q");
    console.until_left();

    // The limit counts for each file; in blocks of 512 bytes or of 1024, by the shell.
    let mut limited = CommandBuilder::new("sh");
    let program = env!("CARGO_BIN_EXE_firedrill");
    limited.args([
        "-c",
        &format!("ulimit -S -f 256; exec '{program}' drill snapshot-share-precise-gc"),
    ]);
    limited.env("TERM", "xterm-256color");
    limited.env("FIREDRILL_DATA_DIR", folder.path());
    let mut console = Console::spawn(limited);
    console.until_text("Ctrl-S submit");
    let mut kept: i64 = 0;
    loop {
        let answer = format!("answer {kept}: add jitter, please. {}", "So. ".repeat(200));
        console.paste(&answer);
        console.until_text("So. So.");
        console.send(SUBMIT);
        console.until_text("debrief");
        console.until_whole();
        if console.screen().contains("not saved") {
            break;
        }
        kept += 1;
        assert!(kept < 100, "the limit never came");
        console.send("r");
        console.until_text("Write here");
    }
    assert!(console.screen().contains(&format!("answer {kept}")));
    console.send(CONTROL_C);
    console.until_text("again leaves without what is not saved");
    assert_eq!(answers_in(&folder), kept);

    // What lies in the journal goes into the file, and the journal begins anew: there is room.
    let other = rusqlite::Connection::open(folder.path().join("progress.db")).unwrap();
    other
        .query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(()))
        .unwrap();
    console.until("the answer saved", |screen| {
        let screen = screen.contents();
        screen.contains(" saved") && !screen.contains("not saved")
    });
    assert_eq!(answers_in(&folder), kept + 1);
    console.send(CONTROL_C);
    assert!(console.until_left().success());

    let mut console = Console::open(folder.path(), &[]);
    console.until_text(&format!("answers so far: {}", kept + 1));
    console.send("q");
    assert!(console.until_left().success());
}

/// How many answers the progress file holds.
fn answers_in(folder: &TempDir) -> i64 {
    let path = folder.path().join("progress.db");
    let log = rusqlite::Connection::open(path).unwrap();
    log.query_row("SELECT count(*) FROM attempt", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn where_nothing_can_be_kept_the_screen_says_so_until_the_end() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("progress.db")).unwrap();
    let mut console = into_answer(&folder);
    console.until_text("nothing is kept beyond this session");
    console.send("jitter");
    console.until_text("jitter");
    console.send(SUBMIT);
    console.until_text("debrief");
    console.until_text("nothing is kept beyond this session");
    console.send(CONTROL_C);
    assert!(console.until_left().success());
}

#[test]
fn a_scenario_that_is_not_there_is_said_before_the_screen_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::open(folder.path(), &["drill", "blob-writer-retri"]);
    console.until_text("did you mean");
    assert_eq!(console.until_left().exit_code(), 1);
}

/// Whether `arguments` and `NO_COLOR` together let the first screen have a colour.
fn has_colour(arguments: &[&str]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::with(folder.path(), arguments, &[("NO_COLOR", "1")]);
    console.until_text("Welcome");
    console.send("q");
    console.until_left();
    let written = String::from_utf8_lossy(&console.written).into_owned();
    written.contains("\u{1b}[38;")
        || (30..=37).any(|colour| written.contains(&format!("\u{1b}[{colour}m")))
}

#[test]
fn the_command_line_has_the_last_word_on_colour() {
    assert!(has_colour(&["--color", "always"]));
    assert!(!has_colour(&["--color", "auto"]));
    assert!(!has_colour(&["--color", "never", "--theme", "dark"]));
}

#[test]
fn what_is_written_as_markdown_is_offered_to_the_clipboard() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::open(folder.path(), &["drill", "blob-writer-retry"]);
    console.until_text("Ctrl-S submit");
    console.paste("Please add jitter.");
    console.until_text("add jitter.");
    console.send(SUBMIT);
    console.until_text("debrief");
    console.send("y");
    console.until_text(".md");
    console.send(CONTROL_C);
    assert!(console.until_left().success());
    let written = String::from_utf8_lossy(&console.written).into_owned();
    // "# A patch", as base 64 has it
    assert!(written.contains("\u{1b}]52;c;IyBBIHBhdGNo"), "{written:?}");
}
