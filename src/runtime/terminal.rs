//! Whether there is a terminal, and how it is drawn on.

use std::{
    env,
    io::{self, IsTerminal as _},
};

use ratatui::{Terminal, backend::CrosstermBackend, crossterm::style};

use super::whole_frames::WholeFrames;

/// Why nothing can be drawn.
#[derive(Debug, thiserror::Error)]
#[error(
    "this needs a terminal that can be drawn on; with `--plain` everything comes line by line, and `firedrill list` and \
     `firedrill show` need no terminal"
)]
pub struct NoTerminal;

/// Whether keys can be read and pictures drawn; nothing is sent to find out.
pub fn require_terminal() -> Result<(), NoTerminal> {
    if is_terminal() && !is_dumb() {
        Ok(())
    } else {
        Err(NoTerminal)
    }
}

/// Whether there is a terminal that cannot be drawn on.
pub fn is_dumb_terminal() -> bool {
    is_terminal() && is_dumb()
}

/// Sends colours though `NO_COLOR` is set.
pub fn send_colours() {
    style::force_color_output(true);
}

fn is_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

fn is_dumb() -> bool {
    env::var("TERM").is_ok_and(|term| term == "dumb" || term.is_empty())
}

/// The terminal as ratatui draws on it.
pub fn open_terminal() -> io::Result<Terminal<CrosstermBackend<WholeFrames<io::Stdout>>>> {
    Terminal::new(CrosstermBackend::new(WholeFrames::new(io::stdout())))
}
