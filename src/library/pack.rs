//! What a pack holds beside its scenarios: who it is, its glossary, its skills, its sentence frames.

use std::collections::BTreeMap;

use super::{
    fault::Fault,
    form,
    mock::{MockFile, load_mock},
    pack_shape::{FRAMES, GLOSSARY, PACK, SKILLS},
    pack_source::PackSource,
    parse::{Parsed, parse},
    prices::Prices,
    problem::{Problem, Severity},
    shape::Takes,
    sheet_shape::PRICES,
    source::Source,
    track::{TrackFile, load_track},
    tree::Node,
    value::{text_of, words, words_of},
    wording::nearest,
};
use crate::domain::Text;

/// A point that recurs across scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// The point, for people.
    pub text: Text,
    /// The competency it belongs to.
    pub competency: Option<String>,
}

/// The beginning of a sentence, with gaps to be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceFrame {
    /// The frame, in English; `…` stands for a gap.
    pub text: String,
    /// When it is said.
    pub about: Text,
}

/// A folder of scenarios and what belongs to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// The first half of its scenarios' ids.
    pub id: String,
    /// One line for lists; empty without a `pack.yaml`.
    pub title: Text,
    /// Its own version.
    pub version: Option<String>,
    /// Groups of words that never differ in meaning.
    pub glossary: Vec<Vec<String>>,
    /// Points that recur, by id.
    pub skills: BTreeMap<String, Skill>,
    /// What things cost.
    pub prices: Prices,
    /// Paths through scenarios.
    pub tracks: Vec<TrackFile>,
    /// Plans for mock interviews.
    pub mocks: Vec<MockFile>,
    /// Sentence frames, in the order of the file.
    pub frames: Vec<SentenceFrame>,
}

/// What a file of a pack is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `pack.yaml`.
    About,
    /// `glossary.yaml`.
    Glossary,
    /// `skills.yaml`.
    Skills,
    /// `frames.yaml`.
    Frames,
    /// `prices.yaml`.
    Prices,
    /// `tracks/<id>.yaml`.
    Track,
    /// `mocks/<id>.yaml`.
    Mock,
    /// Everything else.
    Scenario,
}

impl Role {
    /// The role of the file with this name; both kinds of slash part folders.
    pub fn of(name: &str) -> Self {
        let mut parts = name.rsplit(['/', '\\']);
        match (parts.next().unwrap_or_default(), parts.next()) {
            ("pack.yaml", _) => Self::About,
            ("glossary.yaml", _) => Self::Glossary,
            ("skills.yaml", _) => Self::Skills,
            ("frames.yaml", _) => Self::Frames,
            ("prices.yaml", _) => Self::Prices,
            (_, Some("tracks")) => Self::Track,
            (_, Some("mocks")) => Self::Mock,
            _ => Self::Scenario,
        }
    }
}

/// What is said of a file that is no scenario, if its name is nearly that of a file beside scenarios, or of one that
/// no pack needs.
pub fn stray(name: &str) -> Option<Fault> {
    const BESIDE: [&str; 5] = ["pack", "glossary", "skills", "frames", "prices"];
    let file = name.rsplit(['/', '\\']).next()?;
    let (stem, _) = file.rsplit_once('.')?;
    if stem == "registers" {
        return Some(Fault::UnknownPackFile { near: None });
    }
    let near = nearest(stem, BESIDE)?;
    Some(Fault::UnknownPackFile {
        near: Some(format!("{near}.yaml")),
    })
}

/// Reads what is no scenario in `source`.
pub fn load_pack(source: &PackSource) -> (Pack, Vec<Problem>) {
    let mut pack = Pack {
        id: source.pack.clone(),
        ..Pack::default()
    };
    let mut problems = Vec::new();
    for file in &source.files {
        match Role::of(&file.name) {
            Role::About => {
                if let Some(root) = read(file, Takes::Map(&PACK), "pack", &mut problems) {
                    pack.title = text_of(&root, "title").unwrap_or_default();
                    pack.version = words_of(&root, "version");
                }
            }
            Role::Glossary => {
                if let Some(root) = read(file, GLOSSARY, "glossary", &mut problems) {
                    let group = |group: &Node| group.items().iter().map(words).collect();
                    pack.glossary.extend(root.items().iter().map(group));
                }
            }
            Role::Skills => {
                if let Some(root) = read(file, SKILLS, "skills", &mut problems) {
                    pack.skills.extend(root.entries().iter().map(|entry| {
                        let skill = Skill {
                            text: text_of(&entry.value, "text").unwrap_or_default(),
                            competency: words_of(&entry.value, "competency"),
                        };
                        (entry.key.clone(), skill)
                    }));
                }
            }
            Role::Prices => {
                if let Some(root) = read(file, Takes::Map(&PRICES), "price list", &mut problems) {
                    pack.prices.add(&root);
                }
            }
            Role::Frames => {
                if let Some(root) = read(file, FRAMES, "frames", &mut problems) {
                    pack.frames
                        .extend(root.items().iter().map(|node| SentenceFrame {
                            text: words_of(node, "frame").unwrap_or_default(),
                            about: text_of(node, "about").unwrap_or_default(),
                        }));
                }
            }
            Role::Track => {
                let (track, mut found) = load_track(file, &source.pack);
                pack.tracks.extend(track);
                problems.append(&mut found);
            }
            Role::Mock => {
                let (mock, mut found) = load_mock(file, &source.pack);
                pack.mocks.extend(mock);
                problems.append(&mut found);
            }
            Role::Scenario => {}
        }
    }
    (pack, problems)
}

/// The root of a file that fits `takes`; otherwise its problems are added.
fn read(file: &Source, takes: Takes, what: &str, problems: &mut Vec<Problem>) -> Option<Node> {
    let Parsed {
        root,
        problems: mut found,
    } = parse(file);
    if let Some(root) = &root {
        found.extend(form::faults(file, root, takes, what));
    }
    let usable = found
        .iter()
        .all(|problem| problem.severity != Severity::Error);
    problems.append(&mut found);
    root.filter(|_| usable)
}

/// The `id:` of the `pack.yaml` among the files, if it is a name.
pub fn pack_name(source: &PackSource) -> Option<String> {
    let about = source
        .files
        .iter()
        .find(|file| Role::of(&file.name) == Role::About)?;
    let id = words_of(&parse(about).root?, "id")?;
    form::is_name(&id).then_some(id)
}
