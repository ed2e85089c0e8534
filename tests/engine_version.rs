//! The scores of fixed answers by a fixed rubric: they change only with the engine's version.

use std::{fmt::Write, fs, path::PathBuf};

use firedrill::{
    library::{Library, PackSource, Source},
    scoring::{ENGINE_VERSION, Glossary, Grader},
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Answer {
    id: String,
    step: String,
    text: String,
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/engine_version")
        .join(name)
}

/// One line per answer: its score, the guards that fired, and what became of each point.
fn scores() -> String {
    let bytes = fs::read(file("scenario.yaml")).unwrap();
    let source = Source::from_bytes("version.yaml", bytes).unwrap();
    let library = Library::load(vec![PackSource::new("local", vec![source])]);
    let id = library.find("version").unwrap().id.clone();
    let scenario = library.scenario(&id).unwrap();
    let mut lines = String::new();
    for line in fs::read_to_string(file("answers.jsonl")).unwrap().lines() {
        let answer: Answer = serde_json::from_str(line).unwrap();
        let step = scenario
            .steps
            .iter()
            .find(|step| step.id.as_str() == answer.step)
            .unwrap();
        let grader = Grader::new(step, &Glossary::default(), None).unwrap();
        let card = grader.grade(&answer.text);
        write!(lines, "{} {:.4}", answer.id, card.score).unwrap();
        for guard in &card.guards {
            write!(lines, " {guard:?}").unwrap();
        }
        for flag in &card.red_flags {
            write!(lines, " !{}", flag.id).unwrap();
        }
        for finding in &card.criteria {
            let (state, credit, close) = (finding.state, finding.credit, finding.closeness);
            if credit + close > 0.0 || !matches!(state, firedrill::scoring::State::Missed) {
                write!(lines, " {}:{state:?}:{credit:.2}+{close:.2}", finding.id).unwrap();
            }
        }
        lines.push('\n');
    }
    lines
}

#[test]
fn scores_change_only_with_the_engine_version() {
    let path = file("scores.txt");
    let known = fs::read_to_string(&path).unwrap_or_default();
    let (version, lines) = known.split_once('\n').unwrap_or_default();
    let found = scores();
    let is_same_version = version == format!("engine {ENGINE_VERSION}");
    if !is_same_version && std::env::var_os("FIREDRILL_WRITE").is_some() {
        fs::write(&path, format!("engine {ENGINE_VERSION}\n{found}")).unwrap();
        return;
    }
    let changed: Vec<_> = found
        .lines()
        .filter(|line| !lines.lines().any(|known| known == *line))
        .collect();
    assert!(
        is_same_version && found == lines,
        "the engine is {ENGINE_VERSION}, {} is of {version}, and these answers score otherwise: {changed:#?}\n\
         attempts are compared by version: raise `ENGINE_VERSION` in src/scoring/mod.rs (unless it was raised \
         since the last release: then delete the file), and run `FIREDRILL_WRITE=1 cargo test engine_version`",
        path.display()
    );
}
