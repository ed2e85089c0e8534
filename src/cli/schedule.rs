//! `firedrill schedule`: the parameters that decide when a step comes back.

use std::io::Write;

use clap::{Args, Subcommand};

use super::{outcome::Outcome, places::Places};
use crate::{
    progress::{LEAST_REPETITIONS, fit},
    runtime::{Clock, SystemClock},
};

/// What to do about the parameters.
#[derive(Debug, Args)]
pub struct Schedule {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Show the parameters in use
    Show,
    /// Fit the parameters to your own history
    Fit,
    /// Go back to the parameters of the average learner
    Unfit,
}

impl Schedule {
    /// Shows or changes the parameters.
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let now = SystemClock::default().now();
        match self.action {
            Action::Show => match places.read_log()?.schedule_parameters()? {
                Some(parameters) => writeln!(output, "your own: {parameters:?}")?,
                None => writeln!(output, "those of the average learner")?,
            },
            Action::Fit => {
                let mut log = places.open_log(now)?;
                match fit(&log.histories()?) {
                    Ok(parameters) => {
                        log.set_schedule_parameters(Some(&parameters))?;
                        writeln!(output, "fitted to your history: {parameters:?}")?;
                    }
                    Err(repetitions) => {
                        writeln!(
                            output,
                            "{repetitions} repetitions are too few to fit to; {LEAST_REPETITIONS} will do. Nothing was changed"
                        )?;
                        return Ok(Outcome::Failed);
                    }
                }
            }
            Action::Unfit => {
                places.open_log(now)?.set_schedule_parameters(None)?;
                writeln!(
                    output,
                    "the parameters of the average learner are used again"
                )?;
            }
        }
        Ok(Outcome::Done)
    }
}
