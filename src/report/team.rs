//! A team on a track as one value: who has passed what, what went stale, which skills are weak over all.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    domain::{Moment, Track, TrackItem, TrackTask},
    progress::{
        Catalogue, Evidence, ItemStanding, ItemState, LocalDay, Member, Stale, TrackStanding,
        TrackSteps,
    },
};

/// How many skills are listed.
const SKILLS: usize = 12;

/// Fewer tries than this over the team say nothing of a skill.
const LEAST_TRIES: u32 = 4;

/// A team on a track.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Team {
    /// The track, as `pack/id`.
    pub track: String,
    /// Its title.
    pub title: String,
    /// The local day on which this was worked out.
    pub day: String,
    /// The items, in the order of the track.
    pub items: Vec<TeamItem>,
    /// The people, by name.
    pub people: Vec<TeamPerson>,
    /// What is missed most over the team, the weakest first.
    pub skills: Vec<TeamSkill>,
    /// The files that could not be taken, and why.
    pub left_out: Vec<String>,
}

/// An item of the track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TeamItem {
    /// Its name in the track.
    pub id: String,
    /// Its day, from 1.
    pub day: usize,
    /// What it is about.
    pub title: String,
    /// Whether a person signs for it.
    pub is_signed: bool,
}

/// A person on the track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TeamPerson {
    /// What they are called.
    pub name: String,
    /// How many answers they shared.
    pub attempts: u64,
    /// The local day of the last one.
    pub last: Option<String>,
    /// How many items they passed, stale ones too.
    pub passed: usize,
    /// The day they are at, from 1; none when all are done.
    pub today: Option<usize>,
    /// Item by item.
    pub cells: Vec<TeamCell>,
}

/// What a person made of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TeamCell {
    /// `open`, `tried`, `passed` or `stale`.
    pub state: &'static str,
    /// Why a pass no longer holds.
    pub stale: Option<&'static str>,
    /// The local day of the oldest pass that counts.
    pub date: Option<String>,
    /// The scenario that was passed.
    pub scenario: Option<String>,
    /// The attempts, or the event of a signature, that show it.
    pub records: Vec<String>,
    /// The fingerprints of the steps as they were graded.
    pub rubrics: Vec<String>,
    /// Who signed.
    pub signed_by: Option<String>,
}

/// A skill over the whole team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TeamSkill {
    /// Its name.
    pub skill: String,
    /// What it says.
    pub label: String,
    /// How often it was asked for.
    pub tries: u32,
    /// How often it was missed.
    pub missed: u32,
    /// How many people missed it, and how many were asked.
    pub people: (usize, usize),
}

impl Team {
    /// What `members` made of `track`, whose scenarios say `steps`, at `now`.
    pub fn of(
        track: &Track,
        steps: &TrackSteps,
        members: &[Member],
        catalogue: &Catalogue,
        now: Moment,
    ) -> Self {
        let days = track.days.iter().enumerate();
        let items = days.flat_map(|(index, day)| {
            day.items.iter().map(move |item| TeamItem {
                id: item.id.clone(),
                day: index + 1,
                title: title(item, catalogue),
                is_signed: item.task.is_signed(),
            })
        });
        let person = |member: &Member| {
            let standing = TrackStanding::new(track, steps, &member.records, now);
            let items = standing.days.iter().flat_map(|day| &day.items);
            TeamPerson {
                name: member.name.clone(),
                attempts: member.attempts,
                last: member
                    .last
                    .map(|(at, offset)| LocalDay::of(at, offset).to_string()),
                passed: standing.count().0,
                today: standing.today().map(|day| day + 1),
                cells: items.map(cell).collect(),
            }
        };
        Self {
            track: track.full_id(),
            title: track.title.en.trim().to_owned(),
            day: LocalDay::of(now.wall_ms, now.utc_offset_minutes).to_string(),
            items: items.collect(),
            people: members.iter().map(person).collect(),
            skills: skills(members, catalogue),
            left_out: vec![],
        }
    }

    /// The items with a stale pass, each with the people whose pass it is.
    pub fn stale(&self) -> Vec<(&TeamItem, Vec<&str>)> {
        let of = |index: usize| {
            let has = move |person: &&TeamPerson| {
                let cell = person.cells.get(index);
                cell.is_some_and(|cell| cell.stale.is_some())
            };
            let people = self.people.iter().filter(has);
            people
                .map(|person| person.name.as_str())
                .collect::<Vec<_>>()
        };
        let items = self.items.iter().enumerate();
        items
            .map(|(index, item)| (item, of(index)))
            .filter(|(_, people)| !people.is_empty())
            .collect()
    }

    /// The team as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

fn title(item: &TrackItem, catalogue: &Catalogue) -> String {
    match &item.task {
        TrackTask::Practice { scenario, .. } => catalogue.title(scenario),
        TrackTask::Exit(text) | TrackTask::SignOff(text) => text.en.trim().to_owned(),
    }
}

fn cell(item: &ItemStanding) -> TeamCell {
    let (state, why) = match item.state {
        ItemState::Open => ("open", None),
        ItemState::Tried => ("tried", None),
        ItemState::Done => ("passed", None),
        ItemState::Stale(Stale::Old) => ("stale", Some("passed too long ago")),
        ItemState::Stale(Stale::Changed) => {
            ("stale", Some("the points that must be made have changed"))
        }
    };
    let is_passed = matches!(item.state, ItemState::Done | ItemState::Stale(_));
    let steps = item.steps.iter().filter_map(|step| step.evidence.as_ref());
    let evidence: Vec<&Evidence> = steps.chain(&item.signed).filter(|_| is_passed).collect();
    let oldest = evidence.iter().min_by_key(|it| it.at);
    TeamCell {
        state,
        stale: why,
        date: oldest.map(|it| LocalDay::of(it.at, it.utc_offset).to_string()),
        scenario: match &item.item.task {
            TrackTask::Practice { scenario, .. } => Some(scenario.to_string()),
            TrackTask::Exit(_) | TrackTask::SignOff(_) => None,
        },
        records: evidence.iter().map(|it| it.record.clone()).collect(),
        rubrics: evidence
            .iter()
            .map(|it| it.rubric.clone())
            .filter(|rubric| !rubric.is_empty())
            .collect(),
        signed_by: evidence.iter().find_map(|it| it.signed_by.clone()),
    }
}

fn skills(members: &[Member], catalogue: &Catalogue) -> Vec<TeamSkill> {
    let mut all: BTreeMap<&str, TeamSkill> = BTreeMap::new();
    let tallies = members.iter().flat_map(|member| &member.skills);
    for (skill, (tries, missed)) in tallies {
        let sum = all.entry(skill).or_insert_with(|| TeamSkill {
            skill: skill.clone(),
            label: catalogue.label(skill),
            tries: 0,
            missed: 0,
            people: (0, 0),
        });
        sum.tries += tries;
        sum.missed += missed;
        sum.people.0 += usize::from(*missed > 0);
        sum.people.1 += 1;
    }
    let mut skills: Vec<TeamSkill> = all
        .into_values()
        .filter(|skill| skill.missed > 0 && skill.tries >= LEAST_TRIES)
        .collect();
    let share = |skill: &TeamSkill| f64::from(skill.missed) / f64::from(skill.tries.max(1));
    skills.sort_by(|one, other| share(other).total_cmp(&share(one)));
    skills.truncate(SKILLS);
    skills
}
