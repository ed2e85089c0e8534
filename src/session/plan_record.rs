//! A plan as the log keeps it, and read back from there.

use serde::{Deserialize, Serialize};

use super::{
    manner::Manner,
    plan::{Exercise, Plan, PlanRequest, PlannedStep},
};
use crate::domain::{Kind, Level, ScenarioId};

#[derive(Serialize, Deserialize)]
struct Kept {
    scenarios: Vec<String>,
    level: String,
    minutes: u32,
    seed: u64,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    topics: Vec<String>,
    #[serde(default)]
    manner: String,
    exercises: Vec<KeptExercise>,
}

#[derive(Serialize, Deserialize)]
struct KeptExercise {
    scenario: String,
    kind: String,
    /// Names, seconds on the clock, seconds in the plan.
    asks: Vec<(String, u32, u32)>,
}

impl Plan {
    /// The plan as JSON, for the log.
    pub fn to_json(&self) -> String {
        let kept = Kept {
            scenarios: self
                .exercises
                .iter()
                .map(|exercise| exercise.scenario.to_string())
                .collect(),
            level: self.request.level.name().to_owned(),
            minutes: self.request.minutes,
            seed: self.request.seed,
            kinds: self
                .request
                .kinds
                .iter()
                .map(|kind| kind.name().to_owned())
                .collect(),
            topics: self.request.topics.clone(),
            manner: self.request.manner.name().to_owned(),
            exercises: self
                .exercises
                .iter()
                .map(|exercise| KeptExercise {
                    scenario: exercise.scenario.to_string(),
                    kind: exercise.kind.name().to_owned(),
                    asks: exercise
                        .steps
                        .iter()
                        .map(|step| (step.id.clone(), step.seconds, step.planned))
                        .collect(),
                })
                .collect(),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Reads what [`Self::to_json`] wrote; `None` for the plan of another kind of run.
    pub fn from_json(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let exercise = |kept: KeptExercise| {
            let step = |(id, seconds, planned)| PlannedStep {
                id,
                seconds,
                planned,
            };
            Some(Exercise {
                scenario: ScenarioId::parse(&kept.scenario)?,
                kind: Kind::parse(&kept.kind)?,
                steps: kept.asks.into_iter().map(step).collect(),
            })
        };
        Some(Self {
            request: PlanRequest {
                level: Level::parse(&kept.level)?,
                minutes: kept.minutes,
                kinds: kept
                    .kinds
                    .iter()
                    .filter_map(|kind| Kind::parse(kind))
                    .collect(),
                topics: kept.topics,
                scenarios: vec![],
                manner: Manner::parse(&kept.manner).unwrap_or_default(),
                seed: kept.seed,
            },
            exercises: kept.exercises.into_iter().filter_map(exercise).collect(),
        })
    }
}
