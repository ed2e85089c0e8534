//! The team and the pages about one person as they are seen: the screen, a real browser, the learner's and the lead's page.

use std::{fs, process::Command, rc::Rc};

use firedrill::{
    library::{Library, builtin},
    progress::{Catalogue, LocalDay, TrackStanding},
    report::Personal,
    runtime::Shelf,
    storage::Log,
    tui::Language,
};

use crate::{
    learners::{Learner, shipped},
    mock_page::{browse, browser},
    play::Play,
    practice::at,
    team::{checkout, team},
    year::NOW,
};

/// The program at the team of three.
pub fn team_screen(language: Language, size: (u16, u16)) -> Play {
    let library = Rc::new(Library::load(vec![builtin()]));
    let folder = checkout(&library);
    let team = team(&library, &[folder.path().to_owned()]);
    let kept = Shelf::new(Log::in_memory().unwrap(), Catalogue::from(&*library));
    let mut play = Play::on(library, kept, language, size, at(NOW));
    play.app.show_team(team);
    play.messages(vec![])
}

#[test]
fn a_team_of_three_on_the_screen() {
    for (language, name) in [(Language::English, "en"), (Language::Chinese, "zh")] {
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let play = team_screen(language, (width, height)).keys("<down><right><C-l>");
            let name = format!("team_screen_{name}_{width}x{height}");
            insta::assert_snapshot!(name, play.screen());
        }
    }
}

#[test]
fn the_screen_walks_by_people_and_items_and_shows_the_whole_team() {
    let play = team_screen(Language::English, (80, 24));
    let play = play
        .sees("Ana Kova\u{10d} \u{2219} Day 1")
        .keys("<right><right><right>");
    let play = play.sees("Signed by Mira Haddad, 2026-11-14");
    let play = play
        .keys("<down>")
        .sees("Omar Diallo \u{2219} Day 1")
        .sees("stale");
    let play = play.keys("<end>").sees("Day 10").keys("<tab>");
    let play = play.sees("weakest skills").sees("times, by 3 of 3 people");
    let play = play.keys("<esc>x");
    assert!(play.has_ended && play.store.records.is_empty());
}

#[test]
#[expect(
    clippy::print_stderr,
    reason = "a machine without a browser says why nothing was opened"
)]
fn a_browser_shows_the_team_page_and_runs_nothing_in_it() {
    let Some(program) = browser() else {
        eprintln!("skipped: there is no chromium, chromium-browser or google-chrome on the PATH");
        return;
    };
    let library = Library::load(vec![builtin()]);
    let folder = checkout(&library);
    let path = folder.path().join("2026/0.jsonl");
    let old = fs::read_to_string(&path).unwrap();
    let attack = "<img src=x onerror=document.title='pwned'>";
    fs::write(&path, old.replacen("Ana Kova\u{10d}", attack, 1)).unwrap();
    let page = folder.path().join("team.html");
    fs::write(&page, team(&library, &[folder.path().to_owned()]).to_html()).unwrap();
    let profile = folder.path().join("profile");
    let shown = browse(&program, &profile, &["--dump-dom"], &page);
    let title = shown.split("<title>").nth(1).unwrap();
    assert!(
        title.starts_with("Container runtime on-call"),
        "{title:.80}"
    );
    assert!(shown.contains("&lt;img src=x") && !shown.contains("<img"));
    for person in ["Omar Diallo", "\u{674e}\u{4f1f}"] {
        assert!(shown.contains(person), "{person}");
    }
    let print = folder.path().join("team.pdf");
    let option = format!("--print-to-pdf={}", print.display());
    browse(&program, &profile, &[&option], &page);
    assert!(fs::read(print).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_page_for_a_lead_has_no_word_of_the_learner() {
    let library = Library::load(vec![builtin()]);
    let folder = tempfile::tempdir().unwrap();
    let track = shipped(&library);
    let records = Learner::Stalled.records(track, &library.track_steps(track), NOW);
    let mut log = Log::open(&folder.path().join("progress.db"), at(NOW)).unwrap();
    log.append(&records, None).unwrap();
    drop(log);
    let report = |form: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_firedrill"))
            .env_clear()
            .env("FIREDRILL_DATA_DIR", folder.path())
            .arg("report")
            .args(form)
            .output()
            .unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let said = "Only one node is hit";
    for form in ["markdown", "html", "json"] {
        let own = report(&["--learner", "--format", form]);
        assert!(
            own.contains("Container runtime on-call") && own.contains(said),
            "{own}"
        );
        let lead = report(&["--lead", "--format", form]);
        assert!(
            !lead.contains(said) && lead.contains("Container runtime on-call"),
            "{lead}"
        );
    }
}

#[test]
fn the_page_of_a_learner_who_is_stalled() {
    let library = Library::load(vec![builtin()]);
    let log = Learner::Stalled.log(&library, NOW);
    let overview = log.overview(&Catalogue::from(&library), at(NOW)).unwrap();
    let track = shipped(&library);
    let steps = library.track_steps(track);
    let standing = TrackStanding::new(track, &steps, &overview.track, at(NOW));
    let day = LocalDay::of(NOW, 0);
    let told = Personal::of(&overview, &[standing], &[], day);
    insta::assert_snapshot!("personal_markdown", told.to_markdown());
    insta::assert_snapshot!("personal_html", told.to_html());
}
