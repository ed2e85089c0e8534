//! How long home and `stats` take on a log of 100,000 attempts, and how much memory: `cargo bench --bench progress`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement: it prints, it asks the clock, and what cannot go on stops"
)]

use std::{
    env, fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use firedrill::{
    domain::{Moment, ScenarioId},
    library::{Library, builtin},
    progress::{Attempt, Catalogue, Identities, Part, Purpose, Record, Run},
    scoring::{Finding, Marks, Scorecard, State, Verdict},
    storage::Log,
};

const ATTEMPTS: usize = 100_000;
const SCENARIOS: usize = 120;
const CRITERIA: usize = 8;
const REPETITIONS: usize = 21;

/// 2026-11-23T09:00:00Z.
const NOW: i64 = 1_795_424_400_000;

fn main() {
    let arguments = env::args().collect::<Vec<_>>();
    if let Some(at) = arguments
        .iter()
        .position(|argument| argument == "--measure")
    {
        measure(Path::new(&arguments[at + 1]));
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("progress.db");
    let start = Instant::now();
    generate(&path);
    println!(
        "generated {ATTEMPTS} attempts in {:.1} s, {} MB",
        start.elapsed().as_secs_f64(),
        fs::metadata(&path).unwrap().len() >> 20
    );
    let mut runs = (0..REPETITIONS)
        .map(|_| {
            let program = env::current_exe().unwrap();
            let output = Command::new(program)
                .arg("--measure")
                .arg(&path)
                .output()
                .unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let mut numbers = text
                .split_whitespace()
                .map(|number| number.parse::<u64>().unwrap());
            (numbers.next().unwrap(), numbers.next().unwrap())
        })
        .collect::<Vec<_>>();
    runs.sort_unstable();
    let (cpu, memory) = runs[REPETITIONS / 2];
    println!(
        "open and overview: median {:.1} ms CPU, {} MB",
        ms(cpu),
        memory >> 10
    );
    let mut stats = (0..REPETITIONS)
        .map(|_| {
            let start = Instant::now();
            let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
                .args(["stats", "--data-dir"])
                .arg(folder.path())
                .output()
                .unwrap();
            assert!(output.status.success());
            start.elapsed()
        })
        .collect::<Vec<_>>();
    stats.sort_unstable();
    println!(
        "firedrill stats: median {:.1} ms",
        stats[REPETITIONS / 2].as_secs_f64() * 1e3
    );
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

/// Opens the log and works the overview out; prints nanoseconds of CPU and the most memory, in kilobytes.
fn measure(path: &Path) {
    let log = Log::open_read_only(path).unwrap().unwrap();
    let catalogue = Catalogue::from(&Library::load(vec![builtin()]));
    let overview = log.overview(&catalogue, now()).unwrap();
    assert_eq!(overview.recent.len(), 200);
    let cpu = fs::read_to_string("/proc/self/schedstat").unwrap();
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let memory = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    println!(
        "{} {}",
        cpu.split_whitespace().next().unwrap(),
        memory.trim().trim_end_matches(" kB")
    );
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
        },
    }
}
