//! What is due, what is missed and what the learner says of it: sittings, retries, judgement and ratings.

use firedrill::{
    library::{Library, PackSource, Source},
    progress::{Catalogue, Part, Purpose, Rating, Record},
    tui::Language,
};

use crate::play::{Play, RETRY, library};

const DAY_MS: u64 = 86_400_000;

/// Another scenario whose `jitter` is the same skill.
const QUEUE: &str = "id: queue\nkind: debug\ntitle: A queue that grows\nsteps:
  - id: say
    ask: Say what you would change.
    rubric:
      - {id: drain, point: Drains it, any: [drain]}
      - {id: spread, point: Spreads the retries, skill: asks-for-jitter, any: [jitter], probe: When do they all come back?}
    models: [Drain it and add jitter.]
  - id: more
    ask: Say what you would measure.
    rubric:
      - {id: depth, point: Depth, any: [depth]}
    models: [The depth.]
";

fn two_scenarios() -> Play {
    let retry = RETRY.replace(
        "{id: jitter, point: Asks for jitter,",
        "{id: jitter, point: Asks for jitter, skill: asks-for-jitter,",
    );
    let files = vec![
        Source::new("retry.yaml", &*retry),
        Source::new("queue.yaml", QUEUE),
    ];
    let library = Library::load(vec![PackSource::new("builtin", files)]);
    assert!(library.problems().is_empty(), "{:?}", library.problems());
    Play::with(library.into(), Language::English, (100, 30))
}

fn attempts(play: &Play) -> Vec<(Part, Option<String>)> {
    let records = play.store.records.iter();
    let attempts = records.filter_map(|record| match record {
        Record::Attempt(attempt) => Some((attempt.part, attempt.criterion.clone())),
        _ => None,
    });
    attempts.collect()
}

fn purposes(play: &Play) -> Vec<Purpose> {
    let records = play.store.records.iter();
    let runs = records.filter_map(|record| match record {
        Record::Run(run) => Some(run.purpose),
        _ => None,
    });
    runs.collect()
}

/// The data of every event of a kind.
fn events(play: &Play, kind: &str) -> Vec<String> {
    let records = play.store.records.iter();
    let events = records.filter_map(|record| match record {
        Record::Event(event) if event.kind == kind => Some(event.data.clone()),
        _ => None,
    });
    events.collect()
}

/// Both scenarios answered without jitter, twice.
fn practised() -> Play {
    let mut play = two_scenarios();
    for _ in 0..2 {
        play = play
            .keys("/retry<enter>A retry storm.<C-s><esc><esc><esc>")
            .keys("/queue<enter>Drain it.<C-s><esc><esc><esc>");
    }
    play
}

#[test]
fn only_the_missed_points_are_asked_again_one_by_one() {
    let play = Play::start()
        .keys("/retry<enter>It is bad.<C-s>o")
        .sees("Only what was missed")
        .sees("left: 2")
        .sees("What do a thousand clients do after the same second?")
        .keys("A retry storm<enter>")
        .sees("That makes the point.")
        .keys("<enter>")
        .sees("left: 1")
        .sees("Spread them out.")
        .keys("nothing<enter>")
        .sees("Not there yet.")
        .keys("<enter>")
        .sees("debrief");
    let about = |criterion: &str| (Part::Retry, Some(criterion.to_owned()));
    assert_eq!(
        attempts(&play),
        [(Part::Answer, None), about("storm"), about("jitter")]
    );
    let memory = play.store.shelf_histories();
    assert_eq!(memory, [1], "the schedule hears of the answer only");
}

#[test]
fn the_end_of_a_run_asks_every_point_missed_in_it() {
    let play = Play::start()
        .keys("/retry<enter>A retry storm.<C-s><enter><tab>")
        .keys("Five.<C-s><enter><tab>")
        .sees("Everything is saved")
        .keys("o")
        .sees("left: 2")
        .keys("jitter<enter><enter>")
        .sees("left: 1")
        .keys("<tab>")
        .sees("Everything is saved");
    assert_eq!(attempts(&play).len(), 3);
}

#[test]
fn where_nothing_was_missed_there_is_nothing_to_retry() {
    let play = Play::start()
        .keys("/retry<enter>A retry storm, so add jitter.<C-s>o")
        .sees("no point was missed");
    assert_eq!(attempts(&play).len(), 1);
}

#[test]
fn a_retry_that_was_left_is_carried_on_at_its_point() {
    let play = Play::start()
        .keys("/retry<enter>It is bad.<C-s>o<tab>spread<esc><esc><esc>")
        .sees("Continue")
        .keys("c")
        .sees("Only what was missed")
        .sees("left: 1")
        .sees("spread");
    assert_eq!(play.store.drafts.last().unwrap().field, "retry/jitter");
}

#[test]
fn a_point_is_drilled_wherever_it_is_missed() {
    let play = practised()
        .sees("asks for jitter")
        .sees("4 of 4 times")
        .keys("m")
        .sees("A queue that grows")
        .sees("1 of 1")
        .keys("Drain it and add jitter.<C-s><enter>")
        .sees("Next: A patch that retries")
        .keys("<enter>")
        .sees("Say what the fixed wait does");
    let play = play.keys("A retry storm and jitter.<C-s><esc>");
    assert_eq!(purposes(&play).len(), 6);
    play.sees("4 of 6 times")
        .keys("m")
        .sees("this is missed nowhere");
}

#[test]
fn the_selected_point_is_drilled_and_not_the_others() {
    let play = practised();
    let missing = &play.store.overview_now(play.now).missing;
    assert_eq!(missing.len(), 1, "{missing:?}");
    practised().keys("<end><enter>").sees("1 of 1");
}

#[test]
fn what_is_due_is_gone_through_as_reviews_and_nothing_else_of_its_scenario() {
    let mut play = practised();
    play = play.wait(30 * DAY_MS).keys("p<esc>").sees("2 to answer");
    let play = play.keys("r").sees("1 of 1").keys("Drain it.<C-s>");
    assert_eq!(purposes(&play).last(), Some(&Purpose::Review));
    let play = play
        .keys("<enter><tab>")
        .sees("back on")
        .sees("Next:")
        .keys("<enter>Storm.<C-s><esc>");
    play.sees("Today").keys("r").sees("nothing is due");
}

#[test]
fn a_review_that_was_left_is_carried_on_as_a_review() {
    let play = practised().wait(30 * DAY_MS).keys("p<esc>r");
    let play = play.keys("half<esc><esc>").sees("Continue").keys("c");
    let play = play.sees("half").sees("1 of 1").keys("<C-s>");
    assert_eq!(purposes(&play).len(), 5, "the same run");
    assert_eq!(purposes(&play).last(), Some(&Purpose::Review));
}

#[test]
fn an_answer_is_judged_by_the_learner_before_the_debrief() {
    let play = Play::start()
        .keys("/retry<enter>A retry storm.<f4>")
        .sees("Did you make these points?")
        .sees("A retry storm.")
        .keys("yy")
        .sees("[yes] Asks for jitter");
    assert_eq!(
        play.answers(),
        ["A retry storm."],
        "kept before it is judged"
    );
    assert!(
        !play.screen().contains("hit 2/2"),
        "and before it is marked"
    );
    let play = play
        .keys("<enter>")
        .sees("hit 2/2")
        .sees("you judged 1 of 2 right");
    assert_eq!(
        events(&play, "self-assessed"),
        [r#"{"judged":["storm","jitter"],"made":["storm","jitter"]}"#]
    );
    let judgement = play.store.overview_now(play.now).insight.judgement;
    assert_eq!((judgement.rightly_claimed, judgement.overclaimed), (1, 1));
}

#[test]
fn what_is_left_open_is_not_judged() {
    let play = Play::start().keys("/retry<enter>A retry storm.<f4>jn<enter>");
    assert_eq!(
        events(&play, "self-assessed"),
        [r#"{"judged":["jitter"],"made":[]}"#]
    );
    let judgement = play.store.overview_now(play.now).insight.judgement;
    assert_eq!((judgement.rightly_left, judgement.judged()), (1, 1));
    let play = Play::start().keys("/retry<enter>A retry storm.<f4><enter>");
    let play = play.sees("debrief");
    assert!(events(&play, "self-assessed").is_empty());
}

#[test]
fn the_schedule_is_corrected_with_one_key() {
    let play = Play::start()
        .keys("/retry<enter>A retry storm, so add jitter.<C-s>")
        .sees("schedule: easy");
    let before = play.store.overview_now(play.now).returns;
    let play = play.keys("1").sees("schedule: again");
    assert_eq!(events(&play, "rated"), [r#"{"rating":"again"}"#]);
    let after = play.store.overview_now(play.now).returns;
    assert!(after.values().max() < before.values().max(), "{after:?}");
    assert_eq!(Rating::ALL.len(), 4);
}

#[test]
fn an_answer_in_a_follow_up_is_not_the_schedules() {
    let play = Play::start()
        .keys("/retry<enter>A retry storm, so add jitter.<C-s><enter>")
        .keys("At most five.<C-s>1")
        .sees("the schedule does not hear of this answer");
    assert!(events(&play, "rated").is_empty());
}

#[test]
fn a_backlog_of_hundreds_is_shown_as_what_today_asks_for() {
    use crate::practice::{DAY, at, attempt};
    use firedrill::storage::Log;
    let mut log = Log::in_memory().unwrap();
    let now = 1_795_446_000_000;
    let records = (0..300).map(|number| {
        let mut attempt = attempt(&format!("a{number}"), now - 90 * DAY, 0.3);
        attempt.step = format!("step-{number}");
        Record::Attempt(Box::new(attempt))
    });
    log.append(&records.collect::<Vec<_>>(), None).unwrap();
    let library = library(false);
    let catalogue = Catalogue::new(library.headers().iter().cloned(), []);
    let overview = log.overview(&catalogue, at(now)).unwrap();
    assert_eq!((overview.due.len(), overview.later), (10, 290));
    let mut play = Play::with(library, Language::English, (80, 24));
    play.store.shelf = firedrill::runtime::Shelf::new(log, catalogue);
    let screen = play.keys("p<esc>").sees("10 to answer").screen();
    for debt in ["290", "overdue", "late"] {
        assert!(!screen.contains(debt), "{screen}");
    }
}
