//! The terminal handed to others and taken back: the shell, an editor, the mouse.

use std::{fs, path::Path};

use portable_pty::CommandBuilder;

use crate::console::Console;

const CONTROL_C: &str = "\u{3}";
const CONTROL_O: &str = "\u{f}";

/// A script in `folder` that stands in for an editor.
fn editor(folder: &Path, script: &str) -> String {
    let path = folder.join("editor.sh");
    fs::write(&path, script).unwrap();
    format!("sh {}", path.display())
}

/// Opens a drill with `script` as the editor and types a beginning.
fn with_editor(folder: &Path, script: &str) -> Console {
    let editor = editor(folder, script);
    let environment = [("EDITOR", editor.as_str())];
    let mut console = Console::with(
        folder,
        &["drill", "snapshot-share-precise-gc"],
        &environment,
    );
    console.until_text("Ctrl-S submit");
    console.send("mine");
    console.until_text("mine");
    console
}

#[test]
fn the_editor_gets_the_terminal_and_its_text_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let script = "echo in the editor; read line; echo \"$line\" >> \"$1\"\n";
    let mut console = with_editor(folder.path(), script);
    console.send(CONTROL_O);
    console.until_text("in the editor");
    assert!(!console.parser.screen().alternate_screen());
    assert!(!console.parser.screen().bracketed_paste());
    console.send("typed there\n");
    console.until("the screen with both texts", |screen| {
        let text = screen.contents();
        screen.alternate_screen() && text.contains("mine") && text.contains("typed there")
    });
    console.send(CONTROL_C);
    console.until_text("draft kept");
    console.send(CONTROL_C);
    assert!(console.until_left().success());
}

#[test]
fn an_editor_that_fails_changes_nothing_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = with_editor(folder.path(), "echo ruined > \"$1\"; exit 3\n");
    console.send(CONTROL_O);
    console.until_text("the editor changed nothing");
    console.until_text("mine");
    assert!(!console.screen().contains("ruined"));
    console.send(CONTROL_C);
    console.send(CONTROL_C);
    assert!(console.until_left().success());
}

#[test]
fn an_editor_that_is_not_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let environment = [("EDITOR", "/nowhere/editor")];
    let mut console = Console::with(
        folder.path(),
        &["drill", "snapshot-share-precise-gc"],
        &environment,
    );
    console.until_text("Ctrl-S submit");
    console.send("mine");
    console.send(CONTROL_O);
    console.until_text("the editor could not be run");
    console.until_text("mine");
    console.send(CONTROL_C);
    console.send(CONTROL_C);
    assert!(console.until_left().success());
}

#[cfg(unix)]
#[test]
fn in_the_background_the_shell_has_the_terminal_and_the_foreground_draws_anew() {
    let folder = tempfile::tempdir().unwrap();
    // A shell with job control, so that stopping means what it means to people.
    let mut shell = CommandBuilder::new("/bin/bash");
    shell.args(["--norc", "--noprofile", "-i"]);
    shell.env_clear();
    shell.env("TERM", "xterm-256color");
    shell.env("HOME", folder.path());
    shell.env("PS1", "shell> ");
    shell.env("FIREDRILL_DATA_DIR", folder.path());
    let mut console = Console::spawn(shell);
    console.until_text("shell>");
    let program = env!("CARGO_BIN_EXE_firedrill");
    console.send(&format!("{program} drill snapshot-share-precise-gc\r"));
    console.until_text("Ctrl-S submit");
    console.send("half a thought");
    console.until_text("half a thought");
    console.send("\u{1a}");
    console.until("the shell", |screen| {
        !screen.alternate_screen() && screen.contents().contains("Stopped")
    });
    console.send("fg\r");
    console.until("the drill drawn anew", |screen| {
        screen.alternate_screen() && screen.contents().contains("half a thought")
    });
    console.send(CONTROL_C);
    console.until_text("draft kept");
    console.send(CONTROL_C);
    console.until("the shell again", |screen| !screen.alternate_screen());
    console.send("exit\r");
    console.until_left_for_good();
}

#[test]
fn the_mouse_is_left_to_the_terminal_until_it_is_wanted() {
    const CAPTURE: &[u8] = b"\x1b[?1000h";
    const RELEASE: &[u8] = b"\x1b[?1000l";
    let contains = |text: &[u8], part: &[u8]| text.windows(part.len()).any(|it| it == part);
    for (arguments, is_wanted) in [(&[][..], false), (&["--mouse"], true)] {
        let folder = tempfile::tempdir().unwrap();
        let mut console = Console::open(folder.path(), arguments);
        console.until_text("Welcome");
        assert_eq!(contains(&console.written, CAPTURE), is_wanted);
        if is_wanted {
            // The wheel, one notch down, at the first cell.
            console.send("\u{1b}[<65;1;1M");
            console.until("the second row", |screen| {
                let text = screen.contents();
                text.lines().any(|row| row.contains("▸ Drill"))
            });
        }
        console.send("q");
        let written = console.until_left_with_everything();
        assert_eq!(contains(&written, RELEASE), is_wanted);
    }
}
