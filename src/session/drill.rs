//! One run through the steps of a scenario.

use std::{
    collections::{BTreeSet, VecDeque},
    rc::Rc,
    time::Duration,
};

use super::{
    attention::Attention,
    exchange::{Input, Outcome},
    ledger::Ledger,
    misses::Misses,
    practice::Practice,
    turn::{self, Turn},
};
use crate::domain::{Feedback, Moment, Scenario, Step};
use crate::progress::{Attempt, Identities, Record};
use crate::scoring::{Glossary, Grader, Scorecard};

/// Where a drill stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// An answer is awaited.
    Asking,
    /// The debrief of this attempt is in front; an index into [`Drill::attempts`].
    Debrief(usize),
    /// One missed point of an attempt is to be said again.
    SayAgain {
        /// The attempt; an index into [`Drill::attempts`].
        attempt: usize,
        /// The point.
        criterion: String,
    },
    /// The learner judges this attempt before its debrief; an index into [`Drill::attempts`].
    Judging(usize),
    /// One missed point of an attempt is asked by itself.
    Missed {
        /// The attempt; an index into [`Drill::attempts`].
        attempt: usize,
        /// The point.
        criterion: String,
    },
    /// After a worked incident: one thing to do otherwise next time is to be written down; an index into
    /// [`Drill::attempts`].
    Commit(usize),
    /// Every step has been asked.
    Finished,
}

/// An attempt and the turn it answers.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub(super) turn: usize,
    pub(super) attempt: Attempt,
}

/// One run through the steps of a scenario; replaying its inputs restores it.
#[derive(Clone, Debug)]
pub struct Drill {
    pub(super) scenario: Rc<Scenario>,
    pub(super) glossary: Rc<Glossary>,
    pub(super) ledger: Ledger,
    pub(super) turns: Vec<Turn>,
    /// One for each turn.
    pub(super) graders: Rc<[Grader]>,
    pub(super) place: usize,
    pub(super) stage: Stage,
    pub(super) taken: Vec<Taken>,
    pub(super) said_again: Vec<Attempt>,
    pub(super) owed: VecDeque<usize>,
    pub(super) misses: Misses,
    pub(super) to_judge: BTreeSet<usize>,
    pub(super) committed: BTreeSet<usize>,
    pub(super) attention: Attention,
    pub(super) hints: u32,
    pub(super) template: bool,
    pub(super) is_studied: bool,
    is_retrying: bool,
    pub(super) rehearsal: Practice,
}

impl Drill {
    /// Opens `scenario` at its first step; `None` if it asks nothing, or if a pattern of it cannot be read.
    pub fn open(
        scenario: Rc<Scenario>,
        glossary: Rc<Glossary>,
        identities: Identities,
        now: Moment,
    ) -> Option<Self> {
        let turns = turn::turns(&scenario);
        turns.first()?;
        let grader = |turn: &Turn| {
            let step = &scenario.steps[turn.step];
            Grader::new(step, &glossary, turn.register).ok()
        };
        Some(Self {
            graders: turns.iter().map(grader).collect::<Option<_>>()?,
            ledger: Ledger::open(&scenario, identities, now),
            scenario,
            glossary,
            turns,
            place: 0,
            stage: Stage::Asking,
            taken: vec![],
            said_again: vec![],
            owed: VecDeque::new(),
            misses: Misses::default(),
            to_judge: BTreeSet::new(),
            committed: BTreeSet::new(),
            attention: Attention::begin(now.steady, Duration::ZERO),
            hints: 0,
            template: false,
            is_studied: false,
            is_retrying: false,
            rehearsal: Practice::default(),
        })
    }

    /// The scenario.
    pub const fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// The identity of this run.
    pub fn run(&self) -> &str {
        &self.ledger.run().id
    }

    /// Where the drill stands.
    pub const fn stage(&self) -> &Stage {
        &self.stage
    }

    /// The turn that is asked, or was asked last.
    pub fn turn(&self) -> Turn {
        self.turns[self.place]
    }

    /// The step that is asked, or was asked last.
    pub fn step(&self) -> &Step {
        &self.scenario.steps[self.turn().step]
    }

    /// How many turns lie behind, and how many there are at most; the first one counts from 1.
    pub const fn progress(&self) -> (usize, usize) {
        (self.place + 1, self.turns.len())
    }

    /// The attempts of this run, oldest first.
    pub fn attempts(&self) -> impl ExactSizeIterator<Item = &Attempt> {
        self.taken.iter().map(|taken| &taken.attempt)
    }

    /// The attempt at `index`.
    pub fn attempt(&self, index: usize) -> Option<&Attempt> {
        self.taken.get(index).map(|taken| &taken.attempt)
    }

    /// The step an attempt answers.
    pub fn step_of(&self, attempt: &Attempt) -> Option<&Step> {
        let named = |step: &&Step| step.id.as_str() == attempt.step;
        self.scenario.steps.iter().find(named)
    }

    /// Whether the template of this turn was opened.
    pub const fn has_template_open(&self) -> bool {
        self.template
    }

    /// Time with this turn in front, pauses left out.
    pub fn active(&self, now: Moment) -> Duration {
        self.attention.so_far(now.steady)
    }

    /// The field of a sentence said again, in drafts.
    pub(super) const RETYPE: &str = "retype";

    /// The field of what is to be done otherwise next time, in drafts.
    pub(super) const COMMITMENT: &str = "commitment";

    /// The field that the text in front belongs to, as drafts name it.
    pub fn field(&self) -> String {
        match (&self.stage, self.turn().register) {
            (Stage::SayAgain { .. }, _) => Self::RETYPE.to_owned(),
            (Stage::Missed { criterion, .. }, _) => format!("{}{criterion}", Misses::FIELD),
            (Stage::Commit(_), _) => Self::COMMITMENT.to_owned(),
            (_, Some(register)) => format!("{}:{}", self.answer_field(), register.name()),
            (_, None) => "answer".to_owned(),
        }
    }

    /// Takes what happened at `now` and says what follows from it.
    #[must_use = "a record that is dropped is never saved"]
    pub fn apply(&mut self, input: Input, now: Moment) -> Vec<Outcome> {
        self.attention.touch(now.steady);
        match (input, self.stage.clone()) {
            (Input::Hint, Stage::Asking) if self.hints_left() > 0 => {
                self.hints += 1;
                self.note(
                    "hint",
                    None,
                    &serde_json::json!({ "number": self.hints }),
                    now,
                )
            }
            (Input::Template, Stage::Asking) if !self.template => {
                self.template = true;
                self.note("template", None, &serde_json::json!({}), now)
            }
            (Input::Study, Stage::Asking) if !self.is_studied => self.study(now),
            (Input::Mode(mode), Stage::Asking) => self.choose(mode, now),
            (Input::Reveal, Stage::Asking) => self.reveal(now),
            (Input::BeginTyping, Stage::Asking) => {
                self.begin_typing(now);
                vec![]
            }
            (Input::Submit(answer), Stage::Asking) => self.answer(answer, now),
            (Input::SubmitToJudge(answer), Stage::Asking) => {
                self.to_judge.insert(self.taken.len());
                self.answer(answer, now)
            }
            (Input::Judge(judgement), Stage::Judging(index)) => self.judge(index, &judgement, now),
            (Input::Rate(rating), Stage::Debrief(index)) => self.rate(index, rating, now),
            (Input::RetryMisses, Stage::Debrief(_) | Stage::Finished) => self.retry_misses(now),
            (Input::Submit(answer), Stage::Missed { attempt, criterion }) => {
                self.answer_missed(attempt, &criterion, answer, now)
            }
            (Input::Continue, Stage::Missed { .. }) => self.next_missed(now),
            (Input::Submit(sentence), Stage::SayAgain { attempt, criterion }) => {
                self.say_again(attempt, &criterion, sentence, now)
            }
            (Input::Continue, Stage::Debrief(index)) => match self.weakest(index) {
                Some(criterion) => {
                    self.stage = Stage::SayAgain {
                        attempt: index,
                        criterion,
                    };
                    vec![Outcome::Moved]
                }
                None => self.advance(now),
            },
            (Input::Continue, Stage::SayAgain { .. } | Stage::Commit(_)) => self.advance(now),
            (Input::Submit(text), Stage::Commit(index)) => self.commit(index, &text, now),
            (Input::Retry, Stage::Debrief(index) | Stage::SayAgain { attempt: index, .. }) => {
                self.owed.retain(|owed| *owed != index);
                if let Some(taken) = self.taken.get(index) {
                    self.place = taken.turn;
                }
                let outcomes = self.ask(now);
                self.is_retrying = true;
                outcomes
            }
            (Input::Dispute(criterion), Stage::Debrief(index)) => {
                let attempt = self.attempt(index).map(|attempt| attempt.id.clone());
                let data = serde_json::json!({ "criterion": criterion, "says": "hit" });
                self.note("disputed", attempt, &data, now)
            }
            (Input::KeepPhrase, Stage::Debrief(index)) => self.mark_phrase(index, now),
            _ => vec![],
        }
    }

    pub(super) fn grade(&self, turn: usize, answer: &str) -> Scorecard {
        self.graders[turn].grade(answer)
    }

    fn answer(&mut self, answer: String, now: Moment) -> Vec<Outcome> {
        let attempt = self.attempt_in_front(answer, now);
        let records = self
            .ledger
            .logged(Record::Attempt(Box::new(attempt.clone())));
        let given = attempt.clone();
        self.taken.push(Taken {
            turn: self.place,
            attempt,
        });
        let index = self.taken.len() - 1;
        if self.is_retrying {
            self.owed.push_front(index);
        } else {
            self.owed.push_back(index);
        }
        let holds_back = self.scenario.feedback == Feedback::End
            && !self.is_retrying
            && self.next_turn().is_some();
        let mut outcomes: Vec<_> = records.into_iter().map(Outcome::of).collect();
        outcomes.extend(self.kept_if_missed(&given, now));
        if holds_back {
            outcomes.extend(self.next_question(now));
        } else {
            self.stage = self.debrief(self.owed.front().copied().unwrap_or(index));
            outcomes.push(Outcome::Moved);
        }
        outcomes
    }

    pub(super) fn advance(&mut self, now: Moment) -> Vec<Outcome> {
        if let Some(index) = self.owes_commitment() {
            self.stage = Stage::Commit(index);
            return vec![Outcome::Moved];
        }
        self.owed.pop_front();
        if let Some(index) = self.owed.front() {
            self.stage = self.debrief(*index);
            return vec![Outcome::Moved];
        }
        self.next_question(now)
    }

    fn next_question(&mut self, now: Moment) -> Vec<Outcome> {
        if let Some(place) = self.next_turn() {
            self.place = place;
            return self.ask(now);
        }
        self.stage = Stage::Finished;
        let mut outcomes = self.note("finished", None, &serde_json::json!({}), now);
        outcomes.push(Outcome::Moved);
        outcomes
    }

    fn ask(&mut self, now: Moment) -> Vec<Outcome> {
        self.stage = Stage::Asking;
        self.attention = Attention::begin(now.steady, Duration::ZERO);
        self.hints = 0;
        self.rehearsal.reveals = 0;
        self.template = false;
        self.is_studied = false;
        self.is_retrying = false;
        vec![Outcome::Moved]
    }

    /// The next turn that has not been answered in this run and whose condition is met.
    fn next_turn(&self) -> Option<usize> {
        self.next_turn_where(|_| true)
    }

    /// The same among those that `is_open` lets through.
    pub(super) fn next_turn_where(&self, is_open: impl Fn(usize) -> bool) -> Option<usize> {
        (self.place + 1..self.turns.len()).find(|index| {
            let step = &self.scenario.steps[self.turns[*index].step];
            let before = match &step.after {
                Some(after) => self.latest(after.as_str()),
                None => self.taken.last().map(|taken| &taken.attempt),
            };
            let is_new = self.taken.iter().all(|taken| taken.turn != *index);
            is_new && is_open(*index) && turn::is_asked(step, before)
        })
    }

    pub(super) fn note(
        &mut self,
        kind: &str,
        attempt: Option<String>,
        data: &serde_json::Value,
        now: Moment,
    ) -> Vec<Outcome> {
        let how = self.circumstances(now);
        let place = (&*self.scenario, self.turns[self.place]);
        let event = self.ledger.event(kind, place, attempt, data, how);
        let records = self.ledger.logged(Record::Event(event));
        records.into_iter().map(Outcome::of).collect()
    }
}
