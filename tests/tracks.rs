//! Tracks: what a file may say, what opens a day, what counts as passed and for how long.

use std::{fs, process::Command};

use firedrill::{
    domain::{Moment, ScenarioId, Track},
    library::{Library, PackSource, Source, builtin},
    progress::{
        DayState, ItemState, Signature, Stale, TrackAnswer, TrackRecords, TrackStanding, TrackSteps,
    },
    scoring::Verdict,
};

const DAY: i64 = 24 * 60 * 60 * 1000;

const TRACK: &str = "id: short
title: Two days
days:
  - id: one
    title: First
    scenarios:
      - {scenario: builtin/blob-writer-retry, steps: [review]}
    sign_offs:
      - {id: shift, text: Shadowed a shift}
  - id: two
    title: Second
    scenarios:
      - {id: once-more, scenario: builtin/blob-writer-retry, steps: [review], again: true}
";

fn library(track: &str) -> Library {
    let file = Source::new("tracks/short.yaml", track);
    Library::load(vec![builtin(), PackSource::new("team", vec![file])])
}

fn track(library: &Library) -> Track {
    let mut tracks = library.tracks();
    tracks.find(|track| track.id == "short").unwrap().clone()
}

fn answer(run: &str, at: i64, verdict: Verdict) -> TrackAnswer {
    TrackAnswer {
        attempt: format!("{run}-{at}"),
        run: run.to_owned(),
        scenario: ScenarioId::new("builtin", "blob-writer-retry"),
        step: "review".to_owned(),
        at,
        utc_offset: 0,
        verdict,
        rubric: "b3:rubric".to_owned(),
        must: Some("b3:must".to_owned()),
    }
}

fn signed(at: i64) -> Signature {
    Signature {
        track: "team/short".to_owned(),
        item: "shift".to_owned(),
        by: "Ana".to_owned(),
        at,
        event: "event".to_owned(),
    }
}

fn standing(answers: &[TrackAnswer], signatures: &[Signature], day: i64) -> TrackStanding {
    let scenario = ScenarioId::new("builtin", "blob-writer-retry");
    let must = ("review".to_owned(), "b3:must".to_owned());
    let steps = TrackSteps::from([(scenario, vec![must])]);
    let now = Moment {
        wall_ms: day * DAY,
        ..Moment::default()
    };
    let records = TrackRecords {
        answers: answers.to_vec(),
        signatures: signatures.to_vec(),
    };
    TrackStanding::new(&track(&library(TRACK)), &steps, &records, now)
}

/// The state of every item, in order.
fn items(standing: &TrackStanding) -> Vec<ItemState> {
    let items = standing.days.iter().flat_map(|day| &day.items);
    items.map(|item| item.state).collect()
}

#[test]
fn a_day_opens_when_the_day_before_is_passed_and_signed() {
    let passed = [answer("a", DAY, Verdict::Hire)];
    let locked = DayState::Locked(vec!["one".to_owned()]);
    let before = standing(&passed, &[], 2);
    assert_eq!(before.days[1].state, locked);
    assert_eq!(before.today(), Some(0));
    let after = standing(&passed, &[signed(DAY)], 2);
    assert_eq!(after.days[0].state, DayState::Done);
    assert_eq!(after.today(), Some(1));
    // The answer that opened the day does not pass it as well.
    assert_eq!(items(&after)[2], ItemState::Open);
    let again = [passed[0].clone(), answer("b", 2 * DAY, Verdict::Hire)];
    assert_eq!(standing(&again, &[signed(DAY)], 3).today(), None);
}

#[test]
fn first_best_and_latest_are_kept_apart_and_a_worse_try_takes_no_pass_away() {
    let tries = [
        answer("c", 3, Verdict::NoHire),
        answer("a", 1, Verdict::StrongNoHire),
        answer("b", 2, Verdict::StrongHire),
    ];
    let standing = standing(&tries, &[], 1);
    let step = &standing.days[0].items[0].steps[0];
    assert_eq!(step.first, Some(Verdict::StrongNoHire));
    assert_eq!(step.best, Some(Verdict::StrongHire));
    assert_eq!(step.latest, Some(Verdict::NoHire));
    assert_eq!(step.evidence.as_ref().unwrap().record, "b-2");
    assert_eq!(items(&standing)[0], ItemState::Done);
}

#[test]
fn several_registers_in_one_run_are_as_good_as_the_weakest() {
    let tries = [
        answer("a", 1, Verdict::StrongHire),
        answer("a", 2, Verdict::NoHire),
    ];
    assert_eq!(items(&standing(&tries, &[], 1))[0], ItemState::Tried);
}

#[test]
fn a_pass_is_stale_after_ninety_days_and_when_its_must_points_changed() {
    let old = [answer("a", 0, Verdict::Hire)];
    assert_eq!(items(&standing(&old, &[], 90))[0], ItemState::Done);
    let aged = items(&standing(&old, &[signed(0)], 91));
    assert_eq!(aged[0], ItemState::Stale(Stale::Old));
    assert_eq!(aged[1], ItemState::Stale(Stale::Old));
    let mut other = answer("a", 0, Verdict::Hire);
    other.must = Some("b3:other".to_owned());
    let changed = items(&standing(&[other.clone()], &[], 1));
    assert_eq!(changed[0], ItemState::Stale(Stale::Changed));
    // A pass by the present points is taken before a later one by others.
    other.at = 5;
    let both = [old[0].clone(), other];
    assert_eq!(items(&standing(&both, &[], 1))[0], ItemState::Done);
}

#[track_caller]
fn fault(from: &str, to: &str, expected: &str) {
    let library = library(&TRACK.replacen(from, to, 1));
    let of_tracks = library.track_problems();
    let problems = library.problems().iter().chain(&of_tracks);
    let said: Vec<String> = problems.map(ToString::to_string).collect();
    assert!(said.iter().any(|said| said.contains(expected)), "{said:#?}");
}

#[test]
fn a_slip_in_a_track_is_told_with_its_place() {
    fault(
        "blob-writer-retry",
        "blob-writer-retr",
        "tracks/short.yaml:7:20: error: there is no scenario",
    );
    fault(
        "[review]",
        "[revue]",
        "tracks/short.yaml:7:55: error: there is no step `revue`",
    );
    fault(
        "title: First\n",
        "title: First\n    after: [two]\n",
        "waits, through `after:`, for itself",
    );
    fault(
        "title: First\n",
        "title: First\n    after: [zero]\n",
        "there is no day `zero`",
    );
    fault("id: once-more, ", "", "blob-writer-retry");
    fault("sign_offs", "signoffs", "unknown key `signoffs`");
}

#[test]
fn the_shipped_track_names_only_what_there_is() {
    let library = Library::load(vec![builtin()]);
    let problems: Vec<String> = library
        .track_problems()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(problems, [""; 0]);
    let track = library
        .tracks()
        .find(|track| track.id == "container-on-call");
    assert_eq!(track.unwrap().days.len(), 10);
}

#[test]
fn a_signature_is_kept_and_shown_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let firedrill = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .env_clear()
            .env("FIREDRILL_DATA_DIR", folder.path())
            .args(arguments)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (
            output.status.success(),
            String::from_utf8(output.stdout).unwrap() + &said,
        )
    };
    let (shown, before) = firedrill(&["track"]);
    assert!(
        shown && before.contains("day-1 · A container is killed · today"),
        "{before}"
    );
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    let (refused, said) = firedrill(&[
        "track",
        "sign",
        "container-on-call",
        "pod-killed-memory",
        "--by",
        "Ana",
    ]);
    assert!(!refused && said.contains("passed by answers"), "{said}");
    let (signed, said) = firedrill(&[
        "track",
        "sign",
        "container-on-call",
        "exit-1",
        "--by",
        "Ana Kovač",
    ]);
    assert!(signed, "{said}");
    let (_, after) = firedrill(&["track", "container-on-call"]);
    assert!(after.contains("signed by Ana Kovač"), "{after}");
}
