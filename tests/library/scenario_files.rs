//! Scenario files: what is read from them, and what is said about broken ones.

use firedrill::{
    domain::{Difficulty, Expectation, ExpectedState, Position, Register, Requirement, Task},
    library::{Library, PackSource, Source, load, load_scenario},
};

const SMALLEST: &str = "id: a\nkind: debug\ntitle: T\nsteps:\n  - id: s\n    ask: Why?\n    rubric:\n      - {id: c, point: P, any: [429, 5.10, yes, 0755, 1e3, \"12:30\"]}\n    models: [M]\n";

#[track_caller]
fn scenario(text: &str) -> firedrill::domain::Scenario {
    load_scenario(&Source::new("a.yaml", text), "local").unwrap()
}

/// Every message about `text`, one after the other.
fn messages(text: &str) -> String {
    let loaded = load(&Source::new("a.yaml", text), "local");
    let messages: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    messages.join("\n")
}

#[test]
fn words_stay_as_they_are_written() {
    let scenario = scenario(SMALLEST);
    let patterns = scenario.steps[0].rubric[0].requirement.patterns();
    let texts: Vec<&str> = patterns
        .iter()
        .map(|pattern| pattern.text.as_str())
        .collect();
    assert_eq!(texts, ["429", "5.10", "yes", "0755", "1e3", "12:30"]);
    assert_eq!(
        patterns[1].at,
        Position {
            line: 8,
            column: 38
        }
    );
}

#[test]
fn keys_may_stand_in_any_order_and_defaults_hold() {
    let text = "title: {zh: 标题, en: T}\nkind: phrasing\nid: a\nsteps:\n  - models:\n      - {register: technical, text: M}\n    say: {source: 你好}\n    samples: [{expect: {c: negated}, text: S, flags: [f]}]\n    red_flags: [{id: f, point: P, any: [x]}]\n    rubric: [{any: [x], id: c, point: P, weight: 2.5, must: true}]\n    ask: A\n    id: s\n";
    let scenario = scenario(text);
    assert_eq!(scenario.header.title.zh.as_deref(), Some("标题"));
    assert_eq!(scenario.header.difficulty, Difficulty::Core);
    let step = &scenario.steps[0];
    let Task::Say(say) = &step.task else {
        panic!("{:?}", step.task)
    };
    assert_eq!(
        (say.source.en.as_str(), say.source.zh.as_deref()),
        ("", Some("你好"))
    );
    assert_eq!(say.registers, [Register::Meeting]);
    assert_eq!(step.models[0].register, Some(Register::Technical));
    assert!(matches!(step.rubric[0].requirement, Requirement::Any(_)));
    assert!(step.rubric[0].must);
    assert_eq!(
        step.samples[0].expect,
        Some(Expectation::States(vec![(
            "c".into(),
            ExpectedState::Negated
        )]))
    );
}

#[test]
fn every_problem_of_a_file_is_said_at_once() {
    let text = "id: A b\nkind: debugging\ntitle: ~\nsteps:\n  - id: s\n    ask: [x]\n    rubric:\n      - {id: c, point: P, wieght: two, any: [x], all: [y]}\n      - {id: c, point: P, at_least: {n: 3, of: [a]}}\n    when: later\n    models: []\ntags: [x]\n";
    insta::assert_snapshot!(messages(text), @r#"
    a.yaml:1:5: error: `A b` is not a name for `id:`
      help: use small letters, digits and hyphens, a letter or digit first, at most 64
    a.yaml:2:7: error: `kind:` has no choice `debugging`
      help: did you mean `debug`?
    a.yaml:3:8: error: `title:` has no value
      help: give a value; text goes in quotes: "null"
    a.yaml:6:10: error: `ask:` takes a text, or a mapping with `en:` and `zh:`, not a list
    a.yaml:8:9: error: a criterion has `any` and `all` together
      help: give exactly one of `any`, `all` or `at_least`
    a.yaml:8:27: error: unknown key `wieght` in a criterion
      help: did you mean `weight`?
    a.yaml:9:14: error: a criterion or red flag `c` already stands in line 8
      help: give one of them another id
    a.yaml:9:41: error: at least 3 of 1 can never be met
      help: lower `n:` or add patterns
    a.yaml:10:11: error: `when:` without `after:` is asked after nothing
      help: add `after:` with the step it looks at
    a.yaml:10:11: error: `when: later` is not understood
      help: write `missed CRITERION` or `score >= 80%`
    a.yaml:11:13: error: `models:` needs at least 1 entry
      help: add an entry, or delete the key
    a.yaml:12:1: error: `tags:` stands after `steps:`
      help: move it above `steps:`, where a listing stops reading
    "#);
}

#[test]
fn a_formula_that_cannot_be_worked_out_is_reported_where_it_goes_wrong() {
    let sheet = "{givens: {uploads: 5}, rows: [{id: put, label: A, is: 2 * uplods, unit: USD}]}";
    let text = SMALLEST.replace(
        "    ask: Why?\n",
        &format!("    ask: Why?\n    sheet: {sheet}\n"),
    );
    insta::assert_snapshot!(messages(&text), @r"
    a.yaml:7:70: error: `put` cannot be worked out: `uplods` is no row, given or unit of this sheet; did you mean `uploads`?
      help: formulas use `+ - * / ^ ( ) %`, numbers with units, givens, earlier rows and `price(name)`
    ");
}

#[test]
fn a_library_names_each_scenario_by_pack_and_keeps_the_good_beside_the_broken() {
    let pack = |name: &str| {
        PackSource::new(
            name,
            vec![
                Source::new("good.yaml", SMALLEST),
                Source::new("broken.yaml", "id: b\nkind: debug\n"),
                Source::new("pack.yaml", "id: x\ntitle: X\n"),
                Source::new("glossary.yaml", "- [fd, file descriptor]\n"),
            ],
        )
    };
    let library = Library::load(vec![pack("one"), pack("two")]);
    let ids: Vec<String> = library
        .headers()
        .iter()
        .map(|header| header.id.to_string())
        .collect();
    assert_eq!(ids, ["one/a", "two/a"]);
    assert_eq!(library.problems().len(), 2);
    assert_eq!(
        library.find("a").unwrap_err().to_string(),
        "`a` is in several packs; say `one/a` or `two/a`"
    );
    assert_eq!(
        library.find("tow/a").unwrap_err().to_string(),
        "there is no scenario `tow/a`; did you mean `two/a`?"
    );
    let id = library.find("two/a").unwrap().id.clone();
    assert_eq!(library.scenario(&id).unwrap().steps.len(), 1);
    assert_eq!(library.glossary("two").groups().len(), 1);
}

#[test]
fn a_comma_inside_braces_does_not_cut_a_text_in_two() {
    let text = SMALLEST.replace("point: P,", "point: About 1,000 of them, no more,");
    let point = &scenario(&text).steps[0].rubric[0].point;
    assert_eq!(point.en, "About 1,000 of them, no more");
    let said = messages(&text);
    assert!(
        said.contains("a.yaml:8:32: warning: the comma ends the text of `point:`"),
        "{said}"
    );
}
