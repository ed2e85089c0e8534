//! What a missed point earns for coming near it, and what never earns anything.

use firedrill::{
    domain::{Model, PatternText, Position, RedFlag, Step, Text},
    scoring::{Glossary, Grader, Scorecard, State},
};

use super::rubric::{criterion, step};

const MODEL: &str = "The node drops packets because its conntrack table overflows.";

fn subject(points: usize) -> Step {
    let mut rubric = vec![criterion("overflow", &["conntrack (overflow|full)"])];
    for other in 1..points {
        rubric.push(criterion(&format!("other-{other}"), &["kernel version"]));
    }
    let mut step = step(rubric);
    step.ask = Text::english("Why are packets lost on this node?");
    step.models = vec![Model {
        text: MODEL.to_owned(),
        register: None,
        at: Position::default(),
    }];
    step
}

fn grade(step: &Step, answer: &str) -> Scorecard {
    Grader::new(step, &Glossary::default(), None)
        .unwrap()
        .grade(answer)
}

#[track_caller]
fn case(answer: &str, expected: &[&str]) -> f64 {
    let card = grade(&subject(1), answer);
    let finding = &card.criteria[0];
    assert_eq!((finding.state, finding.credit), (State::Missed, 0.0));
    let near: Vec<_> = finding
        .near
        .iter()
        .map(|span| &answer[span.start..span.end])
        .collect();
    assert_eq!(near, expected, "{answer}");
    assert_eq!(finding.closeness > 0.0, !expected.is_empty(), "{answer}");
    assert!((card.score - finding.closeness).abs() < 1e-9);
    finding.closeness
}

#[test]
fn words_of_the_point_and_of_its_model_sentence_come_near() {
    let half = case("The table overflows.", &["table", "overflows"]);
    let little = case("Its table drops what comes.", &["table", "drops"]);
    assert!(half > little && half <= 0.5, "{half} {little}");
}

#[test]
fn words_of_the_question_of_chance_or_denied_do_not_come_near() {
    case("The packets of this node are lost.", &[]);
    case("Somebody sat at the table.", &[]);
    case("The table does not overflow.", &[]);
    case("It is not true that the table overflows.", &[]);
    case("I doubt that its table overflows.", &[]);
    case("I bought a table. A leaf drops.", &[]);
    case(
        "Flour, butter, sugar, eggs, milk, salt, lemons, vanilla and almonds stood on the table; the bowl overflows.",
        &[],
    );
}

#[test]
fn all_closeness_together_is_worth_one_point_at_most() {
    for points in [1, 2, 3, 6] {
        let card = grade(&subject(points), "The table overflows and drops packets.");
        let found = card.criteria[0].closeness;
        let count = f64::from(u32::try_from(points).unwrap());
        assert!(found > 0.0 && found <= (1.0 / count).min(0.5), "{found}");
    }
}

#[test]
fn nothing_comes_near_beside_a_red_flag() {
    let mut step = subject(1);
    step.red_flags.push(RedFlag {
        id: "reboots".into(),
        point: Text::english("reboots"),
        patterns: vec![PatternText::new("reboot")],
        penalty: 0.0,
        fatal: false,
        at: Position::default(),
    });
    let answer = "The table overflows. Reboot it.";
    assert!(grade(&subject(1), answer).score > 0.0);
    assert!(grade(&step, answer).score == 0.0);
}
