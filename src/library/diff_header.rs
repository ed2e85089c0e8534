//! The lines of a diff that name files and hunks.

use super::printable::neutralised;
use crate::domain::FileDiff;

/// Line numbers of a hunk header.
pub struct Numbers {
    /// First line in the old version.
    pub old_start: u32,
    /// How many the old version has, as written.
    pub old_count: u32,
    /// First line in the new version.
    pub new_start: u32,
    /// How many the new version has, as written.
    pub new_count: u32,
    /// What stands behind the second `@@`.
    pub section: String,
}

/// `a/x b/y` of the line that `git diff` begins a file with.
pub fn named_by_git(paths: &str) -> FileDiff {
    let (old, new) = paths.split_once(" b/").unwrap_or((paths, paths));
    let old = old.strip_prefix("a/").unwrap_or(old);
    FileDiff {
        old_path: Some(shown(old)),
        new_path: Some(shown(new)),
        ..FileDiff::default()
    }
}

/// The path behind `---` or `+++`; `None` for `/dev/null`.
pub fn path(written: &str, prefix: &str) -> Option<String> {
    let path = written.split('\t').next().unwrap_or_default().trim();
    let path = path.trim_matches('"');
    (path != "/dev/null").then(|| shown(path.strip_prefix(prefix).unwrap_or(path)))
}

/// `@@ -8,7 +8,8 @@ section`; a count that is left out is 1.
pub fn numbers(header: &str) -> Option<Numbers> {
    let (ranges, section) = header.strip_prefix("@@ ")?.split_once(" @@")?;
    let (old, new) = ranges.trim().split_once(' ')?;
    let range = |range: &str| {
        let (start, count) = range.split_once(',').unwrap_or((range, "1"));
        Some((start.parse().ok()?, count.parse().ok()?))
    };
    let (old_start, old_count) = range(old.strip_prefix('-')?)?;
    let (new_start, new_count) = range(new.trim().strip_prefix('+')?)?;
    Some(Numbers {
        old_start,
        old_count,
        new_start,
        new_count,
        section: shown(section.trim()),
    })
}

/// What may be shown of `text`.
fn shown(text: &str) -> String {
    neutralised(text).into_owned()
}
