//! Which file uses which: paths resolved to the files that hold what they name.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use super::names::Names;

/// Source files by their path below `src`.
pub type Files = BTreeMap<PathBuf, String>;

/// The file that holds what `path`, used in `from`, names; `None` for other crates and local names.
fn target(from: &Path, path: &str, files: &Files) -> Option<PathBuf> {
    let mut names = path.split("::").peekable();
    let own = from.parent()?.to_path_buf();
    let is_mod = from.ends_with("mod.rs");
    let mut dir = match names.peek().copied()? {
        "crate" => {
            names.next();
            PathBuf::new()
        }
        "self" if is_mod => {
            names.next();
            own
        }
        "super" => {
            names.next();
            if is_mod {
                own.parent()?.to_path_buf()
            } else {
                own
            }
        }
        child if is_mod => {
            let is_child = files.contains_key(&own.join(format!("{child}.rs")))
                || files.contains_key(&own.join(child).join("mod.rs"));
            if !is_child {
                return None;
            }
            own
        }
        _ => return None,
    };
    for name in names {
        if name == "super" {
            dir.pop();
            continue;
        }
        let file = dir.join(format!("{name}.rs"));
        if files.contains_key(&file) {
            return Some(file);
        }
        if !files.contains_key(&dir.join(name).join("mod.rs")) {
            break;
        }
        dir.push(name);
    }
    Some(dir.join("mod.rs")).filter(|it| files.contains_key(it))
}

/// For each file, the other files it uses and by which path.
pub fn uses(files: &Files) -> BTreeMap<PathBuf, BTreeMap<PathBuf, String>> {
    files
        .iter()
        .map(|(file, text)| {
            let used = Names::of(text)
                .paths
                .into_iter()
                .filter_map(|path| Some((target(file, &path, files)?, path)))
                .filter(|(used, _)| used != file)
                .collect();
            (file.clone(), used)
        })
        .collect()
}

/// The files that lie in a circle of uses, or only between circles.
pub fn circles(files: &Files) -> BTreeSet<PathBuf> {
    let mut graph: BTreeMap<PathBuf, BTreeSet<PathBuf>> = uses(files)
        .into_iter()
        .map(|(file, used)| (file, used.into_keys().collect()))
        .collect();
    // Taking away files that use nothing left, then files that nothing left uses, leaves the circles.
    loop {
        let before = graph.len();
        let left: BTreeSet<PathBuf> = graph.keys().cloned().collect();
        graph.retain(|_, used| {
            used.retain(|it| left.contains(it));
            !used.is_empty()
        });
        let used: BTreeSet<PathBuf> = graph.values().flatten().cloned().collect();
        graph.retain(|file, _| used.contains(file));
        if graph.len() == before {
            return graph.into_keys().collect();
        }
    }
}
