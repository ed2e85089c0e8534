//! What `team` takes on 200 exports of 500 attempts each: `cargo bench --bench team`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement: it prints, it asks the clock, and what cannot go on stops"
)]

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const PEOPLE: usize = 200;
const ATTEMPTS: usize = 500;
const CRITERIA: usize = 8;
const REPETITIONS: usize = 7;

/// Steps of the track that ships.
const STEPS: [(&str, &str); 5] = [
    ("builtin/oomkilled-137-cgroup-v2", "opening"),
    ("builtin/enospc-but-df-is-fine", "path"),
    ("builtin/blob-writer-retry", "review"),
    ("builtin/kernel-soft-lockup", "opening"),
    ("builtin/pod-killed-memory", "say"),
];

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = 0;
    for person in 0..PEOPLE {
        let export = export(person);
        bytes += export.len();
        fs::write(folder.path().join(format!("{person}.jsonl")), export).unwrap();
    }
    let megabytes = bytes >> 20;
    println!("{PEOPLE} exports of {ATTEMPTS} attempts, {megabytes} MB");
    for form in ["--csv", "--json", "--html"] {
        let mut figures: Vec<_> = (0..REPETITIONS)
            .map(|_| watched(folder.path(), form))
            .collect();
        figures.sort_unstable();
        let memory = figures.iter().map(|it| it.1).max().unwrap_or(0) >> 10;
        println!(
            "team {form}: median {} ms, at most {memory} MB",
            figures[REPETITIONS / 2].0.as_millis()
        );
    }
}

/// What one person hands over, without answers.
fn export(person: usize) -> String {
    let mut text = format!(
        "{{\"record\":\"firedrill-export\",\"version\":1,\"device\":\"device-{person}\",\"learner\":\"Person {person}\",\"exported_at\":1795446000000,\"program\":\"0.1.0\",\"answers\":false}}\n"
    );
    for number in 0..ATTEMPTS {
        let (scenario, step) = STEPS[(number + person) % STEPS.len()];
        let at = 1_790_000_000_000 + i64::try_from(number).unwrap() * 3_600_000;
        let run = format!("run-{person}-{number}");
        writeln!(
            text,
            "{{\"record\":\"run\",\"id\":\"{run}\",\"device\":\"device-{person}\",\"purpose\":\"drill\",\"plan\":{{\"must\":{{\"{step}\":\"b3:1\"}}}},\"started_at\":{at},\"utc_offset\":60}}"
        )
        .unwrap();
        let criteria: Vec<String> = (0..CRITERIA)
            .map(|criterion| {
                let credit = (number + criterion + person) % 3;
                format!(
                    "{{\"id\":\"point-{criterion}\",\"state\":\"{}\",\"credit\":{}.0,\"weight\":1.0,\"skill\":\"skill-{criterion}\"}}",
                    if credit == 0 { "missed" } else { "hit" },
                    credit.min(1)
                )
            })
            .collect();
        let (score, verdict) = if (number + person).is_multiple_of(4) {
            (0.9, "strong-hire")
        } else {
            (0.5, "no-hire")
        };
        writeln!(
            text,
            "{{\"record\":\"attempt\",\"id\":\"attempt-{person}-{number}\",\"run\":\"{run}\",\"scenario\":\"{scenario}\",\"step\":\"{step}\",\"part\":\"answer\",\"submitted_at\":{at},\"utc_offset\":60,\"active_ms\":90000,\"hints\":0,\"engine\":\"1\",\"rubric\":\"b3:0\",\"score\":{score},\"verdict\":\"{verdict}\",\"confidence\":1.0,\"marks\":{{\"content\":{score}}},\"criteria\":[{}]}}",
            criteria.join(",")
        )
        .unwrap();
    }
    text
}

/// Wall time, and the most memory in kilobytes, of `firedrill team` on `folder`; it is looked at until it has ended.
fn watched(folder: &Path, form: &str) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .arg("team")
        .arg(folder)
        .arg(form)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while let Some(memory) = peak(&status) {
        most = memory.max(most);
        std::thread::yield_now();
    }
    let took = start.elapsed();
    assert!(child.wait().unwrap().success());
    (took, most)
}

/// The most memory so far of the process; none once it has ended.
fn peak(status: &str) -> Option<u64> {
    let status = fs::read_to_string(status).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
