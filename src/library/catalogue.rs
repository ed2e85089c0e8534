//! Every pack's headers, and where each scenario's text lies.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use rayon::prelude::*;

use super::{
    fault::Fault,
    file::{Loaded, load_header, load_priced},
    pack::{Pack, Role, SentenceFrame, Skill, load_pack, stray},
    pack_source::PackSource,
    prices::Prices,
    problem::{Place, Problem},
    source::Source,
    wording::{List, nearest},
};
use crate::{
    domain::{Header, Scenario, ScenarioId},
    scoring::Glossary,
};

/// The pack inside the program, whose glossary and skills every other pack has too.
const BUILTIN: &str = "builtin";

/// How a file is read to its end that was handed over only as far as its steps: its name in, all of it out.
pub type ReadWhole = fn(&str) -> Result<Source, Box<Problem>>;

/// The scenarios of every pack, their steps read when they are asked for.
#[derive(Clone, Debug, Default)]
pub struct Library {
    packs: Vec<Pack>,
    headers: Vec<Header>,
    sources: BTreeMap<ScenarioId, Source>,
    problems: Vec<Problem>,
    unread: Vec<Source>,
    /// Where only the heads of files are held: what reads the rest.
    read_whole: Option<ReadWhole>,
    glossaries: BTreeMap<String, Glossary>,
    no_words: Glossary,
    /// By pack: the file by which messages tell it from another of the same name.
    first_files: BTreeMap<String, String>,
}

/// The `pack.yaml` of a pack, or else its first file.
fn first_file(source: &PackSource) -> String {
    let mut files = source.files.iter();
    let about = files.find(|file| Role::of(&file.name) == Role::About);
    about
        .or_else(|| source.files.first())
        .map_or_else(|| source.pack.clone(), |file| file.name.clone())
}

/// Why a name does not lead to one scenario.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// No scenario has the name.
    Absent {
        /// What was asked for.
        asked: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// Scenarios of several packs have it.
    Ambiguous {
        /// What was asked for.
        asked: String,
        /// The full ids that would do.
        full: Vec<String>,
    },
}

impl fmt::Display for FindError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent { asked, near } => {
                write!(formatter, "there is no scenario `{asked}`; ")?;
                match near {
                    Some(near) => write!(formatter, "did you mean `{near}`?"),
                    None => formatter.write_str("`firedrill list` shows all"),
                }
            }
            Self::Ambiguous { asked, full } => {
                write!(
                    formatter,
                    "`{asked}` is in several packs; say {}",
                    List::or(full)
                )
            }
        }
    }
}

impl Library {
    /// The same with packs that hold files only as far as their steps, but for the built-in one; `read_whole` reads a
    /// scenario when it is asked for. Ten thousand of them fit into memory so.
    pub fn load_heads(packs: Vec<PackSource>, read_whole: ReadWhole) -> Self {
        Self {
            read_whole: Some(read_whole),
            ..Self::load(packs)
        }
    }

    /// Reads every pack as far as a listing needs; what cannot be read is in [`Self::problems`].
    pub fn load(packs: Vec<PackSource>) -> Self {
        let mut library = Self::default();
        for pack in packs {
            library.add(pack);
        }
        library.merge_glossaries();
        let order = |header: &Header| {
            (
                header.kind,
                header.id.scenario.clone(),
                header.id.pack.clone(),
            )
        };
        library.headers.sort_by_cached_key(order);
        library
    }

    fn merge_glossaries(&mut self) {
        for pack in &self.packs {
            let theirs = self
                .packs
                .iter()
                .filter(|each| each.id == BUILTIN || each.id == pack.id);
            let groups = theirs
                .flat_map(|each| each.glossary.iter().cloned())
                .collect();
            self.glossaries
                .insert(pack.id.clone(), Glossary::new(groups));
        }
    }

    fn add(&mut self, mut source: PackSource) {
        if let Some(first) = self.first_files.get(&source.pack) {
            let fault = Fault::DuplicatePack {
                id: source.pack.clone(),
                first: first.clone(),
            };
            let place = Place::file(first_file(&source));
            return self.problems.push(Problem::error(place, &fault));
        }
        self.first_files
            .insert(source.pack.clone(), first_file(&source));
        self.problems.append(&mut source.problems);
        let (pack, mut problems) = load_pack(&source);
        self.problems.append(&mut problems);
        let name = pack.id.clone();
        self.packs.push(pack);
        let loaded: Vec<(Source, Loaded<Header>)> = source
            .files
            .into_par_iter()
            .filter(|file| Role::of(&file.name) == Role::Scenario)
            .map(|file| {
                let header = load_header(&file, &name);
                (file, header)
            })
            .collect();
        for (file, mut loaded) in loaded {
            let stray = loaded.value.is_none().then(|| stray(&file.name)).flatten();
            if let Some(fault) = stray {
                let place = Place::file(&file.name);
                self.problems.push(Problem::warning(place, &fault));
                continue;
            }
            self.problems.append(&mut loaded.problems);
            let Some(header) = loaded.value else {
                self.unread.push(file);
                continue;
            };
            if let Some(first) = self.sources.get(&header.id) {
                let fault = Fault::DuplicateScenario {
                    id: header.id.scenario,
                    first: first.name.clone(),
                };
                self.problems
                    .push(Problem::error(Place::file(&file.name), &fault));
                continue;
            }
            self.sources.insert(header.id.clone(), file);
            self.headers.push(header);
        }
    }

    /// What listings show, by kind, then id.
    pub fn headers(&self) -> &[Header] {
        &self.headers
    }

    /// The header of one scenario.
    pub fn header(&self, id: &ScenarioId) -> Option<&Header> {
        self.headers.iter().find(|header| header.id == *id)
    }

    /// Everything that could not be read, file by file.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The files that not even a listing can show.
    pub fn unread(&self) -> &[Source] {
        &self.unread
    }

    /// The packs, in the order they were given.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// A scenario's file; of its text perhaps only what stands before the steps.
    pub fn source(&self, id: &ScenarioId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// A scenario's file with all of its text; why it cannot be read otherwise.
    pub fn whole(&self, id: &ScenarioId) -> Result<Cow<'_, Source>, Box<Problem>> {
        let Some(source) = self.sources.get(id) else {
            let reason = "it is in no pack that is loaded".to_owned();
            let place = Place::file(id.to_string());
            return Err(Box::new(Problem::error(
                place,
                &Fault::Unreadable { reason },
            )));
        };
        match self.read_whole {
            Some(read) if id.pack != BUILTIN => read(&source.name).map(Cow::Owned),
            _ => Ok(Cow::Borrowed(source)),
        }
    }

    /// The whole of a scenario, its steps read now; every error in it otherwise.
    pub fn scenario(&self, id: &ScenarioId) -> Result<Scenario, Vec<Problem>> {
        let source = self.whole(id).map_err(|problem| vec![*problem])?;
        let loaded = load_priced(&source, &id.pack, &self.prices(&id.pack));
        loaded.value.ok_or(loaded.problems)
    }

    /// The price list of `pack`; where it has no price of its own, the built-in one.
    pub fn prices(&self, pack: &str) -> Prices {
        let mut prices = Prices::default();
        for each in [BUILTIN, pack] {
            let packs = self.packs.iter().filter(|known| known.id == each);
            packs.for_each(|known| prices.extend(&known.prices));
        }
        prices
    }

    /// The scenario that `name` means, written as `id` or as `pack/id`.
    pub fn find(&self, name: &str) -> Result<&Header, FindError> {
        let matching: Vec<&Header> = match ScenarioId::parse(name) {
            Some(id) => self
                .headers
                .iter()
                .filter(|header| header.id == id)
                .collect(),
            None => self
                .headers
                .iter()
                .filter(|header| header.id.scenario == name)
                .collect(),
        };
        match matching[..] {
            [header] => Ok(header),
            [] => Err(FindError::Absent {
                asked: name.to_owned(),
                near: self.near(name),
            }),
            _ => Err(FindError::Ambiguous {
                asked: name.to_owned(),
                full: matching
                    .iter()
                    .map(|header| header.id.to_string())
                    .collect(),
            }),
        }
    }

    fn near(&self, name: &str) -> Option<String> {
        let full: Vec<String> = if name.contains('/') {
            self.headers
                .iter()
                .map(|header| header.id.to_string())
                .collect()
        } else {
            self.headers
                .iter()
                .map(|header| header.id.scenario.clone())
                .collect()
        };
        nearest(name, full.iter().map(String::as_str)).map(str::to_owned)
    }

    /// The glossary of `pack`, merged with the built-in one.
    pub fn glossary(&self, pack: &str) -> &Glossary {
        let merged = self.glossaries.get(pack);
        merged
            .or_else(|| self.glossaries.get(BUILTIN))
            .unwrap_or(&self.no_words)
    }

    /// The sentence frames of `pack`, before the built-in ones.
    pub fn frames(&self, pack: &str) -> Vec<&SentenceFrame> {
        let mut packs: Vec<_> = self
            .packs
            .iter()
            .filter(|it| it.id == pack || it.id == BUILTIN)
            .collect();
        packs.sort_by_key(|it| it.id != pack);
        packs.into_iter().flat_map(|it| &it.frames).collect()
    }

    /// A point that recurs across scenarios; the first pack that has the id says what it is.
    pub fn skill(&self, id: &str) -> Option<&Skill> {
        self.packs.iter().find_map(|pack| pack.skills.get(id))
    }
}
