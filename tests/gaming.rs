//! Answers that game the grader, each with the most it may earn, over every step of every built-in scenario.

use std::collections::BTreeSet;

use firedrill::{
    domain::{Expectation, Form, Register, Sample, Step, Task},
    library::{Library, builtin},
    scoring::{Grader, Scorecard, State, Verdict, plain_models},
};

/// A step with its grader and model answers for one register.
pub struct Subject {
    pub name: String,
    pub step: Step,
    register: Option<Register>,
    pub grader: Grader,
    pub models: Vec<String>,
    tags: Vec<String>,
}

/// Every step with a rubric of every built-in scenario, once per register.
pub fn subjects() -> Vec<Subject> {
    let library = Library::load(vec![builtin()]);
    let mut subjects = Vec::new();
    for header in library.headers() {
        let scenario = library.scenario(&header.id).unwrap();
        for step in scenario.steps.iter().filter(|step| !step.rubric.is_empty()) {
            for register in step.registers() {
                subjects.push(Subject {
                    name: format!("{} {} {register:?}", header.id, step.id),
                    grader: Grader::new(step, library.glossary("builtin"), register).unwrap(),
                    models: plain_models(step, register),
                    tags: header.tags.clone(),
                    step: step.clone(),
                    register,
                });
            }
        }
    }
    assert!(!subjects.is_empty());
    subjects
}

/// A fixed sequence of numbers that looks random.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// The words of `text` in another order, without punctuation.
fn shuffled(text: &str) -> String {
    let mut words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let mut dice = Dice(7);
    for at in (1..words.len()).rev() {
        words.swap(at, dice.below(at + 1));
    }
    words.join(" ")
}

fn sentences(text: &str) -> Vec<String> {
    text.split_inclusive(['.', '?', '!', '\n'])
        .map(|sentence| sentence.trim().trim_end_matches('.').to_owned())
        .filter(|sentence| sentence.split_whitespace().count() > 2)
        .collect()
}

/// Two ways to deny a whole sentence.
const DENIALS: [&str; 2] = ["It is not true that", "I doubt that"];

/// Every sentence of `text` denied.
fn denied(text: &str, denial: &str) -> String {
    let deny = |sentence: &String| format!("{denial} {sentence}. ");
    sentences(text).iter().map(deny).collect()
}

/// The words that carry the meaning, without sentences.
fn keywords(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 4)
        .collect::<Vec<_>>()
        .join(", ")
}

fn graded(subject: &Subject, answer: &str) -> Scorecard {
    subject.grader.grade(answer)
}

fn mean(scores: &[f64]) -> f64 {
    scores.iter().sum::<f64>() / f64::from(u32::try_from(scores.len()).unwrap())
}

#[track_caller]
fn at_most(cap: f64, what: &str, subject: &Subject, answer: &str) {
    let card = graded(subject, answer);
    assert!(
        card.score <= cap + 1e-9,
        "{what} earns {} of {}: {answer}",
        card.score,
        subject.name
    );
}

/// Whether `text` has as few short words as lists have.
fn is_list(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let short = words.iter().filter(|word| word.len() < 4).count();
    short * 10 < words.len() * 3 || text.lines().count() > 3
}

/// Whether sentences are asked for and given by every model, so that a list is not an answer.
fn takes_prose(subject: &Subject) -> bool {
    if subject.models.iter().any(|model| is_list(model)) {
        return false;
    }
    let room = subject.register.or(subject.step.register);
    subject.step.form == Form::Prose
        && !matches!(room, Some(Register::IncidentCall | Register::Technical))
}

#[test]
fn what_is_no_answer_has_neither_structure_nor_tone() {
    for subject in subjects() {
        for answer in [" \n ", "idk", "asdf jkl qwer uiop zxcv"] {
            let marks = subject.grader.grade(answer).marks;
            let other = [marks.structure, marks.communication];
            assert!(
                other.into_iter().flatten().all(|mark| mark == 0.0),
                "{}: {answer:?} {marks:?}",
                subject.name
            );
        }
    }
}

#[test]
fn an_answer_that_is_none_earns_nothing() {
    for subject in &subjects() {
        for answer in [
            "",
            " \n ",
            "idk",
            "I don't know.",
            "yes",
            "asdf jkl qwer uiop zxcv",
            "...",
            "？？？",
        ] {
            at_most(0.0, "nothing", subject, answer);
        }
    }
}

#[test]
fn the_question_said_back_earns_next_to_nothing() {
    for subject in &subjects() {
        at_most(0.15, "the question", subject, &subject.step.ask.en);
    }
}

#[test]
fn output_alone_earns_nothing() {
    let output = "[Mon 14:01:55] kernel: table full, dropping packet\n2026-11-23T14:02:01Z ERROR permission denied on overlay mount";
    for subject in &subjects() {
        at_most(0.0, "output", subject, output);
    }
}

#[test]
fn keywords_without_sentences_earn_little_where_prose_is_asked_for() {
    for subject in subjects().iter().filter(|subject| takes_prose(subject)) {
        for model in &subject.models {
            let list = keywords(model);
            if list.split(',').count() > 6 {
                at_most(0.3, "a keyword list", subject, &list);
            }
        }
    }
}

#[test]
fn shuffled_answers_earn_little_on_average() {
    let mut scores = Vec::new();
    for subject in &subjects() {
        let good = subject
            .step
            .samples
            .iter()
            .filter(|sample| sample.expect == Some(Expectation::Full));
        let texts = subject.models.iter().chain(good.map(|sample| &sample.text));
        for text in texts.filter(|text| text.split_whitespace().count() >= 25) {
            scores.push(graded(subject, &shuffled(text)).score);
        }
    }
    let mean = mean(&scores);
    assert!(mean <= 0.4, "mean {mean} of {}", scores.len());
}

#[test]
fn models_denied_sentence_by_sentence_earn_little_on_average() {
    let subjects = subjects();
    for denial in DENIALS {
        let models = subjects
            .iter()
            .flat_map(|subject| subject.models.iter().map(move |model| (subject, model)));
        let scores: Vec<_> = models
            .map(|(subject, model)| graded(subject, &denied(model, denial)).score)
            .collect();
        assert!(mean(&scores) <= 0.2, "{denial}: {}", mean(&scores));
    }
}

#[test]
fn one_word_is_never_enough_to_be_hired() {
    for subject in &subjects() {
        let models = subject.models.iter();
        let words: BTreeSet<_> = models.flat_map(|it| it.split_whitespace()).collect();
        for word in words {
            // a metric or a tool may be one of several points, never the answer
            at_most(0.59, "a word", subject, word);
        }
    }
}

#[test]
fn who_claims_the_right_and_the_wrong_cause_keeps_the_point_and_is_not_hired() {
    let mut claimed = 0;
    let subjects = subjects();
    let is_text = |subject: &&Subject| matches!(subject.step.task, Task::Write);
    for subject in subjects.iter().filter(is_text) {
        let step = &subject.step;
        let fits = |it: &&Sample| it.register.is_none() || it.register == subject.register;
        let wrong = step.samples.iter().filter(|it| !it.flags.is_empty());
        for (wrong, model) in wrong
            .filter(fits)
            .flat_map(|wrong| subject.models.iter().map(move |model| (wrong, model)))
        {
            let right = graded(subject, model);
            let both = graded(subject, &format!("{model}\n\n{}", wrong.text));
            let at = format!("{}: {}", subject.name, wrong.text);
            for flag in &wrong.flags {
                let raised = both.red_flags.iter().any(|it| it.id == flag.as_str());
                assert!(raised, "{flag} is not raised in {at}");
            }
            for (alone, beside) in right.criteria.iter().zip(&both.criteria) {
                let kept = beside.credit >= alone.credit || beside.state == State::Vetoed;
                assert!(kept, "{} is lost in {at}", alone.id);
            }
            assert!(
                both.verdict <= Verdict::NoHire,
                "{:?} in {at}",
                both.verdict
            );
            claimed += 1;
        }
    }
    assert!(claimed > 80, "{claimed}");
}

#[test]
fn the_same_answer_twice_counts_once() {
    for subject in &subjects() {
        for model in &subject.models {
            let once = graded(subject, model).score;
            let twice = graded(subject, &format!("{model}\n\n{model}")).score;
            assert!(
                twice <= once + 1e-9,
                "{twice} after {once} in {}",
                subject.name
            );
        }
    }
}

#[test]
fn the_model_of_another_scenario_earns_next_to_nothing() {
    let subjects = subjects();
    let mut scores = Vec::new();
    for (place, subject) in subjects.iter().enumerate() {
        // scenarios on one subject may share points on purpose
        let foreign = |other: &&Subject| !other.tags.iter().any(|tag| subject.tags.contains(tag));
        // a few of the others for each, other ones for the next: pairs grow with the square of the steps
        let others = subjects.iter().cycle().skip(place * 7).take(subjects.len());
        for other in others.filter(foreign).take(6) {
            scores.extend(
                other
                    .models
                    .iter()
                    .map(|model| graded(subject, model).score),
            );
        }
    }
    let over = scores.iter().filter(|score| **score > 0.15).count();
    assert!(
        over * 20 <= scores.len(),
        "{over} of {} earn more than .15",
        scores.len()
    );
}

#[test]
fn a_flood_of_words_earns_little_and_ends() {
    // the rows of a sheet are worked out whatever stands below them
    let is_text = |subject: &&Subject| !matches!(subject.step.task, Task::Sheet(_));
    for subject in subjects().iter().filter(is_text).step_by(20) {
        let flood = subject.models.join(" ").repeat(400);
        let words: Vec<_> = flood.split_whitespace().take(20_000).collect();
        at_most(0.3, "a flood", subject, &words.join(" "));
    }
}

#[test]
fn guards_fire_on_no_more_than_one_good_answer_in_a_hundred() {
    let mut all = 0;
    let mut alarmed = Vec::new();
    for subject in &subjects() {
        let samples = subject.step.samples.iter();
        let good = samples.filter(|sample| sample.expect == Some(Expectation::Full));
        let fits = good.filter(|it| it.register.is_none() || it.register == subject.register);
        for text in subject.models.iter().chain(fits.map(|sample| &sample.text)) {
            all += 1;
            let guards = graded(subject, text).guards;
            if !guards.is_empty() {
                alarmed.push(format!("{guards:?} on {text} in {}", subject.name));
            }
        }
    }
    assert!(
        alarmed.len() * 100 <= all,
        "{} of {all}: {alarmed:#?}",
        alarmed.len()
    );
}

#[test]
fn chinese_words_in_an_english_answer_earn_a_note() {
    let subjects = subjects();
    let subject = subjects
        .iter()
        .find(|subject| matches!(subject.step.task, Task::Write))
        .unwrap();
    let card = graded(subject, "我觉得 the disk is full");
    assert!(card.notes.iter().any(|note| note.id == "chinese-words"));
}

#[test]
fn a_template_with_its_gaps_left_open_earns_nothing() {
    let mut seen = 0;
    for subject in subjects() {
        let Some(template) = &subject.step.template else {
            continue;
        };
        let gaps = |text: &&str| {
            text.lines()
                .all(|line| line.trim().is_empty() || line.contains('…'))
        };
        for text in std::iter::once(template.en.as_str())
            .chain(template.zh.as_deref())
            .filter(gaps)
        {
            seen += 1;
            at_most(0.0, "a template", &subject, text);
        }
    }
    assert!(seen > 20, "{seen}");
}
