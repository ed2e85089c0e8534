//! Finds the step that `grade` is asked for, in the library or in a bare file.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;

use super::places::Places;
use crate::{
    check::pattern_problem,
    domain::{Register, Scenario, Step},
    library::{self, Library, PackSource, Problem, Source},
    scoring::{Glossary, Grader},
};

/// The pack that a bare file is read as.
const BARE: &str = "file";

/// A scenario with the glossary that counts for it.
pub struct Gradable {
    /// The scenario.
    pub scenario: Scenario,
    /// The words that stand for one another in it.
    pub glossary: Glossary,
    /// The file it stands in.
    source: Source,
}

/// Why there is nothing to grade by.
pub enum Refusal {
    /// The file has faults.
    Faults(Vec<Problem>),
    /// The question cannot be answered as asked; the sentence says why.
    Unclear(String),
}

impl Gradable {
    /// The scenario that `name` means: an id, or the path of a YAML file.
    pub fn find(name: &str, places: &Places) -> anyhow::Result<Result<Self, Refusal>> {
        let path = Path::new(name);
        let is_yaml = path
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml");
        if is_yaml || path.is_file() {
            return Self::of_file(path);
        }
        let library = places.library()?;
        let id = library.find(name)?.id.clone();
        Ok(match library.scenario(&id) {
            Ok(scenario) => Ok(Self {
                scenario,
                glossary: library.glossary(&id.pack).clone(),
                source: library.whole(&id).map(Cow::into_owned).unwrap_or_default(),
            }),
            Err(problems) => Err(Refusal::Faults(problems)),
        })
    }

    fn of_file(path: &Path) -> anyhow::Result<Result<Self, Refusal>> {
        let source = match read(path)? {
            Ok(source) => source,
            Err(problem) => return Ok(Err(Refusal::Faults(vec![*problem]))),
        };
        let mut builtin = library::builtin();
        builtin.files.retain(|file| {
            file.name.ends_with("glossary.yaml") || file.name.ends_with("prices.yaml")
        });
        let mut own = PackSource::new(BARE, Vec::new());
        for name in ["glossary.yaml", "prices.yaml"] {
            let Some(beside) = nearest(path, name) else {
                continue;
            };
            match read(&beside)? {
                Ok(file) => own.files.push(file),
                Err(problem) => return Ok(Err(Refusal::Faults(vec![*problem]))),
            }
        }
        let library = Library::load(vec![builtin, own]);
        if !library.problems().is_empty() {
            return Ok(Err(Refusal::Faults(library.problems().to_vec())));
        }
        let loaded = library::load_priced(&source, BARE, &library.prices(BARE));
        Ok(match loaded.value {
            Some(scenario) => Ok(Self {
                scenario,
                glossary: library.glossary(BARE).clone(),
                source,
            }),
            None => Err(Refusal::Faults(loaded.problems)),
        })
    }

    /// The step called `asked`, or the only one with a rubric.
    pub fn step(&self, asked: Option<&str>) -> Result<&Step, Refusal> {
        let gradable: Vec<&Step> = self
            .scenario
            .steps
            .iter()
            .filter(|step| step.is_graded())
            .collect();
        let names: Vec<_> = gradable.iter().map(|step| step.id.as_str()).collect();
        let names = names.join(", ");
        match (asked, gradable.as_slice()) {
            (Some(asked), steps) => steps
                .iter()
                .find(|step| step.id.as_str() == asked)
                .copied()
                .ok_or_else(|| {
                    Refusal::Unclear(format!(
                        "no step `{asked}` can be graded; there is: {names}"
                    ))
                }),
            (None, [only]) => Ok(only),
            (None, []) => Err(Refusal::Unclear("no step of it can be graded".to_owned())),
            (None, _) => Err(Refusal::Unclear(format!(
                "several steps can be graded; say `--step` with one of: {names}"
            ))),
        }
    }

    /// A grader for every register that `step` is answered in, the default first.
    pub fn graders(&self, step: &Step, asked: Option<&str>) -> Result<Graders, Refusal> {
        let default = match asked {
            Some(name) => Some(Register::parse(name).ok_or_else(|| unknown_register(name))?),
            None => step.registers().first().copied().flatten(),
        };
        let mut all = vec![default];
        for register in step.registers() {
            if !all.contains(&register) {
                all.push(register);
            }
        }
        let mut graders = Vec::with_capacity(all.len());
        for register in all {
            let grader = Grader::new(step, &self.glossary, register).map_err(|problems| {
                let faults = problems
                    .iter()
                    .map(|problem| pattern_problem(&self.source, problem));
                Refusal::Faults(faults.collect())
            })?;
            graders.push((register, grader));
        }
        Ok(Graders(graders))
    }
}

/// One grader per register; never empty.
pub struct Graders(Vec<(Option<Register>, Grader)>);

impl Graders {
    /// The grader for the register called `name`, or the default one.
    pub fn of(&self, name: Option<&str>) -> Result<&Grader, String> {
        let found = match name {
            None => self.0.first(),
            Some(name) => self
                .0
                .iter()
                .find(|(register, _)| register.is_some_and(|register| register.name() == name)),
        };
        found.map(|(_, grader)| grader).ok_or_else(|| {
            let names: Vec<_> = self
                .0
                .iter()
                .filter_map(|(register, _)| Some(register.as_ref()?.name()))
                .collect();
            let asked = name.unwrap_or_default();
            if names.is_empty() {
                format!("the step has no register, so `{asked}` does not fit")
            } else {
                format!("register `{asked}` is not one of: {}", names.join(", "))
            }
        })
    }
}

fn unknown_register(name: &str) -> Refusal {
    let names: Vec<_> = Register::ALL
        .iter()
        .map(|register| register.name())
        .collect();
    Refusal::Unclear(format!(
        "unknown register `{name}`; there is: {}",
        names.join(", ")
    ))
}

fn read(path: &Path) -> anyhow::Result<Result<Source, Box<Problem>>> {
    let bytes = fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    Ok(Source::from_bytes(path.display().to_string(), bytes))
}

/// The file called `name` beside `path`, or the nearest one above.
fn nearest(path: &Path, name: &str) -> Option<PathBuf> {
    let path = path.canonicalize().ok()?;
    path.ancestors()
        .skip(1)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
