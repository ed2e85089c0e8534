//! What happens to the progress file in the worst of worlds: there is always a way on, and nothing is thrown away.

use std::{
    fs,
    io::{Seek as _, Write as _},
    path::Path,
};

use firedrill::{
    progress::{Catalogue, Record},
    storage::{Log, StoreError},
};

use crate::practice::{DAY, MONDAY, at, attempt, draft, quick_folder, run};

const ATTEMPTS: usize = 60;

/// The bytes of a file with [`ATTEMPTS`] attempts and a draft.
fn sound_file() -> Vec<u8> {
    let folder = quick_folder();
    let path = folder.path().join("progress.db");
    let mut log = Log::open(&path, at(MONDAY)).unwrap();
    let mut records = vec![Record::Run(run("run"))];
    records.extend((0..ATTEMPTS).map(|number| {
        let mut attempt = attempt(&format!("attempt-{number}"), MONDAY, 0.7);
        attempt.answer = "The retries need a budget and jitter. ".repeat(20);
        Record::Attempt(Box::new(attempt))
    }));
    log.append(&records, None).unwrap();
    log.save_draft(&draft("run", "half a sentence", MONDAY))
        .unwrap();
    drop(log);
    fs::read(&path).unwrap()
}

/// Opens `bytes` as a progress file: it must open, keep a new answer and show the overview. Returns how many of the old
/// attempts are still there, and the notice.
#[track_caller]
fn opened(bytes: &[u8]) -> (usize, Option<String>) {
    let folder = quick_folder();
    let path = folder.path().join("progress.db");
    fs::write(&path, bytes).unwrap();
    let mut log = Log::open(&path, at(MONDAY + DAY)).unwrap();
    let notice = log.notice().map(str::to_owned);
    let new = attempt("new", MONDAY + DAY, 0.7);
    if let Err(error) = log.append(&[Record::Attempt(Box::new(new.clone()))], None) {
        // Damage that only a whole check would have found: the sentence says what to do, and doing it helps.
        assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
        drop(log);
        log = Log::repair(&path, at(MONDAY + 2 * DAY)).unwrap();
        log.append(&[Record::Attempt(Box::new(new))], None).unwrap();
    }
    assert!(log.attempt("new").unwrap().is_some());
    log.overview(&Catalogue::default(), at(MONDAY + DAY))
        .unwrap();
    if notice.is_some() {
        assert_eq!(put_aside(folder.path()), [bytes]);
    }
    let there = (0..ATTEMPTS)
        .filter(|number| {
            let attempt = log.attempt(&format!("attempt-{number}"));
            attempt.is_ok_and(|attempt| attempt.is_some())
        })
        .count();
    (there, notice)
}

/// The content of every damaged file that was put aside.
fn put_aside(folder: &Path) -> Vec<Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.starts_with("progress-damaged-")
                && path.extension().is_some_and(|ending| ending == "db")
        })
        .map(|path| fs::read(path).unwrap())
        .collect()
}

#[test]
fn a_truncated_file_is_put_aside_and_read_as_far_as_it_goes() {
    let sound = sound_file();
    assert_eq!(opened(&sound), (ATTEMPTS, None));
    let page = 4096;
    for pages in [1, 5, sound.len() / page / 2, sound.len() / page - 1] {
        let (_, notice) = opened(&sound[..pages * page]);
        assert!(notice.is_some(), "{pages} pages");
    }
    let (there, _) = opened(&sound[..sound.len() - page]);
    assert!(there > ATTEMPTS / 2, "{there}");
}

#[test]
fn a_file_with_a_bit_flipped_opens_and_keeps_on_keeping() {
    let sound = sound_file();
    let mut whole = 0;
    for number in 0..60 {
        let mut bytes = sound.clone();
        let place = number * 20_011 % bytes.len();
        bytes[place] ^= 1 << (number % 8);
        let folder = quick_folder();
        let path = folder.path().join("progress.db");
        fs::write(&path, &bytes).unwrap();
        // A flipped bit in the mark of the file makes it another program's.
        if matches!(
            Log::open_read_only(&path),
            Err(StoreError::Foreign { .. } | StoreError::Newer { .. })
        ) {
            continue;
        }
        whole += usize::from(opened(&bytes).0 >= ATTEMPTS - 1);
    }
    assert!(whole > 40, "{whole}");
}

#[test]
fn a_file_that_another_firedrill_has_open_is_not_put_aside() {
    let sound = sound_file();
    let folder = quick_folder();
    let path = folder.path().join("progress.db");
    fs::write(&path, &sound).unwrap();
    let mut other = Log::open(&path, at(MONDAY)).unwrap();
    let refused = |opened: Result<Log, StoreError>| {
        let error = opened.unwrap_err();
        assert!(matches!(error, StoreError::InUse { .. }), "{error}");
    };
    refused(Log::repair(&path, at(MONDAY)));
    let mut damaged = fs::OpenOptions::new().write(true).open(&path).unwrap();
    damaged.write_all(&[0x55; 4096]).unwrap();
    refused(Log::open(&path, at(MONDAY)));
    assert!(put_aside(folder.path()).is_empty());
    let notice = Log::open_or_in_memory(&path, at(MONDAY)).unwrap();
    assert!(notice.notice().unwrap().contains("another Firedrill"));
    damaged.rewind().unwrap();
    damaged.write_all(&sound[..4096]).unwrap();
    other
        .append(
            &[Record::Attempt(Box::new(attempt("kept", MONDAY, 0.7)))],
            None,
        )
        .unwrap();
    drop(other);
    let repaired = Log::repair(&path, at(MONDAY)).unwrap();
    assert!(repaired.attempt("kept").unwrap().is_some());
}

#[test]
fn what_is_no_database_any_more_is_put_aside_and_practice_begins_anew() {
    let (there, notice) = opened(&[0x55; 10_000]);
    assert_eq!(there, 0);
    let notice = notice.unwrap();
    assert!(notice.contains("progress-damaged-"), "{notice}");
}

#[test]
fn a_damaged_file_can_be_exported_row_by_row() {
    let sound = sound_file();
    let folder = quick_folder();
    let path = folder.path().join("progress.db");
    fs::write(&path, &sound[..sound.len() - 4096]).unwrap();
    let log = Log::open_damaged(&path).unwrap();
    let mut rows = Vec::new();
    log.export_csv(&mut rows).unwrap();
    let rows = String::from_utf8(rows).unwrap().lines().count();
    assert!(rows > ATTEMPTS / 2, "{rows}");
}

#[test]
fn where_nothing_can_be_written_practice_goes_on_in_memory_with_a_notice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let below_a_file = file.join("progress.db");
    let directory = folder.path().join("progress.db");
    fs::create_dir(&directory).unwrap();
    for path in [below_a_file, directory] {
        assert!(Log::open(&path, at(MONDAY)).is_err());
        let mut log = Log::open_or_in_memory(&path, at(MONDAY)).unwrap();
        let notice = log.notice().unwrap();
        assert!(
            notice.starts_with("nothing is kept beyond this session"),
            "{notice}"
        );
        log.append(
            &[Record::Attempt(Box::new(attempt("a", MONDAY, 0.7)))],
            None,
        )
        .unwrap();
        assert!(log.attempt("a").unwrap().is_some());
    }
}

#[test]
fn what_was_kept_under_a_clock_that_is_set_back_stays_and_counts() {
    let mut log = Log::in_memory().unwrap();
    for (id, time) in [
        ("late", MONDAY + 400 * DAY),
        ("early", MONDAY),
        ("epoch", 0),
    ] {
        log.append(&[Record::Attempt(Box::new(attempt(id, time, 0.7)))], None)
            .unwrap();
    }
    let overview = log.overview(&Catalogue::default(), at(MONDAY)).unwrap();
    assert_eq!(overview.attempts, 3);
    assert_eq!(overview.streak_days, 1);
    assert_eq!(overview.due.len(), 1);
}
