//! The ways to practise a sentence: what each shows, keeps, and makes of an answer.

use std::rc::Rc;

use firedrill::{
    library::{Library, PackSource, Source},
    progress::{Attempt, Part, Record},
    tui::Language,
};

use crate::play::Play;

const LOSS: &str = "id: loss
kind: phrasing
title: Loss
steps:
  - id: say
    ask: Say it for the register shown.
    say: {source: {zh: 目前没看到数据丢失, en: No loss seen}, registers: [meeting, incident-call]}
    rubric:
      - {id: none-seen, point: Nothing seen so far, any: [so far]}
    red_flags:
      - {id: promise, point: Promises, any: [no data loss]}
    models:
      - {register: meeting, text: \"We [haven't|have not] seen any loss so far.\"}
      - {register: incident-call, text: No sign of loss so far. Update in ten.}
    samples:
      - {register: meeting, text: There is no data loss., expect: none, flags: [promise]}
  - id: turn
    ask: Turn it.
    say: {source: 同上, registers: [stakeholder], drill: transform, from: technical, start: Row counts match up to 14:05.}
    rubric:
      - {id: none-seen, point: Nothing seen so far, any: [so far]}
    models: [We have found no sign of lost data so far.]
";

const FRAMES: &str = "- {frame: My initial hypothesis is …, about: {en: A guess, zh: 猜测}}\n";

fn play() -> Play {
    let files = vec![
        Source::new("loss.yaml", LOSS),
        Source::new("frames.yaml", FRAMES),
    ];
    let library = Library::load(vec![PackSource::new("builtin", files)]);
    assert!(library.problems().is_empty(), "{:?}", library.problems());
    Play::with(Rc::new(library), Language::English, (80, 30)).keys("/loss<enter>")
}

fn attempts(play: &Play) -> Vec<&Attempt> {
    let records = play.store.records.iter();
    records
        .filter_map(|record| match record {
            Record::Attempt(attempt) => Some(&**attempt),
            _ => None,
        })
        .collect()
}

fn events(play: &Play, kind: &str) -> Vec<String> {
    let records = play.store.records.iter();
    let data = |record: &Record| match record {
        Record::Event(event) if event.kind == kind => Some(event.data.clone()),
        _ => None,
    };
    records.filter_map(data).collect()
}

#[test]
fn a_shadowed_model_is_in_sight_until_the_first_key_and_is_marked_by_its_words() {
    let play = play().keys("<f8>").sees("We haven't seen any loss so far.");
    let play = play.keys("W");
    assert!(!play.screen().contains("seen any loss"));
    let play = play
        .wait(30_000)
        .keys("e have not seen any loss by now<enter>");
    let play = play.sees("5 of 7 words right");
    let taken = attempts(&play);
    assert_eq!((taken.len(), taken[0].part), (1, Part::Shadow));
    assert!(
        (taken[0].card.score - 5.0 / 7.0).abs() < 1e-9,
        "{}",
        taken[0].card.score
    );
    assert_eq!(taken[0].hints, 0);
    assert_eq!(events(&play, "mode"), [r#"{"mode":"shadow"}"#]);
    assert_eq!(events(&play, "revealed"), Vec::<String>::new());
}

#[test]
fn the_clock_of_a_shadowed_model_begins_when_it_is_out_of_sight() {
    let play = play().keys("<f8>").wait(60_000).keys("W").wait(30_000);
    let play = play.keys("e have not seen any loss so far.<enter>");
    assert_eq!(attempts(&play)[0].active_ms, 30_000);
    play.sees("16 words a minute").sees("Word for word.");
}

#[test]
fn gaps_grow_as_a_model_is_mastered() {
    let said = "We haven't seen any loss so far.<enter>";
    let play = play()
        .keys("<f8>")
        .keys(said)
        .sees("next time 3 of 7 words are gaps");
    let play = play.keys("r").sees("We _______ seen ___ loss __ far.");
    play.keys(said)
        .keys("r")
        .sees("__ _______ ____ ___ ____ __ ___.");
}

#[test]
fn looking_at_the_model_again_is_a_choice_that_is_kept() {
    let play = play().keys("<f8>We have<f5>").sees("seen any loss so far.");
    assert_eq!(events(&play, "revealed"), [r#"{"number":1}"#]);
    let play = play.keys("n");
    assert!(!play.screen().contains("seen any loss"));
    let play = play.keys("ot<enter>");
    assert_eq!(attempts(&play)[0].hints, 1);
}

#[test]
fn a_poor_version_is_mended_in_the_field_and_compared_with() {
    let play = play()
        .keys("<f8><f8><f8>")
        .sees("Mend this")
        .sees("There is no data loss.");
    let play = play.keys("<C-u>We see no loss so far.<enter>").keys("dd");
    let play = play.sees("Against the given text").sees("[-There is-]");
    assert_eq!(attempts(&play)[0].answer, "We see no loss so far.");
}

#[test]
fn a_text_is_turned_for_another_audience() {
    play()
        .keys("<f8><f8>")
        .sees("Given, for incident call")
        .sees("No sign of loss so far. Update in ten.")
        .sees("Now say it for: meeting");
}

#[test]
fn what_an_author_gives_to_turn_is_shown_with_its_audience_and_not_put_in() {
    let play = play()
        .keys("so far<enter>")
        .keys("<enter><tab>so far<enter>")
        .keys("<enter><tab>");
    let play = play
        .sees("Row counts match up to 14:05.")
        .sees("Given, for technical discussion");
    play.sees("0 words");
}

#[test]
fn a_mode_changes_only_while_nothing_would_be_lost() {
    let play = play()
        .keys("half a thought<f8>")
        .sees("submit or empty the field first");
    play.sees("half a thought");
}

#[test]
fn a_draft_comes_back_in_the_mode_it_was_written_in() {
    let play = play()
        .keys("<f8>We have")
        .wait(2_000)
        .keys("<esc><esc><esc>");
    assert_eq!(play.store.drafts.last().unwrap().field, "shadow:meeting");
    let play = play.keys("c").sees("We have");
    let play = play.keys(" not<enter>");
    assert_eq!(attempts(&play)[0].part, Part::Shadow);
}

#[test]
fn a_frame_goes_in_at_the_caret_and_counts_as_a_template() {
    let play = play()
        .keys("AB<left><f12>")
        .sees("My initial hypothesis is …")
        .sees("A guess");
    let play = play.keys("<enter>").sees("AMy initial hypothesis is …B");
    assert_eq!(events(&play, "template").len(), 1);
}

#[test]
fn the_model_is_spoken_only_where_it_was_seen_or_is_counted() {
    let mut play = play();
    play.desktop.has_voice = true;
    let play = play.keys("<f8><f7>");
    assert_eq!(play.desktop.spoken, ["We haven't seen any loss so far."]);
    assert_eq!(events(&play, "revealed").len(), 0);
    let play = play.keys("We<f7>");
    assert_eq!(events(&play, "revealed").len(), 1);
    let play = play.keys("<enter>v");
    assert_eq!(play.desktop.spoken.len(), 3);
}

#[test]
fn without_a_voice_the_learner_hears_how_to_get_one() {
    play()
        .keys("so far<enter>v")
        .sees("set `speak` in the configuration");
}

#[test]
fn the_three_marks_of_a_sentence_stand_apart() {
    let play = play().keys("Somebody discuss about it, so far.<enter>");
    play.sees("meaning 100")
        .sees("register")
        .sees("form: 1 to mend")
        .sees("\"discuss about\"");
}
