//! Which code a comment is about, and how near that is to what was to be found.

use crate::domain::{Anchor, Diff, LineKind, Spot};

use super::{super::review_card::Nearness, head::is_path_of, written::WrittenComment};

/// Lines around an anchor that are still the same place.
const AT: usize = 2;

/// Lines around an anchor that are near it.
const NEAR: usize = 8;

/// How far a line number may lie beside the lines that the diff shows.
const ASIDE: u32 = 5;

/// Which code a comment is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// These lines; several where the quoted code stands more than once.
    Lines(Vec<Spot>),
    /// A file as a whole.
    File(usize),
    /// No code, or none that the diff has.
    Nowhere {
        /// Whether a place was given that the diff does not have.
        is_unknown: bool,
    },
}

impl Location {
    /// The first line, where there is one.
    pub fn first(&self) -> Option<Spot> {
        match self {
            Self::Lines(spots) => spots.first().copied(),
            Self::File(_) | Self::Nowhere { .. } => None,
        }
    }
}

/// Which code of `diff` the comment is about.
pub fn locate(comment: &WrittenComment, diff: &Diff) -> Location {
    let named = comment.path.as_deref().and_then(|path| {
        diff.files
            .iter()
            .position(|file| is_path_of(path, file.path()))
    });
    let is_in_file = |spot: &Spot| named.is_none_or(|file| file == spot.file);
    let by_quote = comment.quote.as_deref().map(|quote| {
        let mut spots = quoted(diff, quote);
        spots.retain(is_in_file);
        spots
    });
    let file = named.or_else(|| (diff.files.len() == 1).then_some(0));
    let by_number = comment
        .lines
        .zip(file)
        .map(|(lines, file)| numbered(diff, file, lines));
    match (by_quote.filter(|spots| !spots.is_empty()), by_number) {
        (Some(spots), Some(lines)) => Location::Lines(nearest(&spots, &lines)),
        (Some(spots), None) => Location::Lines(spots),
        (None, Some(lines)) if !lines.is_empty() => Location::Lines(lines),
        _ => match named {
            Some(file) => Location::File(file),
            None => Location::Nowhere {
                is_unknown: comment.path.is_some() || comment.has_place(),
            },
        },
    }
}

/// Where `quote` stands: on the new side, else on a removed line; a quote may be cut by `…`.
fn quoted(diff: &Diff, quote: &str) -> Vec<Spot> {
    let stripped = quote.trim().trim_start_matches(['+', '-']).trim();
    let cut = stripped.split(['…']).next().unwrap_or_default();
    let cut = cut.split("...").next().unwrap_or_default().trim();
    let tries = [quote, stripped, cut];
    let found = |find: &dyn Fn(&str) -> Vec<Spot>| {
        tries
            .iter()
            .map(|quote| find(quote))
            .find(|spots| !spots.is_empty())
    };
    // a leading minus names a removed line, unless the new code itself begins so, as lists in YAML do
    if let Some(removed) = quote.trim().strip_prefix('-')
        && diff.find_new(quote).is_empty()
        && let spots = diff.find_removed(removed)
        && !spots.is_empty()
    {
        return spots;
    }
    found(&|quote| diff.find_new(quote))
        .or_else(|| found(&|quote| diff.find_removed(quote)))
        .unwrap_or_default()
}

/// The lines of a file with these numbers, or the nearest line that is shown.
fn numbered(diff: &Diff, file: usize, (first, last): (u32, u32)) -> Vec<Spot> {
    let lines = || diff.lines().filter(move |(spot, _)| spot.file == file);
    let has = |number: Option<u32>| number.is_some_and(|number| (first..=last).contains(&number));
    let within: Vec<Spot> = lines()
        .filter(|(_, line)| has(line.new) || line.kind == LineKind::Removed && has(line.old))
        .map(|(spot, _)| spot)
        .collect();
    if !within.is_empty() {
        return within;
    }
    let distance = |number: u32| number.abs_diff(first);
    lines()
        .filter_map(|(spot, line)| Some((distance(line.new?), spot)))
        .filter(|(distance, _)| *distance <= ASIDE)
        .min()
        .map(|(_, spot)| vec![spot])
        .unwrap_or_default()
}

/// Those of `spots` that lie nearest to `lines`; all where none is in the same hunk.
fn nearest(spots: &[Spot], lines: &[Spot]) -> Vec<Spot> {
    let away = |spot: &Spot| {
        let distances = lines.iter().filter_map(|line| spot.distance(*line));
        distances.min()
    };
    let least = spots.iter().filter_map(away).min();
    match least {
        Some(least) => spots
            .iter()
            .copied()
            .filter(|spot| away(spot) == Some(least))
            .collect(),
        None => spots.to_vec(),
    }
}

/// How many lines lie between `location` and the nearest line that `anchors` quote, in one hunk.
pub(super) fn distance(location: &Location, anchors: &[Anchor], diff: &Diff) -> Option<usize> {
    let Location::Lines(spots) = location else {
        return None;
    };
    let targets = anchors
        .iter()
        .flat_map(|anchor| diff.find_new(&anchor.quote));
    targets
        .filter_map(|target| spots.iter().filter_map(|it| it.distance(target)).min())
        .min()
}

/// How near `location` is to what `anchors` quote; to what belongs to no line everything is near.
pub(super) fn nearness(location: &Location, anchors: &[Anchor], diff: &Diff) -> Nearness {
    if anchors.is_empty() {
        return Nearness::At;
    }
    match location {
        Location::Lines(_) => match distance(location, anchors, diff) {
            Some(0..=AT) => Nearness::At,
            Some(distance) if distance <= NEAR => Nearness::Near,
            _ => Nearness::Elsewhere,
        },
        Location::File(file) => {
            let mut anchors = anchors.iter();
            let is_in_file = |anchor: &Anchor| {
                diff.find_new(&anchor.quote)
                    .iter()
                    .any(|it| it.file == *file)
            };
            if anchors.any(is_in_file) {
                Nearness::SameFile
            } else {
                Nearness::Elsewhere
            }
        }
        Location::Nowhere { .. } => Nearness::Elsewhere,
    }
}
