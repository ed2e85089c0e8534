//! Files that are meant to hurt, and files that nobody meant at all.

use firedrill::{
    check::check,
    library::{Library, PackSource, Source, load},
};
use proptest::{prelude::*, test_runner::Config};

const SEED: &str = include_str!("../broken/file-name-and-id.yaml");

/// What the first problem of a hostile file says.
#[track_caller]
fn refused(text: String, expected: &str) {
    let loaded = load(&Source::new("a.yaml", text), "local");
    assert!(loaded.value.is_none());
    let said = loaded
        .problems
        .first()
        .map(ToString::to_string)
        .unwrap_or_default();
    assert!(said.contains(expected), "{said}");
    assert!(said.len() < 1000, "a message of {} bytes", said.len());
}

#[test]
fn brackets_without_end_are_refused() {
    refused("[".repeat(500_000), "nested more than 24 levels deep");
    refused("- ".repeat(200_000), "nested more than 24 levels deep");
}

#[test]
fn aliases_that_multiply_are_refused() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = level - 1;
        let ten = vec![format!("*a{before}"); 10].join(", ");
        text = format!("{text}a{level}: &a{level} [{ten}]\n");
    }
    refused(text, "values, aliases counted at every use");
}

#[test]
fn a_long_text_repeated_by_aliases_is_refused() {
    let long = "x".repeat(400_000);
    let uses = vec!["*t"; 1000].join(", ");
    refused(
        format!("t: &t {long}\nu: [{uses}]\n"),
        "values, aliases counted at every use",
    );
}

#[test]
fn a_file_that_is_too_long_is_refused_before_it_is_parsed() {
    refused(
        "#".repeat(Source::MOST_BYTES + 1),
        "more than 1048576 bytes",
    );
}

#[test]
fn thousands_of_faults_in_one_long_line_are_cut_short() {
    let keys: Vec<String> = (0..15_000).map(|number| format!("k{number}: x")).collect();
    let loaded = load(
        &Source::new("a.yaml", format!("{{{}}}", keys.join(", "))),
        "local",
    );
    assert_eq!(loaded.problems.len(), 50);
    let stored: usize = loaded
        .problems
        .iter()
        .map(|problem| problem.place.line.len())
        .sum();
    assert!(stored < 50_000, "{stored} bytes");
}

#[test]
fn a_key_and_a_message_of_any_length_stay_readable() {
    let text = format!("{}: x\n", "k".repeat(100_000));
    let loaded = load(&Source::new("a.yaml", text), "local");
    for problem in loaded.problems {
        assert!(problem.with_line().len() < 2000);
    }
}

/// The whole way a file takes: listing, loading, checking, and every message printed.
fn survive(text: &str) {
    let pack = PackSource::new("local", vec![Source::new("a.yaml", text)]);
    let library = Library::load(vec![pack]);
    for problem in check(&library, |_| true).problems {
        let message = problem.with_line();
        assert!(!message.contains('\u{1b}'));
    }
}

proptest! {
    #![proptest_config(Config { cases: 128, failure_persistence: None, ..Config::default() })]

    #[test]
    fn no_text_at_all_makes_the_reader_panic(text in "\\PC{0,200}") {
        survive(&text);
    }

    #[test]
    fn no_soup_of_yaml_signs_makes_the_reader_panic(
        text in r#"[ \n\t:\-\[\]\{\},&\*!|>'"%@#?~a-c：\u{1b}\u{202e}\\]{0,120}"#,
    ) {
        survive(&text);
    }

    #[test]
    fn no_change_of_a_good_file_makes_the_reader_panic(
        at in 0..SEED.len(),
        length in 0..20_usize,
        put in r##"[ \n:\-\[\]\{\},&\*!|>'"#~\(\|<a-z0-9]{0,6}"##,
    ) {
        let mut text = String::from(SEED);
        let end = (at + length).min(text.len());
        text.replace_range(at..end, &put);
        survive(&text);
    }

    #[test]
    fn no_bytes_at_all_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        match Source::from_bytes("a.yaml", bytes) {
            Ok(source) => survive(&source.text),
            Err(problem) => prop_assert!(!problem.with_line().is_empty()),
        }
    }
}
