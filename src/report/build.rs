//! From the log of an interview to its report.

use super::{
    expectation::{bar, expectation},
    value::{Answered, Dimension, ExerciseReport, Point, Practise, Probed, Report, Said, TimeUse},
    words::{PRACTICE, TICKED, hiring},
};
use crate::domain::{Kind, Level, Scenario, ScenarioId, Step};
use crate::progress::{Attempt, LocalDay, MADE, Part, Run};
use crate::scoring::{RemarkKind, Span, State, Verdict};
use crate::session::{Exercise, Manner, Plan, Ticks, after_probes};

/// How many things to practise are named.
const NEXT: usize = 3;
/// The share of a register mark that one remark costs.
const PER_REMARK: f64 = 0.15;

impl Report {
    /// The report of `run`, whose `attempts` are given oldest first and which was paused `pauses` times; `None` where it is no interview
    /// with a plan. Scenarios that are gone are told of by what the log knows.
    pub fn of(
        run: &Run,
        attempts: &[Attempt],
        pauses: usize,
        scenario_of: impl Fn(&ScenarioId) -> Option<Scenario>,
    ) -> Option<Self> {
        let plan = Plan::from_json(&run.plan)?;
        let level = plan.request.level;
        let manner = plan.request.manner;
        let attempts = &heard(attempts, manner)[..];
        let exercises: Vec<ExerciseReport> = plan
            .exercises
            .iter()
            .map(|exercise| {
                told(
                    exercise,
                    level,
                    attempts,
                    scenario_of(&exercise.scenario).as_ref(),
                )
            })
            .collect();
        let planned: u64 = exercises.iter().map(|exercise| exercise.planned).sum();
        let score = if planned == 0 {
            0.0
        } else {
            let parts = exercises.iter().map(|it| it.score * float(it.planned));
            parts.fold(0.0, |sum, part| sum + part) / float(planned)
        };
        let (verdict, because) = overall(score, &exercises);
        let answered = |step: &str, scenario: &ScenarioId| {
            let mut all = attempts.iter();
            all.any(|it| it.part != Part::Probe && it.step == step && it.scenario == *scenario)
        };
        let missing = plan.exercises.iter().flat_map(|exercise| {
            let steps = exercise.steps.iter();
            steps.filter(|step| !answered(&step.id, &exercise.scenario))
        });
        let time = TimeUse {
            given: u64::from(plan.request.minutes) * 60,
            used: attempts.iter().map(|it| it.active_ms).sum::<u64>() / 1000,
            pauses,
            timed_out: attempts.iter().filter(|it| it.timed_out).count(),
            not_reached: missing.count(),
        };
        Some(Self {
            notice: if manner.is_ticked() { TICKED } else { PRACTICE },
            manner: manner.name(),
            run: run.id.clone(),
            began: minute(run),
            level: level.name(),
            seed: plan.request.seed,
            verdict,
            verdict_words: hiring(verdict),
            because,
            score,
            meets_level: verdict >= Verdict::Hire && score >= bar(level),
            dimensions: dimensions(&exercises, attempts, &time, manner),
            next: next(&exercises),
            exercises,
            time,
        })
    }
}

/// The attempts, with the notes for the words of what was only heard.
fn heard(attempts: &[Attempt], manner: Manner) -> Vec<Attempt> {
    let mut attempts = attempts.to_vec();
    for attempt in attempts.iter_mut().filter(|_| manner.is_ticked()) {
        attempt.answer = Ticks::read(&attempt.answer).notes;
    }
    attempts
}

fn told(
    exercise: &Exercise,
    level: Level,
    attempts: &[Attempt],
    scenario: Option<&Scenario>,
) -> ExerciseReport {
    let of_it: Vec<&Attempt> = attempts
        .iter()
        .filter(|attempt| attempt.scenario == exercise.scenario)
        .collect();
    let step_of = |id: &str| {
        let steps = scenario.map(|it| it.steps.iter());
        steps
            .into_iter()
            .flatten()
            .find(|step| step.id.as_str() == id)
    };
    let answers: Vec<Answered> = of_it
        .iter()
        .filter(|attempt| attempt.part != Part::Probe)
        .map(|attempt| answered(attempt, step_of(&attempt.step), &of_it))
        .collect();
    let missing = exercise.steps.iter();
    let missing = missing.filter(|step| answers.iter().all(|it| it.step != step.id));
    let asked = answers.len() + missing.count();
    let score = if asked == 0 {
        0.0
    } else {
        answers.iter().fold(0.0, |sum, it| sum + it.score) / float(asked as u64)
    };
    let mut verdict = Verdict::of(score);
    // A point that must be made, or a red flag, holds the whole exercise down where it holds half of its answers down.
    let held = answers.iter().filter(|it| it.verdict <= Verdict::NoHire);
    if held.count() * 2 > asked {
        verdict = verdict.min(Verdict::NoHire);
    }
    let is_fatal = |attempt: &&Attempt| attempt.card.red_flags.iter().any(|flag| flag.fatal);
    if of_it.iter().any(is_fatal) {
        verdict = Verdict::StrongNoHire;
    }
    ExerciseReport {
        scenario: exercise.scenario.to_string(),
        title: scenario.map_or_else(
            || exercise.scenario.to_string(),
            |it| it.header.title.en.clone(),
        ),
        kind: exercise.kind.name(),
        verdict,
        verdict_words: hiring(verdict),
        score,
        expectation: expectation(level, exercise.kind),
        met: verdict >= Verdict::Hire && score >= bar(level),
        seconds: of_it.iter().map(|it| it.active_ms).sum::<u64>() / 1000,
        planned: u64::from(exercise.seconds()),
        answers,
    }
}

fn answered(attempt: &Attempt, step: Option<&Step>, all: &[&Attempt]) -> Answered {
    let probes = all.iter().copied().filter(|probe| {
        probe.part == Part::Probe && probe.parent.as_deref() == Some(attempt.id.as_str())
    });
    let recovered = after_probes(&attempt.card, step, probes.clone());
    let named = |id: &str| {
        let mut rubric = step.into_iter().flat_map(|step| &step.rubric);
        rubric.find(|point| point.id.as_str() == id)
    };
    let asked: Vec<Probed> = probes
        .map(|probe| {
            let criterion = probe.criterion.clone().unwrap_or_default();
            let question = named(&criterion).and_then(|point| point.probe.as_ref());
            Probed {
                question: question.map_or_else(|| criterion.clone(), |text| one_line(&text.en)),
                answer: probe.answer.clone(),
                seconds: probe.active_ms / 1000,
                recovered: probe.card.score >= MADE,
                criterion,
            }
        })
        .collect();
    let card = &attempt.card;
    let points = card.criteria.iter().map(|finding| Point {
        id: finding.id.clone(),
        point: named(&finding.id).map_or_else(
            || finding.id.replace('-', " "),
            |point| one_line(&point.point.en),
        ),
        state: match finding.state {
            State::Hit => "hit",
            State::Partial => "partial",
            State::Missed => "missed",
            State::Negated => "negated",
            State::Vetoed => "vetoed",
        },
        credit: finding.credit,
        weight: finding.weight,
        quotes: quotes(&attempt.answer, &finding.spans),
        recovered: asked
            .iter()
            .any(|probe| probe.recovered && probe.criterion == finding.id),
    });
    let red_flags = card.red_flags.iter().map(|flag| {
        let mut known = step.into_iter().flat_map(|step| &step.red_flags);
        let known = known.find(|known| known.id.as_str() == flag.id);
        Said {
            words: quotes(&attempt.answer, &flag.spans).join(" … "),
            about: known.map_or_else(|| flag.id.replace('-', " "), |it| one_line(&it.point.en)),
        }
    });
    let remarks = card.remarks.iter().map(|remark| Said {
        words: cut(&attempt.answer, remark.start, remark.end),
        about: remark.text.clone(),
    });
    Answered {
        step: attempt.step.clone(),
        ask: step.map_or_else(String::new, |step| one_line(&step.ask.en)),
        register: attempt.register.clone(),
        answer: attempt.answer.clone(),
        score: recovered.score,
        verdict: recovered.verdict,
        seconds: attempt.active_ms / 1000,
        timed_out: attempt.timed_out,
        points: points.collect(),
        red_flags: red_flags.collect(),
        remarks: remarks.collect(),
        probes: asked,
    }
}

/// The words of `answer` at `spans`, those that stand beside each other joined.
fn quotes(answer: &str, spans: &[Span]) -> Vec<String> {
    let mut spans: Vec<(usize, usize)> = spans.iter().map(|span| (span.start, span.end)).collect();
    spans.sort_unstable();
    let mut joined: Vec<(usize, usize)> = vec![];
    for (start, end) in spans {
        match joined.last_mut() {
            Some(last) if start <= last.1 + 12 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
        .into_iter()
        .map(|(start, end)| cut(answer, start, end))
        .filter(|quote| !quote.is_empty())
        .collect()
}

fn cut(text: &str, start: usize, end: usize) -> String {
    one_line(text.get(start..end).unwrap_or_default())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The verdict on the whole, and why: the mean, held at *lean no hire* while half of the exercises or more are below *hire*.
fn overall(score: f64, exercises: &[ExerciseReport]) -> (Verdict, String) {
    let reached = exercises
        .iter()
        .filter(|exercise| exercise.verdict >= Verdict::Hire);
    let met = reached.count();
    let all = exercises.len();
    let mut verdict = Verdict::of(score);
    let mut because = format!("{met} of {all} exercises reached hire");
    if met * 2 <= all && verdict > Verdict::NoHire {
        verdict = Verdict::NoHire;
        because += "; half or fewer is not enough, whatever the mean";
    }
    if verdict == Verdict::StrongHire && met < all {
        verdict = Verdict::Hire;
        because += "; a strong hire needs all of them";
    }
    (verdict, because)
}

fn dimensions(
    exercises: &[ExerciseReport],
    attempts: &[Attempt],
    time: &TimeUse,
    manner: Manner,
) -> Vec<Dimension> {
    let answers = attempts.iter().filter(|it| it.part != Part::Probe);
    let of_answers =
        |mark: &dyn Fn(&Attempt) -> Option<f64>| mean(answers.clone().filter_map(mark));
    let of_kinds = |kinds: &[Kind]| {
        let of_kind = exercises
            .iter()
            .filter(|it| kinds.iter().any(|kind| kind.name() == it.kind));
        mean(of_kind.map(|it| it.score))
    };
    let register = |attempt: &Attempt| {
        if attempt.answer.trim().is_empty() {
            return Some(0.0);
        }
        let remarks = attempt.card.remarks.iter();
        let remarks = remarks.filter(|it| it.kind == RemarkKind::Register).count();
        let counted = 1.0 - PER_REMARK * float(remarks as u64);
        Some(attempt.card.marks.communication.unwrap_or(counted.max(0.0)))
    };
    let in_time = mean(
        attempts
            .iter()
            .map(|it| if it.timed_out { 0.0 } else { 1.0 }),
    );
    let reached = attempts.len() + time.not_reached;
    let in_time = in_time.map(|mark| mark * float(attempts.len() as u64) / float(reached as u64));
    vec![
        Dimension {
            name: "Technical depth",
            mark: mean(exercises.iter().map(|it| it.score)),
            about: "points made, probes included",
        },
        Dimension {
            name: "Problem solving",
            mark: of_kinds(&[Kind::Debug, Kind::Design, Kind::Review]),
            about: "debugging, design and review",
        },
        Dimension {
            name: "Structure",
            mark: of_answers(&|attempt| attempt.card.marks.structure),
            about: "order, limits and parts of the answers",
        },
        Dimension {
            name: "Communication",
            mark: of_answers(&register).filter(|_| !manner.is_ticked()),
            about: "register and tone",
        },
        Dimension {
            name: "Time",
            mark: in_time,
            about: "questions answered within their time",
        },
    ]
}

/// The heaviest points missed, of different scenarios first.
fn next(exercises: &[ExerciseReport]) -> Vec<Practise> {
    let mut missed: Vec<(usize, f64, Practise)> = vec![];
    for exercise in exercises {
        let mut lost: Vec<(f64, &Point)> = exercise
            .answers
            .iter()
            .flat_map(|answer| &answer.points)
            .filter(|point| point.credit < MADE && !point.recovered)
            .map(|point| (point.weight * (1.0 - point.credit), point))
            .collect();
        lost.sort_by(|(one, _), (two, _)| two.total_cmp(one));
        for (rank, (loss, point)) in lost.into_iter().take(NEXT).enumerate() {
            let practise = Practise {
                point: point.point.clone(),
                title: exercise.title.clone(),
                command: format!("firedrill drill {}", exercise.scenario),
            };
            missed.push((rank, loss, practise));
        }
    }
    missed.sort_by(|one, two| one.0.cmp(&two.0).then(two.1.total_cmp(&one.1)));
    missed
        .into_iter()
        .take(NEXT)
        .map(|(_, _, practise)| practise)
        .collect()
}

fn mean(marks: impl Iterator<Item = f64>) -> Option<f64> {
    let marks: Vec<f64> = marks.collect();
    (!marks.is_empty()).then(|| marks.iter().sum::<f64>() / float(marks.len() as u64))
}

#[expect(clippy::cast_precision_loss, reason = "counts and seconds are small")]
const fn float(number: u64) -> f64 {
    number as f64
}

/// When `run` began, where the learner sat.
fn minute(run: &Run) -> String {
    const MINUTE: i64 = 60_000;
    let local = run.started_at + i64::from(run.utc_offset) * MINUTE;
    let of_day = local.rem_euclid(1440 * MINUTE) / MINUTE;
    // A practice day begins at four in the morning; noon of the same date lies in it.
    let noon = local - of_day * MINUTE + 720 * MINUTE;
    let day = LocalDay::of(noon, 0);
    format!("{day} {:02}:{:02}", of_day / 60, of_day % 60)
}
