//! Whether there is a terminal, and how it is drawn on.

use std::{
    env,
    io::{self, IsTerminal as _},
};

use ratatui::{Terminal, backend::CrosstermBackend};

use super::whole_frames::WholeFrames;

/// Why nothing can be drawn.
#[derive(Debug, thiserror::Error)]
#[error(
    "this needs a terminal that can be drawn on; `firedrill list` and `firedrill show` work without one"
)]
pub struct NoTerminal;

/// Whether keys can be read and pictures drawn; nothing is sent to find out.
pub fn require_terminal() -> Result<(), NoTerminal> {
    let is_dumb = env::var("TERM").is_ok_and(|term| term == "dumb" || term.is_empty());
    let is_there = io::stdin().is_terminal() && io::stdout().is_terminal();
    if is_there && !is_dumb {
        Ok(())
    } else {
        Err(NoTerminal)
    }
}

/// The terminal as ratatui draws on it.
pub fn open_terminal() -> io::Result<Terminal<CrosstermBackend<WholeFrames<io::Stdout>>>> {
    Terminal::new(CrosstermBackend::new(WholeFrames::new(io::stdout())))
}
