//! The scenarios inside the program.

use include_dir::{Dir, File, include_dir};

use super::{pack_source::PackSource, source::Source};

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// The pack `builtin`, embedded when the program was compiled.
pub fn builtin() -> PackSource {
    let mut files = Vec::new();
    collect(&SCENARIOS, &mut files);
    PackSource::new("builtin", files)
}

fn collect(folder: &Dir<'_>, files: &mut Vec<Source>) {
    files.extend(folder.files().filter_map(source));
    for folder in folder.dirs() {
        collect(folder, files);
    }
}

fn source(file: &File<'_>) -> Option<Source> {
    let path = file.path().to_str()?;
    let text = file.contents_utf8()?;
    let is_yaml = file.path().extension().is_some_and(|kind| kind == "yaml");
    is_yaml.then(|| Source::new(format!("scenarios/{path}"), text))
}
