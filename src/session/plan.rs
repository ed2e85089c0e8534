//! What a mock interview asks: scenarios and steps by level, weakness, freshness and seed, within the minutes.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use super::{manner::Manner, turn::follows};
use crate::domain::{Difficulty, Header, Kind, Level, Scenario, ScenarioId, Step, Task};
use crate::progress::{CompetencyGroup, Overview};

/// Seconds for reading the brief of a scenario, on the clock of its first question.
const READING: u32 = 60;
/// Seconds that the interviewer's questions about an answer take, in the plan.
const PROBING: u32 = 60;
/// A remainder that no question is looked for.
const TOO_SHORT: u32 = 90;
/// The share of the minutes below which the library had too little.
const ENOUGH: f64 = 0.75;
/// Days after which a scenario is as good as new.
const FRESH_AFTER_DAYS: f64 = 30.0;
const DAY_MS: f64 = 86_400_000.0;

/// What is wanted of a mock interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRequest {
    /// The level.
    pub level: Level,
    /// Minutes in all; above 0.
    pub minutes: u32,
    /// The kinds; all where empty.
    pub kinds: Vec<Kind>,
    /// Tags or competencies of which a scenario must have one; any where empty.
    pub topics: Vec<String>,
    /// Only these scenarios, in this order; free choice where empty.
    pub scenarios: Vec<ScenarioId>,
    /// How answers are given.
    pub manner: Manner,
    /// The same seed over the same progress draws the same plan.
    pub seed: u64,
}

impl Default for PlanRequest {
    fn default() -> Self {
        Self {
            level: Level::default(),
            minutes: 30,
            kinds: vec![],
            topics: vec![],
            scenarios: vec![],
            manner: Manner::Typed,
            seed: 0,
        }
    }
}

/// A step that will be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    /// Its name in the scenario.
    pub id: String,
    /// Seconds on the clock of each of its questions.
    pub seconds: u32,
    /// Seconds it takes in the plan: all its questions, and what is asked about the answers.
    pub planned: u32,
}

/// A scenario that will be asked, and the steps of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Its kind.
    pub kind: Kind,
    /// The steps, in its order.
    pub steps: Vec<PlannedStep>,
}

impl Exercise {
    /// Seconds it takes in the plan.
    pub fn seconds(&self) -> u32 {
        self.steps.iter().map(|step| step.planned).sum()
    }
}

/// What a mock interview asks, in order; no scenario comes twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What was wanted.
    pub request: PlanRequest,
    /// What is asked.
    pub exercises: Vec<Exercise>,
}

impl Plan {
    /// Draws a plan from `headers`; the steps of those that are drawn come from `scenario_of`, which gives `None` for what cannot be
    /// read. It takes no more than the minutes, or else is one single question.
    pub fn draw(
        request: PlanRequest,
        headers: &[Header],
        overview: &Overview,
        now_ms: i64,
        scenario_of: impl Fn(&ScenarioId) -> Option<Scenario>,
    ) -> Self {
        let mut random = fastrand::Rng::with_seed(request.seed);
        let mut waiting = ranked(&request, headers, overview, now_ms, &mut random);
        let mut left = request.minutes.saturating_mul(60);
        let mut exercises: Vec<Exercise> = vec![];
        let mut order = kinds_of(&waiting);
        if request.kinds.is_empty() && request.scenarios.is_empty() && !order.is_empty() {
            let start = random.usize(..order.len());
            order.rotate_left(start);
        }
        let mut turn = 0;
        while left >= TOO_SHORT && !waiting.is_empty() {
            let kind = order.get(turn % order.len().max(1)).copied();
            turn += 1;
            // In a given order the kinds do not take turns.
            let is_next =
                |header: &&Header| !request.scenarios.is_empty() || Some(header.kind) == kind;
            let Some(index) = waiting.iter().position(is_next) else {
                order.retain(|other| Some(*other) != kind);
                continue;
            };
            let header = waiting.remove(index);
            let Some(scenario) = scenario_of(&header.id) else {
                continue;
            };
            let room = left
                .saturating_sub(promised(&waiting, &request, &scenario_of))
                .min(request.most_for_one());
            let mut steps = steps_within(&scenario, request.manner, room, false);
            if steps.is_empty() {
                steps = steps_within(&scenario, request.manner, left, exercises.is_empty());
            }
            if steps.is_empty() {
                // Another of the same kind may be shorter.
                turn -= 1;
                continue;
            }
            let exercise = Exercise {
                scenario: header.id.clone(),
                kind: header.kind,
                steps,
            };
            left = left.saturating_sub(exercise.seconds());
            exercises.push(exercise);
        }
        Self { request, exercises }
    }

    /// Seconds that everything planned takes.
    pub fn seconds(&self) -> u32 {
        self.exercises.iter().map(Exercise::seconds).sum()
    }

    /// Whether the library had too little to fill the minutes; of scenarios asked for by name, whether one found no room.
    pub fn is_short(&self) -> bool {
        if !self.request.scenarios.is_empty() {
            let named: BTreeSet<_> = self.request.scenarios.iter().collect();
            return self.exercises.len() < named.len();
        }
        f64::from(self.seconds()) < f64::from(self.request.minutes) * 60.0 * ENOUGH
    }
}

impl PlanRequest {
    /// Seconds that one exercise may take, so that an interview of half an hour or more has room for another; those that are asked
    /// for by name only leave room for each other.
    const fn most_for_one(&self) -> u32 {
        let all = self.minutes.saturating_mul(60);
        if !self.scenarios.is_empty() || self.minutes < 30 {
            all
        } else {
            all / 5 * 3
        }
    }
}

/// Seconds that are kept free for the scenarios which were asked for by name and are still to come: their first questions.
fn promised(
    waiting: &[&Header],
    request: &PlanRequest,
    scenario_of: &impl Fn(&ScenarioId) -> Option<Scenario>,
) -> u32 {
    if request.scenarios.is_empty() {
        return 0;
    }
    let scenarios = waiting.iter().filter_map(|header| scenario_of(&header.id));
    let first = scenarios.filter_map(|scenario| {
        let steps = steps_within(&scenario, request.manner, 0, true);
        Some(steps.first()?.planned)
    });
    first.fold(0, u32::saturating_add)
}

fn kinds_of(headers: &[&Header]) -> Vec<Kind> {
    let has = |kind: &Kind| headers.iter().any(|header| header.kind == *kind);
    Kind::ALL.into_iter().filter(has).collect()
}

/// The scenarios that may be asked, the best first.
fn ranked<'a>(
    request: &PlanRequest,
    headers: &'a [Header],
    overview: &Overview,
    now_ms: i64,
    random: &mut fastrand::Rng,
) -> Vec<&'a Header> {
    if !request.scenarios.is_empty() {
        let mut seen = BTreeSet::new();
        let named = request.scenarios.iter().filter(|id| seen.insert(*id));
        return named
            .filter_map(|id| headers.iter().find(|header| header.id == *id))
            .collect();
    }
    let mut last = BTreeMap::<&ScenarioId, i64>::new();
    for past in &overview.recent {
        let newest = last.entry(&past.scenario).or_insert(past.submitted_at);
        *newest = (*newest).max(past.submitted_at);
    }
    let is_wanted = |header: &&Header| {
        let has_topic = |topic: &String| {
            let mut words = header.tags.iter().chain(&header.competencies);
            words.any(|word| word.eq_ignore_ascii_case(topic))
        };
        (request.kinds.is_empty() || request.kinds.contains(&header.kind))
            && (request.topics.is_empty() || request.topics.iter().any(has_topic))
    };
    let worth = |header: &'a Header| {
        let age = last.get(&header.id).map_or(1.0, |at| {
            #[expect(
                clippy::cast_precision_loss,
                reason = "days are what counts, not milliseconds"
            )]
            let days = now_ms.saturating_sub(*at) as f64 / DAY_MS;
            (days / FRESH_AFTER_DAYS).clamp(0.0, 1.0)
        });
        suits(request.level, header.difficulty) + age + 0.6 * weakness(header, overview)
    };
    let mut worths: Vec<(f64, &Header)> = headers
        .iter()
        .filter(is_wanted)
        .map(|header| (worth(header) + 0.8 * random.f64(), header))
        .collect();
    worths.sort_by(|one, two| two.0.partial_cmp(&one.0).unwrap_or(Ordering::Equal));
    worths.into_iter().map(|(_, header)| header).collect()
}

/// How well a difficulty suits a level, 0..=1.
const fn suits(level: Level, difficulty: Difficulty) -> f64 {
    match (level, difficulty) {
        (Level::L3, Difficulty::WarmUp)
        | (Level::L4, Difficulty::Core)
        | (Level::L5 | Level::L6, Difficulty::Hard) => 1.0,
        (Level::L3 | Level::L5, Difficulty::Core) => 0.7,
        (Level::L4, _) | (Level::L6, Difficulty::Core) => 0.4,
        _ => 0.0,
    }
}

/// How weak the learner is in what a scenario is about, 0..=1; .5 where nothing is known.
fn weakness(header: &Header, overview: &Overview) -> f64 {
    let group = header
        .competencies
        .iter()
        .find_map(|it| CompetencyGroup::of(it));
    let percent = group.and_then(|group| {
        let mut standing = overview.standing.iter();
        standing.find(|it| it.group == group)?.percent
    });
    percent.map_or(0.5, |percent| 1.0 - f64::from(percent) / 100.0)
}

/// The first steps of `scenario` that take at most `left` seconds, each with the follow-ups that are asked in any case; if
/// `wants_one`, the first one however long it takes.
fn steps_within(
    scenario: &Scenario,
    manner: Manner,
    left: u32,
    wants_one: bool,
) -> Vec<PlannedStep> {
    let mut left = left;
    let mut planned: Vec<PlannedStep> = vec![];
    let is_possible = |step: &&Step| suits_manner(step, manner);
    let roots = scenario.steps.iter().filter(|step| step.after.is_none());
    for root in roots.filter(is_possible) {
        let follows_root = |step: &&Step| {
            let is_sure = step.condition.is_none();
            step.id == root.id || (is_sure && follows(scenario, step, root.id.as_str()))
        };
        let mut steps: Vec<PlannedStep> = scenario
            .steps
            .iter()
            .filter(follows_root)
            .filter(is_possible)
            .map(planned_step)
            .collect();
        if planned.is_empty()
            && let Some(first) = steps.first_mut()
        {
            first.seconds += READING;
            first.planned += READING;
        }
        let seconds: u32 = steps.iter().map(|step| step.planned).sum();
        if seconds > left {
            if planned.is_empty() && wants_one {
                steps.truncate(1);
                return steps;
            }
            break;
        }
        left -= seconds;
        planned.extend(steps);
    }
    planned
}

/// Whether `step` can be asked so: a diff, a sheet and a console need hands on a keyboard.
const fn suits_manner(step: &Step, manner: Manner) -> bool {
    !manner.is_ticked() || matches!(step.task, Task::Write | Task::Say(_))
}

fn planned_step(step: &Step) -> PlannedStep {
    let seconds = seconds_for(step);
    let questions = u32::try_from(step.registers().len()).unwrap_or(1);
    let has_probes = step.rubric.iter().any(|point| point.probe.is_some());
    let probing = if has_probes { PROBING } else { 0 };
    PlannedStep {
        id: step.id.to_string(),
        seconds,
        planned: questions * (seconds + probing),
    }
}

/// Seconds for one answer: the author's limit, else what its kind of answer usually takes.
pub(super) fn seconds_for(step: &Step) -> u32 {
    let usual = match &step.task {
        Task::Write => 180,
        Task::Say(_) => 60,
        Task::Review(_) | Task::Sheet(_) => 600,
        Task::Incident(_) => 900,
    };
    step.limits.seconds.unwrap_or(usual)
}
