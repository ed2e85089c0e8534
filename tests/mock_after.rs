//! What is left of a mock interview: the whole report on the screen, those before it, the queue of misses, the figures.

use firedrill::{
    domain::{Level, ScenarioId},
    library::{Library, builtin},
    progress::Record,
    report::{bar, page},
    session::{Manner, PlanRequest},
    tui::Language,
};

use crate::{
    mock_screens::{aloud, at_plan, guarded, pack},
    play::Play,
};

/// An interview whose first question was answered and which was ended then.
fn ended(play: Play, text: &str) -> Play {
    play.keys(&format!("<enter>{text}<C-s><f9><f9>"))
        .sees("That is all from me")
}

#[test]
fn the_whole_report_is_read_on_the_screen() {
    let play = ended(guarded(), "conntrack in dmesg");
    let play = play.sees("Technical depth").keys("<end>");
    assert!(
        !play.screen().contains("Technical depth"),
        "{}",
        play.screen()
    );
    let mut play = play.keys("<home>").sees("Technical depth");
    let mut read = String::new();
    for _ in 0..40 {
        read += &play.screen();
        play = play.keys("<down>");
    }
    for part in [
        "for the level: ",
        "conntrack in dmesg",
        "Say what you see",
        "NAMED",
        "paused 0 times",
    ] {
        assert!(read.contains(part), "{part} is not in: {read}");
    }
}

#[test]
fn the_dimensions_are_named_in_the_language_of_the_screen() {
    let play = ended(guarded(), "conntrack").keys("<f2>");
    assert_eq!(play.app.depth(), 1);
    play.sees("\u{6280}\u{672f}\u{6df1}\u{5ea6}")
        .sees("\u{6c9f}\u{901a}");
}

#[test]
fn interviews_before_are_listed_with_the_change_and_opened_whole() {
    let first = ended(guarded(), "no idea").keys("<esc>");
    let second = first.keys("i").keys("<enter>x<C-s><f9><f9>").keys("<esc>");
    let list = second
        .keys("ih")
        .sees("Mock interviews")
        .sees("A trend takes six");
    let rows = list.screen();
    assert_eq!(rows.matches("2026-11-23 16:00").count(), 2, "{rows}");
    assert!(rows.contains("+0"), "{rows}");
    let open = list.keys("<down><enter>").sees("That is all from me");
    open.keys("<esc>")
        .sees("A trend takes six")
        .keys("<esc><esc>");
}

#[test]
fn misses_are_queued_by_one_key_and_the_schedule_hears_of_nothing_else() {
    let play = ended(guarded(), "no idea");
    assert_eq!(play.store.shelf_histories().iter().sum::<usize>(), 0);
    let queued = |play: &Play| {
        let records = play.store.records.iter();
        let of_kind =
            records.filter(|it| matches!(it, Record::Event(event) if event.kind == "queued"));
        of_kind.count()
    };
    assert_eq!(queued(&play), 0);
    let play = play.keys("m");
    assert!(queued(&play) > 0);
    let due = play.store.overview_now(play.now).due;
    assert!(
        due.iter()
            .any(|it| it.scenario == ScenarioId::new("local", "guarded")),
        "{due:?}"
    );
}

#[test]
fn answers_of_somebody_else_do_not_count_in_the_figures() {
    let missing = |manner| {
        let mut play = aloud(manner);
        for _ in 0..3 {
            play = play
                .keys("<enter><enter><enter><enter><f9><f9>")
                .keys("<esc>i");
        }
        let overview = play.store.overview_now(play.now);
        overview.missing.len()
    };
    assert_eq!(missing(Manner::Facilitated), 0);
    assert!(missing(Manner::Spoken) > 0);
}

#[test]
fn a_library_with_too_little_is_said_on_the_plan() {
    let request = PlanRequest {
        minutes: 60,
        ..PlanRequest::default()
    };
    let library = pack(&[("guarded.yaml", crate::mock_screens::GUARDED)]);
    at_plan(library, request).sees("The library has too little for 60 minutes");
}

#[test]
fn a_level_asks_for_more_the_higher_it_is() {
    let bars = Level::ALL.map(bar);
    assert!(bars.is_sorted_by(|low, high| low < high), "{bars:?}");
}

#[test]
fn a_page_is_made_for_paper_and_for_the_dark() {
    let page = page("Report", "<p>text</p>");
    let dark = page
        .split("@media (prefers-color-scheme:dark)")
        .nth(1)
        .unwrap();
    assert!(dark.starts_with("{:root{--text:#e3e7ec"), "{dark:.80}");
    let print = page.split("@media print").nth(1).unwrap();
    for rule in [
        "--page:#fff",
        "max-width:none",
        "break-inside:avoid",
        "print-color-adjust:exact",
        "@page{margin:18mm}",
    ] {
        assert!(print.contains(rule), "{rule}");
    }
}

#[test]
fn the_first_mock_asks_for_both_of_its_scenarios() {
    let library = std::rc::Rc::new(Library::load(vec![builtin()]));
    let shipped = library
        .mocks()
        .find(|plan| plan.id == "first-mock")
        .unwrap();
    let request = PlanRequest {
        scenarios: shipped.scenarios.clone(),
        minutes: 30,
        ..PlanRequest::default()
    };
    let mut play = Play::with(library, Language::English, (80, 24));
    play.app.interview_at_start(request);
    let play = play
        .messages(vec![])
        .sees("I will ask you about 2 things in 30 minutes");
    play.sees("1. debug")
        .sees("2. review")
        .keys("<enter>")
        .sees("1 of 2");
}
