//! Whole mock interviews by script, in simulated time: what is asked, how the clock runs, what the report says.

use std::{rc::Rc, time::Duration};

use firedrill::{
    domain::{Kind, Level, Moment, Scenario, ScenarioId},
    library::Library,
    progress::{Attempt, Draft, Overview, Part, Record},
    report::Report,
    scoring::Verdict,
    session::{Asked, Interview, InterviewInput, Outcome, Plan, PlanRequest},
};

const START: Moment = Moment {
    wall_ms: 1_795_446_000_000, // 2026-11-23 15:00 UTC
    utc_offset_minutes: 60,
    steady: Duration::from_secs(5),
};

fn library() -> Library {
    Library::load(vec![firedrill::library::builtin()])
}

fn draw(library: &Library, request: PlanRequest) -> Plan {
    let overview = Overview::default();
    Plan::draw(request, library.headers(), &overview, START.wall_ms, |id| {
        library.scenario(id).ok()
    })
}

/// The same with two scenarios as they once were, so that a report changes with the program and not with their texts.
fn fixed() -> Library {
    let mut pack = firedrill::library::builtin();
    for (name, text) in [
        (
            "oomkilled-137-cgroup-v2",
            include_str!("mock/oomkilled-137-cgroup-v2.yaml"),
        ),
        (
            "blob-writer-retry",
            include_str!("mock/blob-writer-retry.yaml"),
        ),
    ] {
        let end = format!("/{name}.yaml");
        let file = pack.files.iter_mut().find(|file| file.name.ends_with(&end));
        text.clone_into(&mut file.unwrap().text);
    }
    Library::load(vec![pack])
}

/// An interview of fixed scenarios, so that new ones in the library do not change it.
fn half_an_hour(library: &Library) -> Plan {
    let named = ["oomkilled-137-cgroup-v2", "blob-writer-retry"];
    let request = PlanRequest {
        level: Level::L5,
        minutes: 30,
        scenarios: named.map(|name| ScenarioId::new("builtin", name)).into(),
        seed: 7,
        ..PlanRequest::default()
    };
    draw(library, request)
}

fn open(library: &Library, plan: Plan) -> Interview {
    let scenario_of = |id: &ScenarioId| {
        let scenario = library.scenario(id).ok()?;
        Some((
            Rc::new(scenario),
            Rc::new(library.glossary(&id.pack).clone()),
        ))
    };
    Interview::open(plan, scenario_of, 11, START).unwrap()
}

/// Somebody who is asked.
#[derive(Clone, Copy)]
enum Candidate {
    Strong,
    Average,
    Poor,
}

impl Candidate {
    fn says(self, interview: &Interview) -> String {
        let drill = interview.drill();
        let step = drill.step();
        let model = firedrill::scoring::plain_models(step, drill.turn().register).remove(0);
        match self {
            Self::Strong => model,
            Self::Poor => "I am not sure. I would restart it and look at the logs.".to_owned(),
            Self::Average if matches!(interview.asked(), Asked::Probe(_)) => {
                "I would have to look that up.".to_owned()
            }
            Self::Average => {
                let sentences: Vec<&str> = model.split_inclusive(['.', '\n']).collect();
                sentences[..sentences.len().div_ceil(5)].concat()
            }
        }
    }

    const fn takes(self) -> Duration {
        match self {
            Self::Strong => Duration::from_secs(55),
            Self::Average => Duration::from_secs(80),
            Self::Poor => Duration::from_secs(40),
        }
    }
}

/// Plays on until nothing is asked; the records it made.
fn play(interview: &mut Interview, candidate: Candidate, now: &mut Moment) -> Vec<Record> {
    let mut records = vec![];
    let mut keep = |outcomes: Vec<Outcome>| {
        records.extend(outcomes.into_iter().filter_map(|outcome| match outcome {
            Outcome::Record(record) => Some(*record),
            Outcome::Moved => None,
        }));
    };
    keep(interview.apply(InterviewInput::Begin, *now));
    for _ in 0..200 {
        if *interview.asked() == Asked::Finished {
            break;
        }
        *now = now.plus(candidate.takes());
        let text = candidate.says(interview);
        let ticked = interview.apply(InterviewInput::Tick(text.clone()), *now);
        let has_run_out = !ticked.is_empty();
        keep(ticked);
        if !has_run_out {
            keep(interview.apply(InterviewInput::Submit(text), *now));
        }
    }
    assert_eq!(*interview.asked(), Asked::Finished);
    records
}

fn report_of(library: &Library, interview: &Interview) -> Report {
    let scenario_of = |id: &ScenarioId| -> Option<Scenario> { library.scenario(id).ok() };
    let (run, attempts) = (interview.run(), interview.attempts());
    Report::of(run, attempts, interview.pauses(), scenario_of).unwrap()
}

/// The report of an interview in which everything is answered with `text`.
pub fn report_with(text: &str) -> Report {
    let library = fixed();
    let mut interview = open(&library, half_an_hour(&library));
    let _ = interview.apply(InterviewInput::Begin, START);
    let _ = interview.apply(InterviewInput::Submit(text.to_owned()), START);
    let _ = interview.apply(InterviewInput::Finish(text.to_owned()), START);
    report_of(&library, &interview)
}

fn interviewed(candidate: Candidate) -> Report {
    let library = fixed();
    let mut interview = open(&library, half_an_hour(&library));
    play(&mut interview, candidate, &mut START.clone());
    report_of(&library, &interview)
}

#[test]
fn a_strong_an_average_and_a_poor_candidate_are_told_apart() {
    let verdict = |candidate| interviewed(candidate).verdict;
    assert_eq!(verdict(Candidate::Strong), Verdict::StrongHire);
    assert_eq!(verdict(Candidate::Average), Verdict::NoHire);
    assert_eq!(verdict(Candidate::Poor), Verdict::StrongNoHire);
}

#[test]
fn the_three_reports_are_as_they_were_last_looked_at() {
    for (name, candidate) in [
        ("strong", Candidate::Strong),
        ("average", Candidate::Average),
        ("poor", Candidate::Poor),
    ] {
        let report = interviewed(candidate);
        assert_eq!(report.exercises.len(), 2);
        let json = serde_json::to_string_pretty(&report).unwrap();
        insta::assert_snapshot!(format!("mock-{name}-markdown"), report.to_markdown());
        insta::assert_snapshot!(format!("mock-{name}-html"), report.to_html());
        insta::assert_snapshot!(format!("mock-{name}-json"), json);
    }
}

#[test]
fn a_point_made_only_when_asked_about_earns_half() {
    let library = fixed();
    let mut interview = open(&library, half_an_hour(&library));
    let mut now = START;
    let _ = interview.apply(InterviewInput::Begin, now);
    let full = Candidate::Strong.says(&interview);
    now = now.plus(Duration::from_secs(30));
    let _ = interview.apply(InterviewInput::Submit("I do not know yet.".to_owned()), now);
    assert!(interview.probed().unwrap().probe.is_some());
    let _ = interview.apply(InterviewInput::Submit(full), now);
    let probe = interview.attempts()[1].clone();
    assert_eq!(probe.part, Part::Probe);
    assert_eq!(probe.parent.as_ref(), Some(&interview.attempts()[0].id));
    let _ = interview.apply(InterviewInput::Finish(String::new()), now);
    let report = report_of(&library, &interview);
    let answer = &report.exercises[0].answers[0];
    let recovered: Vec<_> = answer.points.iter().filter(|it| it.recovered).collect();
    assert_eq!(recovered.len(), 1);
    let total: f64 = answer.points.iter().map(|it| it.weight).sum();
    let expected = recovered[0].weight / 2.0 / total;
    assert!((answer.score - expected).abs() < 1e-9, "{}", answer.score);
}

#[test]
fn the_clock_is_steady_time_and_pauses_do_not_count() {
    let library = fixed();
    let mut interview = open(&library, half_an_hour(&library));
    let mut now = START;
    let _ = interview.apply(InterviewInput::Begin, now);
    now = now.plus(Duration::from_secs(20));
    now.wall_ms += 86_400_000;
    assert!(
        interview
            .apply(InterviewInput::Tick(String::new()), now)
            .is_empty()
    );
    assert_eq!(interview.left(now), Duration::from_secs(30 * 60 - 20));
    let _ = interview.apply(InterviewInput::Pause, now);
    now = now.plus(Duration::from_hours(1));
    assert!(
        interview
            .apply(InterviewInput::Tick(String::new()), now)
            .is_empty()
    );
    let _ = interview.apply(InterviewInput::Resume, now);
    assert_eq!(interview.left(now), Duration::from_secs(30 * 60 - 20));
}

#[test]
fn time_that_runs_out_hands_in_what_was_written() {
    let library = fixed();
    let mut interview = open(&library, half_an_hour(&library));
    let mut now = START;
    let _ = interview.apply(InterviewInput::Begin, now);
    now = now.plus(interview.question_left(now).1);
    let _ = interview.apply(InterviewInput::Tick("half a thought".to_owned()), now);
    let attempt = &interview.attempts()[0];
    assert_eq!(
        (attempt.answer.as_str(), attempt.timed_out),
        ("half a thought", true)
    );
    let mut longer = now;
    longer = longer.plus(Duration::from_mins(30));
    let _ = interview.apply(InterviewInput::Tick("the last words".to_owned()), longer);
    assert_eq!(*interview.asked(), Asked::Finished);
    assert_eq!(
        interview.attempts().last().unwrap().answer,
        "the last words"
    );
}

#[test]
fn a_question_set_aside_comes_back_at_the_end_and_only_once() {
    let library = fixed();
    let mut interview = open(&library, half_an_hour(&library));
    let mut now = START;
    let _ = interview.apply(InterviewInput::Begin, now);
    let first = interview.draft_key();
    now = now.plus(Duration::from_secs(10));
    let _ = interview.apply(InterviewInput::SetAside("later".to_owned()), now);
    assert_ne!(interview.draft_key(), first);
    for _ in 0..100 {
        if interview.came_back_with().is_some() {
            break;
        }
        let text = Candidate::Strong.says(&interview);
        let _ = interview.apply(InterviewInput::Submit(text), now);
    }
    assert_eq!(interview.came_back_with(), Some("later"));
    assert_eq!(interview.draft_key(), first);
    assert!(!interview.may_set_aside());
    assert_eq!(interview.question_used(now), Duration::from_secs(10));
}

#[test]
fn a_killed_interview_goes_on_with_the_right_time_left() {
    let library = fixed();
    let plan = half_an_hour(&library);
    let mut interview = open(&library, plan.clone());
    let mut now = START;
    let _ = interview.apply(InterviewInput::Begin, now);
    let aside = interview.draft_key();
    now = now.plus(Duration::from_secs(10));
    let _ = interview.apply(InterviewInput::SetAside("later".to_owned()), now);
    for _ in 0..2 {
        now = now.plus(Duration::from_secs(30));
        let _ = interview.apply(InterviewInput::Submit("A guess.".to_owned()), now);
    }
    now = now.plus(Duration::from_secs(17));
    let draft = |key: firedrill::progress::DraftKey, text: &str, active_ms, saved_at| Draft {
        run: key.run,
        scenario: interview.drill().scenario().header.id.clone(),
        step: key.step,
        field: key.field.unwrap(),
        text: text.to_owned(),
        caret: 0,
        active_ms,
        saved_at,
    };
    let drafts = [
        draft(interview.draft_key(), "half", 17_000, 2),
        draft(aside, "later", 10_000, 1),
    ];
    let tomorrow = Moment {
        wall_ms: START.wall_ms + 86_400_000,
        steady: Duration::from_secs(1),
        ..START
    };
    let attempts: Vec<Attempt> = interview.attempts().to_vec();
    let run = interview.run().clone();
    let back = open(&library, Plan::from_json(&run.plan).unwrap());
    let back = back.resumed(run, attempts, &drafts, tomorrow);
    assert_eq!(back.left(tomorrow), interview.left(now));
    assert_eq!(back.draft_key(), interview.draft_key());
    assert_eq!(back.question_left(tomorrow), interview.question_left(now));
    assert_eq!(back.waiting(), 1);
    assert_eq!(back.attempts(), interview.attempts());
}

#[test]
fn the_report_escapes_what_a_candidate_wrote() {
    let library = fixed();
    let mut interview = open(&library, half_an_hour(&library));
    let _ = interview.apply(InterviewInput::Begin, START);
    let attack = "</blockquote><script>alert('x')</script> the cgroup memory limit \"&";
    let _ = interview.apply(InterviewInput::Submit(attack.to_owned()), START);
    let _ = interview.apply(InterviewInput::Finish(attack.to_owned()), START);
    let page = report_of(&library, &interview).to_html();
    assert!(!page.contains("<script"));
    assert!(page.contains("&lt;script&gt;alert(&#39;x&#39;)"));
    for tag in [
        "blockquote",
        "section",
        "p",
        "ul",
        "li",
        "h2",
        "svg",
        "strong",
        "q",
    ] {
        let opened =
            page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    for outside in ["http://", "https://", "src=", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn a_plan_never_repeats_never_overruns_and_is_the_same_by_its_seed() {
    let library = library();
    for minutes in [15, 30, 45, 60] {
        for (seed, level) in (0..6).zip(Level::ALL.into_iter().cycle()) {
            let request = PlanRequest {
                level,
                minutes,
                seed,
                ..PlanRequest::default()
            };
            let plan = draw(&library, request.clone());
            assert_eq!(plan, draw(&library, request));
            let mut names: Vec<_> = plan.exercises.iter().map(|it| &it.scenario).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), plan.exercises.len());
            let is_one = plan
                .exercises
                .iter()
                .map(|it| it.steps.len())
                .sum::<usize>()
                == 1;
            assert!(is_one || plan.seconds() <= minutes * 60, "{plan:?}");
            assert!(!plan.is_short(), "{minutes} minutes, seed {seed}: {plan:?}");
            assert_eq!(Plan::from_json(&plan.to_json()), Some(plan));
        }
    }
}

#[test]
fn a_library_with_too_little_says_so() {
    let library = library();
    let request = PlanRequest {
        minutes: 60,
        kinds: vec![Kind::Design],
        topics: vec!["knitting".to_owned()],
        ..PlanRequest::default()
    };
    let plan = draw(&library, request);
    assert!(plan.exercises.is_empty() && plan.is_short());
}
