//! Doing a thing again whenever scenario files change.

use std::{
    io::{self, IsTerminal as _, Write},
    path::Path,
    time::Duration,
};

use anyhow::Context as _;

use super::outcome::Outcome;
use crate::{
    runtime::{Clock as _, Interrupts, SystemClock},
    storage::{LibraryPlace, Stamps},
};

/// The shortest pause between two looks at the files, and how long they must rest before they count as saved.
const PAUSE: Duration = Duration::from_millis(100);

/// The share of time that looking may take is at most one in this.
const RARELY: u32 = 20;

/// Does `work`, and again after every change of the files of `place`, until an interrupt; then the last outcome
/// counts.
///
/// Files are looked at, not listened to: that sees editors that put a new file in the place of the old one, works on
/// network and container mounts, and needs nothing of the platform. A thousand files take some milliseconds to look
/// at.
pub fn watch(
    place: &LibraryPlace,
    output: &mut dyn Write,
    mut work: impl FnMut(&mut dyn Write) -> anyhow::Result<Outcome>,
) -> anyhow::Result<Outcome> {
    let interrupts = Interrupts::listen().context("cannot listen to signals")?;
    let clock = SystemClock::default();
    let mut seen = place.stamps();
    let mut outcome = done(&mut work, &seen, output)?;
    loop {
        let before = clock.now().steady;
        let mut found = place.stamps();
        let pause = clock.now().steady.saturating_sub(before) * RARELY;
        if found == seen {
            if interrupts.came_within(pause.max(PAUSE)) {
                return Ok(outcome);
            }
            continue;
        }
        loop {
            if interrupts.came_within(PAUSE) {
                return Ok(outcome);
            }
            let rested = place.stamps();
            if rested == found {
                break;
            }
            found = rested;
        }
        if io::stdout().is_terminal() {
            output.write_all(b"\x1b[2J\x1b[H")?;
        }
        writeln!(output, "changed: {}\n", changed(&seen, &found).join(", "))?;
        outcome = done(&mut work, &found, output)?;
        seen = found;
    }
}

/// What could not be done because a file is gone is said, and waited for.
fn done(
    work: &mut impl FnMut(&mut dyn Write) -> anyhow::Result<Outcome>,
    files: &Stamps,
    output: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let outcome = match work(output) {
        Err(error) if error.is::<crate::storage::StoreError>() => {
            writeln!(output, "{error:#}")?;
            Outcome::Failed
        }
        result => result?,
    };
    writeln!(output, "watching {} files; Ctrl-C leaves", files.len())?;
    output.flush()?;
    Ok(outcome)
}

/// The names of the files that differ, at most five of them.
fn changed(before: &Stamps, after: &Stamps) -> Vec<String> {
    const SHOWN: usize = 5;
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    let new = after
        .iter()
        .filter(|(path, stamp)| before.get(*path) != Some(*stamp));
    let all = gone.chain(new.map(|(path, _)| path));
    let mut names: Vec<String> = all.take(SHOWN + 1).map(|path| name(path)).collect();
    if names.len() > SHOWN {
        names.truncate(SHOWN);
        names.push("…".to_owned());
    }
    names
}

fn name(path: &Path) -> String {
    crate::library::on_one_line(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::{Stamps, changed};

    #[track_caller]
    fn case(before: &[(&str, u64)], after: &[(&str, u64)], expected: &[&str]) {
        let stamps = |files: &[(&str, u64)]| -> Stamps {
            files
                .iter()
                .map(|(name, length)| (name.into(), (None, *length)))
                .collect()
        };
        assert_eq!(changed(&stamps(before), &stamps(after)), expected);
    }

    #[test]
    fn a_changed_a_new_and_a_lost_file_are_named() {
        case(
            &[("a", 1), ("b", 1), ("c", 1)],
            &[("a", 2), ("b", 1), ("d", 1)],
            &["c", "a", "d"],
        );
    }

    #[test]
    fn of_many_files_the_first_are_named() {
        let many = ["a", "b", "c", "d", "e", "f"].map(|name| (name, 1));
        case(&[], &many, &["a", "b", "c", "d", "e", "…"]);
    }
}
