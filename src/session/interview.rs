//! A mock interview: one clock, no hints, probes about what an answer left out.

use std::{collections::VecDeque, rc::Rc, time::Duration};

use super::{
    drill::Drill,
    exchange::Outcome,
    manner::Manner,
    plan::{Plan, seconds_for},
    stopwatch::Stopwatch,
    ticks::Ticks,
};
use crate::domain::{Criterion, Moment, Scenario, ScenarioId};
use crate::progress::{Attempt, DraftKey, Identities, Purpose, Record, Run};
use crate::scoring::Glossary;

/// Time for the answer to a probe.
const PROBE: Duration = Duration::from_secs(75);

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing yet: the plan is in front.
    Plan,
    /// A question of the plan, or a follow-up.
    Question,
    /// One point that the last answer left out.
    Probe(String),
    /// Nothing any more.
    Finished,
}

/// What can happen to an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterviewInput {
    /// The clock is to start.
    Begin,
    /// The answer; it may be empty.
    Submit(String),
    /// The question is to come back after the others, with this text; once for each question.
    SetAside(String),
    /// The candidate has spoken, and the clock waits for the ticks.
    Spoken,
    /// What a listener ticked and noted is another text now; the text before it.
    Heard {
        /// Before.
        before: String,
        /// Now.
        now: String,
    },
    /// The clock stops.
    Pause,
    /// The clock goes on.
    Resume,
    /// Time passed, with this text in hand, which is submitted where time is up.
    Tick(String),
    /// No more questions; the text in hand is submitted if there is any.
    Finish(String),
    /// What was missed is to be drilled: put on the schedule.
    QueueMisses,
}

/// A question that comes back.
#[derive(Clone, Debug)]
pub(super) struct SetAside {
    pub(super) exercise: usize,
    pub(super) turn: usize,
    pub(super) text: String,
    pub(super) used: Duration,
}

/// A mock interview; replaying its answers restores it.
#[derive(Clone, Debug)]
pub struct Interview {
    plan: Plan,
    /// One for each exercise of the plan.
    pub(super) drills: Vec<Drill>,
    pub(super) run: Run,
    pub(super) asked: Asked,
    pub(super) place: usize,
    pub(super) total: Stopwatch,
    pub(super) question: Stopwatch,
    is_paused: bool,
    /// Whether the candidate has spoken and only the ticks are awaited.
    pub(super) has_spoken: bool,
    pub(super) pauses: usize,
    pub(super) set_aside: Vec<SetAside>,
    /// The text with which the question in front came back; `None` where it is new.
    pub(super) came_back: Option<String>,
    pub(super) attempts: Vec<Attempt>,
    pub(super) probes: VecDeque<String>,
}

impl Interview {
    /// Opens `plan`; what of it cannot be read is left out; `None` where nothing is left.
    pub fn open(
        mut plan: Plan,
        scenario_of: impl Fn(&ScenarioId) -> Option<(Rc<Scenario>, Rc<Glossary>)>,
        seed: u64,
        now: Moment,
    ) -> Option<Self> {
        let manner = plan.request.manner;
        let purpose = if manner == Manner::Facilitated {
            Purpose::Facilitated
        } else {
            Purpose::Mock
        };
        let mut drills = vec![];
        let mut exercises = vec![];
        for (index, exercise) in plan.exercises.iter().enumerate() {
            let steps: Vec<String> = exercise.steps.iter().map(|step| step.id.clone()).collect();
            let identities = Identities::new(seed.wrapping_add(index as u64));
            let drill = scenario_of(&exercise.scenario)
                .and_then(|(scenario, glossary)| Drill::open(scenario, glossary, identities, now))
                .and_then(|drill| drill.limited_to(&steps, purpose));
            if let Some(drill) = drill {
                drills.push(drill);
                exercises.push(exercise.clone());
            }
        }
        plan.exercises = exercises;
        let run = Run {
            plan: plan.to_json(),
            ..drills.first()?.ledger.run().clone()
        };
        for drill in &mut drills {
            drill.ledger.go_on_with(run.clone(), true);
        }
        Some(Self {
            plan,
            drills,
            run,
            asked: Asked::Plan,
            place: 0,
            total: Stopwatch::default(),
            question: Stopwatch::default(),
            is_paused: false,
            has_spoken: false,
            pauses: 0,
            set_aside: vec![],
            came_back: None,
            attempts: vec![],
            probes: VecDeque::new(),
        })
    }

    /// The plan.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The run.
    pub const fn run(&self) -> &Run {
        &self.run
    }

    /// What is asked.
    pub const fn asked(&self) -> &Asked {
        &self.asked
    }

    /// Whether the clock is stopped.
    pub const fn is_paused(&self) -> bool {
        self.is_paused
    }

    /// Whether the candidate has spoken and only the ticks are awaited.
    pub const fn has_spoken(&self) -> bool {
        self.has_spoken
    }

    /// How often the clock was stopped.
    pub const fn pauses(&self) -> usize {
        self.pauses
    }

    /// The scenario in front, at the question that is asked.
    pub fn drill(&self) -> &Drill {
        &self.drills[self.place]
    }

    /// Which exercise of the plan is in front, from 0.
    pub const fn exercise(&self) -> usize {
        self.place
    }

    /// The point that is probed.
    pub fn probed(&self) -> Option<&Criterion> {
        let Asked::Probe(criterion) = &self.asked else {
            return None;
        };
        let mut rubric = self.drill().step().rubric.iter();
        rubric.find(|point| point.id.as_str() == criterion)
    }

    /// The answers so far, to probes too, oldest first.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// The text with which the question in front came back.
    pub fn came_back_with(&self) -> Option<&str> {
        self.came_back.as_deref()
    }

    /// How many questions wait to come back.
    pub const fn waiting(&self) -> usize {
        self.set_aside.len()
    }

    /// Time left in all.
    pub fn left(&self, now: Moment) -> Duration {
        let minutes = Duration::from_secs(u64::from(self.plan.request.minutes) * 60);
        minutes.saturating_sub(self.total.used(now.steady))
    }

    /// Time left for the question in front, and what it had at first; never more than is left in all.
    pub fn question_left(&self, now: Moment) -> (Duration, Duration) {
        let all = self.allowed();
        let left = all.saturating_sub(self.question.used(now.steady));
        (left.min(self.left(now)), all)
    }

    /// Time used for the question in front.
    pub fn question_used(&self, now: Moment) -> Duration {
        self.question.used(now.steady)
    }

    /// Whether the question in front may be put off.
    pub fn may_set_aside(&self) -> bool {
        self.asked == Asked::Question && self.came_back.is_none()
    }

    /// The draft that the text in front belongs to.
    pub fn draft_key(&self) -> DraftKey {
        let drill = self.drill();
        DraftKey {
            run: self.run.id.clone(),
            step: drill.step().id.to_string(),
            // Two scenarios may name their steps alike.
            field: Some(match &self.asked {
                Asked::Probe(criterion) => format!("{}/probe:{criterion}", self.place),
                _ => format!("{}/{}", self.place, drill.field()),
            }),
        }
    }

    /// Takes what happened at `now` and says what follows from it.
    #[must_use = "a record that is dropped is never saved"]
    pub fn apply(&mut self, input: InterviewInput, now: Moment) -> Vec<Outcome> {
        let is_asking = matches!(self.asked, Asked::Question | Asked::Probe(_));
        match input {
            InterviewInput::Begin if self.asked == Asked::Plan => {
                let mut outcomes = vec![Outcome::of(Record::Run(self.run.clone()))];
                self.begin(now);
                outcomes.extend(self.note("opened", now));
                outcomes.push(Outcome::Moved);
                outcomes
            }
            InterviewInput::Submit(text) if is_asking => {
                let mut outcomes = self.take_up(now);
                outcomes.extend(self.submit(text, now));
                outcomes
            }
            InterviewInput::SetAside(text) if self.may_set_aside() => {
                let mut outcomes = self.take_up(now);
                outcomes.extend(self.note("set-aside", now));
                self.put_off(text, now);
                outcomes.push(Outcome::Moved);
                outcomes
            }
            InterviewInput::Spoken if is_asking && self.waits_for_speech() => {
                let mut outcomes = self.take_up(now);
                self.hear_out(now);
                outcomes.extend(self.note("spoken", now));
                outcomes
            }
            InterviewInput::Heard { before, now: after } if is_asking => {
                let changes = Ticks::read(&after).since(&Ticks::read(&before));
                let place = self.place;
                let note = |(kind, data)| self.drills[place].note(kind, None, &data, now);
                changes.into_iter().flat_map(note).collect()
            }
            InterviewInput::Pause if is_asking && !self.is_paused => {
                self.is_paused = true;
                self.pauses += 1;
                self.total.stop(now.steady);
                self.question.stop(now.steady);
                self.note("pause", now)
            }
            InterviewInput::Resume if is_asking => self.take_up(now),
            InterviewInput::Tick(_) if self.plan.request.manner.is_ticked() => {
                if is_asking && self.waits_for_speech() && self.question_left(now).0.is_zero() {
                    self.hear_out(now);
                    return self.note("time-up", now);
                }
                vec![]
            }
            InterviewInput::Tick(text) if is_asking && !self.is_paused => {
                if self.left(now).is_zero() {
                    self.end(text, now)
                } else if self.question_left(now).0.is_zero() {
                    let mut outcomes = self.note("time-up", now);
                    outcomes.extend(self.submit(text, now));
                    outcomes
                } else {
                    vec![]
                }
            }
            InterviewInput::Finish(text) if is_asking => self.end(text, now),
            InterviewInput::QueueMisses if self.asked == Asked::Finished => self.queue_misses(now),
            _ => vec![],
        }
    }

    /// Starts the clock at the first question.
    pub(super) fn begin(&mut self, now: Moment) {
        self.asked = Asked::Question;
        self.total.start(now.steady);
        self.question = Stopwatch::default();
        self.question.start(now.steady);
    }

    pub(super) fn take_up(&mut self, now: Moment) -> Vec<Outcome> {
        if !self.is_paused {
            return vec![];
        }
        self.is_paused = false;
        if !self.has_spoken {
            self.total.start(now.steady);
            self.question.start(now.steady);
        }
        self.note("resume", now)
    }

    pub(super) fn allowed(&self) -> Duration {
        if matches!(self.asked, Asked::Probe(_)) {
            return PROBE;
        }
        let step = self.drill().step();
        let mut planned = self.plan.exercises[self.place].steps.iter();
        let planned = planned.find(|planned| planned.id == step.id.as_str());
        let seconds = planned.map_or_else(|| seconds_for(step), |planned| planned.seconds);
        Duration::from_secs(u64::from(seconds))
    }

    pub(super) fn note(&mut self, kind: &str, now: Moment) -> Vec<Outcome> {
        self.drills[self.place].note(kind, None, &serde_json::json!({}), now)
    }
}
