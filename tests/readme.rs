//! The README's key tables and pictures come from the running program; `FIREDRILL_WRITE=1 cargo test readme` writes them anew.

use std::{fmt::Write as _, fs, path::PathBuf, rc::Rc};

use firedrill::{
    domain::{Level, ScenarioId},
    library::{Library, builtin},
    session::{Manner, PlanRequest},
    tui::{Keymap, Language, Table},
};

use crate::{learners::Learner, picture::svg, play::Play, team_shown::team_screen};

const TABLES: [(&str, Table); 5] = [
    ("Everywhere", Table::Everywhere),
    ("Home", Table::Home),
    ("While you write", Table::Writing),
    ("Debrief", Table::Debrief),
    ("Scenarios", Table::Library),
];

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Compares `text` with the file, or writes it where that is asked for.
#[track_caller]
fn same(name: &str, text: &str) {
    if std::env::var_os("FIREDRILL_WRITE").is_some() {
        fs::write(path(name), text).unwrap();
    }
    let kept = fs::read_to_string(path(name)).unwrap_or_default();
    assert!(
        kept == text,
        "{name} is no longer what the program shows; `FIREDRILL_WRITE=1 cargo test readme` writes it anew"
    );
}

/// The keys of each table, as Markdown.
fn key_tables() -> String {
    let keymap = Keymap::default();
    let mut text = String::from("| where | key | does |\n| --- | --- | --- |\n");
    for (name, table) in TABLES {
        let mut place = name;
        for binding in keymap.rows(table) {
            let keys: Vec<_> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
            let help = Language::English.say(binding.help);
            writeln!(text, "| {place} | {} | {help} |", keys.join(" ")).unwrap();
            place = "";
        }
    }
    text
}

#[test]
fn readme_lists_the_keys_that_work() {
    const BEGIN: &str = "<!-- keys -->\n";
    const END: &str = "<!-- end of keys -->";
    let readme = fs::read_to_string(path("README.md")).unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    same(
        "README.md",
        &format!("{before}{BEGIN}{}{END}{after}", key_tables()),
    );
}

/// The program on the built-in scenarios, in a window of 100 by 30.
fn program() -> Play {
    let library = Rc::new(Library::load(vec![builtin()]));
    Play::with(library, Language::English, (100, 30))
}

#[test]
fn readme_pictures_show_the_program() {
    let review = "Thanks for chasing the flaky pushes, they hurt everybody. A fixed interval of 100 ms will hammer \
                  the store when all builders retry at once; could we use exponential backoff? We should also count \
                  the retries. I see no need for jitter here. And what does the caller get after the last attempt?";
    let drill = program().keys("/blob<enter>").paste(review);
    same("tests/pictures/answer.svg", &svg(drill.buffer()));
    let debrief = drill.wait(95_000).keys("<C-s>");
    same("tests/pictures/debrief.svg", &svg(debrief.buffer()));
    let home = debrief.keys("<enter><enter><enter>");
    same("tests/pictures/home.svg", &svg(home.buffer()));

    let request = PlanRequest {
        level: Level::L5,
        minutes: 30,
        scenarios: vec![ScenarioId::new("builtin", "oomkilled-137-cgroup-v2")],
        manner: Manner::Facilitated,
        ..PlanRequest::default()
    };
    let mut interview = program();
    interview.app.interview_at_start(request);
    let interview = interview.messages(vec![]).keys("<enter>").wait(48_000);
    let interview = interview.keys("yjnjyop99 looked fine, but samples are 30 s apart<esc>");
    same("tests/pictures/facilitate.svg", &svg(interview.buffer()));

    for (learner, name) in [
        (Learner::Steady, "steady"),
        (Learner::Stalled, "stalled"),
        (Learner::Stale, "stale"),
    ] {
        let track = learner.program(Language::English, (100, 30)).keys("t");
        let name = format!("tests/pictures/track-{name}.svg");
        same(&name, &svg(track.buffer()));
    }
    let team = team_screen(Language::English, (100, 22)).keys("<down><right>");
    same("tests/pictures/team.svg", &svg(team.buffer()));
}
