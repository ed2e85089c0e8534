//! Files of every earlier schema are brought up to date, with a copy of how they were beside them.

use std::{fs, path::Path};

use firedrill::{
    progress::{Catalogue, Record},
    storage::{Log, newest_version},
};
use rusqlite::Connection;

use crate::{
    practice::{DAY, MONDAY, at, attempt, draft, event, run},
    progress_laws::derived,
};

/// Every schema there was, with the version its files say.
const SCHEMAS: [(&str, i64); 3] = [
    (include_str!("schemas/founding.sql"), 1),
    (include_str!("schemas/version-1.sql"), 1),
    (include_str!("schemas/version-2.sql"), 2),
];

fn records() -> Vec<Record> {
    vec![
        Record::Run(run("run")),
        Record::Attempt(Box::new(attempt("a", MONDAY, 0.2))),
        Record::Attempt(Box::new(attempt("b", MONDAY + DAY, 0.9))),
        Record::Event(event(
            "e",
            "rated",
            "b",
            MONDAY + DAY,
            r#"{"rating":"hard"}"#,
        )),
    ]
}

/// A file of `schema` with practice and a draft, as the program of that time would have left it.
fn file_of(schema: &str, version: i64, path: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let present = folder.path().join("progress.db");
    let mut log = Log::open(&present, at(MONDAY)).unwrap();
    log.append(&records(), None).unwrap();
    log.save_draft(&draft("left", "half a sentence", MONDAY))
        .unwrap();
    drop(log);
    let old = Connection::open(path).unwrap();
    old.execute_batch(schema).unwrap();
    old.pragma_update(None, "application_id", 0x4649_5245)
        .unwrap();
    old.pragma_update(None, "user_version", version).unwrap();
    old.execute("ATTACH ? AS present", [present.to_str().unwrap()])
        .unwrap();
    for table in ["run", "attempt", "event", "draft", "setting"] {
        let mut columns = old
            .prepare("SELECT name FROM pragma_table_info(?) WHERE name <> 'number'")
            .unwrap();
        let columns: Vec<String> = columns
            .query_map([table], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let columns = columns.join(", ");
        let filter = if table == "setting" {
            "WHERE key = 'device'"
        } else {
            ""
        };
        old.execute_batch(&format!(
            "INSERT INTO main.{table} ({columns}) SELECT {columns} FROM present.{table} {filter}"
        ))
        .unwrap();
    }
}

#[test]
fn a_file_of_every_earlier_schema_is_brought_up_to_date() {
    for (schema, version) in SCHEMAS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.db");
        file_of(schema, version, &path);
        let mut log = Log::open(&path, at(MONDAY + 2 * DAY)).unwrap();
        assert_eq!(log.notice(), None);
        assert_eq!(log.attempt("a").unwrap(), Some(attempt("a", MONDAY, 0.2)));
        assert_eq!(
            log.drafts().unwrap(),
            [draft("left", "half a sentence", MONDAY)]
        );
        let overview = log
            .overview(&Catalogue::default(), at(MONDAY + 2 * DAY))
            .unwrap();
        assert_eq!((overview.attempts, overview.streak_days), (2, 2));
        let kept = derived(&log);
        log.rebuild().unwrap();
        assert_eq!(derived(&log), kept);
        log.append(
            &[Record::Attempt(Box::new(attempt(
                "c",
                MONDAY + 2 * DAY,
                0.9,
            )))],
            None,
        )
        .unwrap();
        let mut exported = vec![];
        log.export_csv(&mut exported).unwrap();
        assert_eq!(String::from_utf8(exported).unwrap().lines().count(), 4);
        drop(log);
        let found: i64 = Connection::open(&path)
            .unwrap()
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(found, newest_version());
        let copies = fs::read_dir(folder.path()).unwrap().filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with("progress-v")
        });
        assert_eq!(
            copies.count(),
            usize::from(version < newest_version()),
            "a copy of how it was"
        );
    }
}

#[test]
fn the_newest_schema_is_among_them() {
    assert_eq!(
        SCHEMAS.iter().map(|(_, version)| *version).max(),
        Some(newest_version())
    );
}
