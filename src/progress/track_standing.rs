//! Where a learner stands on a track: what is done and by what evidence, what waits and for what.

use std::collections::{BTreeMap, BTreeSet};

use super::track::{Signature, Stale, TrackAnswer, TrackRecords, TrackSteps};
use crate::{
    domain::{Moment, ScenarioId, Track, TrackDay, TrackItem, TrackTask},
    scoring::Verdict,
};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What shows that a step or an item was passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// When, in milliseconds since 1970, UTC.
    pub at: i64,
    /// Minutes east of UTC.
    pub utc_offset: i32,
    /// The attempt, or the event of a signature.
    pub record: String,
    /// The fingerprint of the step as it was graded; empty for a signature.
    pub rubric: String,
    /// Who signed; `None` where an answer shows it.
    pub signed_by: Option<String>,
    /// Why it no longer holds, if it does not.
    pub stale: Option<Stale>,
}

/// Where a step of an item stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepStanding {
    /// The step.
    pub step: String,
    /// The verdict of the first try.
    pub first: Option<Verdict>,
    /// The best verdict.
    pub best: Option<Verdict>,
    /// The verdict of the latest try.
    pub latest: Option<Verdict>,
    /// What shows that it was passed.
    pub evidence: Option<Evidence>,
    /// When it was passed for the first time, in milliseconds since 1970, UTC; days open by this.
    pub passed_at: Option<i64>,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Nothing was tried, or nobody signed.
    Open,
    /// Tried and not passed yet.
    Tried,
    /// Passed.
    Done,
    /// Passed once, and no longer good.
    Stale(Stale),
}

/// Where an item stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStanding {
    /// The item.
    pub item: TrackItem,
    /// What became of it.
    pub state: ItemState,
    /// Step by step, for practice.
    pub steps: Vec<StepStanding>,
    /// The signature, for what a person signs.
    pub signed: Option<Evidence>,
    /// When all of it was passed for the first time, in milliseconds since 1970, UTC.
    pub passed_at: Option<i64>,
}

/// What became of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayState {
    /// Waits for these days.
    Locked(Vec<String>),
    /// Under way.
    Open,
    /// Everything passed, stale or not.
    Done,
}

/// Where a day stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayStanding {
    /// Its name.
    pub id: String,
    /// What it is about.
    pub title: crate::domain::Text,
    /// What became of it.
    pub state: DayState,
    /// Item by item.
    pub items: Vec<ItemStanding>,
}

/// Where a learner stands on a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackStanding {
    /// The track, as `pack/id`.
    pub id: String,
    /// Its title.
    pub title: crate::domain::Text,
    /// Day by day.
    pub days: Vec<DayStanding>,
}

impl TrackStanding {
    /// Where the learner stands at `now`. The records may come in any order and more than once.
    pub fn new(track: &Track, steps: &TrackSteps, records: &TrackRecords, now: Moment) -> Self {
        let walk = Walk {
            track,
            steps,
            tries: tries(&records.answers),
            signatures: &records.signatures,
            now,
        };
        let mut done: BTreeMap<&str, i64> = BTreeMap::new();
        let mut standing: BTreeMap<&str, DayStanding> = BTreeMap::new();
        // A day may wait for a later one in the file; each round settles at least one more.
        while standing.len() < track.days.len() {
            let settled = standing.len();
            for day in &track.days {
                let is_ready = day
                    .after
                    .iter()
                    .all(|id| standing.contains_key(id.as_str()));
                if is_ready && !standing.contains_key(day.id.as_str()) {
                    let found = walk.day(day, &done);
                    if found.state == DayState::Done {
                        let last = found.items.iter().filter_map(|item| item.passed_at).max();
                        done.insert(&day.id, last.unwrap_or(0));
                    }
                    standing.insert(&day.id, found);
                }
            }
            if standing.len() == settled {
                break;
            }
        }
        let days = track.days.iter();
        Self {
            id: track.full_id(),
            title: track.title.clone(),
            days: days
                .filter_map(|day| standing.remove(day.id.as_str()))
                .collect(),
        }
    }

    /// The first day that is open, counted from 0; `None` when all are done.
    pub fn today(&self) -> Option<usize> {
        self.days.iter().position(|day| day.state == DayState::Open)
    }

    /// How many items are done or stale, and how many there are.
    pub fn count(&self) -> (usize, usize) {
        let items = self.days.iter().flat_map(|day| &day.items);
        let all: Vec<_> = items.map(|item| item.state).collect();
        let passed = |state: &&ItemState| !matches!(state, ItemState::Open | ItemState::Tried);
        (all.iter().filter(passed).count(), all.len())
    }
}

/// What one run made of one step.
struct Try<'a> {
    verdict: Verdict,
    answer: &'a TrackAnswer,
}

type Tries<'a> = BTreeMap<(&'a ScenarioId, &'a str), Vec<Try<'a>>>;

/// By step, what each run made of it, oldest first.
fn tries(answers: &[TrackAnswer]) -> Tries<'_> {
    let mut ordered: Vec<&TrackAnswer> = answers.iter().collect();
    ordered.sort_by(|a, b| (a.at, &a.attempt).cmp(&(b.at, &b.attempt)));
    let mut seen = BTreeSet::new();
    ordered.retain(|answer| seen.insert(&answer.attempt));
    let mut tries = Tries::new();
    for answer in ordered {
        let of_step = tries.entry((&answer.scenario, &answer.step)).or_default();
        match of_step
            .iter_mut()
            .find(|each| each.answer.run == answer.run)
        {
            Some(same) => {
                same.verdict = same.verdict.min(answer.verdict);
                same.answer = answer;
            }
            None => of_step.push(Try {
                verdict: answer.verdict,
                answer,
            }),
        }
    }
    tries
}

struct Walk<'a> {
    track: &'a Track,
    steps: &'a TrackSteps,
    tries: Tries<'a>,
    signatures: &'a [Signature],
    now: Moment,
}

impl Walk<'_> {
    fn day(&self, day: &TrackDay, done: &BTreeMap<&str, i64>) -> DayStanding {
        let waits = day
            .after
            .iter()
            .filter(|id| !done.contains_key(id.as_str()));
        let waits: Vec<String> = waits.cloned().collect();
        let opened = day.after.iter().filter_map(|id| done.get(id.as_str()));
        let opened = if waits.is_empty() {
            opened.max().copied().unwrap_or(i64::MIN)
        } else {
            i64::MAX
        };
        let items: Vec<_> = day
            .items
            .iter()
            .map(|item| self.item(item, opened))
            .collect();
        let is_passed =
            |item: &ItemStanding| !matches!(item.state, ItemState::Open | ItemState::Tried);
        let state = if !waits.is_empty() {
            DayState::Locked(waits)
        } else if items.iter().all(is_passed) {
            DayState::Done
        } else {
            DayState::Open
        };
        DayStanding {
            id: day.id.clone(),
            title: day.title.clone(),
            state,
            items,
        }
    }

    fn item(&self, item: &TrackItem, opened: i64) -> ItemStanding {
        let TrackTask::Practice {
            scenario,
            steps,
            again,
        } = &item.task
        else {
            let signed = self.signature(item);
            let state = match &signed {
                None => ItemState::Open,
                Some(evidence) => evidence.stale.map_or(ItemState::Done, ItemState::Stale),
            };
            return ItemStanding {
                item: item.clone(),
                state,
                steps: vec![],
                signed,
                passed_at: self.signatures_of(item).map(|each| each.at).min(),
            };
        };
        let present = self.steps.get(scenario).map_or(&[][..], Vec::as_slice);
        let since = if *again { opened } else { i64::MIN };
        let steps: Vec<_> = steps
            .iter()
            .map(|step| {
                let must = present.iter().find(|(name, _)| name == step);
                self.step(scenario, step, must.map(|(_, must)| must.as_str()), since)
            })
            .collect();
        let passed_at: Option<Vec<i64>> = steps.iter().map(|step| step.passed_at).collect();
        ItemStanding {
            item: item.clone(),
            state: practised(&steps),
            passed_at: passed_at.and_then(|all| all.into_iter().max()),
            steps,
            signed: None,
        }
    }

    fn step(
        &self,
        scenario: &ScenarioId,
        step: &str,
        must: Option<&str>,
        since: i64,
    ) -> StepStanding {
        let tries = self
            .tries
            .get(&(scenario, step))
            .map_or(&[][..], Vec::as_slice);
        let tries: Vec<&Try<'_>> = tries.iter().filter(|each| each.answer.at > since).collect();
        let passes = tries.iter().filter(|each| each.verdict >= Verdict::Hire);
        let passed_at = passes.clone().map(|each| each.answer.at).min();
        // The latest pass that still holds; where none does, the latest of all.
        let evidence = passes
            .map(|each| self.evidence(each.answer, must))
            .max_by_key(|evidence| (evidence.stale.is_none(), evidence.at));
        StepStanding {
            step: step.to_owned(),
            first: tries.first().map(|each| each.verdict),
            best: tries.iter().map(|each| each.verdict).max(),
            latest: tries.last().map(|each| each.verdict),
            evidence,
            passed_at,
        }
    }

    fn evidence(&self, answer: &TrackAnswer, must: Option<&str>) -> Evidence {
        let is_changed = matches!((must, &answer.must), (Some(now), Some(then)) if now != then);
        let stale = if is_changed {
            Some(Stale::Changed)
        } else {
            self.aged(answer.at)
        };
        Evidence {
            at: answer.at,
            utc_offset: answer.utc_offset,
            record: answer.attempt.clone(),
            rubric: answer.rubric.clone(),
            signed_by: None,
            stale,
        }
    }

    fn signatures_of(&self, item: &TrackItem) -> impl Iterator<Item = &Signature> {
        let track = self.track.full_id();
        let of_item = move |each: &&Signature| each.track == track && each.item == item.id;
        self.signatures.iter().filter(of_item)
    }

    fn signature(&self, item: &TrackItem) -> Option<Evidence> {
        let last = self
            .signatures_of(item)
            .max_by_key(|each| (each.at, &each.event))?;
        Some(Evidence {
            at: last.at,
            utc_offset: self.now.utc_offset_minutes,
            record: last.event.clone(),
            rubric: String::new(),
            signed_by: Some(last.by.clone()),
            stale: self.aged(last.at),
        })
    }

    fn aged(&self, at: i64) -> Option<Stale> {
        let valid = i64::from(self.track.valid_days) * DAY_MS;
        (self.now.wall_ms.saturating_sub(at) > valid).then_some(Stale::Old)
    }
}

fn practised(steps: &[StepStanding]) -> ItemState {
    let evidence: Option<Vec<_>> = steps.iter().map(|step| step.evidence.as_ref()).collect();
    match evidence {
        Some(evidence) if !evidence.is_empty() => {
            let stale = evidence.iter().find_map(|each| each.stale);
            stale.map_or(ItemState::Done, ItemState::Stale)
        }
        _ if steps.iter().any(|step| step.first.is_some()) => ItemState::Tried,
        _ => ItemState::Open,
    }
}
