//! What home and `stats` take on a log of 100,000 attempts: `HASHCARDS=hashcards cargo bench --bench progress`. The peer
//! at that path is measured in the same run on a collection with as many reviews; without it only our own figures come.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement: it prints, it asks the clock, and what cannot go on stops"
)]

use std::{
    env, fs,
    io::{Read as _, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use firedrill::{
    domain::{Moment, ScenarioId},
    progress::{Attempt, Identities, Part, Purpose, Record, Run},
    scoring::{Finding, Marks, Scorecard, State, Verdict},
    storage::Log,
};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const ATTEMPTS: usize = 100_000;
const SCENARIOS: usize = 120;
const CRITERIA: usize = 8;
const REPETITIONS: usize = 21;

/// 2026-11-23T09:00:00Z.
const NOW: i64 = 1_795_424_400_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let start = Instant::now();
    generate(&path);
    println!(
        "generated {ATTEMPTS} attempts in {:.1} s, {} MB",
        start.elapsed().as_secs_f64(),
        fs::metadata(&path).unwrap().len() >> 20
    );
    let peer = env::var("HASHCARDS").ok().map(|program| {
        let collection = tempfile::tempdir().unwrap();
        fill_peer(collection.path(), &program);
        (program, collection)
    });
    let mut figures = [vec![], vec![], vec![]];
    // Turn by turn, so that whatever else the machine does falls on all of them alike.
    for _ in 0..REPETITIONS {
        figures[0].push(home(folder.path()));
        let mut stats = Command::new(env!("CARGO_BIN_EXE_firedrill"));
        stats.arg("stats").arg("--data-dir").arg(folder.path());
        figures[1].push(watched(stats));
        if let Some((program, collection)) = &peer {
            let mut stats = Command::new(program);
            stats
                .args(["stats", "--format", "json"])
                .arg(collection.path());
            figures[2].push(watched(stats));
        }
    }
    let names = [
        "firedrill, home drawn",
        "firedrill stats",
        "hashcards stats",
    ];
    println!("{:<24} {:>10} {:>10}", "median of each", "CPU", "memory");
    for (name, figures) in names.into_iter().zip(figures) {
        if figures.is_empty() {
            continue;
        }
        let median = |of: fn(&(u64, u64)) -> u64| {
            let mut sorted: Vec<_> = figures.iter().map(of).collect();
            sorted.sort_unstable();
            sorted[sorted.len() / 2]
        };
        let (cpu, memory) = (median(|it| it.0), median(|it| it.1));
        let megabytes = memory >> 10;
        println!("{name:<24} {:>7.1} ms {megabytes:>7} MB", ms(cpu));
    }
    let mut log = Log::open(&path, now()).unwrap();
    let mut appends = (0..REPETITIONS)
        .map(|number| {
            let attempt = attempt(ATTEMPTS + number, format!("new-{number}"), &mut numbers());
            let start = Instant::now();
            log.append(&[Record::Attempt(Box::new(attempt))], None)
                .unwrap();
            start.elapsed()
        })
        .collect::<Vec<_>>();
    appends.sort_unstable();
    println!(
        "append: median {:.1} ms",
        appends[REPETITIONS / 2].as_secs_f64() * 1e3
    );
    let start = Instant::now();
    log.rebuild().unwrap();
    println!("rebuild: {:.1} s", Duration::as_secs_f64(&start.elapsed()));
}

/// Nanoseconds of CPU and the most memory, in kilobytes, of the process `id` so far; no memory once it has ended.
fn spent(id: u32) -> Option<(u64, Option<u64>)> {
    let cpu = fs::read_to_string(format!("/proc/{id}/schedstat")).ok()?;
    let cpu = cpu.split_whitespace().next()?.parse().ok()?;
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let memory = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|memory| memory.trim().trim_end_matches(" kB").parse().ok());
    Some((cpu, memory))
}

/// Runs `command` to its end and says what it took. It is looked at until it has ended and before it is waited for.
fn watched(mut command: Command) -> (u64, u64) {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    let cpu = loop {
        match spent(child.id()).unwrap() {
            (_, Some(memory)) => most = memory.max(most),
            (cpu, None) => break cpu,
        }
    };
    assert!(child.wait().unwrap().success());
    (cpu, most)
}

/// Opens the program in a terminal and says what it took until home was drawn.
fn home(folder: &Path) -> (u64, u64) {
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_firedrill"));
    command.env("TERM", "xterm-256color");
    command.env("FIREDRILL_DATA_DIR", folder);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut drawn = vec![];
    let mut buffer = [0; 4096];
    let footer = b"quit";
    while !drawn.windows(footer.len()).any(|window| window == footer) {
        let count = reader.read(&mut buffer).unwrap();
        assert!(count > 0, "it ended before home was drawn");
        drawn.extend_from_slice(&buffer[..count]);
    }
    let spent = spent(child.process_id().unwrap()).unwrap();
    writer.write_all(b"q").unwrap();
    child.wait().unwrap();
    (spent.0, spent.1.unwrap())
}

/// Fills a collection of hashcards with as many cards as there are steps here, and as many reviews as attempts.
fn fill_peer(folder: &Path, program: &str) {
    let cards = SCENARIOS * 3;
    let deck: Vec<_> = (0..cards)
        .map(|card| format!("Q: What is {card}?\nA: The answer to {card}.\n"))
        .collect();
    fs::write(folder.join("deck.md"), deck.join("\n")).unwrap();
    // Makes the database.
    let made = Command::new(program)
        .args(["stats", "--format", "json"])
        .arg(folder)
        .output()
        .unwrap();
    assert!(made.status.success());
    let database = rusqlite::Connection::open(folder.join("hashcards.db")).unwrap();
    database
        .execute_batch(&format!(
            "BEGIN;
             WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {cards} - 1)
             INSERT INTO cards SELECT printf('%064x', i), '2026-01-01T00:00:00.000', '2026-11-01T00:00:00.000',
               5.0, 5.0, 5.0, 5, '2026-11-06', {ATTEMPTS} / {cards} FROM n;
             INSERT INTO sessions VALUES (1, '2026-01-01T00:00:00.000', '2026-01-01T01:00:00.000');
             WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {ATTEMPTS} - 1)
             INSERT INTO reviews SELECT i, 1, printf('%064x', i % {cards}), '2026-01-01T00:00:00.000', 'good',
               5.0, 5.0, 5.0, 5, '2026-11-06' FROM n;
             COMMIT;"
        ))
        .unwrap();
}

fn now() -> Moment {
    Moment {
        wall_ms: NOW,
        ..Moment::default()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn ms(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1e6
}

/// A small generator of numbers, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

fn numbers() -> Numbers {
    Numbers(7)
}

fn generate(path: &Path) {
    let mut log = Log::open(path, now()).unwrap();
    let mut numbers = numbers();
    let mut identities = Identities::new(1);
    let run = Run {
        id: "run".into(),
        device: String::new(),
        purpose: Purpose::Drill,
        plan: "{}".into(),
        started_at: 0,
        utc_offset: 0,
    };
    log.append(&[Record::Run(run)], None).unwrap();
    for chunk in 0..ATTEMPTS / 10_000 {
        let records = (0..10_000)
            .map(|index| {
                let number = chunk * 10_000 + index;
                let id = identities.next(Moment {
                    wall_ms: time(number),
                    ..Moment::default()
                });
                Record::Attempt(Box::new(attempt(number, id, &mut numbers)))
            })
            .collect::<Vec<_>>();
        log.append(&records, None).unwrap();
    }
}

/// Three years of practice, evenly.
fn time(number: usize) -> i64 {
    let step = 3 * 365 * 86_400_000 / i64::try_from(ATTEMPTS).unwrap();
    NOW - step * i64::try_from(ATTEMPTS.saturating_sub(number)).unwrap()
}

fn attempt(number: usize, id: String, numbers: &mut Numbers) -> Attempt {
    let scenario = match numbers.below(SCENARIOS) {
        0 => "blob-writer-retry".to_owned(),
        other => format!("scenario-{other}"),
    };
    let criteria = (0..CRITERIA)
        .map(|criterion| {
            let is_hit = numbers.below(3) > 0;
            Finding {
                id: format!("criterion-{criterion}"),
                state: if is_hit { State::Hit } else { State::Missed },
                credit: if is_hit { 1.0 } else { 0.0 },
                weight: 1.0,
                skill: (criterion < 3).then(|| format!("skill-{}", numbers.below(40))),
                spans: Vec::new(),
                closeness: 0.0,
                near: Vec::new(),
            }
        })
        .collect::<Vec<_>>();
    let hits = criteria
        .iter()
        .filter(|finding| finding.state == State::Hit)
        .count();
    let score = f64::from(u32::try_from(hits).unwrap()) / 8.0;
    Attempt {
        id,
        run: "run".into(),
        scenario: ScenarioId::new("builtin", scenario),
        step: format!("step-{}", numbers.below(3)),
        part: Part::Answer,
        parent: None,
        criterion: None,
        register: None,
        answer: "Only one node is hit, and fresh connections time out while old ones live on. "
            .repeat(8),
        submitted_at: time(number),
        utc_offset: 480,
        active_ms: 90_000,
        hints: u32::from(numbers.below(5) == 0),
        template: false,
        timed_out: false,
        scheduled: true,
        engine: "1".into(),
        rubric: "b3:0".into(),
        card: Scorecard {
            score,
            verdict: Verdict::of(score),
            confidence: 0.9,
            marks: Marks {
                content: Some(score),
                structure: Some(0.5),
                communication: Some(0.75),
            },
            criteria,
            red_flags: Vec::new(),
            notes: Vec::new(),
            guards: Vec::new(),
            remarks: Vec::new(),
            review: None,
            incident: None,
            sheet: None,
        },
    }
}
