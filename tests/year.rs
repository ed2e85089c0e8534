//! A realistic year of practice over the shipped scenarios: made up, the same in every run, and what the screens make of it.

use std::rc::Rc;

use fastrand::Rng;
use firedrill::{
    domain::{Moment, Scenario, ScenarioId, Step, Task},
    library::{Library, builtin},
    progress::{Attempt, Catalogue, Event, Identities, Part, Purpose, Record, Run},
    runtime::{Clock as _, Shelf, SystemClock},
    scoring::{Finding, Marks, Scorecard, State, Verdict},
    storage::Log,
    tui::Language,
};

use crate::{
    play::Play,
    practice::{DAY, at},
};

/// 2026-11-23 15:00 UTC, the time of [`Play`].
pub const NOW: i64 = 1_795_446_000_000;

const MINUTE: i64 = 60_000;

/// What this learner finds hard, whatever the scenario.
const HARD_SKILLS: [&str; 3] = [
    "asks-for-jitter",
    "states-blast-radius-first",
    "hedges-honestly",
];

/// The scenarios practised: shipped ones of every kind, a fixed choice so that a new one changes nothing here.
const PRACTISED: [&str; 14] = [
    "cfs-throttling-p99",
    "enospc-but-df-is-fine",
    "kernel-soft-lockup",
    "lb-health-check-flap",
    "oomkilled-137-cgroup-v2",
    "postgres-lock-queue-migration",
    "userns-overlayfs-eacces",
    "snapshot-share-precise-gc",
    "blob-writer-retry",
    "cert-expired-impact",
    "dns-is-victim",
    "id-mapping-suspect",
    "pod-killed-memory",
    "rollback-now",
];

/// The library of these scenarios, with the skills and words of their pack.
fn library() -> Library {
    let mut pack = builtin();
    pack.files.retain(|file| {
        let path = file.name.trim_end_matches(".yaml");
        let stem = path.rsplit('/').next().unwrap_or(path);
        path.matches('/').count() == 1 || PRACTISED.contains(&stem)
    });
    Library::load(vec![pack])
}

/// Makes the records of a year.
struct Learner {
    random: Rng,
    identities: Identities,
    scenarios: Vec<Scenario>,
    records: Vec<Record>,
}

impl Learner {
    fn new(library: &Library) -> Self {
        let scenarios = PRACTISED.map(|name| {
            let id = ScenarioId::new("builtin", name);
            library.scenario(&id).unwrap()
        });
        let random = Rng::with_seed(2026);
        Self {
            random,
            identities: Identities::new(2026),
            scenarios: scenarios.into(),
            records: vec![],
        }
    }

    /// Practice on the day `ago` days before `now`: mostly in the evening, seldom at the weekend, a holiday in August.
    fn day(&mut self, now: i64, ago: i64) {
        let weekday = (NOW / DAY - ago + 3).rem_euclid(7);
        let is_holiday = (85..108).contains(&ago);
        let chance = match weekday {
            _ if ago < 6 => 1.0,
            _ if is_holiday => 0.0,
            5 | 6 => 0.25,
            _ => 0.95,
        };
        if self.random.f64() >= chance {
            return;
        }
        let evening = now - ago * DAY + self.random.i64(-180..120) * MINUTE;
        for run in 0..self.random.i64(1..=2) {
            self.run(evening + run * 20 * MINUTE, ago);
        }
    }

    fn run(&mut self, begins: i64, ago: i64) {
        // A scenario now and then, a few of them again and again.
        let known = self
            .scenarios
            .len()
            .min(4 + usize::try_from((365 - ago) / 16).unwrap());
        let scenario = self.scenarios[self.random.usize(0..known)].clone();
        let id = self.identities.next(at(begins));
        let purpose = if self.random.f64() < 0.5 {
            Purpose::Review
        } else {
            Purpose::Drill
        };
        self.records.push(Record::Run(Run {
            id: id.clone(),
            device: String::new(),
            purpose,
            plan: "{}".into(),
            started_at: begins,
            utc_offset: 60,
        }));
        let mut time = begins;
        // Without incidents, so that one put between the questions changes nothing here.
        let questions = scenario.steps.iter();
        let questions = questions.filter(|step| !matches!(step.task, Task::Incident(_)));
        for step in questions.take(3) {
            time += self.random.i64(60..260) * 1_000;
            self.answer(&scenario, step, &id, time, ago);
        }
    }

    fn answer(&mut self, scenario: &Scenario, step: &Step, run: &str, time: i64, ago: i64) {
        let learned = f64::from(u32::try_from(365 - ago).unwrap()) / 365.0;
        let criteria: Vec<_> = step
            .rubric
            .iter()
            .map(|criterion| {
                let is_hard = criterion
                    .skill
                    .as_deref()
                    .is_some_and(|skill| HARD_SKILLS.contains(&skill))
                    || criterion.weight > 2.0;
                let chance = if is_hard {
                    0.2 + 0.25 * learned
                } else {
                    0.45 + 0.4 * learned
                };
                let is_hit = self.random.f64() < chance;
                Finding {
                    id: criterion.id.to_string(),
                    state: if is_hit { State::Hit } else { State::Missed },
                    credit: f64::from(u8::from(is_hit)),
                    weight: criterion.weight,
                    skill: criterion.skill.clone(),
                    spans: vec![],
                    closeness: 0.0,
                    near: Vec::new(),
                }
            })
            .collect();
        let sum = |of: fn(&Finding) -> f64| criteria.iter().map(of).sum::<f64>();
        let score = sum(|it| it.credit * it.weight) / sum(|it| it.weight).max(1.0);
        let helped = self.random.f64() > 0.5 + 0.4 * learned;
        let attempt = Attempt {
            id: self.identities.next(at(time)),
            run: run.to_owned(),
            scenario: scenario.header.id.clone(),
            step: step.id.to_string(),
            part: if step.after.is_some() {
                Part::FollowUp
            } else {
                Part::Answer
            },
            parent: None,
            criterion: None,
            register: None,
            answer: "Only one node is hit, and fresh connections time out.".into(),
            submitted_at: time,
            utc_offset: 60,
            active_ms: self.random.u64(50_000..200_000),
            hints: u32::from(helped),
            template: helped && self.random.bool(),
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
                    structure: Some((0.4 + 0.4 * learned + 0.2 * self.random.f64()).min(1.0)),
                    communication: Some((0.7 - 0.1 * learned + 0.2 * self.random.f64()).min(1.0)),
                },
                criteria,
                red_flags: vec![],
                notes: vec![],
                guards: vec![],
                remarks: vec![],
                incident: None,
                review: None,
                sheet: None,
            },
        };
        if self.random.f64() < 0.2 {
            self.judge(&attempt, time + 1);
        }
        self.records.push(Record::Attempt(Box::new(attempt)));
    }

    /// The learner claims a little too much.
    fn judge(&mut self, attempt: &Attempt, time: i64) {
        let random = &mut self.random;
        let claims = attempt
            .card
            .criteria
            .iter()
            .filter(|finding| random.f64() < if finding.credit > 0.0 { 0.9 } else { 0.3 });
        let made: Vec<_> = claims.map(|finding| &finding.id).collect();
        let data = serde_json::json!({ "made": made }).to_string();
        self.records.push(Record::Event(Event {
            id: self.identities.next(at(time)),
            run: Some(attempt.run.clone()),
            attempt: Some(attempt.id.clone()),
            scenario: Some(attempt.scenario.clone()),
            step: Some(attempt.step.clone()),
            kind: "self-assessed".into(),
            at: time,
            active_ms: 0,
            data,
        }));
    }
}

/// The records of the year that ends at `now`.
fn records(library: &Library, now: i64) -> Vec<Record> {
    let mut learner = Learner::new(library);
    for ago in (0..365).rev() {
        learner.day(now - 3 * 60 * MINUTE, ago);
    }
    learner.records
}

fn kept(now: i64) -> (Rc<Library>, Log) {
    let library = Rc::new(library());
    let mut log = Log::in_memory().unwrap();
    log.append(&records(&library, now), None).unwrap();
    (library, log)
}

/// The program after the year.
pub fn program(language: Language, size: (u16, u16)) -> Play {
    let (library, log) = kept(NOW);
    let catalogue = Catalogue::from(&*library);
    let now = Moment {
        wall_ms: NOW,
        utc_offset_minutes: 60,
        ..Moment::default()
    };
    Play::on(library, Shelf::new(log, catalogue), language, size, now)
}

#[test]
fn home_and_progress_after_a_year() {
    for (language, name) in [(Language::English, "en"), (Language::Chinese, "zh")] {
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let home = program(language, (width, height));
            insta::assert_snapshot!(format!("year_home_{name}_{width}x{height}"), home.screen());
            let progress = home.keys("p");
            insta::assert_snapshot!(
                format!("year_progress_{name}_{width}x{height}"),
                progress.screen()
            );
            let answers = progress.keys("<tab>");
            insta::assert_snapshot!(
                format!("year_answers_{name}_{width}x{height}"),
                answers.screen()
            );
        }
    }
}

#[test]
fn a_year_is_some_four_hundred_runs() {
    let library = library();
    let records = records(&library, NOW);
    let runs = records
        .iter()
        .filter(|it| matches!(it, Record::Run(_)))
        .count();
    assert!((360..460).contains(&runs), "{runs}");
}

/// Every number that a row of figures shows is one of `stats --json`.
#[test]
fn the_screen_and_the_command_show_the_same_values() {
    let folder = tempfile::tempdir().unwrap();
    let now = SystemClock::default().now().wall_ms;
    let library = Rc::new(Library::load(vec![builtin()]));
    let mut log = Log::open(&folder.path().join("progress.db"), at(now)).unwrap();
    log.append(&records(&library, now), None).unwrap();
    drop(log);
    let stats = std::process::Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .args(["stats", "--json"])
        .env_clear()
        .env("TZ", "UTC")
        .env("FIREDRILL_DATA_DIR", folder.path())
        .output()
        .unwrap();
    let stats: serde_json::Value = serde_json::from_slice(&stats.stdout).unwrap();
    let log = Log::open_read_only(&folder.path().join("progress.db"))
        .unwrap()
        .unwrap();
    let catalogue = Catalogue::from(&*library);
    let moment = Moment {
        wall_ms: now,
        ..Moment::default()
    };
    let play = Play::on(
        library,
        Shelf::new(log, catalogue),
        Language::English,
        (120, 60),
        moment,
    );
    let screen = play.keys("p").screen();
    let mut shown = vec![];
    for group in stats["standing"].as_array().unwrap() {
        shown.push((group["group"].clone(), group["percent"].clone()));
    }
    for kind in stats["kinds"].as_array().unwrap() {
        shown.push((kind["kind"].clone(), kind["percent"].clone()));
    }
    for mark in ["content", "structure", "communication"] {
        shown.push((mark.into(), stats["marks"][mark]["percent"].clone()));
    }
    for point in stats["missing"].as_array().unwrap().iter().take(3) {
        let times = format!("{} of {} times", point["missed"], point["tries"]);
        assert!(screen.contains(&times), "{times} in\n{screen}");
    }
    assert!(shown.len() > 10, "{shown:?}");
    for (name, percent) in shown {
        let name = name.as_str().unwrap();
        let percent = percent.to_string();
        let has_both = |row: &str| {
            row.split_once(name)
                .is_some_and(|(_, rest)| rest.split_whitespace().any(|word| word == percent))
        };
        assert!(
            screen.lines().any(has_both),
            "{name} {percent} in\n{screen}"
        );
    }
    let judged = &stats["judgement"];
    let sentence = format!("{} claimed and not there", judged["overclaimed"]);
    assert!(screen.contains(&sentence), "{sentence} in\n{screen}");
}

/// Writes the year that ends now to the folder in `FIREDRILL_YEAR`, to look at: `cargo test year -- --ignored`.
#[test]
#[ignore = "writes where it is told to, for looking at"]
fn the_year_is_written_where_it_is_wanted() {
    let Some(folder) = std::env::var_os("FIREDRILL_YEAR") else {
        return;
    };
    let now = SystemClock::default().now().wall_ms;
    let library = library();
    let path = std::path::Path::new(&folder).join("progress.db");
    let mut log = Log::open(&path, at(now)).unwrap();
    log.append(&records(&library, now), None).unwrap();
}
