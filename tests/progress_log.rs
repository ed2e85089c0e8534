//! The progress log: what is kept, what is refused, and that reading writes nothing.

use std::{fs, path::Path};

use firedrill::{
    progress::{Catalogue, Record},
    storage::{Log, StoreError},
};
use rusqlite::Connection;

use crate::practice::{DAY, MONDAY, at, attempt, draft, event, run};

fn answer(id: &str, submitted_at: i64, score: f64) -> Record {
    Record::Attempt(Box::new(attempt(id, submitted_at, score)))
}

/// Name and content of every file below `folder`.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect::<Vec<_>>();
    files.sort();
    files
}

#[test]
fn an_attempt_is_there_again_when_the_log_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/er/progress.db");
    let given = attempt("a", MONDAY, 0.7);
    {
        let mut log = Log::open(&path, at(MONDAY)).unwrap();
        let records = [
            Record::Run(run("run")),
            Record::Attempt(Box::new(given.clone())),
        ];
        log.append(&records, None).unwrap();
    }
    let log = Log::open(&path, at(MONDAY)).unwrap();
    assert_eq!(log.attempt("a").unwrap(), Some(given));
    assert_eq!(log.attempt("b").unwrap(), None);
}

#[test]
fn a_store_keeps_its_identity() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let first = Log::open(&path, at(MONDAY)).unwrap().device().to_owned();
    let second = Log::open(&path, at(MONDAY + DAY)).unwrap();
    assert_eq!(second.device(), first);
    assert_ne!(Log::in_memory().unwrap().device(), first);
}

#[test]
fn all_of_an_append_is_kept_or_nothing() {
    let mut log = Log::in_memory().unwrap();
    log.save_draft(&draft("run", "half a sentence", MONDAY))
        .unwrap();
    let key = draft("run", "", MONDAY).key();
    log.append(&[answer("a", MONDAY, 0.7)], None).unwrap();
    let twice = [answer("b", MONDAY, 0.7), answer("a", MONDAY, 0.2)];
    assert!(log.append(&twice, Some(&key)).is_err());
    assert_eq!(log.attempt("b").unwrap(), None);
    assert_eq!(log.drafts().unwrap().len(), 1);
}

#[test]
fn submitting_finishes_the_draft_of_that_field_only() {
    let mut log = Log::in_memory().unwrap();
    let mut summary = draft("run", "a summary", MONDAY);
    summary.field = "summary".into();
    log.save_draft(&draft("run", "first", MONDAY)).unwrap();
    log.save_draft(&draft("run", "first, longer", MONDAY + 1))
        .unwrap();
    log.save_draft(&summary).unwrap();
    let finished = draft("run", "", 0).key();
    log.append(&[answer("a", MONDAY, 0.7)], Some(&finished))
        .unwrap();
    assert_eq!(log.drafts().unwrap(), [summary]);
}

#[test]
fn what_is_logged_can_be_neither_changed_nor_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let mut log = Log::open(&path, at(MONDAY)).unwrap();
    let records = [
        Record::Run(run("run")),
        answer("a", MONDAY, 0.7),
        Record::Event(event("e", "hint", "a", MONDAY, "{}")),
    ];
    log.append(&records, None).unwrap();
    let connection = Connection::open(&path).unwrap();
    for table in ["run", "attempt", "event"] {
        for statement in [
            format!("DELETE FROM {table}"),
            format!("UPDATE {table} SET id = 'x'"),
        ] {
            let error = connection.execute(&statement, []).unwrap_err();
            assert!(error.to_string().contains("append-only"), "{error}");
        }
    }
}

#[test]
fn reading_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a ?#%2f folder").join("progress.db");
    assert!(Log::open_read_only(&path).unwrap().is_none());
    assert!(files(folder.path()).is_empty());
    Log::open(&path, at(MONDAY))
        .unwrap()
        .append(&[answer("a", MONDAY, 0.7)], None)
        .unwrap();
    let before = files(path.parent().unwrap());
    {
        let log = Log::open_read_only(&path).unwrap().unwrap();
        assert!(log.attempt("a").unwrap().is_some());
        log.overview(&Catalogue::default(), at(MONDAY)).unwrap();
    }
    assert_eq!(files(path.parent().unwrap()), before);
}

#[test]
fn readers_see_what_a_running_program_has_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let mut writer = Log::open(&path, at(MONDAY)).unwrap();
    writer.append(&[answer("a", MONDAY, 0.7)], None).unwrap();
    let reader = Log::open_read_only(&path).unwrap().unwrap();
    assert!(reader.attempt("a").unwrap().is_some());
    writer.append(&[answer("b", MONDAY, 0.7)], None).unwrap();
    assert!(reader.attempt("b").unwrap().is_some());
}

#[test]
fn a_file_of_another_program_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE recipe (name TEXT)")
        .unwrap();
    let before = files(folder.path());
    for error in [
        Log::open(&path, at(MONDAY)).unwrap_err(),
        Log::open_read_only(&path).unwrap_err(),
    ] {
        assert!(matches!(error, StoreError::Foreign { .. }), "{error}");
    }
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_file_of_a_newer_program_is_refused_with_both_versions() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    drop(Log::open(&path, at(MONDAY)).unwrap());
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let before = files(folder.path());
    let error = Log::open(&path, at(MONDAY)).unwrap_err().to_string();
    assert!(error.contains("schema is 99, this one knows 2"), "{error}");
    assert_eq!(files(folder.path()), before);
}

#[test]
fn two_programs_may_write_to_one_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let mut first = Log::open(&path, at(MONDAY)).unwrap();
    let mut second = Log::open(&path, at(MONDAY)).unwrap();
    for number in 0..20 {
        let log = if number % 2 == 0 {
            &mut first
        } else {
            &mut second
        };
        log.append(&[answer(&format!("a{number}"), MONDAY, 0.7)], None)
            .unwrap();
    }
    let overview = first.overview(&Catalogue::default(), at(MONDAY)).unwrap();
    assert_eq!(overview.attempts, 20);
}

#[test]
fn the_overview_counts_days_and_offers_unfinished_text() {
    let mut log = Log::in_memory().unwrap();
    log.append(
        &[
            answer("a", MONDAY - DAY, 0.2),
            answer("b", MONDAY, 0.6),
            answer("c", MONDAY + 1, 0.8),
        ],
        None,
    )
    .unwrap();
    log.save_draft(&draft("old", "older text", MONDAY)).unwrap();
    log.save_draft(&draft("blank", "  ", MONDAY + 3)).unwrap();
    log.save_draft(&draft("new", "newer\n\n text", MONDAY + 2))
        .unwrap();
    let overview = log
        .overview(&Catalogue::default(), at(MONDAY + DAY))
        .unwrap();
    let recent = overview.recent.iter().map(|past| past.id.as_str());
    assert_eq!(recent.collect::<Vec<_>>(), ["c", "b", "a"]);
    assert_eq!(overview.streak_days, 2);
    assert_eq!(
        overview.days,
        [
            ("2026-11-22".to_owned(), 1, 0.2),
            ("2026-11-23".to_owned(), 2, 0.7)
        ]
    );
    let unfinished = overview
        .resumable
        .iter()
        .map(|left| (left.run.as_str(), left.excerpt.as_str()));
    assert_eq!(
        unfinished.collect::<Vec<_>>(),
        [("new", "newer text"), ("old", "older text")]
    );
}
