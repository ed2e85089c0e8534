//! What people hand over, and what a team page makes of it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use firedrill::{
    library::{Library, builtin},
    progress::{Catalogue, Draft, Event, ExportHeader, LineProblem, Part, Record, Run, read_line},
    report::Team,
    scoring::{Remark, RemarkKind},
    storage::{Log, Shared, read_shared},
};

use crate::{
    learners::{Learner, shipped},
    practice::{MONDAY, at, attempt, run},
    year::NOW,
};

fn header(name: Option<&str>, device: &str, answers: bool) -> ExportHeader {
    ExportHeader {
        version: 1,
        device: device.into(),
        learner: name.map(str::to_owned),
        exported_at: NOW,
        program: "0.1.0".into(),
        answers,
    }
}

fn write(path: &Path, log: &Log, header: &ExportHeader) {
    let mut output = vec![];
    log.export(header, &mut output).unwrap();
    fs::write(path, output).unwrap();
}

/// A folder with the exports of the three learners, as a git checkout has them.
pub fn checkout(library: &Library) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".git/log.jsonl"), "no export").unwrap();
    fs::write(folder.path().join("README.md"), "Exports of the team").unwrap();
    fs::create_dir_all(folder.path().join("2026")).unwrap();
    for (number, learner) in Learner::ALL.into_iter().enumerate() {
        let path = folder.path().join(format!("2026/{number}.jsonl"));
        let device = format!("device-{number}");
        let header = header(Some(learner.name()), &device, false);
        write(&path, &learner.log(library, NOW), &header);
    }
    folder
}

fn read(library: &Library, paths: &[PathBuf]) -> Shared {
    read_shared(paths, Catalogue::from(library).tracked()).unwrap()
}

pub fn team(library: &Library, paths: &[PathBuf]) -> Team {
    let shared = read(library, paths);
    let track = shipped(library);
    let steps = library.track_steps(track);
    let catalogue = Catalogue::from(library);
    let mut team = Team::of(track, &steps, &shared.members, &catalogue, at(NOW));
    team.left_out = shared.left_out;
    team
}

#[test]
fn a_team_of_three_in_every_form() {
    let library = Library::load(vec![builtin()]);
    let folder = checkout(&library);
    let team = team(&library, &[folder.path().to_owned()]);
    assert!(team.left_out.is_empty(), "{:?}", team.left_out);
    insta::assert_snapshot!("team_text", team.to_text());
    insta::assert_snapshot!("team_csv", team.to_csv());
    insta::assert_snapshot!("team_html", team.to_html());
    let json: serde_json::Value = serde_json::from_str(&team.to_json()).unwrap();
    assert_eq!(json["people"][0]["name"], "Ana Kovač");
    assert_eq!(json["people"][0]["cells"].as_array().unwrap().len(), 33);
    assert_eq!(json["people"][0]["cells"][3]["signed_by"], "Mira Haddad");
}

#[test]
fn two_exports_of_one_person_unite() {
    let library = Library::load(vec![builtin()]);
    let folder = tempfile::tempdir().unwrap();
    let track = shipped(&library);
    let records = Learner::Steady.records(track, &library.track_steps(track), NOW);
    let answers = |records: &[Record]| {
        let count = records.iter().filter(|it| matches!(it, Record::Attempt(_)));
        count.count() as u64
    };
    // The older export, a newer one of the same store without the name, and one of another machine that overlaps both.
    let parts = [
        (Some("Ana"), "laptop", &records[..records.len() / 2]),
        (None, "laptop", &records[..]),
        (Some("Ana"), "desk", &records[..records.len() / 3]),
    ];
    for (number, (name, device, records)) in parts.into_iter().enumerate() {
        let mut log = Log::in_memory().unwrap();
        log.append(records, None).unwrap();
        let path = folder.path().join(format!("{number}.jsonl"));
        write(&path, &log, &header(name, device, false));
    }
    let shared = read(&library, &[folder.path().to_owned()]);
    assert_eq!(shared.members.len(), 1, "{:?}", shared.left_out);
    let member = &shared.members[0];
    assert_eq!(
        (member.name.as_str(), member.attempts),
        ("Ana", answers(&records))
    );
    let all = team(&library, &[folder.path().join("1.jsonl")]);
    let united = team(&library, &[folder.path().to_owned()]);
    assert_eq!(united.people[0].cells, all.people[0].cells);
    assert_eq!(united.skills, all.skills);
}

#[test]
fn an_export_of_a_later_version_is_refused_with_a_sentence() {
    let library = Library::load(vec![builtin()]);
    let folder = checkout(&library);
    let old = fs::read_to_string(folder.path().join("2026/1.jsonl")).unwrap();
    let newer = old.replacen("\"version\":1", "\"version\":2", 1);
    assert!(matches!(
        read_line(newer.lines().next().unwrap()),
        Err(LineProblem::Newer { found: 2 })
    ));
    fs::write(folder.path().join("2026/1.jsonl"), newer).unwrap();
    let shared = read(&library, &[folder.path().to_owned()]);
    assert_eq!(shared.members.len(), 2);
    let said = &shared.left_out[0];
    assert!(
        said.contains("1.jsonl` is left out: written by a newer Firedrill (format 2"),
        "{said}"
    );
}

#[test]
fn a_file_that_breaks_off_is_left_out_as_a_whole() {
    let library = Library::load(vec![builtin()]);
    let folder = checkout(&library);
    let path = folder.path().join("2026/2.jsonl");
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 20]).unwrap();
    let shared = read(&library, &[folder.path().to_owned()]);
    assert_eq!(shared.members.len(), 2);
    assert!(
        shared.left_out[0].contains("line "),
        "{:?}",
        shared.left_out
    );
}

#[test]
fn a_renamed_scenario_keeps_its_pass_in_the_team() {
    let library = Library::load(vec![builtin()]);
    let folder = checkout(&library);
    let path = folder.path().join("2026/0.jsonl");
    let now = team(&library, std::slice::from_ref(&path));
    let old = fs::read_to_string(&path).unwrap();
    let old = old.replace("builtin/oomkilled-137-cgroup-v2", "builtin/oom");
    let renamed = r#"{"record":"event","id":"z","run":null,"attempt":null,"scenario":"builtin/oom","step":null,"kind":"renamed","at":"2026-11-23T14:00:00.000Z","active_ms":0,"data":{"scenario":"builtin/oomkilled-137-cgroup-v2"}}"#;
    fs::write(&path, format!("{old}{renamed}\n")).unwrap();
    assert_eq!(team(&library, &[path]).people[0].cells, now.people[0].cells);
}

/// What nobody but the learner may read.
const MARKER: &str = "xyzzy-secret";

fn words() -> String {
    format!("my words {MARKER}")
}

#[test]
fn without_answers_nothing_that_the_learner_wrote_is_in_the_file() {
    let mut attempt = attempt("attempt", MONDAY, 0.7);
    attempt.answer = words();
    attempt.card.remarks = vec![Remark {
        kind: RemarkKind::Register,
        rule: words(),
        better: Some(words()),
        zh: Some(words()),
        text: words(),
        start: 0,
        end: 2,
    }];
    let mut retype = attempt.clone();
    retype.id = "retype".into();
    retype.part = Part::Retype;
    retype.parent = Some("attempt".into());
    let plan = serde_json::json!({
        "scenarios": ["builtin/retry"], "topics": [words()], "note": words(), "must": {"opening": "b3:1"},
    });
    let mut records = vec![
        Record::Run(Run {
            plan: plan.to_string(),
            ..run("run")
        }),
        Record::Attempt(Box::new(attempt)),
        Record::Attempt(Box::new(retype)),
    ];
    let kinds = [
        "opened",
        "hint",
        "template",
        "command",
        "inject",
        "pause",
        "self-assessed",
        "disputed",
        "rated",
        "finished",
        "observed",
        "phrase-kept",
        "phrase-edited",
        "phrase-retired",
        "queued",
        "signed-off",
        "renamed",
        "something-new",
    ];
    for kind in kinds {
        let data = serde_json::json!({
            "text": words(), "why": words(), "comment": words(), "judgement": {"reason": words()},
            "made": [words()], "note": words(),
        });
        records.push(Record::Event(Event {
            id: kind.to_owned(),
            run: Some("run".into()),
            attempt: Some("attempt".into()),
            scenario: None,
            step: None,
            kind: kind.to_owned(),
            at: MONDAY + 1,
            active_ms: 0,
            data: data.to_string(),
        }));
    }
    let mut log = Log::in_memory().unwrap();
    log.append(&records, None).unwrap();
    log.save_draft(&Draft {
        text: words(),
        ..draft()
    })
    .unwrap();
    // Fields and records that this program does not know may hold anything.
    let strange = format!(
        "{{\"record\":\"firedrill-export\",\"version\":1,\"device\":\"d\",\"exported_at\":0,\"program\":\"9\",\"answers\":true}}
{{\"record\":\"diary\",\"id\":\"diary\",\"at\":0,\"text\":\"{MARKER}\"}}
{{\"record\":\"run\",\"id\":\"r2\",\"device\":\"d\",\"purpose\":\"drill\",\"plan\":\"{MARKER}\",\"started_at\":0,\"utc_offset\":0,\"mood\":\"{MARKER}\"}}
{{\"record\":\"attempt\",\"id\":\"a2\",\"run\":\"r2\",\"scenario\":\"builtin/retry\",\"step\":\"opening\",\"part\":\"answer\",\"answer\":\"{MARKER}\",\"submitted_at\":0,\"utc_offset\":0,\"active_ms\":0,\"hints\":0,\"engine\":\"1\",\"rubric\":\"b3:0\",\"score\":0.5,\"verdict\":\"hire\",\"confidence\":1.0,\"marks\":{{\"content\":0.5,\"words\":\"{MARKER}\"}},\"criteria\":[{{\"id\":\"jitter\",\"state\":\"hit\",\"credit\":1.0,\"weight\":1.0,\"skill\":null,\"quote\":\"{MARKER}\",\"near\":[{{\"word\":\"{MARKER}\"}}]}}],\"red_flags\":[{{\"words\":\"{MARKER}\"}}],\"notes\":[\"{MARKER}\"],\"guards\":[\"{MARKER}\"],\"remarks\":[\"{MARKER}\"],\"review\":{{\"comments\":[\"{MARKER}\"]}},\"incident\":{{\"commands\":[\"{MARKER}\"]}},\"sheet\":{{\"rows\":[\"{MARKER}\"]}},\"voice\":\"{MARKER}\"}}
{{\"record\":\"event\",\"id\":\"e2\",\"kind\":\"signed-off\",\"at\":0,\"active_ms\":0,\"data\":{{\"track\":\"t\",\"item\":\"i\",\"by\":\"Ana\",\"note\":\"{MARKER}\"}},\"mood\":\"{MARKER}\"}}
"
    );
    let merge = log.import(strange.as_bytes()).unwrap();
    assert_eq!((merge.added, merge.problems), (4, vec![]));
    let export = |answers| {
        let mut output = vec![];
        log.export(&header(Some("Li Wei"), "device", answers), &mut output)
            .unwrap();
        String::from_utf8(output).unwrap()
    };
    // What would have been handed over is there to be found.
    assert!(export(true).matches(MARKER).count() > 40);
    let without = export(false);
    assert!(!without.contains(MARKER), "{without}");
    assert!(without.contains("\"by\":\"Ana\"") && without.contains("\"must\":{\"opening\""));
    assert!(without.contains("Li Wei"));
}

fn draft() -> Draft {
    Draft {
        run: "run".into(),
        scenario: firedrill::domain::ScenarioId::new("builtin", "retry"),
        step: "opening".into(),
        field: "answer".into(),
        text: String::new(),
        caret: 0,
        active_ms: 0,
        saved_at: MONDAY,
    }
}

#[test]
fn the_command_shows_a_folder_and_says_what_it_left_out() {
    let library = Library::load(vec![builtin()]);
    let folder = checkout(&library);
    fs::write(folder.path().join("notes.jsonl"), "{}\n").unwrap();
    let team = |form: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .env_clear()
            .env("FIREDRILL_DATA_DIR", folder.path().join("data"))
            .arg("team")
            .arg(folder.path())
            .args(form)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
            said,
        )
    };
    let (code, table, said) = team(&[]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("notes.jsonl` is left out: this is not progress"),
        "{said}"
    );
    assert!(table.contains("Omar Diallo"), "{table}");
    assert!(team(&["--html"]).1.starts_with("<!DOCTYPE html>"));
    assert!(team(&["--csv"]).1.starts_with("person,track,day,item"));
    assert!(serde_json::from_str::<serde_json::Value>(&team(&["--json"]).1).is_ok());
    assert!(!folder.path().join("data").exists());
}
