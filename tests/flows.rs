//! What keys do, from home to the debrief and back.

use firedrill::{
    domain::Moment,
    progress::{Catalogue, Part, Record},
    runtime::Shelf,
    storage::Log,
    tui::{Language, Message},
};

use crate::{
    play::{Play, library},
    practice::{DAY, MONDAY, at, attempt, run},
};

const INTO_RETRY: &str = "/retry<enter>";

#[test]
fn an_answer_is_kept_before_its_debrief_is_drawn() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("Every client makes a retry storm.<C-s>")
        .sees("debrief")
        .sees("storm[1]")
        .sees("✓ [1] Names the retry storm hit 2/2")
        .sees("✗ [2] Asks for jitter missed 0/1")
        .sees("Spread them out.");
    assert_eq!(play.answers(), ["Every client makes a retry storm."]);
    let kinds: Vec<bool> = play
        .store
        .records
        .iter()
        .map(|it| matches!(it, Record::Run(_)))
        .collect();
    assert_eq!(kinds, [true, false], "the run, then its answer");
}

#[test]
fn the_whole_drill_is_played_with_a_sentence_said_again() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("A retry storm.<C-s><enter>")
        .sees("Say it again")
        .keys("Please add jitter<enter>")
        .sees("That makes the point.")
        .keys("<enter>")
        .sees("Name the limit you would set.")
        .keys("At most five.<A-enter>")
        .keys("<enter>")
        .sees("Everything is saved");
    let parts: Vec<Part> = play
        .store
        .records
        .iter()
        .filter_map(|record| match record {
            Record::Attempt(attempt) => Some(attempt.part),
            _ => None,
        })
        .collect();
    assert_eq!(parts, [Part::Answer, Part::Retype, Part::FollowUp]);
}

#[test]
fn an_answer_is_found_again_under_progress() {
    Play::start()
        .keys(INTO_RETRY)
        .keys("It makes a retry storm.<C-s><esc><esc><esc>")
        .sees("answers so far: 1")
        .keys("p<tab>")
        .sees("A patch that retries")
        .keys("<enter>")
        .sees("storm[1]")
        .sees("past answer");
}

#[test]
fn retry_is_one_key_and_starts_empty() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("first<C-s>r")
        .sees("Write here")
        .keys("second<C-s>");
    assert_eq!(play.answers(), ["first", "second"]);
}

#[test]
fn leaving_never_discards_and_opening_resumes() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("half a thought<esc><esc><esc>")
        .sees("Continue")
        .keys("c")
        .sees("half a thought");
    assert_eq!(play.store.drafts.last().unwrap().text, "half a thought");
    assert!(play.answers().is_empty());
}

#[test]
fn typing_is_on_the_disk_one_second_after_the_first_letter() {
    let play = Play::start().keys(INTO_RETRY).keys("ab");
    assert!(play.store.drafts.is_empty());
    let play = play.wait(999);
    assert!(play.store.drafts.is_empty());
    let play = play.keys("c").wait(1);
    assert_eq!(play.store.drafts.last().unwrap().text, "abc");
    let play = play.wait(5_000);
    assert_eq!(play.store.drafts.len(), 1, "nothing new, nothing written");
}

#[test]
fn a_resize_a_stop_and_the_background_save_at_once() {
    for message in [Message::Disturbed, Message::Stop] {
        let play = Play::start().keys(INTO_RETRY).keys("text");
        let at = play.now;
        let play = play.messages(vec![message(at)]);
        assert_eq!(play.store.drafts.last().unwrap().text, "text");
    }
    let play = Play::start().keys(INTO_RETRY).keys("text<C-z>");
    assert_eq!(play.store.drafts.last().unwrap().text, "text");
    assert_eq!(play.desktop.suspended, 1);
}

#[test]
fn control_c_says_that_the_draft_is_kept_and_then_leaves() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("text<C-c>")
        .sees("draft kept, Ctrl-C again to leave");
    assert!(!play.has_ended);
    assert_eq!(play.store.drafts.last().unwrap().text, "text");
    assert!(play.keys("<C-c>x").has_ended);
}

#[test]
fn a_letter_after_control_c_takes_the_leaving_back() {
    let play = Play::start().keys(INTO_RETRY).keys("text<C-c>x<C-c>x");
    assert!(!play.has_ended);
}

#[test]
fn a_failed_save_is_said_and_tried_again_until_it_works() {
    let mut play = Play::start().keys(INTO_RETRY);
    play.store.refuses = true;
    let play = play
        .keys("A retry storm<C-s>")
        .sees("not saved, trying again: the disk is full")
        .sees("storm[1]");
    assert!(play.answers().is_empty());
    let mut play = play.wait(1_000).sees("not saved");
    play.store.refuses = false;
    let play = play.wait(1_000).sees("saved");
    assert_eq!(play.answers(), ["A retry storm"]);
}

#[test]
fn a_standing_notice_stays_beside_the_keys_and_the_passing_notices() {
    let mut play = Play::start();
    play.app
        .always_notice("nothing is kept beyond this session".to_owned());
    play.keys(INTO_RETRY)
        .sees("nothing is kept beyond this session")
        .sees("Ctrl-S submit")
        .keys("text<C-c>")
        .sees("draft kept")
        .sees("nothing is kept beyond this session")
        .keys("x<esc><esc><esc>")
        .sees("Today")
        .sees("nothing is kept beyond this session");
}

#[test]
fn letters_are_never_commands_while_text_is_typed() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("q?:jkdmrx/")
        .sees("q?:jkdmrx/");
    assert!(!play.has_ended);
}

#[test]
fn a_paste_is_one_change_and_never_submits() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .paste("one\r\ntwo \u{1b}[31mred\u{202e}");
    let play = play.sees("two [31mred").wait(1_000);
    assert_eq!(play.store.drafts.last().unwrap().text, "one\ntwo [31mred");
    let play = play.keys("<A-u>").sees("Write here");
    assert!(play.answers().is_empty());
}

#[test]
fn enter_submits_a_sentence_and_a_pasted_line_break_does_not() {
    let play = Play::start()
        .keys("/say<enter>")
        .sees("meeting")
        .paste("so far\nnothing");
    assert!(play.answers().is_empty());
    let play = play.keys("<enter>").sees("far[1]");
    assert_eq!(play.answers().len(), 1);
    play.keys("<enter>").sees("incident call");
}

#[test]
fn hints_and_templates_are_counted() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("<C-g>")
        .sees("Think of everybody at once.")
        .keys("<C-t>")
        .sees("The fixed wait")
        .keys("<C-s>");
    let attempt = play.store.records.iter().find_map(|record| match record {
        Record::Attempt(attempt) => Some(attempt),
        _ => None,
    });
    let attempt = attempt.unwrap();
    assert_eq!((attempt.hints, attempt.template), (1, true));
}

#[test]
fn nothing_typed_is_not_submitted() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("  <C-s>")
        .sees("nothing to submit");
    assert!(play.answers().is_empty());
}

#[test]
fn a_dispute_is_kept_beside_the_score() {
    let play = Play::start()
        .keys(INTO_RETRY)
        .keys("spread it<C-s>x")
        .sees("noted");
    let disputed = play.store.records.iter().any(|record| {
        matches!(record, Record::Event(event) if event.kind == "disputed" && event.data.contains("storm"))
    });
    assert!(disputed);
}

#[test]
fn model_and_diff_are_one_key_away() {
    Play::start()
        .keys(INTO_RETRY)
        .keys("A fixed wait is bad<C-s>m")
        .sees("Model answer")
        .keys("d")
        .sees("{+makes");
}

#[test]
fn the_learners_own_editor_brings_its_text_back() {
    Play::start()
        .keys(INTO_RETRY)
        .keys("mine<C-o>")
        .sees("from the editor");
}

#[test]
fn a_debrief_is_written_as_markdown() {
    let play = Play::start().keys(INTO_RETRY).keys("A retry storm<C-s>y");
    let (name, text) = &play.desktop.exports[0];
    assert_eq!(name, "firedrill-retry-comment-2026-11-23-16-00.md");
    assert!(
        text.contains("storm[1]") && text.contains("- ✗ [2] Asks for jitter"),
        "{text}"
    );
}

#[test]
fn a_broken_file_is_told_and_the_rest_works() {
    Play::with(library(true), Language::English, (80, 24))
        .sees("problems in your scenario files")
        .keys("!")
        .sees("broken.yaml:")
        .keys("<esc>")
        .keys(INTO_RETRY)
        .sees("Say what the fixed wait does");
}

#[test]
fn the_language_changes_with_one_key_and_scenarios_follow() {
    Play::start()
        .keys("<f2>")
        .sees("今天")
        .keys(INTO_RETRY)
        .sees("补丁每次固定等待一秒。")
        .sees("你的答案");
}

#[test]
fn help_shows_the_keys_of_the_screen_below() {
    Play::start()
        .keys("?<end>")
        .sees("Ctrl-C")
        .keys("<esc>")
        .sees("Today");
    Play::start()
        .keys(INTO_RETRY)
        .keys("<f1>")
        .sees("Ctrl-S, Alt-Enter");
}

#[test]
fn a_command_is_found_by_its_name() {
    Play::start().keys(":prog<enter>").sees("No answers yet");
}

#[test]
fn the_search_says_when_nothing_matches() {
    Play::start()
        .keys("/zzzz")
        .sees("Nothing matches")
        .keys("<esc>")
        .sees("2 of 2");
}

#[test]
fn with_reduced_motion_the_clock_stands_still() {
    let timed = crate::play::RETRY.replace("limits: {words: 20}", "limits: {seconds: 60}");
    let source = firedrill::library::Source::new("retry.yaml", timed);
    let pack = firedrill::library::PackSource::new("builtin", vec![source]);
    let library = std::rc::Rc::new(firedrill::library::Library::load(vec![pack]));
    for (is_still, wakes) in [(false, true), (true, false)] {
        let mut desk = firedrill::tui::Desk::new(library.clone(), Moment::default());
        desk.is_still = is_still;
        let mut app = firedrill::tui::App::new(desk, 7);
        for key in crate::play::keys("/retry<enter>") {
            let at = Moment::default();
            let _ = app.update(Message::Key { key, at });
        }
        assert_eq!(app.wake_at().is_some(), wakes);
    }
}

#[test]
fn a_key_that_does_nothing_says_so_and_where_it_works() {
    Play::start()
        .keys("=")
        .sees("= does nothing here; ? shows")
        .keys("x")
        .sees("x (dispute) does nothing here");
}

#[test]
fn a_template_fades_for_who_answered_well_before() {
    let after = |strong: i64| {
        let mut log = Log::in_memory().unwrap();
        let answer = |day| {
            let mut attempt = attempt(&format!("strong-{day}"), MONDAY + day * DAY, 0.9);
            attempt.step = "comment".into();
            Record::Attempt(Box::new(attempt))
        };
        log.append(&[Record::Run(run("run"))], None).unwrap();
        log.append(&(0..strong).map(answer).collect::<Vec<_>>(), None)
            .unwrap();
        let library = library(false);
        let shelf = Shelf::new(log, Catalogue::new(library.headers().iter().cloned(), []));
        Play::on(
            library,
            shelf,
            Language::English,
            (80, 24),
            at(MONDAY + 9 * DAY),
        )
        .keys(INTO_RETRY)
        .keys("<C-t>")
        .screen()
    };
    assert!(after(0).contains("The fixed wait …"));
    let headings = after(2);
    assert!(
        headings.contains("The fixed wait") && !headings.contains("The fixed wait …"),
        "{headings}"
    );
    let nothing = after(4);
    assert!(!nothing.contains("The fixed wait"), "{nothing}");
    assert!(
        nothing.contains("this time without the template"),
        "{nothing}"
    );
}

#[test]
fn esc_in_the_model_goes_back_to_the_debrief() {
    Play::start()
        .keys(INTO_RETRY)
        .keys("Every client makes a retry storm.<C-s>")
        .keys("m")
        .sees("Model")
        .keys("<esc>")
        .sees("storm[1]");
}
