//! An incident worked by keys in the real program, from the first page to the debrief.

use std::fmt::Write as _;

use crate::{
    console::Console,
    incidents::{incident, incidents, script},
};

/// The rows of the console's pane, without its frame and the clock.
fn shown(screen: &str) -> Vec<String> {
    let rows = screen.lines().filter_map(|row| row.strip_prefix('│'));
    let rows = rows.map(|row| row.trim_end_matches(['│', ' ', '▴', '▾']).trim().to_owned());
    rows.filter(|row| !row.is_empty() && !row.starts_with("$ a command"))
        .collect()
}

#[test]
fn an_expert_works_an_incident_by_keys_and_reads_what_it_came_to() {
    let data = tempfile::tempdir().unwrap();
    let at = ["preview", "userns-overlayfs-eacces", "--step", "work-it"];
    let mut console = Console::open(data.path(), &at);
    console.until_text("0/60 min");
    let (_, lines) = script("userns-overlayfs-eacces", "expert");
    let (step, _) = &incidents()["userns-overlayfs-eacces"];
    let mut engine = firedrill::incident::Console::new(incident(step));
    engine.begin();
    let mut transcript = String::new();
    for line in lines.lines() {
        let before = engine.world().minute;
        engine.apply(line);
        let minute = engine.world().minute;
        let clock = format!(" {minute}/60 min");
        let beginning: String = line.chars().take(24).collect();
        console.send(line);
        console.send("\r");
        // The field is empty again when the line has run, and shows its invitation.
        console.until(&format!("{line:?} done"), |screen| {
            let text = screen.contents();
            let is_done = minute != before || text.contains(&format!("$ {beginning}"));
            is_done && text.contains(&clock) && text.contains("$ a command, or help")
        });
        console.until_whole();
        let last = shown(&console.screen());
        let tail = &last[last.len().saturating_sub(5)..];
        writeln!(transcript, "[{}] $ {line}", clock.trim()).unwrap();
        for row in tail {
            writeln!(transcript, "    {row}").unwrap();
        }
    }
    insta::assert_snapshot!(transcript);
    console.send("\u{13}");
    console.until_text("7 of 7");
    // Below the answer stand the timeline with what each step taught, and the path with what was taken of it.
    for _ in 0..40 {
        console.send("\u{1b}[6~");
    }
    console.until_text("you took");
    console.send("\u{3}\u{3}");
    assert!(console.until_left().success());
}
