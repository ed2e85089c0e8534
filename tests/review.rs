//! The diff of every shipped review applies to the files it is made for, and what it leaves is code.
//!
//! A scenario adds its files as `tests/review/ID/before/PATH`; nothing is listed here.

use std::{
    fs,
    path::{Path, PathBuf},
};

use firedrill::{
    domain::{FileDiff, LineKind, Review, Scenario, Step, Task},
    library::{Library, builtin},
    scoring::{Grader, State},
};

/// Every shipped step with a diff.
fn reviews() -> Vec<(Scenario, Step, Box<Review>)> {
    let library = Library::load(vec![builtin()]);
    let ids: Vec<_> = library
        .headers()
        .iter()
        .map(|header| header.id.clone())
        .collect();
    let mut found = Vec::new();
    for id in ids {
        let scenario = library.scenario(&id).unwrap();
        for step in &scenario.steps {
            if let Task::Review(review) = &step.task {
                found.push((scenario.clone(), step.clone(), review.clone()));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

fn folder(scenario: &Scenario) -> PathBuf {
    let name = scenario.header.id.scenario.as_str();
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/review")
        .join(name)
        .join("before")
}

/// The file after the change; every line of the old version must be where the diff says.
fn applied(before: &str, file: &FileDiff) -> Result<String, String> {
    let before: Vec<&str> = before.lines().collect();
    let mut after: Vec<&str> = Vec::new();
    let mut at = 0;
    for hunk in &file.hunks {
        let start = usize::try_from(hunk.old_start).unwrap().saturating_sub(1);
        after.extend(before.get(at..start).ok_or("a hunk behind the end")?);
        at = start;
        if after.len() + 1 != usize::try_from(hunk.new_start).unwrap().max(1) {
            return Err(format!(
                "`{}` begins at line {} of the new version",
                hunk.header(),
                after.len() + 1
            ));
        }
        for line in &hunk.lines {
            if line.kind != LineKind::Added {
                let stands = before.get(at).copied().unwrap_or("(the end)");
                if stands != line.text {
                    let (number, text) = (at + 1, &line.text);
                    return Err(format!(
                        "line {number} is `{stands}`, not `{text}` as in the diff"
                    ));
                }
                at += 1;
            }
            if line.kind != LineKind::Removed {
                after.push(&line.text);
            }
        }
    }
    after.extend(before.get(at..).unwrap_or_default());
    Ok(after.iter().flat_map(|line| [line, "\n"]).collect())
}

/// Why `text` is no code of the language that the name of its file stands for.
fn fault(path: &Path, text: &str) -> Option<String> {
    let extension = path.extension().unwrap_or_default().to_str().unwrap();
    match extension {
        "go" => grown(text, &tree_sitter_go::LANGUAGE.into()),
        "py" => grown(text, &tree_sitter_python::LANGUAGE.into()),
        "tf" | "hcl" => grown(text, &tree_sitter_hcl::LANGUAGE.into()),
        "rs" => syn::parse_file(text).err().map(|error| error.to_string()),
        "sql" => {
            let dialect = sqlparser::dialect::PostgreSqlDialect {};
            let parsed = sqlparser::parser::Parser::parse_sql(&dialect, text);
            parsed.err().map(|error| error.to_string())
        }
        "yaml" | "yml" => yaml_fault(text),
        "md" | "txt" | "mod" | "sum" => None,
        other => Some(format!("no parser for `.{other}` files here")),
    }
}

/// Where a grammar does not fit.
fn grown(text: &str, language: &tree_sitter::Language) -> Option<String> {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(language).unwrap();
    let tree = parser.parse(text, None).unwrap();
    if !tree.root_node().has_error() {
        return None;
    }
    let mut node = tree.root_node();
    loop {
        let mut cursor = node.walk();
        let wrong = node
            .children(&mut cursor)
            .find(tree_sitter::Node::has_error);
        match wrong {
            Some(child) => node = child,
            None => break,
        }
    }
    Some(format!("line {}", node.start_position().row + 1))
}

fn yaml_fault(text: &str) -> Option<String> {
    let mut parser = serde_yaml::granit_parser::Parser::new_from_str(text);
    std::iter::from_fn(|| parser.next_event())
        .find_map(|event| event.err().map(|error| error.to_string()))
}

#[test]
fn every_diff_applies_and_leaves_code() {
    let mut wrong = Vec::new();
    for (scenario, _, review) in reviews() {
        for file in review.diff.files.iter().filter(|file| !file.is_binary) {
            let id = &scenario.header.id.scenario;
            let before = match &file.old_path {
                Some(path) => match fs::read_to_string(folder(&scenario).join(path)) {
                    Ok(text) => text,
                    Err(error) => {
                        wrong.push(format!("tests/review/{id}/before/{path}: {error}"));
                        continue;
                    }
                },
                None => String::new(),
            };
            let mut told = |what: String| wrong.push(format!("{id} {}: {what}", file.path()));
            match applied(&before, file) {
                Err(what) => told(what),
                Ok(after) if file.new_path.is_some() => {
                    if let Some(what) = fault(Path::new(file.path()), &after) {
                        told(format!("the result does not parse: {what}\n{after}"));
                    }
                }
                Ok(after) if after.is_empty() => {}
                Ok(_) => told("a deleted file with lines left".to_owned()),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_before_belongs_to_a_diff() {
    let reviews = reviews();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/review");
    let mut folders = vec![root];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|it| it != "snap") {
                let is_named = reviews.iter().any(|(scenario, _, review)| {
                    let folder = folder(scenario);
                    let mut files = review.diff.files.iter();
                    files.any(|file| {
                        let old = file.old_path.as_ref();
                        old.is_some_and(|old| folder.join(old) == path)
                    })
                });
                assert!(is_named, "{} belongs to no diff", path.display());
            }
        }
    }
}

#[test]
fn a_shipped_review_has_enough_to_find_and_something_to_leave_alone() {
    for (scenario, step, review) in reviews() {
        let id = &scenario.header.id;
        let findings = review.findings.len();
        assert!((4..=7).contains(&findings), "{id}: {findings} findings");
        assert!(!review.decoys.is_empty(), "{id}: no decoy");
        assert!(review.decision.is_some(), "{id}: no decision");
        assert!(step.samples.len() >= 5, "{id}: too few samples");
    }
}

#[test]
fn a_review_is_worth_more_on_its_lines_than_in_the_summary_or_on_other_lines() {
    for (scenario, step, _) in reviews() {
        let id = &scenario.header.id;
        let library = Library::load(vec![builtin()]);
        let grader = Grader::new(&step, library.glossary("builtin"), step.register).unwrap();
        let model = &step.models[0].text;
        let placed = grader.grade(model);
        let prose: String = model
            .lines()
            .map(|line| match line.split_once("] ") {
                Some((_, said)) => format!("{said}\n"),
                None => format!("{}\n", line.trim_start_matches("summary: ")),
            })
            .collect();
        let unplaced = grader.grade(&prose);
        assert!(placed.score > 0.95, "{id}: {}", placed.score);
        assert!(
            unplaced.score < placed.score && unplaced.score > 0.4,
            "{id}: without places {}",
            unplaced.score
        );
        let mut blockers = model.clone();
        for label in ["[major]", "[minor]", "[nit]", "[question]", "[praise]"] {
            blockers = blockers.replace(label, "[blocker]");
        }
        let inflated = grader.grade(&blockers);
        assert!(
            inflated.score < 0.6,
            "{id}: all blockers {}",
            inflated.score
        );
        let empty = grader.grade("");
        assert!(empty.score <= 0.0 && empty.criteria.iter().all(|it| it.state == State::Missed));
    }
}

/// Every word that the patterns of the step ask for, without their signs.
fn keywords(step: &Step) -> String {
    let patterns = step.rubric.iter().flat_map(|it| it.requirement.patterns());
    let words = patterns.flat_map(|pattern| pattern.text.split(|c: char| !c.is_alphanumeric()));
    let words: Vec<&str> = words.filter(|word| word.len() > 3).take(120).collect();
    words.join(" ")
}

#[test]
fn keywords_on_every_line_or_in_one_comment_earn_little() {
    let library = Library::load(vec![builtin()]);
    for (scenario, step, review) in reviews() {
        let id = &scenario.header.id;
        let grader = Grader::new(&step, library.glossary("builtin"), step.register).unwrap();
        let all = keywords(&step);
        let path = review.diff.files[0].path();
        let one = format!("{path} [major] {all}\ndecision: request-changes");
        let card = grader.grade(&one);
        assert!(card.score <= 0.35, "{id}: one comment {}", card.score);
        let lines = review
            .diff
            .lines()
            .filter(|(_, line)| line.text.trim().len() > 3);
        let mut every = String::new();
        for (spot, line) in lines {
            let path = review.diff.files[spot.file].path();
            let code = line.text.trim();
            every.extend([path, " \"", code, "\" [blocker] ", &all, "\n"]);
        }
        let card = grader.grade(&every);
        assert!(card.score <= 0.35, "{id}: every line {}", card.score);
    }
}

#[test]
fn odd_diffs_and_odd_answers_never_stop_the_grader() {
    let library = Library::load(vec![builtin()]);
    let (_, step, _) = reviews().remove(0);
    let grader = Grader::new(&step, library.glossary("builtin"), step.register).unwrap();
    for answer in [
        "\"",
        "a.go \"",
        "a.go:99999999999 [nit]",
        "“”【】：",
        "summary:",
        "decision:\r\nsummary：谢谢\r\n",
        "a.go:5-1 \"x\" [blocker] y\n\t\n  z",
        "[praise]",
        "a.go \"é…\" [nit] 数据",
    ] {
        let card = grader.grade(answer);
        assert!(card.score < 0.3, "{answer}: {}", card.score);
    }
    let long = format!(
        "--- a/x\r\n+++ b/x\r\n@@ -1 +1 @@\r\n-\ta\r\n+{}数\r\n",
        "x".repeat(100_000)
    );
    let (diff, faults) = firedrill::library::read_diff(&long);
    assert_eq!(faults, []);
    assert!(diff.files[0].hunks[0].lines[1].text.ends_with('数'));
}

mod units {
    use super::{applied, fault};
    use firedrill::library::read_diff;
    use std::path::Path;

    #[test]
    fn a_diff_that_does_not_fit_is_told() {
        let (diff, _) = read_diff("--- a/x\n+++ b/x\n@@ -2 +2 @@\n-b\n+c\n");
        assert_eq!(applied("a\nb\nd\n", &diff.files[0]).unwrap(), "a\nc\nd\n");
        assert!(applied("a\nx\nd\n", &diff.files[0]).is_err());
    }

    #[test]
    fn text_that_is_no_code_is_told() {
        for (name, good, bad) in [
            (
                "a.go",
                "package a\n\nfunc f() {}\n",
                "package a\n\nfunc f( {}\n",
            ),
            (
                "a.py",
                "def f():\n    return 1\n",
                "def f(:\n    return 1\n",
            ),
            ("a.rs", "fn f() {}\n", "fn f( {}\n"),
            (
                "a.sql",
                "ALTER TABLE a ADD COLUMN b int;\n",
                "ALTER TALBE a;\n",
            ),
            ("a.yaml", "a: [1, 2]\n", "a: [1, 2\n"),
            (
                "a.tf",
                "resource \"a\" \"b\" {\n  c = 1\n}\n",
                "resource \"a\" {\n  c = \n",
            ),
        ] {
            assert_eq!(fault(Path::new(name), good), None, "{name}");
            assert!(fault(Path::new(name), bad).is_some(), "{name}");
        }
    }
}
