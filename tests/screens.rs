//! Whole screens in three sizes and both languages.

use firedrill::tui::Language;

use crate::play::{Play, library};

const ANSWER: &str = "Every client makes a retry storm, so please do not add jitter.";

fn check(screen: &str, keys: &str) {
    for (language, name) in [(Language::English, "en"), (Language::Chinese, "zh")] {
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let play = Play::with(library(false), language, (width, height)).keys(keys);
            let name = format!("{screen}_{name}_{width}x{height}");
            insta::assert_snapshot!(name, play.screen());
        }
    }
}

#[test]
fn home_on_the_first_day() {
    check("home", "");
}

#[test]
fn the_library_with_a_search() {
    check("library", "/ret");
}

#[test]
fn an_answer_under_way() {
    check("writing", &format!("/retry<enter>{ANSWER}"));
}

#[test]
fn a_debrief() {
    check("debrief", &format!("/retry<enter>{ANSWER}<C-s>"));
}

#[test]
fn progress_after_an_answer() {
    check(
        "progress",
        &format!("/retry<enter>{ANSWER}<C-s><esc><esc><esc>p"),
    );
}

#[test]
fn help_on_home() {
    check("help", "?");
}
