//! `firedrill mock`: a mock interview, or only its plan.

use std::{io::Write, path::PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use serde::Deserialize;

use super::{look::Look, outcome::Outcome, places::Places, play};
use crate::{
    domain::{Kind, Level},
    library::Library,
    progress::Catalogue,
    runtime::{Clock as _, SystemClock},
    session::{Manner, Plan, PlanRequest},
    storage,
};

/// What the interview is about, and how long it takes.
#[derive(Debug, Args)]
pub struct Mock {
    /// Minutes in all
    #[arg(long, value_parser = ["15", "30", "45", "60"])]
    minutes: Option<String>,
    /// The level: L3 to L6, or junior, mid, senior, staff
    #[arg(long, value_parser = level)]
    level: Option<Level>,
    /// Only these kinds, with commas between: debug, review, phrasing, design
    #[arg(long, value_delimiter = ',', value_parser = kind)]
    kinds: Vec<Kind>,
    /// Only scenarios with one of these tags or competencies, with commas between
    #[arg(long, value_delimiter = ',')]
    topics: Vec<String>,
    /// Draw the same plan again; a new one each time without it
    #[arg(long)]
    seed: Option<u64>,
    /// Read minutes, level, kinds, topics, seed and scenarios from a YAML file; flags go before it
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// Speak the answers aloud, then tick them off yourself
    #[arg(long, conflicts_with = "facilitate")]
    spoken: bool,
    /// Interview somebody else: read aloud, listen, tick
    #[arg(long)]
    facilitate: bool,
    /// Show kinds and minutes of the plan, and do not begin
    #[arg(long)]
    list_plan: bool,
}

/// A plan as it is written in a file; everything may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    minutes: Option<u32>,
    level: Option<String>,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    topics: Vec<String>,
    seed: Option<u64>,
    #[serde(default)]
    scenarios: Vec<String>,
}

impl Mock {
    /// Opens the program at the plan, or prints the plan.
    pub fn run(
        self,
        places: &Places,
        look: &Look,
        output: &mut dyn Write,
    ) -> anyhow::Result<Outcome> {
        let library = places.library()?;
        let request = self.request(&library)?;
        if !self.list_plan {
            return play::Drill::interview(request).run(places, look);
        }
        let now = SystemClock::default().now();
        let overview = places
            .read_log()?
            .overview(&Catalogue::from(&library), now)?;
        let headers = library.headers();
        let plan = Plan::draw(request, headers, &overview, now.wall_ms, |id| {
            library.scenario(id).ok()
        });
        for (index, exercise) in plan.exercises.iter().enumerate() {
            let minutes = exercise.seconds().div_ceil(60);
            writeln!(
                output,
                "{}. {}, about {minutes} minutes",
                index + 1,
                exercise.kind.name()
            )?;
        }
        let request = &plan.request;
        writeln!(
            output,
            "{} of {} minutes, about {}, seed {}",
            plan.seconds().div_ceil(60),
            request.minutes,
            request.level.name(),
            request.seed
        )?;
        if plan.is_short() {
            writeln!(
                output,
                "the library has too little for {} minutes; ask for other kinds or topics, or add a pack",
                request.minutes
            )?;
        }
        Ok(Outcome::Done)
    }

    fn request(&self, library: &Library) -> anyhow::Result<PlanRequest> {
        let file = match &self.plan {
            None => PlanFile::default(),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .with_context(|| format!("cannot read `{}`", path.display()))?;
                serde_yaml::from_str(&text)
                    .with_context(|| format!("`{}` is no plan", path.display()))?
            }
        };
        let minutes = self.minutes.as_deref().and_then(|it| it.parse().ok());
        let minutes = minutes.or(file.minutes).unwrap_or(30);
        if minutes == 0 || minutes > 240 {
            bail!("`minutes` must be from 1 to 240");
        }
        let named = file.level.as_deref().map(level).transpose();
        let named = named.map_err(anyhow::Error::msg)?;
        let mut kinds = self.kinds.clone();
        if kinds.is_empty() {
            let read = file.kinds.iter().map(|name| kind(name));
            kinds = read.collect::<Result<_, _>>().map_err(anyhow::Error::msg)?;
        }
        let scenarios = file.scenarios.iter();
        let scenarios = scenarios.map(|name| Ok(library.find(name)?.id.clone()));
        Ok(PlanRequest {
            level: self.level.or(named).unwrap_or_default(),
            minutes,
            kinds,
            topics: if self.topics.is_empty() {
                file.topics
            } else {
                self.topics.clone()
            },
            scenarios: scenarios.collect::<anyhow::Result<_>>()?,
            manner: match (self.spoken, self.facilitate) {
                (true, _) => Manner::Spoken,
                (_, true) => Manner::Facilitated,
                _ => Manner::Typed,
            },
            // Short enough to be typed again.
            seed: self
                .seed
                .or(file.seed)
                .unwrap_or_else(|| storage::fresh_seed() % 10_000),
        })
    }
}

fn level(text: &str) -> Result<Level, String> {
    Level::parse(text).ok_or_else(|| {
        format!("`{text}` is no level; say L3, L4, L5, L6, junior, mid, senior or staff")
    })
}

fn kind(text: &str) -> Result<Kind, String> {
    Kind::parse(text)
        .ok_or_else(|| format!("`{text}` is no kind; say debug, review, phrasing or design"))
}
