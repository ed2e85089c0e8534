//! Reading what people shared: exports, with answers or without, united by person.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::derived::Rules;
use crate::{
    domain::ScenarioId,
    progress::{ExportHeader, Line, MADE, Member, Signature, TrackAnswer, read_line, read_time},
    scoring::Verdict,
};

/// Everybody whose exports could be read, by name, and why others could not.
#[derive(Debug, Default)]
pub struct Shared {
    /// The people.
    pub members: Vec<Member>,
    /// One sentence per file that was left out.
    pub left_out: Vec<String>,
}

/// What is read of a line; the rest of it is passed over.
#[derive(Deserialize)]
struct SharedLine<'a> {
    #[serde(borrow)]
    record: Cow<'a, str>,
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    run: Option<Cow<'a, str>>,
    #[serde(borrow)]
    scenario: Option<Cow<'a, str>>,
    #[serde(borrow)]
    step: Option<Cow<'a, str>>,
    #[serde(borrow)]
    part: Option<Cow<'a, str>>,
    #[serde(borrow)]
    kind: Option<Cow<'a, str>>,
    submitted_at: Option<Value>,
    at: Option<Value>,
    utc_offset: Option<i32>,
    verdict: Option<Verdict>,
    #[serde(borrow)]
    rubric: Option<Cow<'a, str>>,
    criteria: Option<Vec<SharedPoint>>,
    plan: Option<SharedPlan>,
    data: Option<Value>,
}

#[derive(Deserialize)]
struct SharedPoint {
    #[serde(default)]
    credit: f64,
    skill: Option<String>,
}

#[derive(Default, Deserialize)]
struct SharedPlan {
    #[serde(default)]
    must: BTreeMap<String, String>,
}

/// Reads the exports at `paths`, files or folders of them, as far as `tracked` scenarios and skills are concerned. A file that is
/// not in order, or was written by a later program, is left out as a whole.
pub fn read_shared(paths: &[PathBuf], tracked: &BTreeSet<ScenarioId>) -> io::Result<Shared> {
    let mut files = vec![];
    for path in paths {
        if path.is_dir() {
            find(path, &mut files)?;
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    files.dedup();
    let mut shared = Shared::default();
    let mut known = vec![];
    for path in files {
        match header(&path) {
            Ok(header) => known.push((path, header)),
            Err(reason) => shared.left_out.push(left_out(&path, &reason)),
        }
    }
    let read: Vec<_> = people(known)
        .into_par_iter()
        .map(|(name, files)| member(name, &files, tracked))
        .collect();
    for (member, mut problems) in read {
        shared.members.extend(member);
        shared.left_out.append(&mut problems);
    }
    shared
        .members
        .sort_by(|one, other| one.name.cmp(&other.name));
    Ok(shared)
}

/// Every file below `folder` that may be an export; what begins with a dot, such as the inside of a git checkout, is passed over.
fn find(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // A link is not followed: it may lead around in a circle.
        let kind = entry.file_type()?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            find(&path, files)?;
        } else if kind.is_file() && path.extension().is_some_and(|ending| ending == "jsonl") {
            files.push(path);
        }
    }
    Ok(())
}

fn left_out(path: &Path, reason: &str) -> String {
    format!("`{}` is left out: {reason}", path.display())
}

fn header(path: &Path) -> Result<ExportHeader, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mut first = String::new();
    let read = BufReader::new(file).read_line(&mut first);
    read.map_err(|error| error.to_string())?;
    match read_line(first.trim_start_matches('\u{feff}')) {
        Ok(Line::Header(header)) => Ok(header),
        Err(problem @ crate::progress::LineProblem::Newer { .. }) => Err(problem.to_string()),
        _ => Err(
            "this is not progress exported by Firedrill: its first line does not say so".to_owned(),
        ),
    }
}

type Known = Vec<(PathBuf, ExportHeader)>;

/// The files by person: by the name they go by, and where they have none by that of another file of the same store.
fn people(files: Known) -> BTreeMap<String, Known> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let own_name = |header: &ExportHeader| {
        let name = header.learner.as_deref().unwrap_or_default().trim();
        (!name.is_empty()).then(|| name.to_owned())
    };
    for (path, header) in &files {
        let stem = path.file_stem().unwrap_or_default();
        let stem = stem.to_string_lossy().into_owned();
        match own_name(header) {
            Some(name) => drop(names.insert(header.device.clone(), name)),
            None => drop(names.entry(header.device.clone()).or_insert(stem)),
        }
    }
    let mut people = BTreeMap::<String, Known>::new();
    for (path, header) in files {
        let name = own_name(&header).or_else(|| names.get(&header.device).cloned());
        people
            .entry(name.unwrap_or_default())
            .or_default()
            .push((path, header));
    }
    people
}

/// What is gathered of one person while their files are read.
#[derive(Default)]
struct Gathered {
    seen: HashSet<String>,
    runs: HashMap<String, BTreeMap<String, String>>,
    answers: Vec<(TrackAnswer, Vec<(String, bool)>)>,
    renames: Vec<(i64, String, String, Option<String>, String)>,
    resets: Vec<(i64, String, String, Option<String>)>,
    signatures: Vec<Signature>,
}

/// Unites `files` into one person; none where no file of theirs is in order.
fn member(
    name: String,
    files: &Known,
    tracked: &BTreeSet<ScenarioId>,
) -> (Option<Member>, Vec<String>) {
    let mut gathered = Gathered::default();
    let mut problems = vec![];
    let mut exported_at = None;
    for (path, header) in files {
        // Read apart first, so that a file which breaks off leaves nothing behind.
        match gathered_of(path) {
            Ok(read) => {
                gathered.unite(read);
                exported_at = exported_at.max(Some(header.exported_at));
            }
            Err(reason) => problems.push(left_out(path, &reason)),
        }
    }
    let member = exported_at.map(|exported_at| gathered.settle(name, exported_at, tracked));
    (member, problems)
}

fn gathered_of(path: &Path) -> Result<Gathered, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let mut gathered = Gathered::default();
    let mut text = String::new();
    let mut number = 0;
    loop {
        text.clear();
        number += 1;
        let length = reader.read_line(&mut text);
        if length.map_err(|error| error.to_string())? == 0 {
            return Ok(gathered);
        }
        if number == 1 || text.trim().is_empty() {
            continue;
        }
        let taken = serde_json::from_str::<SharedLine>(&text)
            .map_err(|error| error.to_string())
            .and_then(|line| {
                gathered
                    .take(line)
                    .ok_or_else(|| "a field is missing".to_owned())
            });
        taken.map_err(|reason| format!("line {number}: {reason}"))?;
    }
}

impl Gathered {
    /// Notes one line; `None` where something is missing in it.
    fn take(&mut self, line: SharedLine<'_>) -> Option<()> {
        match &*line.record {
            "run" => {
                let plan = line.plan.unwrap_or_default();
                self.runs.insert(line.id?.into_owned(), plan.must);
            }
            "attempt" => {
                if !matches!(&*line.part?, "answer" | "follow-up") {
                    return Some(());
                }
                let scenario = ScenarioId::parse(&line.scenario?)?;
                let points = line.criteria.unwrap_or_default().into_iter();
                let skills = points.filter_map(|it| Some((it.skill?, it.credit < MADE)));
                let skills = skills.collect();
                let answer = TrackAnswer {
                    attempt: line.id?.into_owned(),
                    run: line.run?.into_owned(),
                    scenario,
                    step: line.step?.into_owned(),
                    at: read_time(&line.submitted_at?)?,
                    utc_offset: line.utc_offset?,
                    verdict: line.verdict?,
                    rubric: line.rubric?.into_owned(),
                    must: None,
                };
                self.answers.push((answer, skills));
            }
            "event" => return self.take_event(line),
            _ => {}
        }
        Some(())
    }

    fn take_event(&mut self, line: SharedLine<'_>) -> Option<()> {
        let (id, at) = (line.id?.into_owned(), read_time(&line.at?)?);
        let data = line.data.unwrap_or_default();
        let scenario = line.scenario.map(Cow::into_owned);
        let step = line.step.map(Cow::into_owned);
        match (&*line.kind?, scenario) {
            ("renamed", Some(scenario)) => {
                self.renames
                    .push((at, id, scenario, step, data.to_string()));
            }
            ("reset", Some(scenario)) => self.resets.push((at, id, scenario, step)),
            ("signed-off", _) => {
                let said = |name| Some(data.get(name)?.as_str()?.to_owned());
                self.signatures.push(Signature {
                    track: said("track")?,
                    item: said("item")?,
                    by: said("by")?,
                    at,
                    event: id,
                });
            }
            _ => {}
        }
        Some(())
    }

    /// Takes what another export of the same person has; a record that is in both counts once.
    fn unite(&mut self, other: Self) {
        let seen = &mut self.seen;
        let answers = other.answers.into_iter();
        self.answers
            .extend(answers.filter(|(it, _)| seen.insert(it.attempt.clone())));
        self.runs.extend(other.runs);
        self.renames.extend(other.renames);
        self.resets.extend(other.resets);
        self.signatures.extend(other.signatures);
    }

    /// The person: answers by their present names, without those that were set aside.
    fn settle(mut self, name: String, exported_at: i64, tracked: &BTreeSet<ScenarioId>) -> Member {
        let mut rules = Rules::default();
        self.renames.sort();
        for (_, _, scenario, step, data) in self.renames {
            rules.note_rename(scenario, step, &data);
        }
        self.resets.sort();
        for (at, id, scenario, step) in self.resets {
            rules.note_reset(&scenario, step.as_deref(), (at, id));
        }
        let mut member = Member {
            name,
            exported_at,
            ..Member::default()
        };
        member.records.signatures = self.signatures;
        for (mut answer, skills) in self.answers {
            member.attempts += 1;
            member.last = member.last.max(Some((answer.at, answer.utc_offset)));
            for (skill, is_missed) in skills {
                let tally = member.skills.entry(skill).or_default();
                tally.0 += 1;
                tally.1 += u32::from(is_missed);
            }
            let present = rules.present(&answer.scenario.to_string(), &answer.step);
            let Some(scenario) = ScenarioId::parse(&present.0) else {
                continue;
            };
            if !tracked.contains(&scenario) || rules.is_reset(&present, answer.at, &answer.attempt)
            {
                continue;
            }
            let musts = self.runs.get(&answer.run);
            answer.must = musts.and_then(|musts| musts.get(&answer.step).cloned());
            answer.scenario = scenario;
            answer.step = present.1;
            member.records.answers.push(answer);
        }
        member
    }
}
