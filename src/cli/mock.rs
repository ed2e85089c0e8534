//! `firedrill mock`: a mock interview, or only its plan.

use std::{io::Write, path::PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;

use super::{look::Look, outcome::Outcome, places::Places, play};
use crate::{
    domain::{Kind, Level, MockPlan},
    library::{Library, Source, load_mock, nearest},
    progress::Catalogue,
    runtime::{Clock as _, SystemClock},
    session::{Manner, Plan, PlanRequest},
    storage,
};

/// What the interview is about, and how long it takes.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command"
)]
pub struct Mock {
    /// A plan of a pack, as `id` or `pack/id`; flags go before it
    #[arg(conflicts_with_all = ["plan", "list"])]
    id: Option<String>,
    /// List the plans of all packs
    #[arg(long, conflicts_with = "plan")]
    list: bool,
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

impl Mock {
    /// Opens the program at the plan, or prints the plan.
    pub fn run(
        self,
        places: &Places,
        look: &Look,
        output: &mut dyn Write,
    ) -> anyhow::Result<Outcome> {
        let library = places.library()?;
        if self.list {
            for plan in library.mocks() {
                writeln!(output, "{}  {}", plan.full_id(), plan.title.en)?;
            }
            return Ok(Outcome::Done);
        }
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
        anyhow::ensure!(
            !plan.exercises.is_empty(),
            "no scenario suits this plan; ask for other kinds or topics (`firedrill list` shows the tags), or add a pack"
        );
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

    /// What a plan by name or in a file says; every error in it otherwise.
    fn plan_file(&self, library: &Library) -> anyhow::Result<MockPlan> {
        if let Some(path) = &self.plan {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("cannot read `{}`", path.display()))?;
            let source = Source::new(path.display().to_string(), text);
            let (file, mut problems) = load_mock(&source, "local");
            problems.extend(file.iter().flat_map(|file| library.absent(file)));
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            return match file {
                Some(file) if problems.is_empty() => Ok(file.plan),
                _ => bail!("{}", told.join("\n").trim_end()),
            };
        }
        let Some(name) = &self.id else {
            return Ok(MockPlan::default());
        };
        let mut named = library
            .mocks()
            .filter(|plan| plan.id == *name || plan.full_id() == *name);
        match (named.next(), named.next()) {
            (Some(plan), None) => Ok(plan.clone()),
            (Some(_), Some(_)) => {
                bail!("several packs have a plan `{name}`; say `pack/{name}`")
            }
            (None, _) => {
                let known: Vec<&str> = library.mocks().map(|plan| plan.id.as_str()).collect();
                let near = nearest(name, known.iter().copied());
                let near = near.map_or_else(String::new, |near| format!("did you mean `{near}`? "));
                bail!("there is no plan `{name}`; {near}`firedrill mock --list` lists them")
            }
        }
    }

    fn request(&self, library: &Library) -> anyhow::Result<PlanRequest> {
        let file = self.plan_file(library)?;
        let minutes = self.minutes.as_deref().and_then(|it| it.parse().ok());
        let kinds = if self.kinds.is_empty() {
            file.kinds
        } else {
            self.kinds.clone()
        };
        Ok(PlanRequest {
            level: self.level.or(file.level).unwrap_or_default(),
            minutes: minutes.or(file.minutes).unwrap_or(30),
            kinds,
            topics: if self.topics.is_empty() {
                file.topics
            } else {
                self.topics.clone()
            },
            scenarios: file.scenarios,
            manner: match (self.spoken, self.facilitate) {
                (true, _) => Manner::Spoken,
                (_, true) => Manner::Facilitated,
                _ => Manner::Typed,
            },
            // Short enough to be typed again.
            seed: self
                .seed
                .or(file.seed.map(u64::from))
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
