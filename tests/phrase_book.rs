//! The phrase book: what gets into it, what it shows, and that it moves with the log.

use std::{fs, path::Path, process::Command};

use firedrill::{
    domain::Moment,
    progress::{Catalogue, Kept, Part, Phrase, Record},
    storage::Log,
};

use crate::{
    play::Play,
    practice::{DAY, MONDAY, attempt, event, run},
};

/// An answer to a phrasing step, for a meeting.
fn said(id: &str, day: i64, score: f64, answer: &str) -> Record {
    let mut said = attempt(id, MONDAY + day * DAY, score);
    said.register = Some("meeting".into());
    said.answer = answer.into();
    Record::Attempt(Box::new(said))
}

fn about(id: &str, kind: &str, day: i64, data: &str) -> Record {
    Record::Event(event(id, kind, "a", MONDAY + day * DAY + 1, data))
}

const KEPT: &str = r#"{"register":"meeting","text":"目前没看到, 还在查","why":"missed"}"#;

fn book(log: &Log) -> Vec<Phrase> {
    let now = Moment {
        wall_ms: MONDAY + 30 * DAY,
        ..Moment::default()
    };
    log.overview(&Catalogue::default(), now).unwrap().phrases
}

#[test]
fn a_missed_sentence_comes_into_the_book_by_itself_and_a_good_one_does_not() {
    let poor = Play::start().keys("/say<enter>no idea<enter>");
    let in_book: Vec<_> = poor.store.records.iter().filter_map(kept).collect();
    assert_eq!(
        in_book,
        [r#"{"register":"meeting","text":"目前没看到数据丢失。","why":"missed"}"#]
    );
    let good = Play::start().keys("/say<enter>We see none so far.<enter>");
    assert_eq!(good.store.records.iter().filter_map(kept).count(), 0);
}

fn kept(record: &Record) -> Option<String> {
    match record {
        Record::Event(event) if event.kind == "phrase-kept" => Some(event.data.clone()),
        _ => None,
    }
}

#[test]
fn the_book_follows_from_the_log_and_a_reset_empties_it() {
    let mut log = Log::in_memory().unwrap();
    let records = [
        Record::Run(run("run")),
        said("a", 0, 0.2, "poor"),
        about("k", "phrase-kept", 0, KEPT),
        said("b", 2, 0.9, "None so far; we're still checking."),
    ];
    log.append(&records, None).unwrap();
    let phrases = book(&log);
    assert_eq!(phrases.len(), 1);
    assert_eq!(
        (
            phrases[0].text.as_str(),
            phrases[0].best.as_deref(),
            phrases[0].why,
            phrases[0].clean
        ),
        (
            "目前没看到, 还在查",
            Some("None so far; we're still checking."),
            Kept::Missed,
            1
        )
    );
    log.append(
        &[about(
            "e",
            "phrase-edited",
            3,
            r#"{"register":"meeting","text":"Mine."}"#,
        )],
        None,
    )
    .unwrap();
    assert_eq!(book(&log)[0].best.as_deref(), Some("Mine."));
    log.append(&[about("z", "reset", 4, "{}")], None).unwrap();
    assert_eq!(book(&log), []);
}

#[test]
fn a_model_typed_from_memory_is_no_repeat() {
    let mut log = Log::in_memory().unwrap();
    let Record::Attempt(mut shadow) = said("s", 1, 1.0, "typed") else {
        unreachable!()
    };
    shadow.part = Part::Shadow;
    let records = [about("k", "phrase-kept", 0, KEPT), Record::Attempt(shadow)];
    log.append(&records, None).unwrap();
    assert_eq!(
        (book(&log)[0].clean, book(&log)[0].best.as_deref()),
        (0, None)
    );
}

fn firedrill(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env_clear()
        .env("TZ", "UTC")
        .env("FIREDRILL_DATA_DIR", folder)
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_book_is_printed_for_people_and_programs_and_moves_with_an_export() {
    let folder = tempfile::tempdir().unwrap();
    let mut log = Log::open(&folder.path().join("progress.db"), Moment::default()).unwrap();
    let records = [
        Record::Run(run("run")),
        said("a", -400, 0.2, "=poor, \"very\""),
        about("k", "phrase-kept", -400, KEPT),
    ];
    log.append(&records, None).unwrap();
    drop(log);
    insta::assert_snapshot!(firedrill(folder.path(), &["phrases"]), @r#"
    builtin/retry  meeting  0/3 clean, due 2025-10-20
      目前没看到, 还在查
      =poor, "very"
    1 in the book, 1 due
    "#);
    insta::assert_snapshot!(firedrill(folder.path(), &["phrases", "--markdown"]), @r#"
    # Phrase book

    ## 目前没看到, 还在查

    =poor, "very"

    *builtin/retry · meeting · 0/3 clean, due 2025-10-20*
    "#);
    assert_eq!(
        firedrill(folder.path(), &["phrases", "--csv"]),
        "text,best,register,scenario,step,why,clean,retired,due\r\n\
         \"目前没看到, 还在查\",\"'=poor, \"\"very\"\"\",meeting,builtin/retry,opening,missed,0,false,2025-10-20\r\n"
    );
    let json = firedrill(folder.path(), &["phrases", "--json"]);
    assert!(json.contains("\"clean\": 0"), "{json}");
    assert!(firedrill(folder.path(), &["due"]).contains("1 phrase"));

    let other = tempfile::tempdir().unwrap();
    let moved = other.path().join("me.jsonl");
    fs::write(&moved, firedrill(folder.path(), &["export"])).unwrap();
    firedrill(other.path(), &["import", moved.to_str().unwrap()]);
    assert_eq!(firedrill(other.path(), &["phrases", "--json"]), json);
}
