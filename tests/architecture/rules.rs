//! The rules themselves: files in, offences out; then the project's own files under them.

use std::{fs, path::Path};

use super::{
    graph::{self, Files},
    names::Names,
};

/// A file is one idea; more lines than this are two.
const MOST_LINES: usize = 400;

/// Names that say nothing about what a file is.
const EMPTY_NAMES: [&str; 6] = ["utils", "util", "helpers", "helper", "manager", "common"];

/// What only the layers from `storage` on may touch.
const WORLD: [&str; 9] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::SystemTime",
    "std::time::Instant",
    "rusqlite",
    "signal_hook",
];

/// Methods that give a colour without naming `Color`.
const COLOUR_METHODS: [&str; 10] = [
    "fg", "bg", "red", "green", "blue", "yellow", "cyan", "magenta", "white", "black",
];

/// The layers, lowest first, as `lib.rs` lists them.
fn layers(files: &Files) -> Vec<String> {
    let library = syn::parse_file(&files[Path::new("lib.rs")]).unwrap();
    library
        .items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Mod(module) => Some(module.ident.to_string()),
            _ => None,
        })
        .collect()
}

fn layer(file: &Path, layers: &[String]) -> Option<usize> {
    let top = file.components().next()?.as_os_str().to_str()?;
    layers
        .iter()
        .position(|name| *name == top.trim_end_matches(".rs"))
}

fn upward_uses(files: &Files) -> Vec<String> {
    let layers = layers(files);
    let mut found = vec![];
    for (file, used) in graph::uses(files) {
        let Some(own) = layer(&file, &layers) else {
            continue;
        };
        for (target, path) in used {
            if layer(&target, &layers).is_some_and(|other| other > own) {
                found.push(format!("{} uses {path}, a layer above", file.display()));
            }
        }
    }
    found
}

fn circles(files: &Files) -> Vec<String> {
    let mut inner = files.clone();
    inner.retain(|file, _| file != Path::new("lib.rs") && file != Path::new("main.rs"));
    graph::circles(&inner)
        .iter()
        .map(|file| format!("{} lies in a circle of uses", file.display()))
        .collect()
}

fn forms(files: &Files) -> Vec<String> {
    let mut found = vec![];
    for (file, text) in files {
        let name = file.display();
        if text.lines().count() >= MOST_LINES {
            found.push(format!("{name} is too long"));
        }
        let header = text.lines().next().unwrap_or_default();
        if !header.starts_with("//! ") || header.len() < 12 {
            found.push(format!("{name} does not say what it is"));
        }
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        if EMPTY_NAMES.contains(&stem.as_ref()) {
            found.push(format!("{name} has a name that says nothing"));
        }
        for mark in ["TODO", "FIXME", "XXX"] {
            if text.contains(mark) {
                found.push(format!("{name} holds a {mark}"));
            }
        }
    }
    found
}

fn colours(files: &Files) -> Vec<String> {
    let mut found = vec![];
    for (file, text) in files.iter().filter(|(file, _)| !file.ends_with("theme.rs")) {
        let names = Names::of(text);
        let by_name = names
            .paths
            .iter()
            .any(|path| path.split("::").any(|part| part == "Color"));
        let in_screens = file.starts_with("tui");
        let by_method = names
            .methods
            .iter()
            .any(|it| COLOUR_METHODS.contains(&it.as_str()));
        if by_name || (in_screens && by_method) {
            found.push(format!("{} gives a colour", file.display()));
        }
    }
    found
}

fn touches_the_world(files: &Files) -> Vec<String> {
    let layers = layers(files);
    let storage = layers.iter().position(|name| name == "storage");
    let mut found = vec![];
    for (file, text) in files {
        if layer(file, &layers).is_none_or(|own| storage.is_some_and(|it| own >= it)) {
            continue;
        }
        for path in Names::of(text).paths {
            let touched = WORLD
                .iter()
                .find(|it| path == **it || path.starts_with(&format!("{it}::")));
            if touched.is_some() {
                found.push(format!("{} touches {path}", file.display()));
            }
        }
    }
    found
}

fn thin_modules(files: &Files) -> Vec<String> {
    let mut found = vec![];
    for (file, text) in files.iter().filter(|(file, _)| file.ends_with("mod.rs")) {
        // The command line's own module is where the program starts.
        if file.starts_with("cli") {
            continue;
        }
        let thick = syn::parse_file(text).unwrap().items.iter().any(|item| {
            !matches!(
                item,
                syn::Item::Mod(_) | syn::Item::Use(_) | syn::Item::Const(_)
            )
        });
        if thick {
            found.push(format!("{} holds more than a list", file.display()));
        }
    }
    found
}

/// Every rule on every file.
pub fn offences(files: &Files) -> Vec<String> {
    [
        upward_uses,
        circles,
        forms,
        colours,
        touches_the_world,
        thin_modules,
    ]
    .into_iter()
    .flat_map(|rule| rule(files))
    .collect()
}

fn read(dir: &Path, root: &Path, found: &mut Files) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, root, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.insert(path.strip_prefix(root).unwrap().to_path_buf(), text);
        }
    }
}

fn tree(folder: &str) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Files::new();
    read(&root, &root, &mut found);
    assert!(!found.is_empty(), "no sources below {folder}");
    found
}

#[test]
fn the_program_keeps_the_house_rules() {
    assert_eq!(offences(&tree("src")), Vec::<String>::new());
}

#[test]
fn the_tests_are_short_and_say_what_they_are() {
    let mut files = tree("tests");
    files.retain(|file, _| !file.starts_with("architecture"));
    assert_eq!(forms(&files), Vec::<String>::new());
}
