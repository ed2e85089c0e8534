//! `firedrill completions`: the script by which a shell completes commands and flags.

use std::io::Write;

use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;

use super::outcome::Outcome;

/// For which shell.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    shell: Completed,
}

/// The shells whose scripts are kept in step with the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Completed {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
}

impl Completions {
    /// Prints the script for `command`.
    pub fn run(self, command: &mut Command, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let shell = match self.shell {
            Completed::Bash => Shell::Bash,
            Completed::Zsh => Shell::Zsh,
            Completed::Fish => Shell::Fish,
            Completed::PowerShell => Shell::PowerShell,
        };
        // The generator cannot be told that the reader went away, so it writes into memory.
        let mut script = Vec::new();
        let name = command.get_name().to_owned();
        clap_complete::generate(shell, command, name, &mut script);
        output.write_all(&script)?;
        Ok(Outcome::Done)
    }
}
