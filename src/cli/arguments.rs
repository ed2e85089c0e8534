//! What may be typed after `firedrill`, and which file does it.

use std::io::Write;

use clap::{CommandFactory as _, Parser, Subcommand};

use super::{
    check, completions, config, doctor, due, export, forget, grade, import, list, look, manual,
    match_pattern, mock, new, orphans, outcome::Outcome, pack, phrases, places::Places, play,
    preview, report, reset, schedule, schema, show, stats, team, track, version,
};

/// Rehearse incidents and interviews in the terminal, offline.
#[derive(Debug, Parser)]
#[command(name = "firedrill", version, long_version = version::long(), about, propagate_version = true)]
pub struct Arguments {
    #[command(flatten)]
    places: Places,
    #[command(flatten)]
    look: look::Look,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The commands, in the order help lists them.
#[derive(Debug, Subcommand)]
enum Command {
    /// Grade answers without a screen
    Grade(grade::Grade),
    /// Go into a scenario; without one, open the program as `firedrill` alone does
    Drill(play::Drill),
    /// Hold a mock interview: a clock, no hints, questions about what you leave out
    Mock(mock::Mock),
    /// Tell what a mock interview came to, as Markdown, JSON or one HTML file
    Report(report::Report),
    /// List the scenarios
    List(list::List),
    /// Say what a pattern finds in a text
    Match(match_pattern::MatchPattern),
    /// Show a scenario as plain text
    Show(show::Show),
    /// Find everything wrong with scenario files, and run their samples
    Check(check::Check),
    /// Show what is due today
    Due(due::Due),
    /// Show the phrase book: sentences marked or missed, with your best version
    Phrases(phrases::Phrases),
    /// Show how practice is going
    Stats(stats::Stats),
    /// Show where you stand on a track of days, or sign for an item of one
    Track(track::TrackCommand),
    /// Show people and the items of a track, from what they exported
    Team(team::Team),
    /// Write all progress out, to keep or to move
    Export(export::Export),
    /// Unite progress with an export
    Import(import::Import),
    /// Show or fit the parameters of the schedule
    Schedule(schedule::Schedule),
    /// Begin a scenario afresh: earlier attempts no longer count
    Reset(reset::Reset),
    /// Erase what you wrote, in a scenario or everywhere
    Forget(forget::Forget),
    /// List practised steps that no scenario has any more, and say what they are called now
    Orphans(orphans::Orphans),
    /// Show what is configured, and where each value came from
    Config(config::Config),
    /// Check the progress file, and say where everything lies
    Doctor(doctor::Doctor),
    /// Add, list, update and remove packs of scenarios
    Pack(pack::Pack),
    /// Begin a scenario with a commented template
    New(new::New),
    /// Look at a step on the screen as the learner will; nothing is kept
    Preview(preview::Preview),
    /// Print the JSON Schema of scenario files and of those beside them, for editors
    Schema(schema::Schema),
    /// Print the completion script of a shell
    Completions(completions::Completions),
    /// Print the manual page
    Man,
}

impl Arguments {
    /// Does what was asked, printing to `output`.
    pub fn run(self, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        match self.command {
            Some(Command::Grade(grade)) => grade.run(&self.places, output),
            Some(Command::Match(pattern)) => pattern.run(&self.places, output),
            None => play::Drill::default().run(&self.places, &self.look),
            Some(Command::Drill(drill)) => drill.run(&self.places, &self.look),
            Some(Command::Mock(mock)) => mock.run(&self.places, &self.look, output),
            Some(Command::Report(report)) => report.run(&self.places, output),
            Some(Command::List(list)) => list.run(&self.places, output),
            Some(Command::Show(show)) => show.run(&self.places, output),
            Some(Command::Check(check)) => check.run(&self.places, output),
            Some(Command::Due(due)) => due.run(&self.places, output),
            Some(Command::Phrases(phrases)) => phrases.run(&self.places, output),
            Some(Command::Stats(stats)) => stats.run(&self.places, output),
            Some(Command::Track(track)) => track.run(&self.places, output),
            Some(Command::Team(team)) => team.run(&self.places, &self.look, output),
            Some(Command::Export(export)) => export.run(&self.places, output),
            Some(Command::Import(import)) => import.run(&self.places, output),
            Some(Command::Schedule(schedule)) => schedule.run(&self.places, output),
            Some(Command::Reset(reset)) => reset.run(&self.places, output),
            Some(Command::Forget(forget)) => forget.run(&self.places, output),
            Some(Command::Orphans(orphans)) => orphans.run(&self.places, output),
            Some(Command::Config(config)) => config.run(&self.places, &self.look, output),
            Some(Command::Doctor(doctor)) => doctor.run(&self.places, output),
            Some(Command::Pack(pack)) => pack.run(&self.places, output),
            Some(Command::New(new)) => new.run(output),
            Some(Command::Preview(preview)) => preview.run(&self.places, &self.look, output),
            Some(Command::Schema(schema)) => schema.run(output),
            Some(Command::Completions(completions)) => {
                completions.run(&mut Self::command(), output)
            }
            Some(Command::Man) => manual::run(Self::command(), output),
        }
    }
}
