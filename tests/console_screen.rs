//! The console of an incident on the screen: search, completion, the clock on the wall, what is written for next time.

use std::rc::Rc;

use firedrill::{
    library::{Library, PackSource, Source},
    tui::Language,
};

use crate::play::Play;

const INCIDENT: &str = include_str!("broken/incident-dead-end.yaml");

/// The program at the console of a small incident.
fn opened() -> Play {
    let files = vec![Source::new("incident-dead-end.yaml", INCIDENT)];
    let library = Rc::new(Library::load(vec![PackSource::new("builtin", files)]));
    Play::with(library, Language::English, (80, 24))
        .keys("/title<enter>")
        .sees("0/30 min")
}

#[test]
fn what_is_asked_stands_in_an_empty_console() {
    let play = opened().sees("Work the incident.");
    let play = play.keys("conntrack -S<enter>").sees("insert_failed=4711");
    assert!(!play.screen().contains("Work the incident."));
}

#[test]
fn a_search_brings_back_what_has_scrolled_away() {
    let mut play = opened().keys("conntrack -S<enter>");
    for _ in 0..12 {
        play = play.keys("note waiting<enter>");
    }
    assert!(!play.screen().contains("insert_failed"));
    let play = play.keys("<f3>INSERT_fa").sees("insert_failed=4711");
    // Enter leaves the search where it is; the next line goes back to the end.
    let play = play.keys("<enter>").sees("insert_failed=4711");
    let play = play.keys("note back<enter>").sees("$ note back");
    assert!(!play.screen().contains("insert_failed"));
}

#[test]
fn the_next_place_is_one_key_away() {
    let mut play = opened().keys("note first<enter>");
    for _ in 0..20 {
        play = play.keys("note waiting<enter>");
    }
    play = play.keys("note first<enter>note last<enter>");
    let play = play.keys("<f3>note first").sees("note last");
    let play = play.keys("<up>");
    assert!(!play.screen().contains("note last"), "{}", play.screen());
    play.keys("<down>").sees("note last");
}

#[test]
fn words_on_the_screen_are_completed() {
    opened()
        .keys("conntrack -S<enter>echo insert<tab>")
        .sees("$ echo insert_failed=4711");
}

#[test]
fn the_clock_on_the_wall_counts_where_it_is_wanted() {
    let play = opened().wait(180_000).sees("0/30 min");
    let play = play
        .keys("clock on<enter>")
        .sees("every minute by your watch");
    let play = play.wait(61_000).sees("1/30 min");
    let play = play.wait(4 * 60_000).sees("5/30 min").sees("How long?");
    let play = play.keys("clock off<enter>").wait(600_000);
    let play = play.sees("5/30 min");
    // What passed by itself is part of the answer, so that it is graded as it was.
    let play = play.keys("<C-s>");
    assert!(
        play.answers()[0].contains("wait 1\nwait 4"),
        "{:?}",
        play.answers()
    );
}

#[test]
fn one_thing_for_next_time_is_asked_kept_and_shown_again() {
    let play = opened().keys("conntrack -S<enter>resolve conntrack is full<enter><C-s>");
    let play = play.keys("<enter>").sees("One thing for next time");
    let play = play.keys("Look at counters first<enter>");
    let kept = play.store.records.iter().map(|it| format!("{it:?}"));
    assert!(
        kept.into_iter()
            .any(|it| it.contains("commitment") && it.contains("counters"))
    );
    let play = play
        .keys("<esc><esc>")
        .keys("/title<enter>")
        .sees("0/30 min");
    play.sees("Last time you wrote: Look at counters first");
}

#[test]
fn nothing_need_be_written_for_next_time() {
    let play = opened().keys("resolve conntrack is full<enter><C-s><enter>");
    let play = play.keys("<enter>").sees("One thing for next time");
    let play = play.keys("<enter>");
    assert!(!play.screen().contains("One thing for next time"));
    let kept = play.store.records.iter().map(|it| format!("{it:?}"));
    assert!(kept.into_iter().all(|it| !it.contains("commitment")));
}
