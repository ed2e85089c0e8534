//! A scenario, a step and a criterion that are renamed keep their progress, and nothing has to be done for it.

use std::{fs, process::Command};

use firedrill::{
    domain::ScenarioId,
    library::{Library, PackSource, Source},
    progress::{Catalogue, Record},
    storage::Log,
};

use crate::practice::{DAY, MONDAY, at, attempt, draft, run};

/// `retry` with its step `opening` and its point `jitter`, under other names.
const RENAMED: &str = "id: backoff
renamed_from: retry
kind: review
title: A patch that backs off
steps:
  - id: first-words
    renamed_from: opening
    ask: What is wrong?
    rubric: [{id: spread, renamed_from: jitter, point: Asks for jitter, any: [jitter], miss: Spread them.}]
    models: [Add jitter.]
";

fn library(pack: &str, texts: &[&str]) -> Library {
    let file = |(index, text): (usize, &&str)| Source::new(format!("{index}.yaml"), *text);
    let files = texts.iter().enumerate().map(file).collect();
    Library::load(vec![PackSource::new(pack, files)])
}

/// Two answers that missed the point `jitter`, which is no skill, and a draft.
fn practised() -> Log {
    let mut log = Log::in_memory().unwrap();
    let missed = |id: &str, day: i64| {
        let mut attempt = attempt(id, MONDAY + day * DAY, 0.2);
        attempt.card.criteria[0].skill = None;
        Record::Attempt(Box::new(attempt))
    };
    let records = [Record::Run(run("run")), missed("a", 0), missed("b", 1)];
    log.append(&records, None).unwrap();
    log.save_draft(&draft("run", "half a thought", MONDAY))
        .unwrap();
    log
}

#[test]
fn what_was_practised_counts_for_the_new_names() {
    let mut log = practised();
    let library = library("builtin", &[RENAMED]);
    let now = at(MONDAY + 2 * DAY);
    assert_eq!(log.follow_renames(&library, now).unwrap(), 3);

    let present = ScenarioId::new("builtin", "backoff");
    let steps = log.practised_steps().unwrap();
    let names: Vec<_> = steps
        .iter()
        .map(|step| (&step.scenario, step.step.as_str(), step.attempts))
        .collect();
    assert_eq!(names, [(&present, "first-words", 2)]);
    let overview = log.overview(&Catalogue::from(&library), now).unwrap();
    assert_eq!(
        overview.missing[0].key,
        "builtin/backoff#first-words#spread"
    );
    assert_eq!(overview.missing[0].missed, 2);
    assert_eq!(overview.due[0].scenario, present);
    assert_eq!(overview.resumable[0].scenario, present);
    assert_eq!(overview.resumable[0].step, "first-words");

    assert_eq!(
        log.follow_renames(&library, now).unwrap(),
        0,
        "it is known by now"
    );
    let stored = log.attempt("a").unwrap().unwrap();
    assert_eq!(stored.step, "opening", "the log itself stays as it is");
}

#[test]
fn a_second_rename_is_followed_after_the_first() {
    let mut log = practised();
    let now = at(MONDAY + 2 * DAY);
    log.follow_renames(&library("builtin", &[RENAMED]), now)
        .unwrap();
    let again = RENAMED
        .replace("renamed_from: retry", "renamed_from: backoff")
        .replace("id: backoff\n", "id: waiting\n")
        .replace(
            "{id: spread, renamed_from: jitter",
            "{id: scatter, renamed_from: spread",
        );
    let library = library("builtin", &[&again]);
    assert_eq!(log.follow_renames(&library, now).unwrap(), 2);
    let overview = log.overview(&Catalogue::from(&library), now).unwrap();
    assert_eq!(
        overview.missing[0].key,
        "builtin/waiting#first-words#scatter"
    );
}

#[track_caller]
fn left_alone(library: &Library) {
    let mut log = practised();
    assert_eq!(log.follow_renames(library, at(MONDAY)).unwrap(), 0);
    assert_eq!(
        log.practised_steps().unwrap()[0].scenario,
        ScenarioId::new("builtin", "retry")
    );
}

#[test]
fn a_name_in_use_is_nobodys_old_name_and_packs_do_not_take_from_each_other() {
    let retry = "id: retry\nkind: review\ntitle: R\nsteps:\n  - id: opening\n    ask: A?\n    \
                 rubric: [{id: jitter, point: P, any: [jitter]}]\n    models: [jitter]\n";
    left_alone(&library("builtin", &[retry, RENAMED]));
    left_alone(&library("team", &[RENAMED]));
}

#[test]
fn an_updated_pack_goes_on_with_the_progress_of_what_it_renames() {
    let (data, from) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let write = |name: &str, text: &str| fs::write(from.path().join(name), text).unwrap();
    let run_on = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .args(arguments)
            .env("FIREDRILL_DATA_DIR", data.path())
            .output()
            .unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    write("pack.yaml", "id: team\ntitle: T\n");
    let before = RENAMED.replace("id: backoff\nrenamed_from: retry", "id: retry");
    write(
        "retry.yaml",
        &before.replace("id: first-words\n    renamed_from", "id"),
    );
    run_on(&["pack", "add", from.path().to_str().unwrap()]);
    let mut log = Log::open(&data.path().join("progress.db"), at(MONDAY)).unwrap();
    let mut answer = attempt("a", MONDAY - 30 * DAY, 0.2);
    answer.scenario.pack = "team".to_owned();
    let records = [Record::Run(run("run")), Record::Attempt(Box::new(answer))];
    log.append(&records, None).unwrap();
    drop(log);

    fs::remove_file(from.path().join("retry.yaml")).unwrap();
    write("backoff.yaml", RENAMED);
    let said = run_on(&["pack", "update"]);
    assert!(
        said.contains("3 renamed: progress goes on under the new names"),
        "{said}"
    );
    assert_eq!(
        run_on(&["orphans"]),
        "every practised step is still there\n"
    );
    assert!(run_on(&["due", "--json"]).contains("first-words"));
}
