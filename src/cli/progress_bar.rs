//! A line on stderr that shows how far a long command has come.

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

/// Commands that take less than this show nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Cells of the bar.
const CELLS: u64 = 30;

/// How far a command has come, in bytes or whatever it counts; silent where stderr is no terminal.
pub struct ProgressBar {
    total: u64,
    done: u64,
    /// `None` where nothing is ever shown.
    began: Option<Instant>,
    shown: bool,
}

impl ProgressBar {
    /// A bar for `total` of them; 0 where that is not known.
    #[expect(
        clippy::disallowed_methods,
        reason = "how long a command has run decides only whether a bar is drawn"
    )]
    pub fn new(total: u64) -> Self {
        let visible = total > 0 && io::stderr().is_terminal();
        Self {
            total,
            done: 0,
            began: visible.then(Instant::now),
            shown: false,
        }
    }

    /// So many more are done.
    pub fn advance(&mut self, more: usize) {
        self.done += more as u64;
    }

    /// Draws the bar, once the command has taken a second.
    pub fn draw(&mut self) {
        if self.began.is_some_and(|began| began.elapsed() >= PATIENCE) {
            let done = self.done.min(self.total);
            let full = done * CELLS / self.total;
            let cell = |at| if at < full { '#' } else { '.' };
            let bar: String = (0..CELLS).map(cell).collect();
            let percent = done * 100 / self.total;
            self.shown = say(&format!("\r[{bar}] {percent:3} %"));
        }
    }

    /// Takes the bar away, so that other lines can be printed.
    pub fn clear(&mut self) {
        if self.shown {
            say("\r                                        \r");
            self.shown = false;
        }
    }
}

fn say(text: &str) -> bool {
    let mut terminal = io::stderr().lock();
    terminal
        .write_all(text.as_bytes())
        .and_then(|()| terminal.flush())
        .is_ok()
}
