//! What a comment is about: the code it stands on decides between a finding, an extra and a decoy.

use firedrill::{
    library::{Library, PackSource, Source},
    scoring::{CommentOutcome, Glossary, Grader, ReviewCard},
};

const SCENARIO: &str = r#"
id: places
kind: review
title: Places
steps:
  - id: review
    ask: Review.
    register: pull-request
    review:
      diff: |
        --- a/a.go
        +++ b/a.go
        @@ -1,3 +1,7 @@
         func f() {
        +	w.Header().Set("Cache-Control", "no-store")
        +	for {
        +		g()
        +	}
        +	h(err)
         }
      findings:
        - {id: status, severity: minor, point: The status, any: [503], on: ["h(err)"]}
      extras:
        - {id: cached, point: A cache, any: [cache*], on: ["g()"]}
      decoys:
        - {id: header, point: The header is right, any: [header ~8 (needed|unnecessary)], on: ["w.Header()"]}
    rubric:
      - {id: thanks, point: Thanks, any: [thank*]}
    models: ["a.go \"h(err)\" [minor] 503 would be honest.\nsummary: Thanks."]
"#;

fn grade(answer: &str) -> ReviewCard {
    let source = Source::new("places.yaml", SCENARIO.to_owned());
    let library = Library::load(vec![PackSource::new("local", vec![source])]);
    let id = library.find("places").unwrap().id.clone();
    let scenario = library.scenario(&id).unwrap();
    let grader = Grader::new(&scenario.steps[0], &Glossary::default(), None).unwrap();
    grader.grade(answer).review.unwrap()
}

#[track_caller]
fn case(answer: &str, expected: CommentOutcome) {
    let card = grade(answer);
    assert_eq!(card.comments[0].outcome, expected, "{answer}");
    let is_decoy = expected == CommentOutcome::Decoy;
    assert_eq!(!card.decoys.is_empty(), is_decoy, "{answer}");
}

#[test]
fn a_right_finding_near_a_decoy_does_not_take_the_decoy() {
    case(
        "a.go \"h(err)\" [minor] 503 is the honest code, and a Retry-After header is needed.",
        CommentOutcome::Caught,
    );
    case(
        "a.go \"g()\" [minor] Could we cache it? No other header is needed then.",
        CommentOutcome::Extra,
    );
}

#[test]
fn on_the_line_of_the_decoy_it_is_taken_whatever_else_is_said() {
    case(
        "a.go \"w.Header()\" [minor] This header is unnecessary, and 503 would be better.",
        CommentOutcome::Decoy,
    );
    case(
        "a.go \"h(err)\" [minor] The header is unnecessary.",
        CommentOutcome::Decoy,
    );
}

#[test]
fn a_quotation_mark_behind_a_backslash_is_the_one_in_the_code() {
    case(
        "a.go \"Set(\\\"Cache-Control\\\", \\\"no-store\\\")\" [minor] This header is unnecessary.",
        CommentOutcome::Decoy,
    );
}
