//! `firedrill track`: where the learner stands on a track, and signatures for what people vouch for.

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};

use super::{outcome::Outcome, places::Places, track_text};
use crate::{
    domain::{Moment, Track},
    library::{Library, on_one_line},
    progress::{Event, Identities, Record, TrackStanding},
    runtime::{Clock, SystemClock},
    storage::fresh_seed,
};

/// Which track to show.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct TrackCommand {
    /// The track, as `id` or `pack/id`; without one, the only one or a list
    id: Option<String>,
    /// As JSON, with the evidence of every step
    #[arg(long)]
    json: bool,
    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Sign for an item: an exit question answered, a shift shadowed
    Sign {
        /// The track, as `id` or `pack/id`
        id: String,
        /// The item, as `track ID` names it
        item: String,
        /// Who signs
        #[arg(long, value_name = "NAME")]
        by: String,
    },
}

impl TrackCommand {
    /// Shows the track, or keeps the signature.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let now = SystemClock::default().now();
        let library = places.library()?;
        if let Some(Action::Sign { id, item, by }) = self.action {
            return sign(places, find(&library, &id)?, (&item, &by), now, output);
        }
        let track = match &self.id {
            Some(id) => find(&library, id)?,
            None => match library.tracks().collect::<Vec<_>>()[..] {
                [] => bail!("no pack has a track"),
                [track] => track,
                ref tracks => {
                    for track in tracks {
                        writeln!(output, "{}  {}", track.full_id(), track.title.en.trim())?;
                    }
                    return Ok(Outcome::Done);
                }
            },
        };
        let records = places.read_log()?.track_records(None)?;
        let steps = library.track_steps(track);
        let standing = TrackStanding::new(track, &steps, &records, now);
        if self.json {
            serde_json::to_writer_pretty(&mut *output, &track_text::json(&standing))?;
            writeln!(output)?;
        } else {
            write!(output, "{}", track_text::text(&standing))?;
        }
        Ok(Outcome::Done)
    }
}

/// The track that `id` means, written as `id` or as `pack/id`.
pub fn find<'l>(library: &'l Library, id: &str) -> anyhow::Result<&'l Track> {
    let is_meant = |track: &&Track| track.full_id() == id || track.id == id;
    match library.tracks().filter(is_meant).collect::<Vec<_>>()[..] {
        [track] => Ok(track),
        [] => {
            let known: Vec<String> = library.tracks().map(Track::full_id).collect();
            bail!(
                "there is no track `{id}`; there is `{}`",
                known.join("`, `")
            )
        }
        _ => bail!("several packs have a track `{id}`; give it as `pack/id`"),
    }
}

fn sign(
    places: &Places,
    track: &Track,
    (id, by): (&str, &str),
    now: Moment,
    output: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let by = on_one_line(by);
    let by = by.trim();
    if by.is_empty() {
        bail!("a signature needs the name of who signs: `--by NAME`");
    }
    let Some(item) = track.item(id) else {
        bail!(
            "the track `{}` has no item `{id}`; `firedrill track {}` shows them",
            track.id,
            track.id
        );
    };
    if !item.task.is_signed() {
        bail!("`{id}` is passed by answers, and nobody signs for it");
    }
    let identity = Identities::new(fresh_seed()).next(now);
    let event = Event::signed_off(identity, &track.full_id(), id, by, now);
    places
        .open_log(now)?
        .append(&[Record::Event(event)], None)?;
    writeln!(output, "{by} signed for `{id}`")?;
    Ok(Outcome::Done)
}
