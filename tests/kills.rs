//! The program killed at any moment: what it acknowledged is there, and it opens again.

use std::{collections::BTreeSet, fs, path::Path, process::Command, thread, time::Duration};

use fastrand::Rng;
use firedrill::storage::Log;

use crate::{console::Console, play::RETRY, practice::quick_folder};

const THREADS: u64 = 4;
const KILLS_PER_THREAD: usize = 55;
const SEED: u64 = 0x5eed;

/// Typed ahead of the screen at most; more would only wait in the terminal's queue.
const AHEAD: usize = 60;

/// A session: keys, and what the screen shows when they are done. Every answer has a word of its own.
const SCRIPT: &[(&str, &str)] = &[
    ("alpha: a retry storm, since everybody", "since everybody"),
    ("\u{3}", "draft kept"),
    (" will retry", "will retry"),
    ("\u{13}", "debrief"),
    ("\r", "Say it again"),
    ("bravo: please add jitter", "add jitter"),
    ("\r", "That makes the point."),
    ("\r", "Name the limit"),
    ("charlie: at most", "at most"),
    ("\u{1b}", "Continue"),
    ("c", "charlie: at most"),
    (" five tries", "five tries"),
    ("\u{13}", "debrief"),
    ("r", "Write here"),
    ("delta: a limit of three", "of three"),
    ("\u{13}", "debrief"),
    ("r", "Write here"),
    ("echo: cap it", "cap it"),
];

const WORDS: [&str; 5] = ["alpha", "bravo", "charlie", "delta", "echo"];

/// What the screen promised to have kept, by the word of the text.
#[derive(Debug, Default, PartialEq, Eq)]
struct Promised {
    answers: BTreeSet<&'static str>,
    drafts: BTreeSet<&'static str>,
}

/// Reads every picture of `written`, the last one perhaps half.
fn promised(written: &[u8]) -> Promised {
    let mut promised = Promised::default();
    let mut parser = vt100::Parser::new(24, 80, 0);
    for piece in written.chunks(64) {
        parser.process(piece);
        let screen = parser.screen().contents();
        let words = WORDS.into_iter().filter(|word| screen.contains(word));
        if screen.contains("debrief") || screen.contains("That makes the point.") {
            promised.answers.extend(words);
        } else if screen.contains("draft kept") {
            promised.drafts.extend(words);
        }
    }
    promised
}

fn practice_folder() -> tempfile::TempDir {
    let folder = quick_folder();
    // A scenario of the learner's own.
    fs::create_dir(folder.path().join("scenarios")).unwrap();
    fs::write(folder.path().join("scenarios/retry.yaml"), RETRY).unwrap();
    folder
}

/// Plays the script up to a random byte, kills the program, and returns what it had promised.
fn play_and_kill(folder: &Path, random: &mut Rng) -> Promised {
    let mut left = random.usize(0..=SCRIPT.iter().map(|(keys, _)| keys.len()).sum());
    let ahead = random.usize(0..AHEAD);
    let mut console = Console::open(folder, &["drill", "local/retry"]);
    if left > 0 {
        console.until_text("Write here");
    }
    for (keys, then) in SCRIPT {
        if left < keys.len() {
            console.send(&keys[..left]);
            break;
        }
        console.send(keys);
        left -= keys.len();
        // An escape with a letter right behind it would be another key.
        if left >= ahead || *keys == "\u{1b}" {
            console.until_text(then);
        }
    }
    if random.bool() {
        console.listen(Duration::from_micros(random.u64(0..6_000)));
    }
    promised(&console.killed())
}

fn firedrill(folder: &Path, command: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .arg(command)
        .env("FIREDRILL_DATA_DIR", folder)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{command}: {said}");
    said
}

/// Every answer in the export.
fn answers(folder: &Path) -> Vec<String> {
    firedrill(folder, "export")
        .lines()
        .filter_map(|line| {
            let record = serde_json::from_str::<serde_json::Value>(line).unwrap();
            Some(record.get("answer")?.as_str()?.to_owned())
        })
        .collect()
}

fn drafts(folder: &Path) -> Vec<String> {
    let log = Log::open_read_only(&folder.join("progress.db")).unwrap();
    let drafts = log.map(|log| log.drafts().unwrap()).unwrap_or_default();
    drafts.into_iter().map(|draft| draft.text).collect()
}

/// Holds the program to `promised`, before it has been opened again and after.
fn hold_to(promised: &Promised, folder: &Path) {
    let is_in =
        |word: &str, texts: &[String]| texts.iter().filter(|text| text.starts_with(word)).count();
    for is_reopened in [false, true] {
        if is_reopened {
            let mut console = Console::open(folder, &[]);
            console.until_text("Today");
            assert!(
                !console.screen().contains("damaged"),
                "{}",
                console.screen()
            );
            console.send("q");
            assert!(console.until_left().success());
        }
        let (answers, drafts) = (answers(folder), drafts(folder));
        for word in &promised.answers {
            assert_eq!(
                is_in(word, &answers),
                1,
                "{word} of {promised:?} in {answers:?}"
            );
        }
        for word in &promised.drafts {
            let places = is_in(word, &answers) + is_in(word, &drafts);
            assert_eq!(
                places, 1,
                "{word} of {promised:?} in {answers:?}, {drafts:?}"
            );
        }
    }
    assert!(firedrill(folder, "doctor").lines().any(|line| {
        line.starts_with("integrity") && (line.ends_with("sound") || line.ends_with("kept yet"))
    }));
}

#[test]
fn killed_at_any_byte_it_has_every_answer_it_acknowledged() {
    let threads: Vec<_> = (0..THREADS)
        .map(|number| {
            thread::spawn(move || {
                let mut random = Rng::with_seed(SEED + number);
                let mut acknowledged = 0;
                for _ in 0..KILLS_PER_THREAD {
                    let folder = practice_folder();
                    let promised = play_and_kill(folder.path(), &mut random);
                    hold_to(&promised, folder.path());
                    acknowledged += promised.answers.len() + promised.drafts.len();
                }
                acknowledged
            })
        })
        .collect();
    let acknowledged: usize = threads.into_iter().map(|it| it.join().unwrap()).sum();
    // Otherwise the kills came so early that nothing was at stake.
    let kills = usize::try_from(THREADS).unwrap() * KILLS_PER_THREAD;
    assert!(acknowledged > kills, "{acknowledged} promises");
}

#[test]
fn what_stood_on_the_screen_for_longer_than_a_second_is_there_after_a_kill() {
    let long = "yet another word of it ".repeat(40);
    for text in ["one thought", "一个想法", &long] {
        let folder = practice_folder();
        let mut console = Console::open(folder.path(), &["drill", "local/retry"]);
        console.until_text("Write here");
        console.paste(text);
        let is_kept = (0..600).any(|_| {
            console.listen(Duration::from_millis(50));
            drafts(folder.path()) == [text.trim_end()] || drafts(folder.path()) == [text]
        });
        assert!(is_kept, "{:?}", drafts(folder.path()));
        console.killed();
        let mut console = Console::open(folder.path(), &[]);
        console.until_text("Continue");
        console.send("c");
        console.until_text(text.trim_end().rsplit(' ').next().unwrap());
        console.killed();
    }
}
