//! The commands about progress, run as a learner runs them.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use firedrill::{
    progress::{LocalDay, Record},
    runtime::{Clock as _, SystemClock},
    storage::Log,
};

use crate::practice::{DAY, at, attempt, draft, run};

/// Ten days ago, in milliseconds since 1970: the commands ask the real clock what day it is.
fn begin() -> i64 {
    SystemClock::default().now().wall_ms - 10 * DAY
}

/// The day of practice `number`, from 0.
fn day(number: i64) -> String {
    LocalDay::of(begin() + number * DAY, 0).to_string()
}

/// A data directory with some practice of a scenario that the program has, and of one that it has not.
fn practised() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let begin = begin();
    let mut log = Log::open(&folder.path().join("progress.db"), at(begin)).unwrap();
    let mut records = vec![Record::Run(run("run"))];
    for (number, score) in [0.2, 0.4, 0.9].into_iter().enumerate() {
        let day = i64::try_from(number).unwrap() * DAY;
        let mut known = attempt(&format!("known-{number}"), begin + day, score);
        known.scenario.scenario = "blob-writer-retry".into();
        known.step = "review".into();
        let gone = attempt(&format!("gone-{number}"), begin + day + 1, score);
        records.push(Record::Attempt(Box::new(known)));
        records.push(Record::Attempt(Box::new(gone)));
    }
    log.append(&records, None).unwrap();
    log.save_draft(&draft("run", "half", begin)).unwrap();
    folder
}

/// Runs `firedrill` on `folder` with `input` to read.
fn firedrill(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env_clear()
        .env("TZ", "UTC")
        .env("FIREDRILL_DATA_DIR", folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing may be gone before anything is written to it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What a command prints that is expected to end with `code`.
#[track_caller]
fn prints(folder: &Path, arguments: &[&str], input: &str, code: i32) -> String {
    let output = firedrill(folder, arguments, input);
    let both = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{both}");
    both
}

#[test]
fn statistics_are_the_same_values_as_text_json_and_rows() {
    let folder = practised();
    let plain = prints(folder.path(), &["stats"], "", 0);
    assert!(plain.starts_with("6 answers · 3 days"), "{plain}");
    assert!(plain.contains("4 of 6 times"), "{plain}");
    let json = prints(folder.path(), &["stats", "--json"], "", 0);
    let json = serde_json::from_str::<serde_json::Value>(&json).unwrap();
    assert_eq!(json["answers"], 6);
    assert_eq!(json["missing"][0]["missed"], 4);
    assert_eq!(json["days"][0]["day"], day(0));
    let rows = prints(folder.path(), &["stats", "--csv"], "", 0);
    assert!(
        rows.contains("missed,\"missing/asks-for-jitter\",4"),
        "{rows}"
    );
    let row = format!("attempts,\"days/{}\",2", day(0));
    assert!(rows.contains(&row), "{rows}");
}

#[test]
fn a_newcomer_is_told_how_to_begin() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        prints(folder.path(), &["stats"], "", 0),
        "no attempts yet; `firedrill` begins the first drill\n"
    );
    assert_eq!(prints(folder.path(), &["due"], "", 0), "nothing is due\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn an_export_moves_to_another_machine() {
    let (here, there) = (practised(), tempfile::tempdir().unwrap());
    let exported = prints(here.path(), &["export"], "", 0);
    assert_eq!(
        prints(there.path(), &["import", "-"], &exported, 0),
        "7 new records, 6 of them attempts; 0 were here already; 0 lines not taken\n"
    );
    let file = there.path().join("export.jsonl");
    prints(
        here.path(),
        &["export", "-o", file.to_str().unwrap()],
        "",
        0,
    );
    assert_eq!(
        prints(there.path(), &["import", file.to_str().unwrap()], "", 0),
        "0 new records, 0 of them attempts; 7 were here already; 0 lines not taken\n"
    );
    let stats = |folder: &Path| prints(folder, &["stats", "--json"], "", 0);
    assert_eq!(stats(here.path()), stats(there.path()));
}

#[test]
fn an_import_that_contradicts_the_log_fails_and_says_where() {
    let folder = practised();
    let exported = prints(folder.path(), &["export"], "", 0).replace("0.9", "0.8");
    let said = prints(folder.path(), &["import", "-"], &exported, 1);
    assert!(said.starts_with("-:"), "{said}");
    assert!(
        said.contains("is here already with other content"),
        "{said}"
    );
}

#[test]
fn a_reset_asks_first_and_deletes_nothing() {
    let folder = practised();
    let asked = prints(folder.path(), &["reset", "retry"], "no\n", 1);
    assert!(asked.ends_with("nothing was changed\n"), "{asked}");
    let exported = prints(folder.path(), &["export"], "", 0);
    let done = prints(folder.path(), &["reset", "retry"], "retry\n", 0);
    assert!(done.starts_with("3 attempts at `retry`"), "{done}");
    let stats = prints(folder.path(), &["stats", "--json"], "", 0);
    let stats = serde_json::from_str::<serde_json::Value>(&stats).unwrap();
    assert_eq!(stats["missing"][0]["tries"], 3);
    let after = prints(folder.path(), &["export"], "", 0);
    assert_eq!(after.lines().count(), exported.lines().count() + 1);
    let unknown = prints(folder.path(), &["reset", "nothing"], "", 1);
    assert_eq!(
        unknown,
        "firedrill: nothing of `nothing` has been practised\n"
    );
}

#[test]
fn forgetting_asks_twice_and_leaves_the_scores() {
    let folder = practised();
    let words = "Retries need jitter";
    for input in ["", "retry\n", "forget\nretry\n", "retry\nno\n"] {
        let asked = prints(folder.path(), &["forget", "retry"], input, 1);
        assert!(
            asked.ends_with("nothing was changed\n"),
            "{input:?}: {asked}"
        );
    }
    let before = prints(folder.path(), &["export"], "", 0);
    assert_eq!(before.matches(words).count(), 6, "{before}");
    let done = prints(folder.path(), &["forget", "retry"], "retry\nforget\n", 0);
    assert!(done.contains("3 answers, "), "{done}");
    let after = prints(folder.path(), &["export"], "", 0);
    assert_eq!(after.matches(words).count(), 3, "{after}");
    let scores = |text: &str| text.matches("\"score\":").count();
    assert_eq!(scores(&after), scores(&before));
    prints(folder.path(), &["forget", "--all", "--yes"], "", 0);
    let after = prints(folder.path(), &["export"], "", 0);
    assert!(!after.contains(words), "{after}");
    let unknown = prints(folder.path(), &["forget", "nothing", "--yes"], "", 1);
    assert_eq!(
        unknown,
        "firedrill: nothing of `nothing` has been practised\n"
    );
}

#[test]
fn the_doctor_goes_back_to_a_copy_and_keeps_what_came_later() {
    let folder = practised();
    let nothing = prints(folder.path(), &["doctor", "--restore"], "", 1);
    assert!(nothing.contains("copy"), "{nothing}");
    let path = folder.path().join("progress.db");
    // After a copy was made, something more is kept.
    let later = begin() + 11 * DAY;
    let mut log = Log::open(&path, at(later)).unwrap();
    assert!(log.back_up(at(later)).unwrap().is_some());
    let mut answer = attempt("later", later, 0.8);
    answer.step = "review".into();
    answer.scenario.scenario = "blob-writer-retry".into();
    log.append(&[Record::Attempt(Box::new(answer))], None)
        .unwrap();
    drop(log);
    let before = prints(folder.path(), &["export"], "", 0);
    let said = prints(folder.path(), &["doctor", "--restore"], "", 0);
    let line = said.lines().find(|line| line.starts_with("restore"));
    assert!(line.is_some_and(|line| line.len() > 30), "{said}");
    assert!(said.contains("integrity            sound"), "{said}");
    let after = prints(folder.path(), &["export"], "", 0);
    assert_eq!(
        after.matches("\"record\":\"attempt\"").count(),
        before.matches("\"record\":\"attempt\"").count()
    );
}

#[test]
fn orphans_are_listed_until_they_are_mapped() {
    let folder = practised();
    let listed = prints(folder.path(), &["orphans"], "", 0);
    assert_eq!(
        listed,
        format!("builtin/retry#opening  3 attempts, last on {}\n", day(2))
    );
    let mapping = [
        "orphans",
        "--map",
        "builtin/retry#opening",
        "builtin/blob-writer-retry#review",
    ];
    prints(folder.path(), &mapping, "", 0);
    assert_eq!(
        prints(folder.path(), &["orphans"], "", 0),
        "every practised step is still there\n"
    );
    let due = prints(folder.path(), &["due", "--json"], "", 0);
    assert!(!due.contains("builtin/retry\""), "{due}");
}

#[test]
fn the_schedule_is_fitted_to_a_history_that_is_long_enough() {
    let folder = practised();
    let average = "those of the average learner\n";
    assert_eq!(prints(folder.path(), &["schedule", "show"], "", 0), average);
    assert_eq!(
        prints(folder.path(), &["schedule", "fit"], "", 1),
        "4 repetitions are too few to fit to; 400 will do. Nothing was changed\n"
    );
    assert_eq!(prints(folder.path(), &["schedule", "show"], "", 0), average);
}

#[test]
fn the_doctor_finds_a_sound_file_sound_and_rebuilds_it() {
    let folder = practised();
    let said = prints(folder.path(), &["doctor", "--rebuild", "--json"], "", 0);
    let said = serde_json::from_str::<serde_json::Value>(&said).unwrap();
    assert_eq!(said["integrity"], "sound");
    assert_eq!(said["attempts"], 6);
    assert_eq!(said["scenario_problems"], 0);
}
