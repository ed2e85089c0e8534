//! Copies of the progress file, the way back to one, and forgetting.

use std::{fs, path::Path};

use firedrill::{
    domain::ScenarioId,
    progress::{Catalogue, ExportHeader, Record},
    storage::{Log, StoreError, backups},
};

use crate::practice::{DAY, MONDAY, at, attempt, draft, event, run};

fn answer(id: &str, time: i64) -> Record {
    Record::Attempt(Box::new(attempt(id, time, 0.7)))
}

fn made(path: &Path) -> Vec<i64> {
    backups(path).iter().map(|backup| backup.made_at).collect()
}

#[test]
fn a_copy_is_made_once_a_day_where_something_was_kept_and_the_newest_stay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let mut log = Log::open(&path, at(MONDAY)).unwrap();
    assert_eq!(log.back_up(at(MONDAY)).unwrap(), None, "nothing was kept");
    log.append(&[answer("a", MONDAY)], None).unwrap();
    assert!(log.back_up(at(MONDAY)).unwrap().is_some());
    log.append(&[answer("b", MONDAY + 1)], None).unwrap();
    assert_eq!(
        log.back_up(at(MONDAY + DAY - 1)).unwrap(),
        None,
        "not a day later"
    );
    assert!(log.back_up(at(MONDAY + DAY)).unwrap().is_some());
    assert_eq!(
        log.back_up(at(MONDAY + 2 * DAY)).unwrap(),
        None,
        "nothing new"
    );
    for day in 3..6 {
        log.append(&[answer(&format!("day-{day}"), MONDAY + day * DAY)], None)
            .unwrap();
        log.back_up(at(MONDAY + day * DAY)).unwrap();
    }
    assert_eq!(made(&path), [5, 4, 3].map(|day| MONDAY + day * DAY));
    let copy = Log::open_read_only(&backups(&path)[0].path)
        .unwrap()
        .unwrap();
    assert!(copy.attempt("day-5").unwrap().is_some());
    assert_eq!(Log::in_memory().unwrap().back_up(at(MONDAY)).unwrap(), None);
}

#[test]
fn a_copy_is_gone_back_to_and_what_came_later_is_read_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let mut log = Log::open(&path, at(MONDAY)).unwrap();
    let refused = Log::restore(&path, None, at(MONDAY)).unwrap_err();
    assert!(
        matches!(
            refused,
            StoreError::InUse { .. } | StoreError::NoCopy { .. }
        ),
        "{refused}"
    );
    log.append(&[Record::Run(run("run")), answer("a", MONDAY)], None)
        .unwrap();
    log.back_up(at(MONDAY)).unwrap();
    log.append(&[answer("b", MONDAY + 1)], None).unwrap();
    drop(log);
    let log = Log::restore(&path, None, at(MONDAY + 2)).unwrap();
    for id in ["a", "b"] {
        assert!(log.attempt(id).unwrap().is_some(), "{id}");
    }
    let notice = log.notice().unwrap();
    assert!(
        notice.contains("progress-backup-") && notice.contains("1 record"),
        "{notice}"
    );
    assert_eq!(
        log.overview(&Catalogue::default(), at(MONDAY))
            .unwrap()
            .attempts,
        2
    );
}

#[test]
fn a_file_that_is_lost_altogether_comes_back_from_its_copy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let mut log = Log::open(&path, at(MONDAY)).unwrap();
    let records: Vec<_> = (0..40)
        .map(|number| answer(&format!("a{number}"), MONDAY + number))
        .collect();
    log.append(&records, None).unwrap();
    log.back_up(at(MONDAY)).unwrap();
    drop(log);
    // Damaged beyond reading: opening it looks at the copy by itself.
    fs::write(&path, [0x55; 10_000]).unwrap();
    let log = Log::open(&path, at(MONDAY + DAY)).unwrap();
    assert!(
        log.notice().unwrap().contains("40 more came from the copy"),
        "{:?}",
        log.notice()
    );
    assert!(log.attempt("a39").unwrap().is_some());
}

#[test]
fn without_a_copy_there_is_nothing_to_go_back_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let error = Log::restore(&path, None, at(MONDAY)).unwrap_err();
    assert!(error.to_string().contains("there is no copy"), "{error}");
    let other = folder.path().join("notes.db");
    fs::write(&other, "no database").unwrap();
    assert!(Log::restore(&path, Some(&other), at(MONDAY)).is_err());
    assert!(!path.exists());
}

/// Everything below `folder` as bytes.
fn bytes(folder: &Path) -> Vec<u8> {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files.flat_map(|path| fs::read(path).unwrap()).collect()
}

fn holds(folder: &Path, word: &str) -> bool {
    bytes(folder)
        .windows(word.len())
        .any(|window| window == word.as_bytes())
}

#[test]
fn what_is_forgotten_is_in_no_file_any_more_and_the_rest_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let mut log = Log::open(&path, at(MONDAY)).unwrap();
    let mut secret = attempt("secret", MONDAY, 0.2);
    secret.answer = "unspeakable ".repeat(400);
    let mut other = attempt("other", MONDAY, 0.7);
    other.scenario = ScenarioId::new("builtin", "conntrack");
    let records = [
        Record::Run(run("run")),
        Record::Attempt(Box::new(secret)),
        Record::Attempt(Box::new(other.clone())),
        Record::Event(event(
            "e",
            "disputed",
            "secret",
            MONDAY,
            r#"{"criterion":"unspeakable","says":"hit"}"#,
        )),
        Record::Event(event(
            "r",
            "rated",
            "secret",
            MONDAY,
            r#"{"rating":"again"}"#,
        )),
    ];
    log.append(&records, None).unwrap();
    log.save_draft(&draft("run", "unspeakable draft", MONDAY))
        .unwrap();
    log.back_up(at(MONDAY)).unwrap();
    assert!(holds(folder.path(), "unspeakable"));
    let before = log.overview(&Catalogue::default(), at(MONDAY)).unwrap();
    let forgotten = log
        .forget(Some(&ScenarioId::new("builtin", "retry")))
        .unwrap();
    assert_eq!(
        (forgotten.answers, forgotten.events, forgotten.drafts),
        (1, 1, 1)
    );
    assert!(!holds(folder.path(), "unspeakable"));
    assert_eq!(made(&path), [0_i64; 0]);
    assert_eq!(log.attempt("other").unwrap(), Some(other));
    let blank = log.attempt("secret").unwrap().unwrap();
    assert_eq!((blank.answer.as_str(), blank.card.score), ("", 0.2));
    let after = log.overview(&Catalogue::default(), at(MONDAY)).unwrap();
    assert_eq!(
        (after.attempts, &after.days, &after.returns),
        (before.attempts, &before.days, &before.returns)
    );
    // Still a log: nothing can be changed behind its back, an export reads back, and twice is once.
    let tampered = rusqlite::Connection::open(&path)
        .unwrap()
        .execute("DELETE FROM attempt", []);
    assert!(tampered.unwrap_err().to_string().contains("append-only"));
    let header = ExportHeader {
        version: 1,
        device: log.device().to_owned(),
        learner: None,
        exported_at: MONDAY,
        program: "0".into(),
        answers: true,
    };
    let mut exported = vec![];
    log.export(&header, &mut exported).unwrap();
    let merge = log.import(&*exported).unwrap();
    assert_eq!((merge.added, merge.known, merge.problems), (0, 5, vec![]));
}

#[test]
fn everything_can_be_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let mut log = Log::open(&path, at(MONDAY)).unwrap();
    let mut secret = attempt("secret", MONDAY, 0.2);
    secret.answer = "unspeakable".into();
    log.append(&[Record::Attempt(Box::new(secret))], None)
        .unwrap();
    assert_eq!(log.forget(None).unwrap().answers, 1);
    assert!(!holds(folder.path(), "unspeakable"));
}
