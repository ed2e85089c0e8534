//! The console of an incident, line by line.

use std::fmt::Write as _;

use crate::{
    domain::Task,
    incident::{Console, Reply},
    session::Drill,
    tui::{console_words::reply_words, desk::Desk},
};

/// What there is to see of an incident before the first line; empty where the step is none.
pub fn console_opening(drill: &Drill, desk: &Desk) -> String {
    let Task::Incident(incident) = &drill.step().task else {
        return String::new();
    };
    let mut console = Console::new(incident);
    let replies = console.begin();
    said(&console, &replies, desk)
}

/// What the console answers to `line` after `lines`; empty where the step is no incident.
pub fn console_answer(drill: &Drill, lines: &[String], line: &str, desk: &Desk) -> String {
    let Task::Incident(incident) = &drill.step().task else {
        return String::new();
    };
    let mut console = Console::replay(incident, &lines.join("\n"));
    let replies = console.apply(line);
    said(&console, &replies, desk)
}

fn said(console: &Console, replies: &[Reply], desk: &Desk) -> String {
    let incident = console.incident();
    let mut text = String::new();
    for reply in replies {
        let (_, words) = reply_words(reply, incident, desk.language);
        let _ = writeln!(text, "{words}");
    }
    let minute = console.world().minute;
    let at = (incident.starts + minute) % (24 * 60);
    let _ = writeln!(
        text,
        "[{:02}:{:02}, {minute}/{} min]",
        at / 60,
        at % 60,
        incident.minutes
    );
    text
}
