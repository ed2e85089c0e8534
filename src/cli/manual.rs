//! `firedrill man`: the manual page, in the form that `man` reads.

use std::io::Write;

use clap::Command;
use clap_mangen::Man;

use super::outcome::Outcome;

/// Prints the page of `command` and after it those of its subcommands, one file for `man -l`.
pub fn run(mut command: Command, output: &mut dyn Write) -> anyhow::Result<Outcome> {
    command.build();
    Man::new(command.clone()).render(output)?;
    let below = command.get_subcommands();
    for each in below.filter(|each| each.get_name() != "help" && !each.is_hide_set()) {
        let full = format!("{} {}", command.get_name(), each.get_name());
        let page = Man::new(each.clone().display_name(full.replace(' ', "-")));
        writeln!(output, ".SH {}", full.to_uppercase())?;
        page.render_description_section(output)?;
        page.render_synopsis_section(output)?;
        page.render_options_section(output)?;
    }
    Ok(Outcome::Done)
}
