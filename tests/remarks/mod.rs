//! What is said about learners' English, on sentences as engineers say and write them.

mod labelled;

use firedrill::{
    domain::Register,
    library::{Library, builtin},
    scoring::{Advice, Critic, Remark, RemarkKind, plain_models},
};

const FLUENT: &str = include_str!("fluent.txt");
const FLAWED: &str = include_str!("flawed.txt");

/// The lines of a table that hold something, cut into `columns`.
fn rows(table: &'static str, columns: usize) -> Vec<Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let row: Vec<_> = line.splitn(columns, " | ").collect();
            assert_eq!(row.len(), columns, "{line}");
            row
        })
        .collect()
}

fn advice(register: &str, answer: &str) -> Advice {
    Critic::new(Register::parse(register), []).advise(answer)
}

fn shown(answer: &str, remark: &Remark) -> String {
    format!("{} “{}”", remark.rule, &answer[remark.start..remark.end])
}

#[test]
fn fluent_english_is_left_alone() {
    let rows = rows(FLUENT, 2);
    let remarked: Vec<_> = rows
        .iter()
        .flat_map(|row| {
            advice(row[0], row[1])
                .remarks
                .into_iter()
                .map(|remark| format!("{}: {}", shown(row[1], &remark), row[1]))
        })
        .collect();
    assert_eq!(remarked, Vec::<String>::new());
}

#[test]
fn every_flaw_is_quoted_and_nothing_else() {
    let wrong: Vec<_> = rows(FLAWED, 4)
        .iter()
        .filter_map(|row| {
            let found: Vec<_> = advice(row[0], row[3])
                .remarks
                .iter()
                .map(|remark| shown(row[3], remark))
                .collect();
            let expected = format!("{} “{}”", row[1], row[2]);
            (found != [expected.clone()]).then(|| format!("{expected} but {found:?}: {}", row[3]))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_register_rules_cost_something() {
    for row in rows(FLAWED, 4) {
        let advice = advice(row[0], row[3]);
        let costs = advice
            .remarks
            .iter()
            .any(|remark| remark.kind == RemarkKind::Register);
        assert_eq!(advice.communication.unwrap() < 1.0, costs, "{}", row[3]);
    }
}

#[test]
fn without_a_register_there_is_no_mark_and_only_form_is_remarked_on() {
    let advice = advice(
        "-",
        "Your code broke the build, and it is more faster to roll back.",
    );
    assert_eq!(advice.remarks.len(), 1);
    assert_eq!(advice.remarks[0].rule, "more-faster");
    assert_eq!(advice.communication, None);
}

#[test]
fn shipped_models_are_left_alone() {
    let library = Library::load(vec![builtin()]);
    let mut read = 0;
    let mut remarked = vec![];
    for header in library.headers() {
        for step in &library.scenario(&header.id).unwrap().steps {
            for register in step.registers() {
                for model in plain_models(step, register) {
                    read += 1;
                    for remark in Critic::of(step, register).advise(&model).remarks {
                        let said = shown(&model, &remark);
                        remarked.push(format!("{} {}: {said}: {model}", header.id, step.id));
                    }
                }
            }
        }
    }
    assert!(read > 0);
    assert_eq!(remarked, Vec::<String>::new());
}
