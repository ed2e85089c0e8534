//! Mock interviews on the screen: no key helps with an answer, every kind of step works, a killed interview goes on.

use std::{fs, path::Path, rc::Rc};

use firedrill::{
    domain::{Moment, ScenarioId},
    library::{Library, PackSource, Source},
    progress::Record,
    session::{Manner, PlanRequest},
    tui::Language,
};

use crate::{console::Console, play::Play, practice::quick_folder};

/// A scenario with everything an answer may be helped with, each with a word of its own.
pub const GUARDED: &str = "id: guarded
kind: debug
title: A guarded question
brief: The pager rings.
steps:
  - id: opening
    ask: Say what you see.
    limits: {seconds: 60}
    template: SKELETON
    hint: NUDGE
    rubric:
      - {id: cause, point: NAMED, weight: 2, any: [conntrack], probe: Which table is full?, hit: GLAD, miss: SORRY}
      - {id: proof, point: PROVED, any: [dmesg], probe: Where is it written?}
      - {id: next, point: FOLLOWED, any: [sysctl]}
    models: [MODELWORD conntrack dmesg sysctl]
  - id: deeper
    after: opening
    when: score >= 80%
    ask: What would you change for good?
    rubric: [{id: alarm, point: ALARMED, any: [alarm]}]
    models: [MODELWORD an alarm]
";

const OTHER: &str = "id: other
kind: phrasing
title: A sentence
steps:
  - id: opening
    ask: Say it for the meeting.
    say: {source: {en: No loss was seen., zh: 目前没看到数据丢失。}, registers: [meeting]}
    hint: NUDGE
    rubric: [{id: none-seen, point: NAMED, any: [so far]}]
    models: [MODELWORD no loss so far.]
";

const SECRETS: [&str; 8] = [
    "NAMED",
    "PROVED",
    "FOLLOWED",
    "NUDGE",
    "SKELETON",
    "MODELWORD",
    "GLAD",
    "SORRY",
];

pub fn pack(files: &[(&str, &str)]) -> Rc<Library> {
    let files = files.iter().map(|(name, text)| Source::new(*name, *text));
    let library = Library::load(vec![PackSource::new("local", files.collect())]);
    let problems: Vec<_> = library.problems().iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:?}");
    Rc::new(library)
}

fn named(names: &[&str]) -> PlanRequest {
    PlanRequest {
        minutes: 15,
        scenarios: names
            .iter()
            .map(|name| ScenarioId::new("local", *name))
            .collect(),
        ..PlanRequest::default()
    }
}

/// The program at the plan of an interview.
pub fn at_plan(library: Rc<Library>, request: PlanRequest) -> Play {
    let mut play = Play::with(library, Language::English, (80, 24));
    play.app.interview_at_start(request);
    play.messages(vec![])
}

pub fn guarded() -> Play {
    let library = pack(&[("guarded.yaml", GUARDED), ("other.yaml", OTHER)]);
    at_plan(library, named(&["guarded", "other"])).sees("I will ask you about 2 things")
}

#[test]
fn the_plan_names_kinds_and_minutes_and_no_question() {
    let screen = guarded().screen();
    assert!(screen.contains("1. debug, about"), "{screen}");
    assert!(!screen.contains("Say what you see") && !screen.contains("guarded"));
}

#[test]
fn no_key_of_an_interview_shows_what_would_help_with_the_answer() {
    let mut play = guarded().keys("<enter>").sees("Say what you see");
    let all = "<C-g><C-t><C-r><C-o><f4><f5><f12><tab>";
    for place in 0..4 {
        for key in all.split_inclusive('>') {
            play = play.keys(key);
            let screen = play.screen();
            for secret in SECRETS {
                assert!(!screen.contains(secret), "{key} at {place}:\n{screen}");
            }
        }
        play = play.keys("I do not know.<C-s>");
    }
    assert_eq!(play.answers().len(), 4);
}

#[test]
fn the_heaviest_misses_are_asked_about_in_the_order_of_the_rubric_and_the_third_is_not() {
    let play = guarded().keys("<enter>Nothing.<C-s>");
    let play = play
        .sees("Let me stay with that")
        .sees("Which table is full?");
    let play = play
        .keys("conntrack<C-s>")
        .sees("One more thing")
        .sees("Where is it written?");
    let play = play
        .keys("no idea<C-s>")
        .sees("the last one")
        .sees("Say it for the meeting");
    assert_eq!(play.answers(), ["Nothing.", "conntrack", "no idea"]);
}

#[test]
fn a_strong_answer_is_asked_about_more_deeply() {
    let play = guarded().keys("<enter>conntrack, says dmesg, so sysctl<C-s>");
    let _ = play
        .sees("a step further")
        .sees("What would you change for good?");
}

#[test]
fn enter_hands_in_a_sentence() {
    let library = pack(&[("other.yaml", OTHER)]);
    let play = at_plan(library, named(&["other"])).keys("<enter>We see none so far.<enter>");
    assert_eq!(play.sees("That is all from me").answers().len(), 1);
}

#[test]
fn a_review_in_an_interview_has_its_diff_and_takes_comments() {
    let library = Rc::new(Library::load(vec![firedrill::library::builtin()]));
    let request = PlanRequest {
        scenarios: vec![ScenarioId::new("builtin", "deep-health-check")],
        ..PlanRequest::default()
    };
    let play = at_plan(library, request).keys("<enter><tab>");
    let screen = play.screen();
    assert!(screen.contains("api/health.go +14"), "{screen}");
    assert!(!screen.contains("template"), "{screen}");
    let play = play.keys("jj<enter>Why does one slow database take every pod out?<esc><C-s>");
    assert!(play.answers()[0].contains("Why does one slow database"));
}

#[test]
fn time_calls_come_in_words() {
    let mut play = guarded().keys("<enter>x");
    for _ in 0..7 {
        play = play.wait(60_000);
    }
    let screen = play.screen();
    assert!(screen.contains("About ten minutes left") || screen.contains("I have to stop you"));
}

fn open(folder: &Path) -> Console {
    fs::create_dir_all(folder.join("scenarios")).unwrap();
    fs::write(folder.join("scenarios/guarded.yaml"), GUARDED).unwrap();
    fs::write(folder.join("scenarios/other.yaml"), OTHER).unwrap();
    let plan = folder.join("plan.yaml");
    fs::write(
        &plan,
        "id: mine\ntitle: Mine\nminutes: 15\nscenarios: [guarded, other]\n",
    )
    .unwrap();
    let mut console = Console::open(folder, &["mock", "--plan", plan.to_str().unwrap()]);
    console.until_text("I will ask you");
    console
}

/// The seconds on the clock of the whole interview.
fn seconds_left(console: &Console) -> u64 {
    let screen = console.screen();
    let after = screen.split("in all ").nth(1).unwrap();
    let clock: String = after
        .chars()
        .take_while(|it| it.is_ascii_digit() || *it == ':')
        .collect();
    let (minutes, seconds) = clock.split_once(':').unwrap();
    minutes.parse::<u64>().unwrap() * 60 + seconds.parse::<u64>().unwrap()
}

#[test]
fn a_killed_interview_is_carried_on_with_its_words_its_flags_and_its_time() {
    let folder = quick_folder();
    let mut console = open(folder.path());
    console.send("\r");
    console.until_text("Say what you see");
    console.send("for later");
    console.until_text("for later");
    // Set aside; the next scenario has a step of the same name.
    console.send("\u{1b}[19~");
    console.until_text("Say it for the meeting");
    console.send("We see none");
    console.until_text("We see none");
    console.until("three seconds to pass", |screen| {
        let left = screen.contents();
        left.contains("in all 14:5") && !left.contains("in all 14:59")
    });
    console.listen(std::time::Duration::from_millis(1500));
    let before = seconds_left(&console);
    console.killed();
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Continue");
    console.send("c");
    console.until_text("Welcome back");
    console.until_text("We see none");
    let after = seconds_left(&console);
    assert!(after.abs_diff(before) <= 2, "{before} then {after}");
    console.send("\u{13}");
    console.until_text("You wanted to come back to this one");
    console.until_text("for later");
    console.send("\u{3}");
    console.until_text("draft kept");
    console.send("\u{3}");
    assert!(console.until_left().success());
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Continue");
    console.send("c");
    console.until_text("for later");
    console.killed();
}

#[test]
fn a_wall_clock_that_jumps_changes_no_time_left() {
    let mut play = guarded().keys("<enter>some");
    let jumped = Moment {
        wall_ms: play.now.wall_ms + 86_400_000,
        ..play.now
    };
    play.now = jumped;
    let play = play.wait(1000).sees("in all 14:59");
    let back = Moment {
        wall_ms: play.now.wall_ms - 2 * 86_400_000,
        ..play.now
    };
    let mut play = play;
    play.now = back;
    let play = play.wait(1000).sees("in all 14:58");
    let runs = play.store.records.iter();
    assert_eq!(
        runs.filter(|it| matches!(it, Record::Attempt(_))).count(),
        0
    );
}

/// The program at the plan of an interview that is `manner`.
pub fn aloud(manner: Manner) -> Play {
    let library = pack(&[("guarded.yaml", GUARDED), ("other.yaml", OTHER)]);
    let request = PlanRequest {
        manner,
        ..named(&["guarded", "other"])
    };
    at_plan(library, request)
}

fn events(play: &Play, kind: &str) -> Vec<String> {
    let records = play.store.records.iter();
    records
        .filter_map(|record| match record {
            Record::Event(event) if event.kind == kind => Some(event.data.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn an_interviewer_reads_aloud_ticks_and_notes_and_each_is_kept_at_once() {
    let play = aloud(Manner::Facilitated).sees("You are the interviewer");
    let play = play.keys("<enter>").sees("Read aloud").sees("NAMED");
    let play = play
        .sees("ask: Which table is full?")
        .keys("yjpn")
        .sees("[✓] NAMED");
    assert_eq!(
        events(&play, "tick"),
        [
            r#"{"criterion":"cause","says":"hit"}"#,
            r#"{"criterion":"proof","says":"partial"}"#,
            r#"{"criterion":"proof","says":"missed"}"#
        ]
    );
    let play = play.keys("ospoke of sysctl<esc>");
    assert_eq!(events(&play, "noted"), [r#"{"text":"spoke of sysctl"}"#]);
    // The program offers what the notes would earn, and imposes nothing.
    let play = play.sees("notes say: hit").sees("[ ] FOLLOWED");
    let play = play.keys("a").sees("[✓] FOLLOWED").sees("[✓] NAMED");
    let play = play.keys("<enter>").sees("Where is it written?");
    // Not asked: nothing is counted.
    let play = play.keys("<enter>").sees("Say it for the meeting");
    assert_eq!(
        play.answers(),
        ["hit cause\nhit next\nmissed proof\n---\nspoke of sysctl"]
    );
}

#[test]
fn what_was_ticked_counts_and_not_what_was_noted() {
    let play = aloud(Manner::Facilitated).keys("<enter>oconntrack dmesg sysctl<esc>jy<enter>");
    let attempt = play.store.records.iter().find_map(|record| match record {
        Record::Attempt(attempt) => Some(attempt.clone()),
        _ => None,
    });
    let card = attempt.unwrap().card;
    let credits: Vec<f64> = card.criteria.iter().map(|it| it.credit).collect();
    assert_eq!(credits, [0.0, 1.0, 0.0]);
    assert!((card.score - 0.25).abs() < 1e-9);
}

#[test]
fn whoever_speaks_alone_sees_the_list_only_after_speaking_and_ticks_off_the_clock() {
    let play = aloud(Manner::Spoken).keys("<enter>").sees("Speak aloud");
    assert!(!play.screen().contains("NAMED"));
    let play = play.wait(10_000).keys("<enter>").sees("NAMED");
    let play = play.wait(60_000).sees("in all 14:50").keys("y<enter>");
    let play = play.sees("Where is it written?").sees("in all 14:50");
    assert!(!play.screen().contains("PROVED"));
    // Time that runs out ends the speaking and not the ticking.
    let play = play.wait(75_000).sees("PROVED").keys("y<enter>");
    assert_eq!(play.answers().len(), 2);
}

#[test]
fn ticks_and_notes_survive_a_kill() {
    let folder = quick_folder();
    open(folder.path()).killed();
    let plan = folder.path().join("plan.yaml");
    let mut console = Console::open(
        folder.path(),
        &["mock", "--facilitate", "--plan", plan.to_str().unwrap()],
    );
    console.until_text("You are the interviewer");
    console.send("\r");
    console.until_text("Listen for");
    console.send("y");
    console.until_text("[✓] NAMED");
    console.send("oquick and calm");
    console.until_text("quick and calm");
    console.send("\u{1b}");
    console.until_text("y made it");
    console.killed();
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Continue");
    console.send("c");
    console.until_text("[✓] NAMED");
    console.until_text("quick and calm");
    console.send("\u{1b}[20~\u{1b}[20~");
    console.until_text("That is all from me");
    console.killed();
}
