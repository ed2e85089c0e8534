//! Three learners on the shipped track, made up from a seed: one steady, one stalled on day 3, one who finished and went stale.

use std::rc::Rc;

use fastrand::Rng;
use firedrill::{
    domain::{ScenarioId, Track, TrackTask},
    library::{Library, builtin},
    progress::{Attempt, Catalogue, Event, Identities, Part, Purpose, Record, Run, TrackSteps},
    runtime::Shelf,
    scoring::{Finding, Marks, Scorecard, State, Verdict},
    storage::Log,
    tui::Language,
};

use crate::{
    play::Play,
    practice::{DAY, at},
    year::NOW,
};

const HOUR: i64 = 3_600_000;

/// Skills that every made-up answer is asked for, whatever its scenario; the first is the hardest.
const SKILLS: [&str; 3] = [
    "asks-for-jitter",
    "states-blast-radius-first",
    "hedges-honestly",
];

/// Who walks, and how it goes.
#[derive(Clone, Copy, Debug)]
pub enum Learner {
    /// A day a day; the tenth is under way.
    Steady,
    /// Two days, and then the third again and again.
    Stalled,
    /// All of it, and nothing since.
    Stale,
}

impl Learner {
    pub const ALL: [Self; 3] = [Self::Steady, Self::Stalled, Self::Stale];

    /// What the learner is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Steady => "Ana Kovač",
            Self::Stalled => "李伟",
            Self::Stale => "Omar Diallo",
        }
    }

    /// How many days ago the first day was.
    const fn began(self) -> i64 {
        match self {
            Self::Stale => 120,
            Self::Steady | Self::Stalled => 9,
        }
    }

    /// How many days of the track are passed.
    const fn passed(self) -> usize {
        match self {
            Self::Steady => 9,
            Self::Stalled => 2,
            Self::Stale => 10,
        }
    }

    /// The records of ten days; `now` is in the afternoon of the tenth.
    pub fn records(self, track: &Track, steps: &TrackSteps, now: i64) -> Vec<Record> {
        let seed = 12 + self as u64;
        let mut walk = Walk {
            random: Rng::with_seed(seed),
            identities: Identities::new(seed),
            steps,
            records: vec![],
        };
        let begins = now - self.began() * DAY - 2 * HOUR;
        for (index, day) in track.days.iter().enumerate() {
            let morning = begins + i64::try_from(index).unwrap() * DAY;
            let is_passed = index < self.passed();
            let is_stuck = matches!(self, Self::Stalled) && index == 2;
            for (number, item) in day.items.iter().enumerate() {
                let time = morning + i64::try_from(number).unwrap() * HOUR / 4;
                match &item.task {
                    TrackTask::Practice {
                        scenario, steps, ..
                    } => {
                        // Whoever is stuck, is stuck on the first item; whoever is under way has begun it.
                        let tries = match (is_passed, is_stuck, index == self.passed()) {
                            (true, ..) => walk.random.i64(1..=2),
                            (_, true, _) if number == 0 => 7,
                            (_, false, true) if number == 0 => 1,
                            _ => 0,
                        };
                        for attempt in 0..tries {
                            let comes = is_passed && attempt == tries - 1;
                            let time = if is_stuck {
                                time + attempt * DAY
                            } else {
                                time + attempt * HOUR
                            };
                            walk.run(scenario, steps, time, comes);
                        }
                    }
                    TrackTask::Exit(_) | TrackTask::SignOff(_) if is_passed => {
                        let id = walk.identities.next(at(time + HOUR));
                        let by = "Mira Haddad";
                        let event =
                            Event::signed_off(id, &track.full_id(), &item.id, by, at(time + HOUR));
                        walk.records.push(Record::Event(event));
                    }
                    TrackTask::Exit(_) | TrackTask::SignOff(_) => {}
                }
            }
        }
        walk.records
    }

    /// A log with these records.
    pub fn log(self, library: &Library, now: i64) -> Log {
        let track = shipped(library);
        let steps = library.track_steps(track);
        let mut log = Log::in_memory().unwrap();
        log.append(&self.records(track, &steps, now), None).unwrap();
        log
    }

    /// The program as this learner finds it.
    pub fn program(self, language: Language, size: (u16, u16)) -> Play {
        self.program_on(&Rc::new(Library::load(vec![builtin()])), language, size)
    }

    fn program_on(self, library: &Rc<Library>, language: Language, size: (u16, u16)) -> Play {
        let kept = Shelf::new(self.log(library, NOW), Catalogue::from(&**library));
        Play::on(Rc::clone(library), kept, language, size, at(NOW))
    }
}

/// The track that ships.
pub fn shipped(library: &Library) -> &Track {
    let mut tracks = library.tracks();
    tracks.find(|it| it.id == "container-on-call").unwrap()
}

struct Walk<'a> {
    random: Rng,
    identities: Identities,
    steps: &'a TrackSteps,
    records: Vec<Record>,
}

impl Walk<'_> {
    /// A run through `steps` of `scenario`; it passes or it does not.
    fn run(&mut self, scenario: &ScenarioId, steps: &[String], begins: i64, passes: bool) {
        let id = self.identities.next(at(begins));
        let known = self.steps.get(scenario).map_or(&[][..], Vec::as_slice);
        let must: serde_json::Map<String, serde_json::Value> = known
            .iter()
            .map(|(step, must)| (step.clone(), must.as_str().into()))
            .collect();
        let plan = serde_json::json!({ "scenarios": [scenario.to_string()], "must": must });
        self.records.push(Record::Run(Run {
            id: id.clone(),
            device: String::new(),
            purpose: Purpose::Drill,
            plan: plan.to_string(),
            started_at: begins,
            utc_offset: 0,
        }));
        for (number, step) in steps.iter().enumerate() {
            let time = begins + i64::try_from(number + 1).unwrap() * 180_000;
            // A run that fails, fails at its last step.
            let passes = passes || number + 1 < steps.len();
            let card = self.card(passes);
            self.records.push(Record::Attempt(Box::new(Attempt {
                id: self.identities.next(at(time)),
                run: id.clone(),
                scenario: scenario.clone(),
                step: step.clone(),
                part: Part::Answer,
                parent: None,
                criterion: None,
                register: None,
                answer: "Only one node is hit, and fresh connections time out.".into(),
                submitted_at: time,
                utc_offset: 0,
                active_ms: self.random.u64(50_000..200_000),
                hints: 0,
                template: false,
                timed_out: false,
                scheduled: true,
                engine: "1".into(),
                rubric: "b3:00000000".into(),
                card,
            })));
        }
    }

    fn card(&mut self, passes: bool) -> Scorecard {
        let criteria = SKILLS.iter().enumerate().map(|(number, skill)| {
            let chance = [0.25, 0.6, 0.85][number] - if passes { 0.0 } else { 0.2 };
            let is_hit = self.random.f64() < chance;
            Finding {
                id: format!("point-{number}"),
                state: if is_hit { State::Hit } else { State::Missed },
                credit: f64::from(u8::from(is_hit)),
                weight: 1.0,
                skill: Some((*skill).to_owned()),
                spans: vec![],
                closeness: 0.0,
                near: Vec::new(),
            }
        });
        let criteria = criteria.collect();
        let score = if passes { 0.82 } else { 0.4 };
        Scorecard {
            score,
            verdict: Verdict::of(score),
            confidence: 0.9,
            marks: Marks {
                content: Some(score),
                structure: Some(0.8),
                communication: None,
            },
            criteria,
            red_flags: vec![],
            notes: vec![],
            guards: vec![],
            remarks: vec![],
            incident: None,
            review: None,
            sheet: None,
        }
    }
}

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

#[test]
fn three_learners_on_the_track() {
    let library = Rc::new(Library::load(vec![builtin()]));
    for learner in Learner::ALL {
        for (language, name) in [(Language::English, "en"), (Language::Chinese, "zh")] {
            for (width, height) in SIZES {
                let play = learner.program_on(&library, language, (width, height));
                let play = play.keys("t");
                let name = format!("track_{learner:?}_{name}_{width}x{height}").to_lowercase();
                insta::assert_snapshot!(name, play.screen());
            }
        }
    }
}

#[test]
fn home_says_how_far_the_track_is_walked() {
    let row = |learner: Learner| {
        let screen = learner.program(Language::English, (120, 40)).screen();
        let row = screen.lines().find(|row| row.contains("Container runtime"));
        row.unwrap_or(&screen).to_owned()
    };
    for (learner, expected) in [
        (Learner::Steady, "day 10 of 10 ∙ Container runtime on-call"),
        (Learner::Stalled, "day 3 of 10 ∙ Container runtime on-call"),
        (Learner::Stale, "all passed ∙ 33 stale ∙ Container"),
    ] {
        let row = row(learner);
        assert!(row.contains(expected), "{row}");
    }
}

#[test]
fn enter_starts_the_item_and_esc_comes_back_to_the_track() {
    let play = Learner::Stalled.program(Language::English, (80, 24));
    let play = play.keys("t<enter>").sees("Containers cannot start");
    assert!(play.screen().contains("Brief"), "{}", play.screen());
    play.keys("<esc>").sees("day 3 of 10");
}

#[test]
fn an_item_of_a_locked_day_says_what_it_waits_for() {
    let play = Learner::Stalled.program(Language::English, (80, 24));
    play.keys("t<end><enter>")
        .sees("Locked: every item of day 9 has to be passed first.");
}

#[test]
fn a_signature_typed_on_the_track_is_kept_with_its_name() {
    let play = Learner::Stalled.program(Language::English, (80, 24));
    let play = play.keys("t<down><down><enter>").sees("Who signs?");
    let play = play.keys("Ana q<enter>").sees("Ana q signed");
    let signed = play.store.records.iter().find_map(|record| match record {
        Record::Event(event) if event.kind == "signed-off" => Some(event.data.clone()),
        _ => None,
    });
    let signed: serde_json::Value = serde_json::from_str(&signed.unwrap()).unwrap();
    assert_eq!(
        signed,
        serde_json::json!({"track": "builtin/container-on-call", "item": "exit-3", "by": "Ana q"})
    );
    play.sees("Signed by Ana q, 2026-11-23");
}

#[test]
fn a_signature_without_a_name_is_none() {
    let play = Learner::Stalled.program(Language::English, (80, 24));
    let play = play.keys("t<down><down><enter> <enter>");
    assert!(play.store.records.is_empty());
    play.keys("<enter>Ana<esc>").sees("Somebody who was there");
}
