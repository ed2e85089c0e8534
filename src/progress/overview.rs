//! What home and the progress screen show: one value, worked out from the log and the library.

use std::collections::BTreeMap;

use crate::{domain::ScenarioId, library::Library, scoring::Verdict};

use super::{
    competency::CompetencyGroup,
    insight::Insight,
    phrase::{Phrase, PhraseName},
    track::TrackRecords,
};

/// A step that the schedule brings back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueStep {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Its title, or its id where the scenario is no longer there.
    pub title: String,
    /// The step.
    pub step: String,
    /// Milliseconds since 1970, UTC.
    pub due_at: i64,
    /// Minutes it is expected to take.
    pub minutes: u32,
}

/// Where the learner stands in one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competency {
    /// The group.
    pub group: CompetencyGroup,
    /// 0..=100; `None` before the first attempt.
    pub percent: Option<u8>,
    /// Change in points against the month before; `None` without enough attempts.
    pub trend: Option<i8>,
}

/// A point that is missed again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptMissing {
    /// The skill, or `pack/scenario#step#criterion` where there is none.
    pub key: String,
    /// The point in the learner's words, such as `asks for jitter in a backoff`.
    pub label: String,
    /// How often it was missed, of the last tries.
    pub missed: u32,
    /// The last tries that are counted; eight at most.
    pub tries: u32,
    /// Where to drill it.
    pub drill: Option<ScenarioId>,
}

impl Overview {
    /// Names the points without a skill by what their criterion says; where the library has it no more, the words of
    /// its name stay.
    pub fn name_points(&mut self, library: &Library) {
        for missing in &mut self.missing {
            if let Some(label) = point(&missing.key, library) {
                missing.label = label;
            }
        }
    }
}

/// What the criterion behind `pack/scenario#step#criterion` says, with the title of its scenario.
fn point(key: &str, library: &Library) -> Option<String> {
    let mut parts = key.split('#');
    let scenario = ScenarioId::parse(parts.next()?)?;
    let (step, criterion) = (parts.next()?, parts.next()?);
    let scenario = library.scenario(&scenario).ok()?;
    let step = scenario.steps.iter().find(|it| it.id.as_str() == step)?;
    let mut rubric = step.rubric.iter();
    let criterion = rubric.find(|it| it.id.as_str() == criterion)?;
    let (point, title) = (&criterion.point.en, &scenario.header.title.en);
    Some(format!("{point} ({title})"))
}

/// A submitted answer, as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct PastAttempt {
    /// The attempt.
    pub id: String,
    /// The scenario.
    pub scenario: ScenarioId,
    /// Its title, or its id where the scenario is no longer there.
    pub title: String,
    /// The step.
    pub step: String,
    /// The register it was for.
    pub register: Option<String>,
    /// Milliseconds since 1970, UTC.
    pub submitted_at: i64,
    /// Minutes east of UTC where the learner sat.
    pub utc_offset: i32,
    /// 0..=1.
    pub score: f64,
    /// The verdict.
    pub verdict: Verdict,
}

/// A run that was left with text in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resumable {
    /// The run.
    pub run: String,
    /// The scenario.
    pub scenario: ScenarioId,
    /// Its title.
    pub title: String,
    /// The step it stopped at.
    pub step: String,
    /// The first words of the draft.
    pub excerpt: String,
}

/// A model that was typed from memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shadowed {
    /// Which sentence.
    pub name: PhraseName,
    /// What was typed.
    pub typed: String,
}

/// All that home and the progress screen need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// Runs left with text in hand, newest first.
    pub resumable: Vec<Resumable>,
    /// What is due now and within today's minutes, most forgotten first.
    pub due: Vec<DueStep>,
    /// How many more steps are due beyond today's minutes; they keep.
    pub later: u32,
    /// When each step comes back that the schedule knows, in milliseconds since 1970, UTC.
    pub returns: BTreeMap<(ScenarioId, String), i64>,
    /// When the next step comes back that is not due yet, in milliseconds since 1970, UTC.
    pub next_due_at: Option<i64>,
    /// The five groups, in the order of [`CompetencyGroup`]; empty before the first attempt.
    pub standing: Vec<Competency>,
    /// What is missed most, worst first.
    pub missing: Vec<KeptMissing>,
    /// The newest attempts first; at most 200.
    pub recent: Vec<PastAttempt>,
    /// How many answers there are in all, to steps and to follow-ups.
    pub attempts: u64,
    /// Local days in a row with practice, up to today or yesterday.
    pub streak_days: u32,
    /// Practice per local day (`YYYY-MM-DD`) of the last 400 days, oldest first: attempts and mean score 0..=1.
    pub days: Vec<(String, u32, f64)>,
    /// How practice is going.
    pub insight: Insight,
    /// The phrase book: those that come back first, then those that are known.
    pub phrases: Vec<Phrase>,
    /// Models typed from memory, newest first.
    pub shadowed: Vec<Shadowed>,
    /// What tracks count.
    pub track: TrackRecords,
    /// What the learner wrote after an incident to do otherwise next time, the last of each scenario.
    pub commitments: BTreeMap<ScenarioId, String>,
}

/// The five groups as home shows them; none before the first attempt.
pub fn standing(insight: &Insight) -> Vec<Competency> {
    if insight.content.is_none() {
        return Vec::new();
    }
    CompetencyGroup::ALL
        .into_iter()
        .map(|group| {
            let standing = insight.groups.get(&group);
            Competency {
                group,
                percent: standing.map(|standing| standing.percent),
                trend: standing.and_then(|standing| standing.trend),
            }
        })
        .collect()
}
