//! Scenario files on the disk: the learner's own, installed packs, and packs given by hand.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::error::StoreError;
use crate::library::{Fault, PackSource, Place, Problem, Source, builtin, pack_name};

/// How deep folders are looked into; also what ends a circle of symbolic links.
const MOST_DEPTH: usize = 8;

/// The pack of the learner's own scenarios.
const LOCAL: &str = "local";

/// How much of each file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Up to `steps:`, which is enough for a listing and a fifth of the memory.
    Heads,
}

/// Every pack there is: the built-in one, `scenarios/` and `packs/*/` of the data directory, and
/// the folders in `given`, each under the name in its `pack.yaml` or else its own.
pub fn packs(data_dir: &Path, given: &[PathBuf], extent: Extent) -> Vec<PackSource> {
    let mut packs = vec![builtin()];
    let local = data_dir.join("scenarios");
    if local.is_dir() {
        packs.push(read_pack(&local, LOCAL, extent));
    }
    let installed = data_dir.join("packs");
    for folder in sorted_entries(&installed).unwrap_or_default() {
        if folder.is_dir() {
            packs.push(named_pack(&folder, extent));
        }
    }
    packs.extend(given.iter().map(|folder| named_pack(folder, extent)));
    packs
}

/// The folder as a pack called after its `pack.yaml`, or after the folder.
pub fn named_pack(folder: &Path, extent: Extent) -> PackSource {
    let name = folder
        .canonicalize()
        .ok()
        .and_then(|full| Some(full.file_name()?.to_str()?.to_owned()))
        .unwrap_or_else(|| LOCAL.to_owned());
    let mut pack = read_pack(folder, &name, extent);
    if let Some(name) = pack_name(&pack) {
        pack.pack = name;
    }
    pack
}

/// The `.yaml` and `.yml` files below `folder` as the pack `name`.
pub fn read_pack(folder: &Path, name: &str, extent: Extent) -> PackSource {
    let mut pack = PackSource::new(name, Vec::new());
    let mut paths = Vec::new();
    walk(folder, MOST_DEPTH, &mut paths, &mut pack.problems);
    let read: Vec<Result<Source, Box<Problem>>> = paths
        .par_iter()
        .map(|path| read_file(path, extent))
        .collect();
    for result in read {
        match result {
            Ok(source) => pack.files.push(source),
            Err(problem) => pack.problems.push(*problem),
        }
    }
    pack
}

/// One file as text; never more of it than a scenario may have.
pub fn read_file(path: &Path, extent: Extent) -> Result<Source, Box<Problem>> {
    let name = path.display().to_string();
    let unreadable = |error: &io::Error| Box::new(unreadable(path, error));
    let file = fs::File::open(path).map_err(|error| unreadable(&error))?;
    let mut bytes = Vec::new();
    let most = u64::try_from(Source::MOST_BYTES).unwrap_or(u64::MAX);
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    if bytes.len() > Source::MOST_BYTES {
        let most = Source::MOST_BYTES;
        return Err(Box::new(Problem::error(
            Place::file(name),
            &Fault::TooLarge { most },
        )));
    }
    if extent == Extent::Heads {
        cut_behind_head(&mut bytes);
    }
    Source::from_bytes(name, bytes)
}

/// Nothing but a key of the root can begin a line with `steps:`.
fn cut_behind_head(bytes: &mut Vec<u8>) {
    const KEY: &[u8] = b"\nsteps:";
    if let Some(start) = bytes.windows(KEY.len()).position(|window| window == KEY) {
        bytes.truncate(start + KEY.len());
        bytes.push(b'\n');
        bytes.shrink_to_fit();
    }
}

/// The files below `folder` that [`read_pack`] reads.
pub fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    walk(folder, MOST_DEPTH, &mut paths, &mut Vec::new());
    paths
}

fn walk(folder: &Path, depth: usize, paths: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let entries = match sorted_entries(folder) {
        Ok(entries) => entries,
        Err(error) => return problems.push(unreadable(folder, &error)),
    };
    for path in entries {
        if path.is_dir() {
            if depth > 0 {
                walk(&path, depth - 1, paths, problems);
            }
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml" || extension == "yml")
        {
            paths.push(path);
        }
    }
}

/// What lies in `folder`, by name, without hidden files.
fn sorted_entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let reason = error.to_string();
    Problem::error(
        Place::file(path.display().to_string()),
        &Fault::Unreadable { reason },
    )
}

/// The packs that some files and folders belong to, and the files that were asked for.
#[derive(Debug, Default)]
pub struct Asked {
    /// Whole packs, the built-in one first.
    pub packs: Vec<PackSource>,
    /// The names of the files to look at.
    pub files: BTreeSet<String>,
}

/// The packs around `paths`: a folder is a pack of its own unless a folder above it has a
/// `pack.yaml`; a file belongs to the pack above it, or stands alone.
pub fn packs_of(paths: &[PathBuf]) -> Result<Asked, StoreError> {
    let mut asked = Asked::default();
    let mut roots: Vec<PathBuf> = Vec::new();
    let mut names: Vec<PathBuf> = Vec::new();
    for path in paths {
        if !path.exists() {
            return Err(StoreError::NoSuchPath { path: path.clone() });
        }
        let same = |root: &PathBuf, known: &PathBuf| {
            root == known || root.canonicalize().ok() == known.canonicalize().ok()
        };
        match pack_root(path) {
            Some(root) if roots.iter().any(|known| same(&root, known)) => {}
            Some(root) => roots.push(root),
            None => names.push(path.clone()),
        }
    }
    let given: Vec<(&Path, PathBuf)> = paths
        .iter()
        .filter_map(|path| Some((path.as_path(), path.canonicalize().ok()?)))
        .collect();
    for root in &roots {
        let mut pack = named_pack(root, Extent::Whole);
        let files = pack.files.iter_mut().map(|file| &mut file.name);
        let problems = &mut pack.problems;
        let unread = problems.iter_mut().map(|problem| &mut problem.place.file);
        for name in files.chain(unread) {
            if let Some(shorter) = as_given(name, &given) {
                *name = shorter;
            }
        }
        asked.packs.push(pack);
    }
    let lone = names.iter().map(|path| read_file(path, Extent::Whole));
    let mut alone = PackSource::new(LOCAL, Vec::new());
    for result in lone {
        match result {
            Ok(source) => alone.files.push(source),
            Err(problem) => alone.problems.push(*problem),
        }
    }
    asked.packs.push(alone);
    let all = asked.packs.iter().flat_map(|pack| {
        let read = pack.files.iter().map(|file| file.name.as_str());
        read.chain(
            pack.problems
                .iter()
                .map(|problem| problem.place.file.as_str()),
        )
    });
    let wanted = |name: &&str| paths.iter().any(|path| Path::new(name).starts_with(path));
    asked.files = all.filter(wanted).map(str::to_owned).collect();
    if !asked.packs.iter().any(|pack| pack.pack == "builtin") {
        asked.packs.insert(0, builtin());
    }
    Ok(asked)
}

/// A file of a pack that was found above a path, named as the path was given: `my.yaml`, not `/home/me/pack/my.yaml`.
fn as_given(name: &str, given: &[(&Path, PathBuf)]) -> Option<String> {
    let file = Path::new(name);
    if given.iter().any(|(path, _)| file.starts_with(path)) {
        return None;
    }
    let inside = |(path, full): &(&Path, PathBuf)| {
        let rest = file.strip_prefix(full).ok()?;
        let is_itself = rest.as_os_str().is_empty();
        let shown = if is_itself {
            (*path).to_owned()
        } else {
            path.join(rest)
        };
        Some(shown.display().to_string())
    };
    given.iter().find_map(inside)
}

/// The nearest folder at or above `path` with a `pack.yaml`, also above the folder that a relative path begins in;
/// else `path` itself if it is a folder.
pub fn pack_root(path: &Path) -> Option<PathBuf> {
    let with_about = |path: &Path| -> Option<PathBuf> {
        let above = path.ancestors().take(MOST_DEPTH);
        let mut folders = above.filter(|folder| !folder.as_os_str().is_empty());
        let found = folders.find(|folder| folder.join("pack.yaml").is_file())?;
        Some(found.to_owned())
    };
    with_about(path)
        .or_else(|| with_about(&path.canonicalize().ok()?))
        .or_else(|| path.is_dir().then(|| path.to_owned()))
}
