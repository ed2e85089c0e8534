//! Moving house: what is exported is what is imported, twice is once, and two logs unite in any order.

use firedrill::{
    library::{Library, builtin},
    progress::{Attempt, ExportHeader, Record},
    scoring::Grader,
    storage::Log,
};
use proptest::prelude::*;

use crate::{
    practice::{MONDAY, at, attempt, event, quick_folder, run},
    progress_laws::{derived, log_of, records},
};

fn header(answers: bool) -> ExportHeader {
    ExportHeader {
        version: 1,
        device: "device".into(),
        learner: Some("Li Wei".into()),
        exported_at: MONDAY,
        program: "0.1.0".into(),
        answers,
    }
}

fn exported(log: &Log) -> String {
    let mut output = Vec::new();
    assert_eq!(log.export(&header(true), &mut output).unwrap(), 0);
    String::from_utf8(output).unwrap()
}

fn empty(folder: &tempfile::TempDir, name: &str) -> Log {
    Log::open(&folder.path().join(name), at(MONDAY)).unwrap()
}

/// A log with one run, one attempt and one event.
fn small() -> Log {
    let mut log = Log::in_memory().unwrap();
    let mut run = run("run");
    run.device = "device".into();
    let records = [
        Record::Run(run),
        Record::Attempt(Box::new(attempt("attempt", MONDAY + 120, 0.7))),
        Record::Event(event(
            "event",
            "disputed",
            "attempt",
            MONDAY + 500,
            r#"{"criterion":"jitter","says":"hit"}"#,
        )),
    ];
    log.append(&records, None).unwrap();
    log
}

#[test]
fn an_export_says_what_it_is_and_then_a_record_a_line() {
    insta::assert_snapshot!(exported(&small()), @r#"
    {"record":"firedrill-export","version":1,"device":"device","learner":"Li Wei","exported_at":"2026-11-23T09:00:00.000Z","program":"0.1.0","answers":true}
    {"record":"run","id":"run","device":"device","purpose":"drill","plan":{},"started_at":"2026-11-23T09:00:00.000Z","utc_offset":0}
    {"record":"attempt","id":"attempt","run":"run","scenario":"builtin/retry","step":"opening","part":"answer","parent":null,"criterion":null,"register":null,"answer":"Retries need jitter — 抖动.","submitted_at":"2026-11-23T09:00:00.120Z","utc_offset":0,"active_ms":90000,"hints":0,"template":false,"timed_out":false,"engine":"1","rubric":"b3:0","score":0.7,"verdict":"hire","confidence":0.9,"marks":{"communication":null,"content":0.7,"structure":1.0},"criteria":[{"credit":1.0,"id":"jitter","skill":"asks-for-jitter","spans":[],"state":"hit","weight":2.0}],"red_flags":[],"notes":[],"guards":[],"remarks":[]}
    {"record":"event","id":"event","run":"run","attempt":"attempt","scenario":"builtin/retry","step":"opening","kind":"disputed","at":"2026-11-23T09:00:00.500Z","active_ms":0,"data":{"criterion":"jitter","says":"hit"}}
    "#);
}

#[test]
fn without_answers_neither_the_text_nor_the_places_in_it_leave() {
    let mut output = Vec::new();
    small().export(&header(false), &mut output).unwrap();
    let text = String::from_utf8(output).unwrap();
    assert!(!text.contains("answer\":\""), "{text}");
    assert!(!text.contains("spans"), "{text}");
    assert!(text.contains("\"answers\":false"), "{text}");
    let merge = Log::in_memory().unwrap().import(text.as_bytes()).unwrap();
    assert_eq!((merge.added, merge.problems.len()), (0, 1));
}

#[test]
fn a_spreadsheet_gets_a_row_per_criterion() {
    let mut output = Vec::new();
    small().export_csv(&mut output).unwrap();
    insta::assert_snapshot!(String::from_utf8(output).unwrap(), @"
    submitted_at,day,scenario,step,part,register,attempt,run,seconds,hints,template,score,verdict,structure,communication,criterion,skill,state,credit,weight
    2026-11-23T09:00:00.120Z,2026-11-23,builtin/retry,opening,answer,,attempt,run,90,0,false,0.7,hire,1,,jitter,asks-for-jitter,hit,1.0,2.0
    ");
}

#[test]
fn twice_is_once() {
    let text = exported(&small());
    let mut log = Log::in_memory().unwrap();
    let first = log.import(text.as_bytes()).unwrap();
    assert_eq!((first.added, first.attempts, first.known), (3, 1, 0));
    let second = log.import(text.as_bytes()).unwrap();
    assert_eq!((second.added, second.attempts, second.known), (0, 0, 3));
    assert_eq!(exported(&log), text);
}

#[test]
fn what_this_program_does_not_know_leaves_as_it_came() {
    let text = exported(&small())
        .replace(
            "\"hints\":0",
            "\"hints\":0,\"mood\":{\"rested\":true,\"tea\":1.25}",
        )
        .replace("\"kind\":\"disputed\"", "\"kind\":\"dreamt\"")
        + "{\"at\":\"2026-11-23T10:00:00.000Z\",\"id\":\"z\",\"record\":\"badge\",\"shape\":[1,\"x\"]}\n";
    let mut log = Log::in_memory().unwrap();
    assert_eq!(log.import(text.as_bytes()).unwrap().problems, []);
    let again = exported(&log);
    let mut other = Log::in_memory().unwrap();
    assert_eq!(other.import(again.as_bytes()).unwrap().added, 4);
    assert_eq!(exported(&other), again);
    for kept in [
        r#""mood":{"rested":true,"tea":1.25}"#,
        r#""kind":"dreamt""#,
        r#""record":"badge","shape":[1,"x"]"#,
    ] {
        assert!(again.contains(kept), "{kept} in {again}");
    }
}

#[test]
fn a_line_that_contradicts_the_log_is_reported_and_skipped() {
    let mut log = small();
    let before = exported(&log);
    let text = before.replace("0.7", "0.9");
    let merge = log.import(text.as_bytes()).unwrap();
    assert_eq!(
        merge.problems,
        [(
            3,
            "attempt `attempt` is here already with other content; what is here was kept"
                .to_owned()
        )]
    );
    assert_eq!((merge.added, merge.known), (0, 2));
    assert_eq!(exported(&log), before);
}

#[track_caller]
fn case(text: &str, number: usize, problem: &str) {
    let merge = Log::in_memory().unwrap().import(text.as_bytes()).unwrap();
    let found = merge.problems.first().unwrap();
    assert_eq!(found.0, number, "{found:?}");
    assert!(found.1.contains(problem), "{found:?}");
}

#[test]
fn a_file_that_cannot_be_taken_says_why() {
    let first = exported(&small()).lines().next().unwrap().to_owned();
    case("", 1, "its first line does not say so");
    case("hello\n", 1, "its first line does not say so");
    case(
        "{\"record\":\"run\"}\n",
        1,
        "its first line does not say so",
    );
    case(
        &first.replace("\"version\":1", "\"version\":7"),
        1,
        "format 7, this one reads 1",
    );
    case(&format!("{first}\n[1]\n"), 2, "not a JSON object");
    case(&format!("{first}\n\n{{\"re"), 3, "not a JSON object");
    case(
        &format!("{first}\n{{\"record\":\"run\",\"id\":\"x\"}}\n"),
        2,
        "`device` is missing",
    );
}

#[test]
fn a_torn_export_gives_what_is_whole() {
    let text = exported(&small());
    let torn = &text[..text.len() - 20];
    let mut log = Log::in_memory().unwrap();
    let merge = log.import(torn.as_bytes()).unwrap();
    assert_eq!((merge.added, merge.problems.len()), (2, 1));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 16,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_exported_is_what_is_imported(records in records()) {
        let folder = quick_folder();
        let log = log_of(&folder, "log.db", &records, records.len());
        let mut other = empty(&folder, "other.db");
        prop_assert_eq!(other.import(exported(&log).as_bytes()).unwrap().problems, []);
        prop_assert_eq!(exported(&other), exported(&log));
        prop_assert_eq!(derived(&other), derived(&log));
    }

    #[test]
    fn two_logs_unite_in_any_order(records in records(), cut in 0_usize..24) {
        let folder = quick_folder();
        let cut = cut.min(records.len());
        let mut one = log_of(&folder, "one.db", &records[..cut], 24);
        // Half of what one machine has is on the other too.
        let mut other = log_of(&folder, "other.db", &records[cut / 2..], 24);
        let (from_one, from_other) = (exported(&one), exported(&other));
        one.import(from_other.as_bytes()).unwrap();
        other.import(from_one.as_bytes()).unwrap();
        prop_assert_eq!(exported(&one), exported(&other));
        prop_assert_eq!(derived(&one), derived(&other));
        let kept = derived(&one);
        one.rebuild().unwrap();
        prop_assert_eq!(derived(&one), kept);
    }
}

#[test]
fn what_a_review_and_a_sheet_came_to_moves_house_as_well() {
    let library = Library::load(vec![builtin()]);
    let mut log = Log::in_memory().unwrap();
    let mut run = run("run");
    run.device = "device".into();
    let mut records = vec![Record::Run(run)];
    let mut kinds = [0; 2];
    for header in library.headers() {
        let scenario = library.scenario(&header.id).unwrap();
        for step in &scenario.steps {
            let grader = Grader::new(step, library.glossary("builtin"), step.register).unwrap();
            let card = grader.grade(&step.models[0].text);
            if card.review.is_none() && card.sheet.is_none() {
                continue;
            }
            kinds[usize::from(card.sheet.is_some())] += 1;
            let id = format!("{} {}", header.id, step.id);
            let attempt = attempt(&id, MONDAY + 120, card.score);
            records.push(Record::Attempt(Box::new(Attempt { card, ..attempt })));
        }
    }
    assert!(kinds.iter().all(|count| *count > 3), "{kinds:?}");
    log.append(&records, None).unwrap();
    let folder = quick_folder();
    let mut other = empty(&folder, "progress.db");
    let text = exported(&log);
    assert_eq!(other.import(text.as_bytes()).unwrap().problems, []);
    assert_eq!(exported(&other), text);
    let cards =
        |text: &str| text.matches("\"sheet\":{").count() + text.matches("\"review\":{").count();
    assert_eq!(cards(&text), records.len() - 1);
}
