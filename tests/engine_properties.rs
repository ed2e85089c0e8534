//! What holds of the grader whatever is written: no panic, sound numbers, sound spans, no loss by saying more.

use std::sync::LazyLock;

use firedrill::scoring::{Glossary, Grader, Pattern, Scorecard, Span, State, explain};
use proptest::prelude::*;

use super::{
    gaming::{Subject, subjects},
    rubric::{criterion, glossary, step},
};

/// Words that the engine treats specially, beside some that it does not.
const WORDS: &[&str] = &[
    "disk",
    "full",
    "overlay",
    "mount",
    "denied",
    "uid_map",
    "/proc/$PID/uid_map",
    "cpu.stat",
    "back-off",
    "kube-proxy",
    "userns",
    "p99",
    "not",
    "without",
    "never",
    "jitter",
    "磁盘",
    "naïve",
    "--userns=host",
    "=exact",
    "=(two words)",
    "retr*",
    "<5 min>",
    "<..500 ms>",
    "<3478 10% USD/month>",
];

static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(subjects);

/// Answers that are in the built-in scenarios, each with the place of its subject.
static ANSWERS: LazyLock<Vec<(usize, String)>> = LazyLock::new(|| {
    let mut answers = Vec::new();
    for (at, subject) in SUBJECTS.iter().enumerate() {
        answers.extend(subject.models.iter().map(|model| (at, model.clone())));
        let samples = subject.step.samples.iter();
        answers.extend(samples.map(|sample| (at, sample.text.clone())));
    }
    answers
});

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(WORDS).prop_map(str::to_owned),
        3 => "[ -~\n]{0,60}",
        2 => "[\u{4e00}-\u{4e40}。，、！？ａ-ｚ０-９]{0,20}",
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{200f}\u{feff}\u{301}]{0,8}",
        1 => "[😀-😄👩\u{200d}🏽️é́ß™ﬁİ½㎏Å]{0,8}",
        1 => "[a-z]{300,900}",
        1 => "[-*#`>.:;,()/'\"—→|\\[\\]{}0-9 \n]{0,24}",
        1 => prop::sample::select(vec!["don't", "it is not true that", "3.5 s", "- ", "```\n", "\n\n", "\r\n", "1. ", "…"]).prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let joined = prop::collection::vec((piece(), prop::bool::weighted(0.8)), 0..16);
    prop_oneof![
        6 => joined.prop_map(|pieces| {
            pieces.into_iter().map(|(piece, space)| piece + if space { " " } else { "" }).collect()
        }),
        1 => any::<String>(),
    ]
}

/// A pattern that is one by the grammar.
fn pattern() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS).prop_map(str::to_owned);
    let element = word.prop_recursive(3, 12, 3, |inner| {
        let sequence = prop::collection::vec(inner, 1..3).prop_map(|words| words.join(" "));
        prop::collection::vec(sequence, 1..4).prop_map(|parts| format!("({})", parts.join("|")))
    });
    let operator = prop::sample::select(vec![" ", " ~ ", " ~5 ", " ~> ", " ~0 ", " > "]);
    (
        element.clone(),
        prop::collection::vec((operator, element), 0..4),
    )
        .prop_map(|(first, others)| {
            others.into_iter().fold(first, |pattern, (operator, next)| {
                pattern + operator + &next
            })
        })
}

#[track_caller]
fn spans_are_sound(spans: &[Span], answer: &str) {
    for span in spans {
        assert!(span.start < span.end, "{span:?} is empty in {answer:?}");
        assert!(
            answer.get(span.start..span.end).is_some(),
            "{span:?} cuts {answer:?}"
        );
    }
}

#[track_caller]
fn is_sound(card: &Scorecard, answer: &str) {
    let share = 0.0..=1.0;
    let marks = [
        card.marks.content,
        card.marks.structure,
        card.marks.communication,
    ];
    let numbers = [card.score, card.confidence].into_iter();
    for number in numbers.chain(marks.into_iter().flatten()) {
        assert!(share.contains(&number), "{number} for {answer:?}");
    }
    for finding in &card.criteria {
        assert!(share.contains(&finding.credit), "{finding:?} {answer:?}");
        let earns = matches!(finding.state, State::Hit | State::Partial);
        assert_eq!(earns, finding.credit > 0.0, "{finding:?} {answer:?}");
        let close = 0.0..=0.5;
        assert!(close.contains(&finding.closeness), "{finding:?} {answer:?}");
        let is_missed = finding.state == State::Missed;
        assert!(is_missed || finding.closeness == 0.0, "{finding:?}");
        assert_eq!(
            finding.closeness > 0.0,
            !finding.near.is_empty(),
            "{finding:?}"
        );
        spans_are_sound(&finding.spans, answer);
        spans_are_sound(&finding.near, answer);
    }
    for flag in &card.red_flags {
        spans_are_sound(&flag.spans, answer);
    }
    for remark in &card.remarks {
        let words = answer.get(remark.start..remark.end);
        assert!(words.is_some(), "{remark:?} cuts {answer:?}");
    }
}

/// Grades twice; the same must come of it.
#[track_caller]
fn grade(grader: &Grader, answer: &str) -> Scorecard {
    let card = grader.grade(answer);
    is_sound(&card, answer);
    assert_eq!(card, grader.grade(answer), "{answer:?}");
    card
}

/// One way in which an answer goes wrong between head and file.
#[derive(Clone, Debug)]
enum Harm {
    Drop(usize, usize),
    Double(usize, usize),
    Insert(usize, String),
    Swap(usize),
    Shout,
}

impl Harm {
    fn any() -> impl Strategy<Value = Self> {
        prop_oneof![
            (any::<usize>(), 1_usize..40).prop_map(|(at, length)| Self::Drop(at, length)),
            (any::<usize>(), 1_usize..40).prop_map(|(at, length)| Self::Double(at, length)),
            (any::<usize>(), piece()).prop_map(|(at, piece)| Self::Insert(at, piece)),
            any::<usize>().prop_map(Self::Swap),
            Just(Self::Shout),
        ]
    }

    fn does(&self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let count = letters.len().max(1);
        match self {
            Self::Drop(at, length) => {
                let from = at % count;
                letters.drain(from.min(letters.len())..(from + length).min(letters.len()));
            }
            Self::Double(at, length) => {
                let from = (at % count).min(letters.len());
                let part = letters[from..(from + length).min(letters.len())].to_vec();
                letters.splice(from..from, part);
            }
            Self::Insert(at, piece) => {
                let from = (at % count).min(letters.len());
                letters.splice(from..from, piece.chars());
            }
            Self::Swap(at) => {
                let from = at % count;
                if from + 1 < letters.len() {
                    letters.swap(from, from + 1);
                }
            }
            Self::Shout => return text.to_uppercase(),
        }
        letters.into_iter().collect()
    }
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn any_text_is_graded_by_any_pattern(patterns in prop::collection::vec(pattern(), 1..4), answer in text()) {
        let patterns: Vec<&str> = patterns.iter().map(String::as_str).collect();
        match Grader::new(&step(vec![criterion("point", &patterns)]), &glossary(), None) {
            Ok(grader) => drop(grade(&grader, &answer)),
            Err(problems) => prop_assert!(false, "{:?}", problems),
        }
    }

    #[test]
    fn any_line_is_a_pattern_or_has_a_fault_inside_it(line in "[a-z*~<>()|=\"/_. 0-9%$磁é-]{0,40}", answer in text()) {
        match Pattern::parse(&line) {
            Ok(pattern) => {
                let first = explain(&pattern, &Glossary::default(), &answer);
                spans_are_sound(&first.spans, &answer);
                prop_assert_eq!(first, explain(&pattern, &Glossary::default(), &answer));
            }
            Err(error) => {
                prop_assert!((1..=line.chars().count() + 1).contains(&error.column), "{:?} of {}", error, line);
            }
        }
    }

    #[test]
    fn any_text_is_graded_by_any_step(at in any::<prop::sample::Index>(), answer in text()) {
        grade(&at.get(&SUBJECTS).grader, &answer);
    }

    #[test]
    fn harmed_answers_are_graded(at in any::<prop::sample::Index>(), harms in prop::collection::vec(Harm::any(), 1..8)) {
        let (subject, answer) = at.get(&ANSWERS);
        let harmed = harms.iter().fold(answer.clone(), |text, harm| harm.does(&text));
        grade(&SUBJECTS[*subject].grader, &harmed);
    }
}

/// The sentences of the model answers of `subject`, each with the criteria that it meets by itself.
fn model_sentences(subject: &Subject) -> Vec<(String, Vec<usize>)> {
    let mut found: Vec<(String, Vec<usize>)> = Vec::new();
    for model in &subject.models {
        let ends = model.replace(". ", ".\n").replace("? ", "?\n");
        for sentence in ends.lines().map(str::trim) {
            let card = subject.grader.grade(sentence);
            let hits: Vec<_> = (0..card.criteria.len())
                .filter(|at| card.criteria[*at].state == State::Hit)
                .collect();
            if !hits.is_empty() && found.iter().all(|(known, _)| known != sentence) {
                found.push((sentence.to_owned(), hits));
            }
        }
    }
    found
}

#[test]
fn a_model_sentence_for_a_point_not_yet_made_never_lowers_the_score() {
    let mut tried = 0;
    let mut lowered = Vec::new();
    for (number, subject) in SUBJECTS.iter().enumerate() {
        let sentences = model_sentences(subject);
        let own = ANSWERS.iter().filter(|(of, _)| *of == number);
        for (_, answer) in own {
            let before = subject.grader.grade(answer);
            for (at, finding) in before.criteria.iter().enumerate() {
                let said = sentences.iter().find(|(_, hits)| hits.contains(&at));
                let Some((sentence, _)) = said else { continue };
                if finding.state == State::Hit {
                    continue;
                }
                let longer = format!("{answer}\n\n{sentence}");
                let after = subject.grader.grade(&longer);
                if after.red_flags.len() > before.red_flags.len() {
                    continue;
                }
                tried += 1;
                if after.score < before.score - 1e-9 {
                    lowered.push(format!(
                        "{} {}: {} to {} {:?}: {longer}",
                        subject.name, finding.id, before.score, after.score, after.guards
                    ));
                }
            }
        }
    }
    assert!(tried > 300, "{tried}");
    assert!(
        lowered.is_empty(),
        "{} of {tried}: {lowered:#?}",
        lowered.len()
    );
}
