//! Laws of the progress log: what is kept beside it equals what would be rebuilt, in whatever order records arrive.

use firedrill::{
    domain::ScenarioId,
    progress::{Part, Purpose, Record},
    storage::Log,
};
use proptest::{prelude::*, sample::select};
use rusqlite::{Connection, types::Value};

use crate::practice::{DAY, MONDAY, at, attempt, event, quick_folder, run};

/// Every row of every derived table, with attempts by identity.
pub fn derived(log: &Log) -> Vec<String> {
    let connection = Connection::open(log.path()).unwrap();
    let mut rows = Vec::new();
    for query in [
        "SELECT 'result', id, result.criterion, key, at, credit, disputed FROM criterion_result AS result
         JOIN attempt ON attempt.number = result.attempt ORDER BY id, result.criterion",
        "SELECT 'miss', * FROM miss ORDER BY key",
        "SELECT 'memory', * FROM memory ORDER BY scenario, step",
        "SELECT 'phrase', * FROM phrase ORDER BY scenario, step, register",
        "SELECT 'day', * FROM day ORDER BY day, scenario",
    ] {
        let mut statement = connection.prepare(query).unwrap();
        let columns = statement.column_count();
        let table = statement
            .query_map([], |row| {
                let cells = (0..columns)
                    .map(|column| row.get::<_, Value>(column).map(|cell| format!("{cell:?}")))
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(cells.join(" "))
            })
            .unwrap();
        rows.extend(table.map(Result::unwrap));
    }
    rows
}

/// A time in the fortnight around Monday, with the coincidences that a shared millisecond brings.
fn time() -> impl Strategy<Value = i64> {
    (-7_i64..7, 0_i64..6).prop_map(|(day, hour)| MONDAY + day * DAY + hour * 3_600_000)
}

fn scenario() -> impl Strategy<Value = ScenarioId> {
    select(vec!["retry", "conntrack", "renamed"]).prop_map(|name| ScenarioId::new("builtin", name))
}

fn some_run(number: usize) -> impl Strategy<Value = Record> {
    select(Purpose::ALL.to_vec()).prop_map(move |purpose| {
        let mut run = run(&format!("run-{number}"));
        run.purpose = purpose;
        run.device = "device".into();
        Record::Run(run)
    })
}

fn some_attempt(number: usize) -> impl Strategy<Value = Record> {
    let about = (scenario(), select(vec!["opening", "follow-up"]), 0..4_usize);
    let outcome = (0_u32..=20, 0_u32..3, any::<bool>(), any::<bool>());
    let offset = select(vec![-480, 0, 345, 480]);
    let mut parts = vec![Part::Answer; 3];
    parts.extend(Part::ALL);
    let part = select(parts);
    (about, time(), offset, part, outcome).prop_map(
        move |((scenario, step, run), time, utc_offset, part, outcome)| {
            let (score, hints, template, scheduled) = outcome;
            let mut attempt = attempt(&format!("attempt-{number}"), time, f64::from(score) / 20.0);
            attempt.scenario = scenario;
            attempt.step = step.into();
            attempt.run = format!("run-{run}");
            attempt.utc_offset = utc_offset;
            attempt.part = part;
            attempt.register = number.is_multiple_of(2).then(|| "meeting".to_owned());
            attempt.hints = hints;
            attempt.template = template;
            attempt.scheduled = scheduled;
            if hints == 2 {
                attempt.card.criteria[0].skill = None;
            }
            Record::Attempt(Box::new(attempt))
        },
    )
}

fn some_event(number: usize) -> impl Strategy<Value = Record> {
    let what = select(vec![
        ("rated", r#"{"rating":"easy"}"#),
        ("rated", r#"{"rating":"again"}"#),
        ("rated", "not JSON"),
        ("disputed", r#"{"criterion":"jitter","says":"hit"}"#),
        ("disputed", r#"{"criterion":"jitter","says":"missed"}"#),
        ("self-assessed", r#"{"made":["jitter"]}"#),
        ("self-assessed", r#"{"made":[]}"#),
        ("queued", "{}"),
        ("reset", "{}"),
        ("renamed", r#"{"scenario":"builtin/renamed"}"#),
        (
            "phrase-kept",
            r#"{"register":"meeting","text":"目前没看到","why":"marked"}"#,
        ),
        (
            "phrase-kept",
            r#"{"register":"meeting","text":"目前没看到","why":"missed"}"#,
        ),
        (
            "phrase-edited",
            r#"{"register":"meeting","text":"None so far."}"#,
        ),
        ("phrase-retired", r#"{"register":"meeting"}"#),
        ("phrase-removed", r#"{"register":"meeting"}"#),
        ("hint", "{}"),
        ("opened", r#"{"what":"model"}"#),
        (
            "signed-off",
            r#"{"track":"builtin/on-call","item":"exit","by":"Wang"}"#,
        ),
        ("from-the-future", r#"{"any":1}"#),
    ]);
    (what, 0..12_usize, time(), scenario(), any::<bool>()).prop_map(
        move |((kind, data), about, time, scenario, step)| {
            let mut event = event(
                &format!("event-{number}"),
                kind,
                &format!("attempt-{about}"),
                time,
                data,
            );
            event.scenario = Some(scenario);
            if kind == "renamed" || (kind == "reset" && step) {
                event.step = None;
            }
            Record::Event(event)
        },
    )
}

/// A few runs, attempts and events, in any order.
pub fn records() -> impl Strategy<Value = Vec<Record>> {
    let runs = (0..4).map(some_run).collect::<Vec<_>>();
    let attempts = (0..12).map(some_attempt).collect::<Vec<_>>();
    let events = (0..8).map(some_event).collect::<Vec<_>>();
    (runs, attempts, events)
        .prop_map(|(runs, attempts, events)| [runs, attempts, events].concat())
        .prop_shuffle()
}

/// A log in `folder` that was given `records`, so many at a time.
pub fn log_of(folder: &tempfile::TempDir, name: &str, records: &[Record], at_a_time: usize) -> Log {
    let mut log = Log::open(&folder.path().join(name), at(MONDAY)).unwrap();
    for some in records.chunks(at_a_time) {
        log.append(some, None).unwrap();
    }
    log
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 32,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_kept_equals_what_is_rebuilt(records in records()) {
        let folder = quick_folder();
        let mut log = log_of(&folder, "progress.db", &records, 3);
        let kept = derived(&log);
        log.rebuild().unwrap();
        prop_assert_eq!(derived(&log), kept);
    }

    #[test]
    fn the_order_of_arrival_does_not_matter(records in records()) {
        let folder = quick_folder();
        let some = log_of(&folder, "some.db", &records, 5);
        let mut reversed = records;
        reversed.reverse();
        let other = log_of(&folder, "other.db", &reversed, 1);
        prop_assert_eq!(derived(&some), derived(&other));
    }
}

#[test]
fn every_derived_table_has_rows_in_these_tests() {
    let folder = quick_folder();
    let records = [
        Record::Run(run("run")),
        Record::Attempt(Box::new(attempt("a", MONDAY, 0.2))),
        Record::Attempt(Box::new(attempt("b", MONDAY + DAY, 0.2))),
        Record::Event(event(
            "e",
            "self-assessed",
            "a",
            MONDAY,
            r#"{"made":["jitter"]}"#,
        )),
    ];
    let log = log_of(&folder, "progress.db", &records, 1);
    let rows = derived(&log);
    for row in [
        r#"Text("result") Text("b") Text("jitter") Text("asks-for-jitter") Integer(1795510800000) Real(0.0)"#,
        r#"Text("miss") Text("asks-for-jitter") Text("xx") Text("builtin/retry")"#,
        r#"Text("memory") Text("builtin/retry") Text("opening") Real(0.1"#,
        r#"Text("day") Integer(20781) Text("builtin/retry") Integer(1)"#,
    ] {
        assert!(
            rows.iter().any(|kept| kept.starts_with(row)),
            "{row} in {rows:#?}"
        );
    }
}
