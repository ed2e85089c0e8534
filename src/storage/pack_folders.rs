//! Packs that were added: copies below the data directory, with a note of where they came from.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use thiserror::Error;

use super::scenario_folders::{Extent, named_pack};
use crate::library::{Library, PackSource, Problem, Severity, pack_name};

/// The file in an installed pack that says where it came from; hidden, so it is no scenario.
const ORIGIN: &str = ".origin";

/// Names that other packs have for good.
const RESERVED: &[&str] = &["builtin", "local"];

/// Why a pack was not added, updated or removed. What was installed before is untouched.
#[derive(Debug, Error)]
pub enum PackError {
    /// No such folder, and no address.
    #[error("`{0}` is neither a folder nor an address of a git repository")]
    NoSuchSource(String),
    /// No `pack.yaml` with an id.
    #[error("`{0}` has no `pack.yaml` with an `id:`; `id: my-pack` and `title: …` are enough")]
    NoName(String),
    /// A name that is taken.
    #[error("a pack cannot be called `{0}`; give it another `id:` in its `pack.yaml`")]
    Reserved(String),
    /// Nothing that can be played.
    #[error("`{0}` holds no scenario that can be read; `firedrill check` says why")]
    NoScenario(String),
    /// Not installed.
    #[error("no pack `{0}` is installed; `firedrill pack list` shows those that are")]
    NotInstalled(String),
    /// Git is missing or refused.
    #[error("git cannot fetch `{url}`: {reason}")]
    Git {
        /// The address.
        url: String,
        /// What git said.
        reason: String,
    },
    /// The disk refused.
    #[error("cannot write `{}`: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// A pack that is installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// Its name.
    pub name: String,
    /// Where it came from; empty if nobody wrote it down.
    pub origin: String,
    /// How many scenarios can be read.
    pub scenarios: usize,
    /// How many problems its files have.
    pub problems: usize,
}

/// Installs the pack at `origin`, a folder or the address of a git repository, in place of one of
/// the same name. Nothing of it is run: only its YAML files are copied.
pub fn add_pack(data_dir: &Path, origin: &str) -> Result<Installed, PackError> {
    let packs = data_dir.join("packs");
    let incoming = packs.join(format!(".incoming-{}", std::process::id()));
    let result = fetch_and_install(&packs, &incoming, origin);
    // A leftover would only cost room: it is hidden from every listing.
    let _ = fs::remove_dir_all(&incoming);
    result
}

/// Fetches an installed pack again from where it came.
pub fn update_pack(data_dir: &Path, name: &str) -> Result<Installed, PackError> {
    let folder = installed_folder(data_dir, name)?;
    let origin = fs::read_to_string(folder.join(ORIGIN)).unwrap_or_default();
    if origin.trim().is_empty() {
        return Err(PackError::NoSuchSource(origin));
    }
    add_pack(data_dir, origin.trim())
}

/// Deletes an installed pack; progress in it stays.
pub fn remove_pack(data_dir: &Path, name: &str) -> Result<(), PackError> {
    let folder = installed_folder(data_dir, name)?;
    fs::remove_dir_all(&folder).map_err(|source| disk(&folder, source))
}

/// The packs that are installed, by name.
pub fn installed_packs(data_dir: &Path) -> Vec<Installed> {
    let entries = fs::read_dir(data_dir.join("packs"));
    let mut folders: Vec<PathBuf> = entries
        .map(|entries| {
            entries
                .filter_map(|entry| Some(entry.ok()?.path()))
                .collect()
        })
        .unwrap_or_default();
    folders.retain(|folder| folder.is_dir() && !is_hidden(folder));
    folders.sort();
    let describe = |folder: &PathBuf| {
        let origin = fs::read_to_string(folder.join(ORIGIN)).unwrap_or_default();
        described(named_pack(folder, Extent::Heads), origin.trim())
    };
    folders.iter().map(describe).collect()
}

fn fetch_and_install(packs: &Path, incoming: &Path, origin: &str) -> Result<Installed, PackError> {
    let fetched = incoming.join("fetched");
    make(incoming)?;
    let (from, origin) = if Path::new(origin).is_dir() {
        let full = fs::canonicalize(origin).map_err(|source| disk(Path::new(origin), source))?;
        (full.clone(), full.display().to_string())
    } else if is_address(origin) {
        clone(origin, &fetched)?;
        (fetched, origin.to_owned())
    } else {
        return Err(PackError::NoSuchSource(origin.to_owned()));
    };
    let mut pack = named_pack(&from, Extent::Whole);
    pack.files
        .retain(|file| lies_below(Path::new(&file.name), &from));
    let name = pack_name(&pack).ok_or_else(|| PackError::NoName(origin.clone()))?;
    if RESERVED.contains(&name.as_str()) {
        return Err(PackError::Reserved(name));
    }
    let ready = incoming.join("ready");
    copy_scenarios(&pack, &from, &ready)?;
    let note = ready.join(ORIGIN);
    fs::write(&note, &origin).map_err(|source| disk(&note, source))?;
    let installed = described(pack, &origin);
    if installed.scenarios == 0 {
        return Err(PackError::NoScenario(origin));
    }
    replace(&ready, &packs.join(&name), &incoming.join("before"))?;
    Ok(installed)
}

/// Whether a file is the pack's own: a link that leads out of its folder is not.
fn lies_below(file: &Path, folder: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    match (real(file), real(folder)) {
        (Some(file), Some(folder)) => file.starts_with(folder),
        _ => false,
    }
}

/// The old folder is moved away, not deleted, until the new one stands in its place.
fn replace(ready: &Path, place: &Path, before: &Path) -> Result<(), PackError> {
    if place.exists() {
        fs::rename(place, before).map_err(|source| disk(place, source))?;
    }
    fs::rename(ready, place).map_err(|source| {
        let _ = fs::rename(before, place);
        disk(place, source)
    })
}

/// The address and the commit it is pinned to, for `ADDRESS#COMMIT`.
fn pinned(address: &str) -> (&str, Option<&str>) {
    let is_commit = |pin: &str| {
        (7..=64).contains(&pin.len()) && pin.chars().all(|letter| letter.is_ascii_hexdigit())
    };
    match address.rsplit_once('#') {
        Some((address, pin)) if is_commit(pin) => (address, Some(pin)),
        _ => (address, None),
    }
}

/// A copy of a repository, shallow unless a commit is asked for, by the system's git, with no hook, filter or submodule of it run.
///
/// Fetching needs the settings of whoever asks, for proxies and passwords. Writing the files out needs none, and is
/// done without any: a filter that `.gitattributes` names is one of those settings.
fn clone(origin: &str, into: &Path) -> Result<(), PackError> {
    let (url, pin) = pinned(origin);
    let mut fetch = git();
    fetch.args(["clone", "--quiet", "--no-checkout", "--no-tags"]);
    if pin.is_none() {
        fetch.args(["--depth", "1", "--single-branch"]);
    }
    fetch
        .arg("--no-recurse-submodules")
        .args(["--template=", "--", url])
        .arg(into);
    succeed(fetch, url)?;
    let mut write_out = git();
    write_out
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", NOWHERE)
        .env("GIT_ATTR_NOSYSTEM", "1")
        .current_dir(into)
        .args(["checkout", "--quiet", "--no-recurse-submodules"])
        .arg(pin.unwrap_or("HEAD"));
    succeed(write_out, url)
}

#[cfg(unix)]
const NOWHERE: &str = "/dev/null";
#[cfg(not(unix))]
const NOWHERE: &str = "NUL";

/// Git with everything off that would run a program or follow a link, and outside of any repository around it.
fn git() -> Command {
    let mut git = Command::new("git");
    for setting in [
        &format!("core.hooksPath={NOWHERE}"),
        "core.symlinks=false",
        "core.fsmonitor=false",
        "protocol.ext.allow=never",
        "submodule.recurse=false",
    ] {
        git.args(["-c", setting]);
    }
    for around in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(around);
    }
    git.env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_LFS_SKIP_SMUDGE", "1");
    git
}

/// Runs `git`; what it said last is the reason if it fails.
fn succeed(mut git: Command, url: &str) -> Result<(), PackError> {
    let refused = |reason: String| PackError::Git {
        url: url.to_owned(),
        reason,
    };
    let output = git
        .output()
        .map_err(|error| refused(format!("{error}; is git installed?")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let last = said.trim().lines().next_back().unwrap_or("it failed");
    Err(refused(last.to_owned()))
}

/// Writes the files that were read as text, below the same sub-folders.
fn copy_scenarios(pack: &PackSource, from: &Path, to: &Path) -> Result<(), PackError> {
    for file in &pack.files {
        let Ok(inside) = Path::new(&file.name).strip_prefix(from) else {
            continue;
        };
        let path = to.join(inside);
        if let Some(folder) = path.parent() {
            make(folder)?;
        }
        fs::write(&path, &file.text).map_err(|source| disk(&path, source))?;
    }
    make(to)
}

fn installed_folder(data_dir: &Path, name: &str) -> Result<PathBuf, PackError> {
    let folder = data_dir.join("packs").join(name);
    if crate::library::is_name(name) && folder.is_dir() {
        Ok(folder)
    } else {
        Err(PackError::NotInstalled(name.to_owned()))
    }
}

fn described(pack: PackSource, origin: &str) -> Installed {
    let name = pack.pack.clone();
    let library = Library::load(vec![pack]);
    let is_error = |problem: &&Problem| problem.severity == Severity::Error;
    Installed {
        name,
        origin: origin.to_owned(),
        scenarios: library.headers().len(),
        problems: library.problems().iter().filter(is_error).count(),
    }
}

/// An address with a scheme, or the short form of SSH.
fn is_address(text: &str) -> bool {
    let schemes = ["https://", "http://", "ssh://", "git://", "file://"];
    schemes.iter().any(|scheme| text.starts_with(scheme)) || text.starts_with("git@")
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn make(folder: &Path) -> Result<(), PackError> {
    fs::create_dir_all(folder).map_err(|source| disk(folder, source))
}

fn disk(path: &Path, source: io::Error) -> PackError {
    PackError::Disk {
        path: path.to_owned(),
        source,
    }
}
