//! Code that breaks each rule once, to see that the rules bite.

use super::{graph::Files, rules::offences};

const LIBRARY: &str = "//! A small house.\npub mod domain;\npub mod tui;\npub mod storage;\n";

/// A sound house with `file` added or put in place of what was there.
#[track_caller]
fn case(file: &str, text: &str, expected: &[&str]) {
    let mut files = Files::from(
        [
            ("lib.rs", LIBRARY),
            ("domain/mod.rs", "//! What things are.\nmod kind;\npub use kind::Kind;\n"),
            ("domain/kind.rs", "//! The kinds there are.\npub enum Kind { Debug }\n"),
            ("tui/mod.rs", "//! What is on the screen.\nmod home;\nmod theme;\npub use home::Home;\n"),
            ("tui/home.rs", "//! The first screen.\nuse crate::domain::Kind;\nuse super::theme;\n"),
            ("tui/theme.rs", "//! Every colour.\nconst GOOD: ratatui::style::Color = ratatui::style::Color::Green;\n"),
            ("storage/mod.rs", "//! What is kept.\nmod log;\n"),
            ("storage/log.rs", "//! The log.\nuse std::fs;\n"),
        ]
        .map(|(file, text)| (file.into(), text.to_owned())),
    );
    files.insert(file.into(), text.to_owned());
    assert_eq!(offences(&files), expected);
}

#[test]
fn a_sound_house_has_no_offence() {
    case("lib.rs", LIBRARY, &[]);
}

#[test]
fn an_import_from_a_layer_above_is_seen() {
    case(
        "domain/kind.rs",
        "//! The kinds there are.\nuse crate::tui::Home;\n",
        &[
            "domain/kind.rs uses crate::tui::Home, a layer above",
            "domain/kind.rs lies in a circle of uses",
            "domain/mod.rs lies in a circle of uses",
            "tui/home.rs lies in a circle of uses",
            "tui/mod.rs lies in a circle of uses",
        ],
    );
}

#[test]
fn an_inline_path_to_a_layer_above_is_seen() {
    case(
        "domain/kind.rs",
        "//! The kinds there are.\npub fn keep(_: crate::storage::Log) {}\n",
        &["domain/kind.rs uses crate::storage::Log, a layer above"],
    );
}

#[test]
fn a_path_inside_a_macro_call_is_seen() {
    case(
        "domain/kind.rs",
        "//! The kinds there are.\npub fn list() -> Vec<u8> { vec![1, crate::storage::log::size()] }\n",
        &["domain/kind.rs uses crate::storage::log::size, a layer above"],
    );
}

#[test]
fn two_files_that_use_each_other_are_seen() {
    case(
        "tui/theme.rs",
        "//! Every colour.\nuse super::home::Home;\n",
        &[
            "tui/home.rs lies in a circle of uses",
            "tui/theme.rs lies in a circle of uses",
        ],
    );
}

#[test]
fn a_child_that_uses_its_own_parent_is_seen() {
    case(
        "domain/kind.rs",
        "//! The kinds there are.\nuse super::Kind;\n",
        &[
            "domain/kind.rs lies in a circle of uses",
            "domain/mod.rs lies in a circle of uses",
        ],
    );
}

#[test]
fn what_tests_use_does_not_count() {
    case(
        "domain/kind.rs",
        "//! The kinds there are.\n#[cfg(test)]\nmod tests { use crate::storage::Log; }\n",
        &[],
    );
}

#[test]
fn a_long_file_is_seen() {
    let long = format!("//! The kinds there are.\n{}", "// line\n".repeat(400));
    case("domain/kind.rs", &long, &["domain/kind.rs is too long"]);
}

#[test]
fn a_file_without_a_first_line_is_seen() {
    case(
        "domain/kind.rs",
        "pub enum Kind {}\n",
        &["domain/kind.rs does not say what it is"],
    );
}

#[test]
fn a_name_that_says_nothing_is_seen() {
    case(
        "domain/utils.rs",
        "//! Odds and ends.\n",
        &["domain/utils.rs has a name that says nothing"],
    );
}

#[test]
fn a_colour_outside_the_theme_is_seen() {
    case(
        "tui/home.rs",
        "//! The first screen.\nfn red() { let _ = ratatui::style::Color::Red; }\n",
        &["tui/home.rs gives a colour"],
    );
    case(
        "tui/home.rs",
        "//! The first screen.\nfn red() { let _ = \"text\".red(); }\n",
        &["tui/home.rs gives a colour"],
    );
}

#[test]
fn the_disk_below_storage_is_seen() {
    case(
        "domain/kind.rs",
        "//! The kinds there are.\nuse std::{collections::BTreeMap, fs::File};\n",
        &["domain/kind.rs touches std::fs::File"],
    );
}

#[test]
fn a_module_file_that_holds_code_is_seen() {
    case(
        "domain/mod.rs",
        "//! What things are.\nmod kind;\nfn more() {}\n",
        &["domain/mod.rs holds more than a list"],
    );
}
